/** Two people changed one record: what each of them wants, and what becomes of it. */

import { isSameValue } from './draft.ts';
import type { FormValues } from './form-values.ts';

type RecordLike = Readonly<Record<string, unknown>>;

/** One field that both changed, each to something else. */
export interface Conflict {
  readonly field: string;
  /** What both began with. */
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Choice = 'mine' | 'theirs';

/** Fields that both changed to different values; what only one of them changed is no conflict. */
export function conflictsOf(before: RecordLike, set: RecordLike, theirs: RecordLike): Conflict[] {
  return Object.entries(set).flatMap(([field, mine]) => {
    const isTheirs = !isSameValue(before[field], theirs[field]);
    return isTheirs && !isSameValue(mine, theirs[field])
      ? [{ field, before: before[field], mine, theirs: theirs[field] }]
      : [];
  });
}

/** Fields that the other person changed. */
export function changedByOther(before: RecordLike, theirs: RecordLike): string[] {
  return Object.keys(theirs).filter((field) => !isSameValue(before[field], theirs[field]));
}

/**
 * The form on top of what is there now: typed texts stay, except in fields where theirs was chosen. Every
 * conflict must have been decided.
 */
export function rebased(
  values: FormValues,
  current: { readonly tag: string; readonly record: RecordLike },
  choices: Readonly<Record<string, Choice>>,
): FormValues {
  const drafts = Object.entries(values.drafts).filter(([field]) => choices[field] !== 'theirs');
  return { record: current.record, tag: current.tag, drafts: Object.fromEntries(drafts) };
}
