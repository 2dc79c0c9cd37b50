/** Cash flows as a table and a chart show them: months, or the years that they make up. */
import type { Fen } from '#domain/measure.ts';

export interface FlowRow {
  /** 0 is the start. */
  readonly month: number;
  readonly amounts: readonly Fen[];
  readonly total: Fen;
  readonly cumulative: Fen;
}

export interface FlowColumn {
  readonly id: string;
  readonly label: string;
}

export interface Flow {
  readonly columns: readonly FlowColumn[];
  /** By month, the start first. */
  readonly rows: readonly FlowRow[];
}

/** A flow of the items that are paid at all; `always` stay even where they are zero throughout. */
export function flowOf<I extends string>(
  items: readonly I[],
  rows: readonly ({ readonly month: number; readonly total: Fen; readonly cumulative: Fen } & Readonly<
    Record<I, Fen>
  >)[],
  labels: Readonly<Record<I, string>>,
  always: readonly I[],
): Flow {
  const shown = items.filter((item) => always.includes(item) || rows.some((row) => row[item] !== 0));
  return {
    columns: shown.map((id) => ({ id, label: labels[id] })),
    rows: rows.map((row) => ({
      month: row.month,
      amounts: shown.map((item) => row[item]),
      total: row.total,
      cumulative: row.cumulative,
    })),
  };
}

export interface FlowYear {
  /** 0 is the start, alone. */
  readonly year: number;
  readonly months: readonly FlowRow[];
  /** Their sum; `month` is the last of them. */
  readonly sum: FlowRow;
}

function yearOf(month: number): number {
  return Math.ceil(month / 12);
}

/** Sums each column; the cumulative amount is the last one's. */
export function sumOf(rows: readonly FlowRow[]): FlowRow {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('invalid flow: no rows to sum');
  return {
    month: last.month,
    amounts: last.amounts.map((_, column) => rows.reduce((sum, row) => sum + (row.amounts[column] ?? 0), 0)),
    total: rows.reduce((sum, row) => sum + row.total, 0),
    cumulative: last.cumulative,
  };
}

export function flowYears(rows: readonly FlowRow[]): readonly FlowYear[] {
  const byYear = Map.groupBy(rows, ({ month }) => yearOf(month));
  return [...byYear].map(([year, months]) => ({ year, months, sum: sumOf(months) }));
}
