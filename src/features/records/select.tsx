import { classNames } from '#ui/class-names.ts';
import css from './record-form.module.css';

/** The browser's own select, named by a label outside of it or by `label`. */
export function Select({
  id,
  label,
  value,
  options,
  onChange,
  isWrong = false,
  describedBy,
}: {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  readonly isWrong?: boolean;
  readonly describedBy?: string | undefined;
}) {
  return (
    <select
      id={id}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      className={classNames(css['input'], css['select'], value === '' && css['unknown'])}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
