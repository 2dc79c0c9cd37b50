/** Which fields of a building file are worth a phone call next. */
import { completenessWeights } from '../completeness.ts';
import type { IsoDate } from '../measure.ts';
import type { StatedField } from './groups.ts';

/** What is not known, or has no source, counts as if it had last been looked at so long ago. */
export const oldestYears = 5;

const msPerYear = 365.25 * 24 * 60 * 60 * 1000;

export interface ToVerify {
  readonly field: StatedField;
  /** `missing`: not known; `unsourced`: known, nobody says from where; `aged`: known since a while. */
  readonly reason: 'missing' | 'unsourced' | 'aged';
  /** Years since the newest source, 0 where it is of today; null without a source. */
  readonly years: number | null;
  /** Weight × age, what the order is by. */
  readonly worth: number;
}

/**
 * Fields by what it is worth to verify them: the weight that a field has in the completeness of a file × the age of
 * what is known of it, in years, at most {@link oldestYears}. What is missing comes before what is merely old when
 * both are worth the same. Fields whose source is of the day itself are left out.
 *
 * @param building its fields as they are on file
 * @param facts sources of its fields; of several for one field the newest counts
 * @param asOf the day from which ages are counted
 * @param count how many are wanted
 * @example a missing floor plate (weight 3): 3 × 5 = 15; a rent of two years ago (weight 3): 6
 */
export function nextToVerify(
  building: Readonly<Record<string, unknown>>,
  facts: readonly { readonly field: string; readonly asOf: IsoDate }[],
  asOf: IsoDate,
  count: number,
): readonly ToVerify[] {
  return completenessWeights
    .map(([field, weight]) => toVerify(building, facts, asOf, field, weight))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth || reasons.indexOf(a.reason) - reasons.indexOf(b.reason))
    .slice(0, count);
}

const reasons: readonly ToVerify['reason'][] = ['missing', 'unsourced', 'aged'];

function toVerify(
  building: Readonly<Record<string, unknown>>,
  facts: readonly { readonly field: string; readonly asOf: IsoDate }[],
  asOf: IsoDate,
  field: StatedField,
  weight: number,
): ToVerify {
  const value = building[field];
  if (value === null || value === undefined) {
    return { field, reason: 'missing', years: null, worth: weight * oldestYears };
  }
  const newest = facts
    .filter((fact) => fact.field === field)
    .reduce<IsoDate | null>(
      (latest, fact) => (latest === null || fact.asOf > latest ? fact.asOf : latest),
      null,
    );
  if (newest === null) return { field, reason: 'unsourced', years: null, worth: weight * oldestYears };
  const years = Math.max(0, (Date.parse(asOf) - Date.parse(newest)) / msPerYear);
  return { field, reason: 'aged', years, worth: weight * Math.min(years, oldestYears) };
}
