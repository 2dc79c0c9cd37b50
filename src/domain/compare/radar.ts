/** A comparison as a radar chart: axes with a fixed scale each, so that a shape does not depend on its company. */
import type { Cell } from './cell.ts';
import type { CompareRow, RowId } from './rows.ts';

export const radarAxisIds = [
  'askingRent',
  'efficiency',
  'floorToFloorHeight',
  'clearHeight',
  'metroDistanceM',
  'managementFee',
] as const satisfies readonly RowId[];
export type RadarAxisId = (typeof radarAxisIds)[number];

/** Ends of an axis in the unit of its row: the worse at the centre, the better at the rim. */
export interface RadarScale {
  readonly centre: number;
  readonly rim: number;
}

/** Wide enough for offices, podiums and historic houses of a Chinese city centre. */
export const radarScales: Readonly<Record<RadarAxisId, RadarScale>> = {
  askingRent: { centre: 300, rim: 30 },
  efficiency: { centre: 0.5, rim: 0.9 },
  floorToFloorHeight: { centre: 2.5, rim: 6 },
  clearHeight: { centre: 2.2, rim: 4.5 },
  metroDistanceM: { centre: 1500, rim: 0 },
  managementFee: { centre: 45, rim: 5 },
};

export interface RadarPoint {
  /** Way from the centre (0) to the rim (1). */
  readonly share: number;
  /** The figure is outside of the scale and drawn at its end. */
  readonly isBeyond: boolean;
  /** The figure is a bound or "about": drawn where it is stated. */
  readonly isBound: boolean;
}

export interface RadarAxis {
  readonly row: CompareRow;
  readonly id: RadarAxisId;
  /** In the order of the columns; null is a gap: not known, not applicable or not here. */
  readonly points: readonly (RadarPoint | null)[];
}

/** A span is drawn at its worse end: all that is offered is at least as good. */
function worseEnd(cell: Extract<Cell, { readonly kind: 'figure' }>, { centre, rim }: RadarScale): number {
  const upper = cell.upper ?? cell.value;
  return rim > centre ? Math.min(cell.value, upper) : Math.max(cell.value, upper);
}

export function radarPoint(cell: Cell, scale: RadarScale): RadarPoint | null {
  if (cell?.kind !== 'figure') return null;
  const share = (worseEnd(cell, scale) - scale.centre) / (scale.rim - scale.centre);
  const within = Math.min(1, Math.max(0, share));
  return { share: within, isBeyond: within !== share, isBound: cell.bound !== 'exact' };
}

/** All axes in their fixed order, those that nobody can fill included: a gap is an answer too. */
export function radarAxes(rows: readonly CompareRow[]): readonly RadarAxis[] {
  return radarAxisIds.flatMap((id) => {
    const row = rows.find((known) => known.id === id);
    return row ? [{ id, row, points: row.cells.map((cell) => radarPoint(cell, radarScales[id])) }] : [];
  });
}

/**
 * The strokes of one column: runs of neighbouring axes that are known, as places in the list of axes. A closed
 * run comes back to its start; a single known axis is a run of one.
 */
export interface RadarRun {
  readonly axes: readonly number[];
  readonly isClosed: boolean;
}

export function radarRuns(points: readonly (RadarPoint | null)[]): readonly RadarRun[] {
  const count = points.length;
  const gap = points.indexOf(null);
  if (count === 0) return [];
  if (gap < 0) return [{ axes: points.map((_, i) => i), isClosed: true }];
  const runs: number[][] = [];
  let run: number[] = [];
  for (let step = 1; step <= count; step++) {
    const axis = (gap + step) % count;
    if (points[axis]) {
      run.push(axis);
      continue;
    }
    if (run.length > 0) runs.push(run);
    run = [];
  }
  return runs.map((axes) => ({ axes, isClosed: false }));
}
