import { classNames } from './class-names.ts';
import css from './field.module.css';

/** A day, by the browser's own picker. */
export function DateField({
  label,
  value,
  onChange,
  className,
}: {
  readonly label: string;
  /** `YYYY-MM-DD`; null is an empty field. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly className?: string;
}) {
  return (
    <label className={classNames(css['field'], className)}>
      <span className={css['label']}>{label}</span>
      <input
        className={css['input']}
        type="date"
        max="9999-12-31"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );
}
