/** Rows are places in one catalogue. When another takes its place, what they point at stays what it was. */
import type { Loaded } from '#client/engine-protocol.ts';
import type { FindState, Pointed } from './find-store.ts';

type Rows = Pick<FindState, 'shown' | 'hovered' | 'tip' | 'selected'>;

/** The same buildings under the pointer and in the card, by their rows in the catalogue that is shown from now on. */
export function inCatalogue(state: Rows, shown: Loaded | null): Rows {
  const { hovered, tip, selected } = state;
  if (shown === state.shown || !shown) return { shown: state.shown, hovered, tip, selected };
  const rowOf = rowsFrom(state.shown, shown);
  const tipRow = tip && rowOf(tip.row);
  return {
    shown,
    hovered: hovered && moved(hovered, rowOf),
    tip: tip && tipRow !== null ? { ...tip, row: tipRow } : null,
    // A card whose building is gone is closed by whoever looks it up.
    selected: selected && { ...selected, row: rowOf(selected.row) ?? selected.row },
  };
}

function moved(hovered: Pointed, rowOf: (row: number) => number | null): Pointed | null {
  const row = rowOf(hovered.row);
  if (row === null) return null;
  return { ...hovered, row, rows: new Set([...hovered.rows].map(rowOf).filter((known) => known !== null)) };
}

/** null for a row whose building is gone. */
function rowsFrom(before: Loaded | null, after: Loaded): (row: number) => number | null {
  const places = new Map(after.ids.map((id, row) => [id, row]));
  return (row) => {
    const id = before?.ids[row];
    return id === undefined ? null : (places.get(id) ?? null);
  };
}
