/** What came of an attempt to write, for the form to act on. */
import { ApiError } from '#client/api.ts';
import type { FieldError } from '#contract/problem.ts';
import type { RecordAnswer } from '#contract/records.ts';

/** Why nothing was written though nothing is wrong with the form; the text stays and can be sent again. */
export type Hindrance =
  | 'offline'
  | 'busy'
  | 'diskFull'
  | 'server'
  | 'sampleOnly'
  | 'exists'
  | 'gone'
  | 'notForRole'
  | 'signIn'
  | 'refused';

export type Outcome =
  | { readonly kind: 'saved'; readonly answer: RecordAnswer }
  | { readonly kind: 'wrongFields'; readonly fields: readonly FieldError[] }
  | {
      readonly kind: 'changedMeanwhile';
      readonly current: { readonly tag: string; readonly record: Readonly<Record<string, unknown>> };
    }
  | { readonly kind: 'hindered'; readonly why: Hindrance };

const byStatus: Readonly<Record<number, Hindrance>> = {
  401: 'signIn',
  403: 'notForRole',
  404: 'gone',
  409: 'exists',
  503: 'busy',
  507: 'diskFull',
};

/** @throws what is no failure of the API */
export function outcomeOf(error: unknown): Exclude<Outcome, { kind: 'saved' }> {
  if (!(error instanceof ApiError)) throw error;
  const { failure, problem } = error;
  if (failure === 'network') return { kind: 'hindered', why: 'offline' };
  if (problem?.status === 422 && problem.fields) return { kind: 'wrongFields', fields: problem.fields };
  if (problem?.status === 412 && problem.current) {
    const { tag, record } = problem.current;
    return {
      kind: 'changedMeanwhile',
      current: { tag, record: record as Readonly<Record<string, unknown>> },
    };
  }
  if (problem?.type.endsWith('#sampleOnly')) return { kind: 'hindered', why: 'sampleOnly' };
  const known = problem && byStatus[problem.status];
  return { kind: 'hindered', why: known ?? (failure === 'refused' ? 'refused' : 'server') };
}

/** Whether the server may have carried the attempt out without our hearing of it. */
export function isUnheard(outcome: Outcome): boolean {
  return outcome.kind === 'hindered' && ['offline', 'busy', 'server'].includes(outcome.why);
}
