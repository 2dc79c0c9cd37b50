import type { KeyboardEvent, ReactNode, Ref } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary`: the one next step; `quiet`: bordered; `plain`: text only; `icon`: square, needs a label. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'icon';
  readonly size?: 'small' | 'normal';
  /** The accessible name where the content does not say it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** Cannot be used now, but keeps the focus, and with it the place of whoever works by keyboard. */
  readonly isIdle?: boolean;
  readonly type?: 'button' | 'submit';
  readonly className?: string;
  /** Whether what it opens is open; left out where it opens nothing. */
  readonly isExpanded?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { variant = 'quiet', size = 'normal', type = 'button', isExpanded } = props;
  return (
    <button
      ref={props.ref}
      type={type}
      disabled={props.isDisabled}
      aria-disabled={props.isIdle || undefined}
      aria-label={props.label}
      aria-expanded={isExpanded}
      aria-haspopup={isExpanded === undefined ? undefined : 'dialog'}
      className={classNames(css['button'], css[variant], size === 'small' && css['small'], props.className)}
      onClick={(event) => {
        if (props.isIdle) event.preventDefault();
        else props.onPress?.();
      }}
      onKeyDown={props.onKeyDown}
    >
      {props.children}
    </button>
  );
}
