import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './toggle-group.module.css';

/** One of a few, all in view: list or map, light or dark. Arrows move between them. */
export function ToggleGroup<V extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly text: ReactNode; readonly label?: string }[];
  readonly onChange: (value: V) => void;
  readonly className?: string;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen) onChange(chosen.value);
      }}
      className={classNames(css['group'], className)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className={classNames(css['option'])}
          {...(option.label !== undefined && { 'aria-label': option.label })}
        >
          {option.text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
