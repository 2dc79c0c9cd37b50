/** Rent subsidies: a rule turns a lease into amounts by month. A typed amount is one rule, a policy another. */
import type { Fen, SquareMetres } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { fen, monthsPerYear, sum } from './money.ts';

/** What a rule knows of a lease. */
export interface SubsidisedLease {
  readonly gfaArea: SquareMetres;
  readonly termMonths: number;
  /** Rent due in months 1, 2, … (at 0, 1, …), in 分. */
  readonly rent: readonly Fen[];
}

/** Amounts paid to the tenant in months 1, 2, … (at 0, 1, …), in 分, none below 0. Missing months get nothing. */
export type SubsidyRule = (lease: SubsidisedLease) => readonly Fen[];

export type TypedSubsidy = Pick<
  CostAssumptions,
  'subsidyTotal' | 'subsidyRate' | 'subsidyMonths' | 'subsidyAreaCap'
>;

/**
 * Two typed amounts, either or both:
 * - a rate: min(area, cap) × rate for so many months, from the first month with rent on, never above the rent of
 *   its month;
 * - a total: paid once, at the end of the first year or of a shorter term, never above the rent of the term that
 *   the rate has left.
 * @example 1,200 ㎡, cap 1,000 ㎡, 30 元/㎡/月: 30,000 元 a month
 */
export function typedSubsidy(typed: TypedSubsidy): SubsidyRule {
  return ({ gfaArea, termMonths, rent }) => {
    const area = Math.min(gfaArea, typed.subsidyAreaCap ?? gfaArea);
    const monthly = fen(area * typed.subsidyRate);
    const first = rent.findIndex((due) => due > 0);
    const amounts = rent.map((due, index) =>
      first >= 0 && index >= first && index < first + typed.subsidyMonths ? Math.min(due, monthly) : 0,
    );
    const once = Math.min(fen(typed.subsidyTotal), sum(rent) - sum(amounts));
    const paidAt = Math.min(monthsPerYear, termMonths) - 1;
    return amounts.map((amount, index) => (index === paidAt ? amount + once : amount));
  };
}
