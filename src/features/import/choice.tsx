import css from './import.module.css';

/** The browser's own select. */
export function Choice({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: {
  /** Its name where no label stands around it. */
  readonly label?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <select
      className={css['input']}
      aria-label={label}
      disabled={isDisabled}
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
