/** Where the keyboard goes in a stacking plan. */
import type { Cell, LaidFloor, PlanLayout } from './layout.ts';

export interface Stand {
  /** Of a floor in `rows`. */
  readonly row: number;
  /** A piece of the floor; −1: its label. */
  readonly place: number;
  /** Where along the width the way up or down leads: it does not drift from floor to floor. */
  readonly along: number;
}

const page = 10;

function floorAt(layout: PlanLayout, row: number): LaidFloor | null {
  const found = layout.rows[row];
  return found?.kind === 'floor' ? found : null;
}

export function cellAt(layout: PlanLayout, { row, place }: Stand): Cell | null {
  return floorAt(layout, row)?.cells[place] ?? null;
}

/** Where a piece stands; null when the plan does not have it. */
export function standOf(layout: PlanLayout, id: string): Stand | null {
  const cell = layout.cellOf.get(id);
  const floor = cell ? floorAt(layout, cell.row) : null;
  if (!cell || !floor) return null;
  return { row: cell.row, place: floor.cells.indexOf(cell), along: middleOf(cell) };
}

/** The first piece of the top floor; null where there is none. */
export function firstStand(layout: PlanLayout): Stand | null {
  const row = layout.rows.findIndex(({ kind }) => kind === 'floor');
  return row < 0 ? null : standAt(layout, row, 0);
}

function standAt(layout: PlanLayout, row: number, place: number): Stand | null {
  const floor = floorAt(layout, row);
  if (!floor) return null;
  const at = Math.max(-1, Math.min(floor.cells.length - 1, place));
  const cell = floor.cells[at];
  return { row, place: at, along: cell ? middleOf(cell) : layout.left };
}

function middleOf({ x, width }: Cell): number {
  return x + width / 2;
}

/**
 * The stand after a key; the same where there is nothing further that way, null for a key that does not move.
 * Left of the first piece is the label of the floor. Up and down go to the piece above or below, gaps are skipped.
 * @param isFar with Ctrl: Home and End go to the ends of the building
 */
export function moved(layout: PlanLayout, stand: Stand, key: string, isFar: boolean): Stand | null {
  switch (key) {
    case 'ArrowLeft':
      return standAt(layout, stand.row, stand.place - 1);
    case 'ArrowRight':
      return standAt(layout, stand.row, stand.place + 1);
    case 'ArrowUp':
      return climbed(layout, stand, -1);
    case 'ArrowDown':
      return climbed(layout, stand, 1);
    case 'PageUp':
      return climbed(layout, stand, -page);
    case 'PageDown':
      return climbed(layout, stand, page);
    case 'Home':
      return isFar ? climbed(layout, stand, -layout.rows.length) : standAt(layout, stand.row, 0);
    case 'End':
      return isFar
        ? climbed(layout, stand, layout.rows.length)
        : standAt(layout, stand.row, Number.POSITIVE_INFINITY);
    default:
      return null;
  }
}

function climbed(layout: PlanLayout, stand: Stand, by: number): Stand {
  const floors = layout.rows.flatMap(({ kind }, row) => (kind === 'floor' ? [row] : []));
  const at = floors.indexOf(stand.row);
  const row = floors[Math.max(0, Math.min(floors.length - 1, at + by))];
  if (row === undefined || row === stand.row) return stand;
  if (stand.place < 0) return { row, place: -1, along: stand.along };
  const cells = floorAt(layout, row)?.cells ?? [];
  const over = cells.findIndex(({ x, width }) => stand.along < x + width);
  return { row, place: over < 0 ? cells.length - 1 : over, along: stand.along };
}
