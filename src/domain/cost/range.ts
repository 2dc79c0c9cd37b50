/** Which values an assumption may take; one table for the form and the URL. */
import type { CostAssumptions } from './assumptions.ts';

export type AssumptionUnit =
  | 'sqm'
  | 'months'
  | 'years'
  | 'ratio'
  | 'count'
  | 'yuan'
  | 'yuanPerSqm'
  | 'yuanPerSqmMonth'
  | 'yuanPerSqmDay'
  | 'yuanPerSqmYear'
  | 'yuanPerSpaceMonth';

export interface AssumptionSpec {
  readonly unit: AssumptionUnit;
  readonly min: number;
  readonly max: number;
  /** Steps per unit: values are rounded to them; 1 takes whole numbers only. */
  readonly scale: number;
}

/** Both ends are allowed. A rent and a price have one entry for each unit in which they are typed. */
export const assumptionSpecs = {
  area: { unit: 'sqm', min: 1, max: 1_000_000, scale: 100 },
  termMonths: { unit: 'months', min: 1, max: 360, scale: 1 },
  rent: { unit: 'yuanPerSqmMonth', min: 0, max: 10_000, scale: 10_000 },
  rentPerDay: { unit: 'yuanPerSqmDay', min: 0, max: 300, scale: 10_000 },
  escalation: { unit: 'ratio', min: 0, max: 0.5, scale: 10_000 },
  firstStepMonths: { unit: 'months', min: 1, max: 360, scale: 1 },
  rentFreeMonths: { unit: 'months', min: 0, max: 360, scale: 10 },
  managementFee: { unit: 'yuanPerSqmMonth', min: 0, max: 1_000, scale: 10_000 },
  parkingSpaces: { unit: 'count', min: 0, max: 10_000, scale: 1 },
  parkingFee: { unit: 'yuanPerSpaceMonth', min: 0, max: 100_000, scale: 100 },
  fitOut: { unit: 'yuanPerSqm', min: 0, max: 50_000, scale: 100 },
  fitOutLifeMonths: { unit: 'months', min: 1, max: 360, scale: 1 },
  moving: { unit: 'yuan', min: 0, max: 100_000_000, scale: 100 },
  depositMonths: { unit: 'months', min: 0, max: 24, scale: 10 },
  costOfCapital: { unit: 'ratio', min: 0, max: 0.3, scale: 10_000 },
  subsidyTotal: { unit: 'yuan', min: 0, max: 1_000_000_000, scale: 100 },
  subsidyRate: { unit: 'yuanPerSqmMonth', min: 0, max: 1_000, scale: 10_000 },
  subsidyMonths: { unit: 'months', min: 1, max: 360, scale: 1 },
  subsidyAreaCap: { unit: 'sqm', min: 1, max: 1_000_000, scale: 100 },
  discountRate: { unit: 'ratio', min: 0, max: 0.3, scale: 10_000 },
  efficiency: { unit: 'ratio', min: 0.1, max: 1, scale: 10_000 },
  pricePerSqm: { unit: 'yuanPerSqm', min: 0, max: 1_000_000, scale: 100 },
  priceTotal: { unit: 'yuan', min: 0, max: 100_000_000_000, scale: 100 },
  downPayment: { unit: 'ratio', min: 0, max: 1, scale: 10_000 },
  loanRate: { unit: 'ratio', min: 0, max: 0.3, scale: 10_000 },
  loanYears: { unit: 'years', min: 1, max: 30, scale: 1 },
  purchaseTaxes: { unit: 'ratio', min: 0, max: 0.3, scale: 10_000 },
  runningCost: { unit: 'yuanPerSqmYear', min: 0, max: 10_000, scale: 100 },
  priceChange: { unit: 'ratio', min: -0.2, max: 0.2, scale: 10_000 },
} as const satisfies Record<string, AssumptionSpec>;

export type AssumptionField = keyof typeof assumptionSpecs;

export type ViolationReason =
  | 'notANumber'
  | 'outOfRange'
  | 'notWhole'
  /** More rent-free months than the term has. */
  | 'longerThanTerm'
  /** A term that is shorter than its rent-free months. */
  | 'shorterThanRentFree';

/** Why a value is refused, with what would be taken in its place. */
export interface RangeViolation {
  readonly field: AssumptionField;
  readonly value: number;
  readonly reason: ViolationReason;
  readonly allowed: { readonly lo: number; readonly hi: number };
}

/** What bears on the range of another assumption. */
export type RangeContext = Pick<CostAssumptions, 'termMonths' | 'rentFreeMonths'>;

/** The allowed range of a field beside the other assumptions, both ends included. */
export function allowedRange(
  field: AssumptionField,
  others: RangeContext,
): { readonly lo: number; readonly hi: number } {
  const { min, max } = assumptionSpecs[field];
  if (field === 'rentFreeMonths') return { lo: min, hi: Math.min(max, others.termMonths) };
  if (field === 'termMonths') return { lo: Math.max(min, Math.ceil(others.rentFreeMonths)), hi: max };
  return { lo: min, hi: max };
}

/**
 * null when the value may be assumed. Negative areas, an escalation of 1,000 % and rent-free months beyond the
 * term are refused with the allowed range.
 * @example whyNotAssumption('rentFreeMonths', 40, {termMonths: 36, rentFreeMonths: 0})?.reason // 'longerThanTerm'
 */
export function whyNotAssumption(
  field: AssumptionField,
  value: number,
  others: RangeContext,
): RangeViolation | null {
  const { min, max, scale } = assumptionSpecs[field];
  const allowed = allowedRange(field, others);
  const refused = (reason: ViolationReason): RangeViolation => ({ field, value, reason, allowed });
  if (!Number.isFinite(value)) return refused('notANumber');
  if (value < min || value > max) return refused('outOfRange');
  if (value > allowed.hi) return refused('longerThanTerm');
  if (value < allowed.lo) return refused('shorterThanRentFree');
  return scale === 1 && !Number.isInteger(value) ? refused('notWhole') : null;
}

/** The value at the precision that the field keeps; never −0. */
export function atPrecision(field: AssumptionField, value: number): number {
  const { scale } = assumptionSpecs[field];
  return Math.round(value * scale) / scale + 0;
}
