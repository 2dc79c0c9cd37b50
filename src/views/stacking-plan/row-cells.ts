/** How one floor is divided along its width. */
import type { FloorRow } from '#domain/stacking/plan-rows.ts';
import type { Cell } from './layout.ts';

export type RowCell = Pick<Cell, 'kind' | 'id' | 'unit' | 'area' | 'x' | 'width'>;

/** Narrower, and a unit can be neither seen nor pointed at. */
const narrowestCell = 4;
/** A rest narrower than this is a line, and nobody can tell it from one. */
const narrowestRest = 1;
const narrowestFloor = 24;

/**
 * The pieces of a floor from left to right, widths in proportion to their areas.
 * @param perSqm px for a ㎡; 0 when no floor's area is known
 * @param widest px of the widest floor: what a floor of unknown size is drawn with
 */
export function rowCells(
  { storey, extent, unaccounted }: FloorRow,
  perSqm: number,
  widest: number,
): RowCell[] {
  const whole = extent === null || extent <= 0 || perSqm === 0 ? widest : extent * perSqm;
  const width = Math.min(widest, Math.max(whole, narrowestFloor, storey.units.length * narrowestCell));
  const place = { x: 0, unit: null };
  if (storey.units.length === 0) {
    return [{ ...place, kind: 'blank', id: `blank ${storey.floor}`, area: storey.area, width }];
  }
  const rest = (unaccounted ?? 0) * perSqm;
  const hasRest = rest >= narrowestRest;
  const inUnits = hasRest ? Math.max(storey.units.length * narrowestCell, width - rest) : width;
  const shares = sharedWidths(
    storey.units.map(({ area }) => area),
    inUnits,
  );
  const cells: RowCell[] = [];
  let x = 0;
  for (const [index, unit] of storey.units.entries()) {
    const own = shares[index] ?? 0;
    cells.push({ kind: 'unit', id: unit.id, unit, area: unit.area, x, width: own });
    x += own;
  }
  if (hasRest) {
    cells.push({
      ...place,
      kind: 'rest',
      id: `rest ${storey.floor}`,
      area: unaccounted,
      x,
      width: width - x,
    });
  }
  return cells;
}

/**
 * Widths in proportion to areas, none below what can be seen; the wider ones give what the narrow ones lack. All
 * alike where there is not even that much room, or where no area is above 0.
 */
export function sharedWidths(areas: readonly number[], width: number): readonly number[] {
  const alike = () => areas.map(() => width / areas.length);
  if (areas.length * narrowestCell >= width) return alike();
  const isNarrow = new Set<number>();
  for (;;) {
    const room = width - isNarrow.size * narrowestCell;
    const total = areas.reduce((sum, area, index) => (isNarrow.has(index) ? sum : sum + area), 0);
    if (total <= 0) return alike();
    const widthOf = (index: number) =>
      isNarrow.has(index) ? narrowestCell : ((areas[index] ?? 0) / total) * room;
    const found = areas.flatMap((_, index) => (widthOf(index) < narrowestCell ? [index] : []));
    if (found.length === 0) return areas.map((_, index) => widthOf(index));
    for (const index of found) isNarrow.add(index);
  }
}
