/** The rows of a stacking plan from the top down: the floors on file, and where floors are missing between them. */
import type { SquareMetres } from '../measure.ts';
import { type PlanStorey, type StoreyCounts, sumOfAreas } from './storey.ts';

export interface FloorRow {
  readonly kind: 'floor';
  readonly storey: PlanStorey;
  /** The stated area or that of the units, whichever is more; null when neither is known. */
  readonly extent: SquareMetres | null;
  /** Area of the floor that no unit accounts for; null when the floor's area is not stated. */
  readonly unaccounted: SquareMetres | null;
  /** The units add up to more than the floor is said to have. */
  readonly isOverfull: boolean;
}

/** Floors `from` to `to` (the lower one first) of which nothing is on file. */
export interface GapRow {
  readonly kind: 'gap';
  readonly from: number;
  readonly to: number;
}

export type PlanRow = FloorRow | GapRow;

/** Areas are stated to the square metre or to 1/100 of it; less is rounding, not space. */
const tolerance: SquareMetres = 0.5;

/**
 * Rows from the top down. A floor that is not on file is never made up: it is part of a gap.
 * @param counts storeys that the building is said to have, which may be more than are on file
 */
export function planRows(
  storeys: readonly PlanStorey[],
  counts: StoreyCounts = { above: null, below: null },
): readonly PlanRow[] {
  const sorted = storeys.toSorted((a, b) => a.floor - b.floor);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest) return [];
  const deepest = -(counts.below ?? 0);
  const tallest = counts.above ?? 0;
  const rows: PlanRow[] = gapsBetween(Math.min(deepest, 0) - 1, lowest.floor);
  for (const [index, storey] of sorted.entries()) {
    rows.push(floorRow(storey));
    const next = sorted[index + 1];
    if (next) rows.push(...gapsBetween(storey.floor, next.floor));
  }
  rows.push(...gapsBetween(highest.floor, Math.max(tallest, 0) + 1));
  return rows.toReversed();
}

/** Whole floors strictly between two, from below; never over the ground, where there is no floor 0. */
function gapsBetween(lower: number, upper: number): GapRow[] {
  const from = Math.floor(lower) + 1;
  const to = Math.ceil(upper) - 1;
  const under = gap(from, Math.min(to, -1));
  const over = gap(Math.max(from, 1), to);
  return [...under, ...over];
}

function gap(from: number, to: number): GapRow[] {
  return from <= to ? [{ kind: 'gap', from, to }] : [];
}

function floorRow(storey: PlanStorey): FloorRow {
  const inUnits = sumOfAreas(storey.units.map(({ area }) => area));
  const hasUnits = storey.units.length > 0;
  const { area } = storey;
  const rest = area === null ? null : sumOfAreas([area, -inUnits]);
  return {
    kind: 'floor',
    storey,
    extent: area === null ? (hasUnits ? inUnits : null) : Math.max(area, inUnits),
    unaccounted: rest === null ? null : rest > tolerance ? rest : 0,
    isOverfull: rest !== null && rest < -tolerance,
  };
}
