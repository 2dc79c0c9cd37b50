/** Months, quarters and years as the cockpit names them: `2026-09`, `2026-Q3`, `2026`. */
import type { IsoDate, IsoMonth } from '../measure.ts';
import { type CockpitAddress, type CockpitPeriod, now } from './address.ts';

/** How many of them make a year. */
export const periodsPerYear: Readonly<Record<CockpitPeriod, number>> = { month: 12, quarter: 4, year: 1 };

/** The period that holds a month. */
export function periodOf(month: IsoMonth, period: CockpitPeriod): string {
  const year = month.slice(0, 4);
  if (period === 'year') return year;
  return period === 'month' ? month : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** The last month of a period. */
export function lastMonthOf(period: string): IsoMonth {
  const year = period.slice(0, 4);
  if (period.length === 4) return `${year}-12`;
  const quarter = /-Q([1-4])$/.exec(period)?.[1];
  return quarter === undefined ? period : `${year}-${String(Number(quarter) * 3).padStart(2, '0')}`;
}

/** Whether a period is over: the month of the data is running until the next begins, and reports come after it. */
function isWhole(period: string, asOf: IsoDate): boolean {
  return lastMonthOf(period) < asOf.slice(0, 7);
}

export interface PeriodsOnRecord {
  /** Oldest first. */
  readonly periods: readonly string[];
  /** Last day of the data. */
  readonly asOf: IsoDate;
}

/** Place of the last period that is whole; of the first where none is. */
export function latestPlace({ periods, asOf }: PeriodsOnRecord): number {
  return Math.max(
    0,
    periods.findLastIndex((period) => isWhole(period, asOf)),
  );
}

/**
 * Place of the period that an address speaks of. A month outside of what is on record is the nearest that is.
 */
export function placeOf(
  { month, period }: Pick<CockpitAddress, 'month' | 'period'>,
  record: PeriodsOnRecord,
): number {
  if (month === null) return latestPlace(record);
  const last = record.periods.length - 1;
  if (month === now) return last;
  const own = periodOf(month, period);
  const at = record.periods.findIndex((one) => one >= own);
  return at < 0 ? last : at;
}

/** How an address speaks of a place: the inverse of {@link placeOf}. */
export function monthAt(at: number, record: PeriodsOnRecord): CockpitAddress['month'] {
  const period = record.periods[at];
  if (at === latestPlace(record) || period === undefined) return null;
  return at === record.periods.length - 1 ? now : lastMonthOf(period);
}

/** The month as of whose end a period is looked at: its last, or that of the data where it is not over. */
export function lastMonthIn(at: number, { periods, asOf }: PeriodsOnRecord): IsoMonth {
  const period = periods[at];
  const reached = asOf.slice(0, 7);
  if (period === undefined) return reached;
  const last = lastMonthOf(period);
  return last < reached ? last : reached;
}

/** Place of the known value that lies nearest to one that is not, the later of two; null where the value is known, or none is. */
export function nearestKnown(values: readonly (number | null)[], at: number): number | null {
  if (values[at] != null) return null;
  const known = values.flatMap((value, place) => (value === null ? [] : [place]));
  return known.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - at) <= Math.abs(best - at) ? place : best),
    null,
  );
}
