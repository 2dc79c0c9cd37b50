import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './toggle-chip.module.css';

export interface ToggleChipProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** Already formatted; null while it is not known, with its room kept. */
  readonly count?: string | null;
  /** Nothing would be found: quieter, but still to be chosen. */
  readonly isEmpty?: boolean;
}

/** A plain button: dozens of them are drawn anew on every step of a drag. */
export function ToggleChip({ children, isSelected, onChange, count, isEmpty = false }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      className={classNames(css['chip'], isSelected && css['selected'], isEmpty && css['empty'])}
      onClick={() => onChange(!isSelected)}
    >
      <span className={css['label']}>{children}</span>
      {count !== undefined && <span className={css['count']}>{count ?? ' '}</span>}
    </button>
  );
}

/** Chips that belong together, under the name of what they choose. */
export function ChipGroup({
  label,
  heading,
  children,
}: {
  readonly label: string;
  /** What stands above the chips; without it the label is for screen readers only. */
  readonly heading?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a flex row with its buttons
    <div role="group" aria-labelledby={id}>
      <span id={id} className="visually-hidden">
        {label}
      </span>
      {heading}
      <div className={css['group']}>{children}</div>
    </div>
  );
}
