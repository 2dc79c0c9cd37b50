/** Months, quarters and years of a table, laid over the months of which something is known. */
import { type IsoMonth, monthFromNumber, monthNumber } from '../measure.ts';
import type { Axis } from './past/axis.ts';
import type { PeriodKind } from './spec.ts';

export interface Period {
  /** `2026-09`, `2026-Q3`, `2026` */
  readonly name: string;
  /** Months of the period that lie on the axis; `to < from` where none does. */
  readonly from: number;
  readonly to: number;
  /** Months of the period that do not: before anything is known, or after the data. */
  readonly outside: number;
}

const monthsOf: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** More periods than this are not one question. */
const mostPeriods = 600;

/** The periods that hold a month between `from` and `to`, in their order. @throws for what is no month, or too many */
export function periodsOf(
  axis: Axis,
  { from, to, period }: { readonly from: IsoMonth; readonly to: IsoMonth; readonly period: PeriodKind },
): readonly Period[] {
  const length = monthsOf[period];
  const [first, last] = [from, to].map((month) => {
    const number = monthNumber(month);
    if (number === null) throw new Error(`invalid month: ${month}`);
    return Math.floor(number / length);
  });
  const count = (last ?? 0) - (first ?? 0) + 1;
  if (count > mostPeriods) throw new Error(`invalid range of months: ${from} – ${to}`);
  return Array.from({ length: Math.max(0, count) }, (_, place) => {
    const begin = ((first ?? 0) + place) * length;
    const [start, end] = [begin - axis.first, begin - axis.first + length - 1];
    const [inFrom, inTo] = [Math.max(0, start), Math.min(axis.length - 1, end)];
    const outside = length - Math.max(0, inTo - inFrom + 1);
    return { name: nameOf(begin, period), from: inFrom, to: inTo, outside };
  });
}

function nameOf(month: number, period: PeriodKind): string {
  const name = monthFromNumber(month);
  if (period === 'month') return name;
  const year = name.slice(0, 4);
  return period === 'year' ? year : `${year}-Q${(month % 12) / 3 + 1}`;
}
