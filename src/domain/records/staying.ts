/**
 * What stays as it is once it is on record: each figure that was reported of a month that is over, and every
 * correction. A figure that nobody reported may still come in late.
 */
import { effectiveMonths } from '../history/effective-months.ts';
import { isOver } from '../history/is-over.ts';
import { correctedFigures, type MonthCorrection } from '../model/month-correction.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Change } from './change.ts';
import type { Found, RuleProblem } from './rules.ts';
import { isSameValue } from './same-value.ts';

/**
 * Changes that would write over what was reported, or take it away by itself; a building that goes takes its months
 * along. `allowed` names the way that is open.
 * @param before as it is: its day decides which months are over
 */
export function stayingProblems({ asOf }: Portfolio, changes: readonly Change[]): RuleProblem[] {
  const gone = new Set(
    changes.flatMap(({ entity, key, after }) => (entity === 'building' && after === null ? [key] : [])),
  );
  return changes.flatMap((change): RuleProblem[] => {
    const { entity, key, before, after } = change;
    if (entity !== 'month' && entity !== 'monthCorrection') return [];
    if (before === null || (after === null && gone.has(before.buildingId))) return [];
    if (entity === 'month' && !isOver(before.month, asOf)) return [];
    const found = after === null ? wholeRecord : overwritten(before, after, entity === 'month');
    if (found === null) return [];
    const [field, value] = found;
    const reason = entity === 'month' ? 'reportedStays' : 'correctionStays';
    return [{ entity, key, field, value, reason, allowed: 'monthCorrection' }];
  });
}

const wholeRecord = ['', ''] as const;

/** The first field that would be another, and what it would be; null where all stay. */
function overwritten(
  before: object,
  after: object,
  mayFill: boolean,
): readonly [field: string, value: string] | null {
  const next = new Map(Object.entries(after));
  const found = Object.entries(before).find(
    ([field, value]) => !(mayFill && value === null) && !isSameValue(value, next.get(field)),
  );
  return found ? [found[0], String(next.get(found[0]))] : null;
}

/** A correction is of a month that was reported and is over, says why, and makes something different. */
export function correctionRules(
  correction: MonthCorrection,
  { months, monthCorrections, asOf }: Portfolio,
): readonly Found[] {
  const { buildingId, month, number, reason } = correction;
  const isOwn = (other: { readonly buildingId: string; readonly month: string }) =>
    other.buildingId === buildingId && other.month === month;
  const report = months.find(isOwn);
  if (!report) return [['month', month, 'noSuchRecord', 'month']];
  const earlier = monthCorrections.filter((other) => isOwn(other) && other.number < number);
  const [inForce = report] = effectiveMonths([report], earlier).months;
  const stated = correctedFigures.filter((figure) => correction[figure] !== null);
  const isOther = stated.some((figure) => !isSameValue(correction[figure], inForce[figure]));
  const [first = correctedFigures[0]] = stated;
  return [
    isOver(month, asOf) ? null : ['month', month, 'monthStillOpen', `< ${asOf.slice(0, 7)}`],
    isOther ? null : [first, correction[first] ?? '', 'correctsNothing', `≠ ${inForce[first] ?? 'null'}`],
    reason === null ? ['reason', '', 'reasonNeeded', 'text'] : null,
  ];
}

/** The number that the next correction of a month gets. */
export function nextCorrectionNumber(
  { monthCorrections }: Portfolio,
  of: { readonly buildingId: unknown; readonly month: unknown },
): number {
  return monthCorrections.reduce(
    (next, { buildingId, month, number }) =>
      buildingId === of.buildingId && month === of.month ? Math.max(next, number + 1) : next,
    1,
  );
}
