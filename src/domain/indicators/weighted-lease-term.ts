import { yearsBetween } from '../calendar.ts';
import type { IsoDate, SquareMetres } from '../measure.ts';
import type { Lease, Unit } from '../model/unit.ts';
import { type RatioOfSums, ratioOfSums } from '../order.ts';
import { areaOf, type Letting, lettingsOf } from './lettings.ts';

export interface WeightedLeaseTerm {
  /** years; numerator ㎡ × years, denominator ㎡. */
  readonly byArea: RatioOfSums;
  /** years; numerator 元/month × years, denominator 元/month. */
  readonly byRent: RatioOfSums;
  /** Area let by its status, whether a running lease is on file or not, ㎡. */
  readonly leasedArea: SquareMetres;
  /** Let units with a running lease. */
  readonly units: number;
}

/**
 * 加权平均剩余租期 WALT (DOMAIN §3, 7): Σ(w × remaining years) ÷ Σ w, once weighted by area and once by the
 * contract rent per month (元/㎡/month × ㎡), before steps and rent-free months.
 *
 * - unit: years, from the end of `asOf` to the last day of the landlord's lease, see {@link yearsBetween}
 * - coverage: by area, let units that count ÷ all let units; a let unit without a running lease, or for `byRent`
 *   without a known rent, does not count and lowers it
 * - edges: vacant, reserved and owner-occupied units are out; so are leases that ended or have not begun, a
 *   signed renewal included; a unit with several running leases counts once (see `lettings.ts`); nothing known,
 *   or only rents of 0 → null
 */
export function weightedLeaseTerm(
  leases: readonly Lease[],
  units: readonly Unit[],
  asOf: IsoDate,
): WeightedLeaseTerm {
  const lettings = lettingsOf(leases, units, asOf);
  const terms = lettings.flatMap((letting) => termOf(letting, asOf));
  const leasedArea = areaOf(lettings.map(({ unit }) => unit));
  const priced = terms.filter((term): term is Term & { rent: number } => term.rent !== null);
  return {
    byArea: weighted(terms, ({ area }) => area, leasedArea),
    byRent: weighted(priced, ({ area, rent }) => area * rent, leasedArea),
    leasedArea,
    units: terms.length,
  };
}

interface Term {
  readonly area: SquareMetres;
  readonly years: number;
  readonly rent: number | null;
}

function termOf({ unit, head }: Letting, asOf: IsoDate): readonly Term[] {
  return head ? [{ area: unit.area, years: yearsBetween(asOf, head.end), rent: head.contractRent }] : [];
}

function weighted<T extends Term>(
  terms: readonly T[],
  weightOf: (term: T) => number,
  leasedArea: SquareMetres,
): RatioOfSums {
  const weight = terms.reduce((sum, term) => sum + weightOf(term), 0);
  const product = terms.reduce((sum, term) => sum + weightOf(term) * term.years, 0);
  return ratioOfSums(product, weight, areaOf(terms), leasedArea);
}
