import { classNames } from './class-names.ts';
import css from './field.module.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly text: string;
}

/** A choice of one: the browser's own select, which phones show as their own picker. */
export function SelectField<V extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  className,
}: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
  readonly className?: string;
}) {
  return (
    <label className={classNames(css['field'], className)}>
      <span className={isLabelHidden ? 'visually-hidden' : css['label']}>{label}</span>
      <select
        className={classNames(css['input'], css['select'])}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
