import type { ReactNode } from 'react';
import type { Requirement } from '#domain/matching/requirement.ts';
import { classNames } from '#ui/class-names.ts';
import css from './match.module.css';
import { useMatchWords } from './use-match-words.ts';

export type RequirementField = keyof Requirement;

/** The words that a field was read from. */
export interface Said {
  readonly text: string;
  /** Somebody has put another value in its place. */
  readonly isChanged: boolean;
}

/** What the form knows of its fields beside their values. */
export interface FieldNotes {
  readonly said: Readonly<Partial<Record<RequirementField, Said>>>;
  readonly problems: Readonly<Partial<Record<RequirementField, string>>>;
  /** What is pointed at or worked on, here or in the text. */
  readonly lit: string | null;
  readonly onLit: (field: string | null) => void;
}

/** Where a field stands on the page. */
function fieldId(field: string): string {
  return `match-${field}`;
}

/** Brings the reader to the first control of a field. */
export function goToField(field: string): void {
  const place = document.getElementById(fieldId(field));
  place?.querySelector<HTMLElement>('input, select, button')?.focus();
}

interface FormFieldProps {
  readonly field: RequirementField;
  readonly notes: FieldNotes;
  readonly children: ReactNode;
  /** Takes the whole width of the form. */
  readonly isWide?: boolean;
}

/** One field under its name, with the words that it was read from and what is wrong with it. */
export function FormField({ field, notes, children, isWide = false }: FormFieldProps) {
  const { match } = useMatchWords();
  const said = notes.said[field];
  const problem = notes.problems[field];
  const isLit = notes.lit === field;
  return (
    <fieldset
      id={fieldId(field)}
      aria-label={match.fields[field]}
      data-lit={isLit}
      className={classNames(css['field'], isWide && css['wide'], isLit && css['fieldLit'])}
      onPointerEnter={() => said && notes.onLit(field)}
      onPointerLeave={() => said && notes.onLit(null)}
      onFocus={() => notes.onLit(field)}
      onBlur={() => notes.onLit(null)}
    >
      <span className={css['fieldName']}>{match.fields[field]}</span>
      <div className={css['control']}>{children}</div>
      {said && (
        <span className={css['said']}>
          {match.read.from(said.text)}
          {said.isChanged && <span className={css['changed']}> · {match.read.corrected}</span>}
        </span>
      )}
      {problem !== undefined && (
        <p role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
