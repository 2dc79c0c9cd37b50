/** From one value of an indicator to a later one: whether that is a change at all, and how large. */
import type { IndicatorUnit } from '../indicators/spec.ts';

export type Direction = 'rose' | 'fell' | 'unchanged' | 'unknown';

export interface Change {
  readonly direction: Direction;
  /** How much, without a sign: points of 0–1, a share of the earlier value, or the unit itself; 0 if unknown. */
  readonly size: number;
  readonly form: 'points' | 'share' | 'amount';
}

/**
 * Smaller changes than these are none. Rates: 0.1 percentage points. Amounts: 0.1 % of what they were. What is
 * counted one by one, or may lie below zero: one.
 */
export const steadyBelow = {
  ratio: 0.001,
  share: 0.001,
  years: 0.1,
  index: 0.001,
  count: 1,
  amount: 1,
} as const;

/** Sums of decimals miss their thresholds by less than this. */
const precision = 1e9;

/**
 * @param isSigned the indicator may lie below zero, as what is taken up less what is left: a share of it says nothing
 */
export function changeOf(
  unit: IndicatorUnit,
  before: number | null,
  now: number | null,
  isSigned = false,
): Change {
  const form = formOf(unit, before, isSigned);
  if (before === null || now === null) return { direction: 'unknown', size: 0, form };
  const difference = form === 'share' ? (now - before) / before : now - before;
  const size = Math.round(Math.abs(difference) * precision) / precision;
  if (size < thresholdOf(unit, form)) return { direction: 'unchanged', size, form };
  return { direction: difference > 0 ? 'rose' : 'fell', size, form };
}

const countedOneByOne: ReadonlySet<IndicatorUnit> = new Set(['count', 'years', 'months', 'index', 'tier']);

function formOf(unit: IndicatorUnit, before: number | null, isSigned: boolean): Change['form'] {
  if (unit === 'ratio') return 'points';
  // Of less than one, a share of it would be a large number that says nothing.
  return isSigned || countedOneByOne.has(unit) || (before ?? 0) < 1 ? 'amount' : 'share';
}

function thresholdOf(unit: IndicatorUnit, form: Change['form']): number {
  if (form === 'points') return steadyBelow.ratio;
  if (form === 'share') return steadyBelow.share;
  if (unit === 'years' || unit === 'months') return steadyBelow.years;
  if (unit === 'index') return steadyBelow.index;
  return unit === 'count' || unit === 'tier' ? steadyBelow.count : steadyBelow.amount;
}
