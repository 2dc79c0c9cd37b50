import { type HTMLInputAutoCompleteAttribute, useId } from 'react';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import css from './text-field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'email';
  /** What helps to fill it in. */
  readonly note?: string | undefined;
  readonly hasFocus?: boolean;
  readonly isRequired?: boolean;
}

/** One line of text in a form, under its label. */
export function TextField(props: TextFieldProps) {
  const noteId = useId();
  return (
    <div className={css['field']}>
      <label className={css['label']}>
        <span>{props.label}</span>
        <input
          className={classNames(field['input'], css['input'])}
          type={props.type ?? 'text'}
          value={props.value}
          autoComplete={props.autoComplete ?? 'off'}
          inputMode={props.inputMode ?? 'text'}
          spellCheck={false}
          autoCapitalize="none"
          // biome-ignore lint/a11y/noAutofocus: the form is what its page is for
          autoFocus={props.hasFocus ?? false}
          required={props.isRequired ?? false}
          aria-describedby={props.note === undefined ? undefined : noteId}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
      {props.note !== undefined && (
        <p id={noteId} className={css['note']}>
          {props.note}
        </p>
      )}
    </div>
  );
}
