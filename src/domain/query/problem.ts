/** One bad part of a query: what, where, and what would have been right. */
export interface QueryProblem {
  readonly parameter: string;
  /** As given, cut to 60 characters. */
  readonly value: string;
  readonly reason: ProblemReason;
  /** What is allowed, in the grammar's own notation: `lo..hi, 0–1`, or the list of values. */
  readonly allowed: string;
}

export type ProblemReason =
  | 'unknownParameter'
  | 'notForRole'
  | 'notARange'
  | 'notANumber'
  | 'outOfRange'
  | 'lowAboveHigh'
  | 'unknownValue'
  | 'tooLong'
  | 'repeated'
  | 'tooMany'
  | 'notAMonth'
  | 'notAShape'
  | 'notASwitch';

export function problem(
  parameter: string,
  value: string,
  reason: ProblemReason,
  allowed: string,
): QueryProblem {
  const clean = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  // A cut may leave half a character behind, which no text may hold.
  return { parameter: parameter.slice(0, 60).toWellFormed(), value: clean.toWellFormed(), reason, allowed };
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: QueryProblem };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function refused(
  parameter: string,
  value: string,
  reason: ProblemReason,
  allowed: string,
): { readonly ok: false; readonly problem: QueryProblem } {
  return { ok: false, problem: problem(parameter, value, reason, allowed) };
}
