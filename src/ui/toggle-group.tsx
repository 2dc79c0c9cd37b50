import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import css from './toggle-group.module.css';

/** One of a few, all in view: list or map, light or dark. The browser's own radio buttons: arrows move between them. */
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
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classNames(css['group'], className)}>
      {options.map((option) => (
        <label key={option.value} className={css['option']}>
          <input
            type="radio"
            name={name}
            className={css['choice']}
            checked={option.value === value}
            aria-label={option.label}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  );
}
