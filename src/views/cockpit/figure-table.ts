/** The figures of a chart once, for its table on the page and for its CSV file. */
import { byteOrderMark, csvRecord } from '#domain/csv.ts';
import type { TwinRow } from '#views/chart-frame/twin-table.tsx';

type FigureCell = string | number | null;

export interface FigureColumn {
  readonly head: string;
  /** A number as the table shows it. */
  readonly write?: (value: number) => string;
}

export interface FigureTable {
  readonly columns: readonly FigureColumn[];
  /** Cells in the order of the columns, the first heads its row; numbers are unrounded, null is not known. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly FigureCell[] }[];
}

/** As `TwinFigures` takes them. */
export function twinOf({ columns, rows }: FigureTable): {
  readonly heads: readonly string[];
  readonly rows: readonly TwinRow[];
} {
  const text = (cell: FigureCell, at: number) =>
    typeof cell === 'number' ? (columns[at]?.write?.(cell) ?? String(cell)) : cell;
  return {
    heads: columns.map(({ head }) => head),
    rows: rows.map(({ key, cells }) => ({ key, cells: cells.map(text) })),
  };
}

/**
 * The figures as RFC 4180 text that Excel reads as UTF-8: numbers bare and unrounded.
 * @param unknown the word for what is not known, so that an empty cell is never taken for a zero
 */
export function csvOf({ columns, rows }: FigureTable, unknown: string): string {
  const records = [columns.map(({ head }) => head), ...rows.map(({ cells }) => cells)];
  return byteOrderMark + records.map((cells) => csvRecord(cells, unknown)).join('');
}
