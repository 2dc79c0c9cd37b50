import { plusMonths, type Quarter, quarterFromNumber, quarterNumber } from '../calendar.ts';
import type { IsoDate, Ratio, SquareMetres } from '../measure.ts';
import type { Lease, Unit } from '../model/unit.ts';
import { type RatioOfSums, ratioOfSums } from '../order.ts';
import { areaOf, type Letting, lettingsOf } from './lettings.ts';

export interface ExpiryBucket {
  readonly area: SquareMetres;
  readonly units: number;
  /** Of all let area, 0–1; null when nothing is let. */
  readonly share: Ratio | null;
}

export interface ExpiryProfile {
  /** From the calendar quarter of the day on, each, also where nothing ends; in the first what is left of it. */
  readonly quarters: readonly (ExpiryBucket & { readonly quarter: Quarter })[];
  /** Ends after the last of the quarters. */
  readonly later: ExpiryBucket;
  /** Let by its status, while the lease on file has ended: the tenant holds over, or a renewal is not on file. */
  readonly overdue: ExpiryBucket;
  /** Let by its status, and no lease on file that runs or has run. */
  readonly unknown: ExpiryBucket;
  /** ㎡ */
  readonly leasedArea: SquareMetres;
  /** 12个月内到期率: numerator ㎡ that end within twelve months, denominator ㎡ under running leases. */
  readonly within12Months: RatioOfSums;
}

/** Three years, as far as leases are usually planned for. */
export const usualQuarters = 12;

/**
 * 到期分布 and 12个月内到期率 (DOMAIN §3, 8): let area and units by the calendar quarter in which the landlord's
 * lease ends; area of leases ending within 12 months ÷ let area whose end is known.
 *
 * - unit: ㎡, units, shares 0–1; the shares of all buckets add up to 1
 * - coverage of `within12Months`: by area, let units under a running lease ÷ all let units
 * - edges: the twelve months end on the same day a year later, that day included; `overdue` and `unknown` are
 *   neither in the numerator nor in the denominator, and lower the coverage; a unit with several running leases
 *   counts once (see `lettings.ts`); nothing let → shares null
 * @param quarters how many calendar quarters are told apart, at least 1
 */
export function expiryProfile(
  leases: readonly Lease[],
  units: readonly Unit[],
  asOf: IsoDate,
  quarters: number = usualQuarters,
): ExpiryProfile {
  const lettings = lettingsOf(leases, units, asOf);
  const leasedArea = areaOf(lettings.map(({ unit }) => unit));
  const first = quarterNumber(asOf);
  const groups = Map.groupBy(lettings, (letting) => groupOf(letting, first, quarters));
  const bucket = (group: Group): ExpiryBucket => {
    const own = (groups.get(group) ?? []).map(({ unit }) => unit);
    const area = areaOf(own);
    return { area, units: own.length, share: leasedArea > 0 ? area / leasedArea : null };
  };
  return {
    quarters: Array.from({ length: quarters }, (_, at) => ({
      quarter: quarterFromNumber(first + at),
      ...bucket(at),
    })),
    later: bucket('later'),
    overdue: bucket('overdue'),
    unknown: bucket('unknown'),
    leasedArea,
    within12Months: endingBy(lettings, plusMonths(asOf, 12), leasedArea),
  };
}

/** A number is the place among the quarters. */
type Group = number | 'later' | 'overdue' | 'unknown';

function groupOf({ head, ended }: Letting, first: number, quarters: number): Group {
  if (!head) return ended ? 'overdue' : 'unknown';
  const at = quarterNumber(head.end) - first;
  return at < quarters ? at : 'later';
}

function endingBy(lettings: readonly Letting[], day: IsoDate, leasedArea: SquareMetres): RatioOfSums {
  const running = lettings.flatMap(({ unit, head }) => (head ? [{ area: unit.area, end: head.end }] : []));
  const known = areaOf(running);
  const ending = areaOf(running.filter(({ end }) => end <= day));
  return ratioOfSums(ending, known, known, leasedArea);
}
