import type { IsoDate } from '../../measure.ts';
import type { RenewalPlan } from '../../model/renewal-plan.ts';
import { type Share, unknownShare } from './inputs.ts';

/**
 * 改造租金溢价: what one plan adds, in 元/month: rent after × area, and rent before × area.
 *
 * - coverage: by number, plans with area and both rents ÷ all that are done by the day
 * - edges: plans that are not done, or nobody knows when, are out
 */
export function retrofitRentPremium(plan: RenewalPlan, day: IsoDate): Share | null {
  const { areaSqm, doneOn, rentAfter, rentBefore, status } = plan;
  if (status !== 'done' || doneOn === null || doneOn > day) return null;
  if (areaSqm === null || rentAfter === null || rentBefore === null || rentBefore <= 0)
    return unknownShare(1);
  return { numerator: rentAfter * areaSqm, denominator: rentBefore * areaSqm, known: 1, weight: 1 };
}

/** after ÷ before − 1 */
export function premium(after: number, before: number): number {
  return before > 0 ? after / before - 1 : Number.NaN;
}
