import type { IsoDate, Ratio, SquareMetres } from '../measure.ts';
import type { Enterprise, Lease, Unit } from '../model/unit.ts';
import { type RatioOfSums, ratioOfSums } from '../order.ts';
import { areaOf } from './lettings.ts';
import { tenantMix } from './tenant-mix.ts';

export interface IndustryShare {
  /** Section letter of GB/T 4754-2017. */
  readonly industry: string;
  readonly area: SquareMetres;
  readonly tenants: number;
  /** Of the occupied area whose industry is known, 0–1. */
  readonly share: Ratio;
}

export interface IndustryMix {
  /** Largest first; of equal size by letter. */
  readonly industries: readonly IndustryShare[];
  /** The letter of the largest; null when no industry is known. */
  readonly leadingIndustry: string | null;
  /** numerator ㎡ of the leading industry, denominator ㎡ whose industry is known. */
  readonly leadingShare: RatioOfSums;
  /** Herfindahl–Hirschman index, Σ share²: 1 is one industry alone, 1 ÷ n is n of equal size; null when none is known. */
  readonly hhi: number | null;
  readonly occupiedArea: SquareMetres;
  /** Occupied, of an unknown firm or one of an unknown industry, ㎡. */
  readonly unknownArea: SquareMetres;
}

/**
 * 产业集聚度 (DOMAIN §3, 17): the leading industry's share of the occupied area, and HHI = Σ share².
 *
 * - unit: shares and index 0–1
 * - coverage (of `leadingShare`, and of all else here): by area, occupied with a known industry ÷ all occupied
 * - edges: what is not known is kept apart and is not an industry of its own, so the shares add up to 1 over what
 *   is known; the rest as in {@link tenantMix}
 */
export function industryMix(
  leases: readonly Lease[],
  enterprises: readonly Enterprise[],
  units: readonly Unit[],
  asOf: IsoDate,
): IndustryMix {
  const { tenants, occupiedArea } = tenantMix(leases, enterprises, units, asOf);
  const known = tenants.flatMap(({ industry, area }) =>
    industry === null || area <= 0 ? [] : [{ industry, area }],
  );
  const knownArea = areaOf(known);
  const industries = [...Map.groupBy(known, ({ industry }) => industry)]
    .map(([industry, own]): IndustryShare => {
      const area = areaOf(own);
      return { industry, area, tenants: own.length, share: area / knownArea };
    })
    .sort((a, b) => b.area - a.area || (a.industry < b.industry ? -1 : 1));
  const leading = industries[0];
  return {
    industries,
    leadingIndustry: leading?.industry ?? null,
    leadingShare: ratioOfSums(leading?.area ?? 0, knownArea, knownArea, occupiedArea),
    hhi: leading ? industries.reduce((sum, { share }) => sum + share ** 2, 0) : null,
    occupiedArea,
    unknownArea: areaOf([{ area: occupiedArea - knownArea }]),
  };
}
