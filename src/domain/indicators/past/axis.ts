/** The months of which anything can be said, and the last day of each. */
import { type IsoDate, type IsoMonth, monthFromNumber, monthNumber } from '../../measure.ts';
import type { BuildingMonth } from '../../model/unit.ts';

/** Months by place: 0 is the first, `length − 1` that of the data. */
export interface Axis {
  /** Number of the first month, see `monthNumber`. */
  readonly first: number;
  readonly length: number;
  /** Last day of each month, of the last one the day of the data. */
  readonly days: readonly IsoDate[];
  /** The same as {@link dayKey}. */
  readonly dayKeys: Int32Array;
}

/** Ten years; more is not kept in memory. */
const mostMonths = 121;
/** Three years, the month before them and the year that ends with it, so that rolling years are whole. */
const leastMonths = 49;

/** From the month before the first report to the month of the data, three years and a rolling one at least. */
export function axisOf(asOf: IsoDate, months: readonly BuildingMonth[]): Axis {
  const last = monthNumber(asOf);
  if (last === null) throw new Error(`invalid date: ${asOf}`);
  const earliest = months.reduce<IsoMonth | null>(
    (found, { month }) => (found === null || month < found ? month : found),
    null,
  );
  const reported = earliest === null ? last : (monthNumber(earliest) ?? last);
  const length = Math.min(mostMonths, Math.max(leastMonths, last - reported + 2));
  const first = last - length + 1;
  const days = Array.from({ length }, (_, at) => (at === length - 1 ? asOf : lastDayOf(first + at)));
  return { first, length, days, dayKeys: Int32Array.from(days, dayKey) };
}

function lastDayOf(month: number): IsoDate {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${monthFromNumber(month)}-${days}`;
}

const zero = 48;

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - zero;
  return value;
}

/** 2026-10-31 → 20261031: days in their order, cheaper to compare than text. */
export function dayKey(date: IsoDate): number {
  return digits(date, 0, 4) * 10_000 + digits(date, 5, 7) * 100 + digits(date, 8, 10);
}

/** Place of a month or of a day's month on the axis; outside of 0 … length − 1 when it is not on it. */
export function placeOf(axis: Axis, date: IsoMonth | IsoDate): number {
  return digits(date, 0, 4) * 12 + digits(date, 5, 7) - 1 - axis.first;
}

/** A cell of a table that is known to have it. For one kind of table, which is quicker by half than for several. */
export function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}

/** The same of places and numbers of things. */
export function placeAt(values: Int32Array, index: number): number {
  return values[index] ?? -1;
}

export function add(values: Float64Array, index: number, amount: number): void {
  values[index] = (values[index] ?? 0) + amount;
}

export function addCount(values: Int32Array, index: number, amount: number): void {
  values[index] = (values[index] ?? 0) + amount;
}

/** Unknown until something is filled in. */
export function unknownColumn(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

/** Records mostly come in rows of one firm in one building: looking a text up again and again would cost most. */
export function lastKept(find: (id: string) => number): (id: string) => number {
  let last: string | null = null;
  let place = -1;
  return (id) => {
    if (id !== last) {
      last = id;
      place = find(id);
    }
    return place;
  };
}
