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
 * Escape brings the present value back. The refusal follows as the next item of the row, on a line of its own.
 */
export function TypedField<T extends string | number>(props: TypedFieldProps<T>) {
  const errorId = useId();
  const { text, error, type, commit, revert } = useTypedText(props);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && revert) {
      event.preventDefault();
      event.stopPropagation();
      revert();
    }
  };
  return (
    <>
      <input
        className={classNames(css['input'], css['typed'], css[props.look ?? 'box'], props.className)}
        aria-label={props.label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        value={text}
        placeholder={props.placeholder}
        inputMode={props.inputMode ?? 'text'}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
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

/** The text in the field: what is being typed, else the value; a new value from outside wins. */
function useTypedText<T extends string | number>({ value, format, parse, onCommit }: TypedFieldProps<T>) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly error: string | null } | null>(null);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setDraft(null);
  }
  return {
    text: draft?.text ?? (value === null ? '' : format(value)),
    error: draft?.error ?? null,
    type: (text: string) => setDraft({ text, error: null }),
    revert: draft && (() => setDraft(null)),
    commit: () => {
      if (draft === null) return;
      const typed = parse(draft.text);
      if (!typed.ok) {
        setDraft({ text: draft.text, error: typed.message });
        return;
      }
      setDraft(null);
      if (typed.value !== value) onCommit(typed.value);
    },
  };
}
