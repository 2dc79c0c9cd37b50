/** Indicators of firms: what a building adds, and what a group makes of firms that it counts once. */
import { type ShareOf, shareOf, unknownShare } from './inputs.ts';

/**
 * 9 入驻企业数: firms as reported beyond those that the leases show; the group adds its distinct firms.
 *
 * - coverage: by floor area, buildings with a report or leases on file ÷ all delivered
 * - edges: without a report the leases count alone; without either the building is not in
 * @param byLeases distinct firms of the building by its leases
 */
export function tenantCount(building: Parameters<ShareOf>[0], byLeases: number): ReturnType<ShareOf> {
  if (!building.isDelivered) return null;
  const reported = building.reportedFirms;
  if (!Number.isNaN(reported)) return shareOf(reported - byLeases, 0, building.weight);
  return building.hasLeases ? shareOf(0, 0, building.weight) : unknownShare(building.weight);
}

/**
 * 18 企业净流入, the coverage: by floor area, buildings with leases on file ÷ all delivered.
 */
export const netTenantInflow: ShareOf = (building) => {
  if (!building.isDelivered) return null;
  return building.hasLeases ? shareOf(0, 0, building.weight) : unknownShare(building.weight);
};

/** Moved in − moved out: those who are there and were not, less those who were and are not. */
export function inflow(now: number, before: number): number {
  return now - before;
}

/**
 * 17 产业集聚度, the coverage: by area, occupied by firms of a known industry ÷ all occupied.
 */
export const leadingIndustryShare: ShareOf = (building) => {
  const [known, occupied] = [building.industryArea, building.occupied];
  const weight = Math.max(known, Number.isNaN(occupied) ? 0 : occupied);
  return known > 0 ? { numerator: known, denominator: known, known, weight } : unknownShare(weight);
};

export interface Concentration {
  /** Place of the largest; −1 when nothing is known. */
  readonly leading: number;
  readonly largest: number;
  readonly known: number;
  /** Σ area². */
  readonly squares: number;
}

/**
 * 17 产业集聚度: the largest of the areas by industry, what all of them come to, and Σ area² for HHI = Σ share².
 * Of equal areas the first leads.
 * @param start where the areas begin, `kinds` of them
 */
export function concentrationOf(areas: ArrayLike<number>, start: number, kinds: number): Concentration {
  let leading = -1;
  let largest = 0;
  let known = 0;
  let squares = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const area = areas[start + kind] ?? 0;
    known += area;
    squares += area * area;
    if (area > largest) {
      leading = kind;
      largest = area;
    }
  }
  return { leading, largest, known, squares };
}
