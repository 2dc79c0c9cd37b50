import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { isComposing } from './composing.ts';
import css from './field.module.css';

export type Typed<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly message: string };

export interface TypedFieldProps<T> {
  readonly label: string;
  /** null is an empty field. */
  readonly value: T | null;
  readonly format: (value: T) => string;
  /** Reads what was typed; a refusal is shown under the field and nothing is applied. */
  readonly parse: (text: string) => Typed<T>;
  readonly onCommit: (value: T | null) => void;
  readonly placeholder?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  /** `line` is quieter, for many fields in a row. */
  readonly look?: 'box' | 'line';
  readonly className?: string;
}

/**
 * A value that is typed as text (`8.5万`, `40%`, `2026-03`) and applied on Enter or on leaving the field.
 * Escape brings the present value back. The refusal follows as the next flex item on a line of its own.
 */
export function TypedField<T extends string | number>(props: TypedFieldProps<T>) {
  const {
    label,
    value,
    format,
    parse,
    onCommit,
    placeholder,
    inputMode = 'text',
    look = 'box',
    className,
  } = props;
  const errorId = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly error: string | null } | null>(null);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(null);
  }

  const commit = () => {
    if (draft === null) return;
    const typed = parse(draft.text);
    if (!typed.ok) {
      setDraft({ text: draft.text, error: typed.message });
      return;
    }
    setDraft(null);
    if (typed.value !== value) onCommit(typed.value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
    }
  };

  const error = draft?.error ?? null;
  return (
    <>
      <input
        className={classNames(css['input'], css['typed'], css[look], className)}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        value={draft?.text ?? (value === null ? '' : format(value))}
        placeholder={placeholder}
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft({ text: event.currentTarget.value, error: null })}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
      />
      {error !== null && (
        <p id={errorId} role="alert" className={css['error']}>
          {error}
        </p>
      )}
    </>
  );
}
