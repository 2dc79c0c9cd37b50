/** Spaces that are no block: pieces in one building, and what is only stated of a building without units. */
import type { Building } from '../model/building.ts';
import type { Unit } from '../model/unit.ts';
import { centi, type Offer } from './offer.ts';
import { type FoundSpace, findSpaces, type SpaceQuestion } from './spaces.ts';
import { spanOf } from './span.ts';

/** Units of one space, from the ground up. */
function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => a.floor - b.floor || a.position - b.position);
}

/**
 * Pieces that add up to the range: the largest runs first, until one more window is enough. Few pieces, not the
 * fewest that there could be. null: no such pieces, or one block would do.
 */
export function piecesOf(offer: Offer, { range }: SpaceQuestion): FoundSpace | null {
  const runs = offer.floors
    .flatMap((floor) => floor.runs.map((run) => ({ run, area: (run.areas.at(-1) ?? 0) / 100 })))
    .sort((a, b) => b.area - a.area);
  const taken: Unit[] = [];
  let [area, rent, priced] = [0, 0, 0];
  for (const [at, largest] of runs.entries()) {
    const left = runs.slice(at).map(({ run }) => run);
    const low = Math.max(0, range.low - area);
    const last = taken.length > 0 ? lastPiece(left, low, range.high - area) : null;
    if (last) {
      const units = inOrder([...taken, ...last.units]);
      return {
        kind: 'pieces',
        units,
        floors: [...new Set(units.map(({ floor }) => floor))],
        area: Math.round((area + (last.area ?? 0)) * 100) / 100,
        wholeArea: null,
        rent: rent + last.rent,
        pricedArea: priced + last.pricedArea,
      };
    }
    if (area + largest.area >= range.high) continue;
    taken.push(...largest.run.units);
    area += largest.area;
    rent += (largest.run.rents.at(-1) ?? 0) / 100;
    priced += (largest.run.priced.at(-1) ?? 0) / 100;
  }
  return null;
}

/** The smallest window of some runs that is enough and not too much. */
function lastPiece(runs: Offer['floors'][number]['runs'], low: number, high: number): FoundSpace | null {
  const floors = [{ floor: 0, runs, isWhole: false, area: 0, rent: 0, priced: 0 }];
  const [found] = findSpaces({ floors }, { range: { low, high }, target: low, maxFloors: 1, most: 1 });
  return found?.kind === 'part' ? null : (found ?? null);
}

/**
 * What a building without units may have: a part of what is stated to be on offer, as near to the target as it can
 * be; a part of the building where not even that is stated. null: it is surely too small, or too large and said to
 * be indivisible.
 */
export function statedSpace(
  building: Building,
  { range, search = range, target, admits = () => true }: SpaceQuestion,
): FoundSpace | null {
  const { statedAvailableArea, gfa, divisible } = building;
  const stated = spanOf(statedAvailableArea ?? null);
  const most = Math.min(
    stated.high,
    statedAvailableArea === null ? spanOf(gfa).high : Number.POSITIVE_INFINITY,
  );
  const low = divisible === false && statedAvailableArea !== null ? stated.low : 0;
  if (most < search.low || low > search.high || most === 0) return null;
  const wanted = target ?? statedAvailableArea?.value ?? null;
  const nearest = wanted === null ? null : Math.min(most, Math.max(low, wanted));
  // A budget for all of it may pay for less than what is best.
  const area = nearest === null || admits(centi(nearest), 0, 0) ? nearest : Math.max(low, search.low);
  const wholeArea = statedAvailableArea?.value ?? null;
  return { kind: 'asStated', units: [], floors: [], area, wholeArea, rent: 0, pricedArea: 0 };
}
