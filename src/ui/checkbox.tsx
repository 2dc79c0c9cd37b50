import type { ReactNode } from 'react';
import css from './checkbox.module.css';
import { classNames } from './class-names.ts';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** The accessible name where the words beside the box need their context; it must contain them. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** Takes something in or leaves it out. */
export function Checkbox(props: CheckboxProps) {
  return <CheckField {...props} look="box" />;
}

/** On or off, at once. */
export function Switch(props: CheckboxProps) {
  return <CheckField {...props} role="switch" look="switch" />;
}

/** The browser's own checkbox: drawn anew on every step of a drag, and right in every input mode. */
function CheckField({
  look,
  role,
  ...props
}: CheckboxProps & { readonly look: 'box' | 'switch'; readonly role?: 'switch' }) {
  return (
    <label className={classNames(css['field'], look === 'switch' && css['switchField'], props.className)}>
      <input
        type="checkbox"
        role={role}
        className={css[look]}
        checked={props.isSelected}
        disabled={props.isDisabled}
        aria-label={props.label}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}
