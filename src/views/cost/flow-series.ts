/** What the chart of a cash flow draws: six kinds of payment at most, by year or by month. */
import type { CostItem, CostRow } from '#domain/cost/occupancy.ts';

export const seriesIds = ['rent', 'managementFee', 'parking', 'oneOff', 'deposit', 'subsidy'] as const;
export type SeriesId = (typeof seriesIds)[number];

const seriesOf: Readonly<Record<CostItem, SeriesId>> = {
  rent: 'rent',
  managementFee: 'managementFee',
  parking: 'parking',
  fitOut: 'oneOff',
  moving: 'oneOff',
  deposit: 'deposit',
  depositFinancing: 'deposit',
  subsidy: 'subsidy',
};

/** 元; what comes back is below 0. */
export type FlowMark = Readonly<Record<SeriesId | 'total' | 'cumulative', number>> & {
  /** Years or months, by `period`; 0 is the start. */
  readonly at: number;
};

export type Period = 'year' | 'month';

/** One mark a period; those without any payment stay, so that the axis has no gaps. */
export function flowMarks(rows: readonly CostRow[], period: Period): readonly FlowMark[] {
  const marks = new Map<number, Record<SeriesId | 'total' | 'cumulative' | 'at', number>>();
  for (const row of rows) {
    const at = period === 'year' ? Math.ceil(row.month / 12) : row.month;
    const mark = marks.get(at) ?? {
      at,
      rent: 0,
      managementFee: 0,
      parking: 0,
      oneOff: 0,
      deposit: 0,
      subsidy: 0,
      total: 0,
      cumulative: 0,
    };
    for (const item of Object.keys(seriesOf) as CostItem[]) mark[seriesOf[item]] += row[item] / 100;
    mark.total += row.total / 100;
    mark.cumulative = row.cumulative / 100;
    marks.set(at, mark);
  }
  return [...marks.values()];
}

/** Series that are paid at some time, in their fixed order. */
export function shownSeries(marks: readonly FlowMark[]): readonly SeriesId[] {
  return seriesIds.filter((id) => marks.some((mark) => Math.abs(mark[id]) >= 0.005));
}
