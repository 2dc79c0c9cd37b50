/** Counting with days of the calendar. Dates are `YYYY-MM-DD`; anything else throws. */
import { type IsoDate, type IsoMonth, monthFromNumber } from './measure.ts';

interface Day {
  readonly year: number;
  /** 0–11 */
  readonly month: number;
  readonly day: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function dayOf(date: IsoDate): Day {
  const match = pattern.exec(date);
  if (!match) throw new Error(`invalid date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]) - 1, day: Number(match[3]) };
}

/** Days since 1970. Not through text: leases "for ever" end in 9999, and what lies after has five digits. */
function numberOf({ year, month, day }: Day): number {
  return Date.UTC(year, month, day) / 86_400_000;
}

/** The 31st of January and one month are the last of February. */
function movedBy({ year, month, day }: Day, months: number): Day {
  const total = year * 12 + month + months;
  const moved = { year: Math.floor(total / 12), month: total - Math.floor(total / 12) * 12 };
  const last = new Date(Date.UTC(moved.year, moved.month + 1, 0)).getUTCDate();
  return { ...moved, day: Math.min(day, last) };
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function plusMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = movedBy(dayOf(date), months);
  return `${monthFromNumber(year * 12 + month)}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month. @throws for what is no month */
export function lastDayOf(month: IsoMonth): IsoDate {
  const first = `${month}-01`;
  const { year, month: number } = dayOf(first);
  const next = movedBy({ year, month: number, day: 31 }, 0);
  return `${month}-${next.day}`;
}

/**
 * Years from one day to another: whole ones by the calendar, the rest as a share of the year in which it lies,
 * so that a birthday is a whole number and leap years make no difference to it.
 * @throws when `to` lies before `from`
 */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) throw new Error(`invalid term: ${from} – ${to}`);
  const [start, end] = [dayOf(from), dayOf(to)];
  const birthday = (years: number) => numberOf(movedBy(start, years * 12));
  const years = end.year - start.year;
  const whole = birthday(years) > numberOf(end) ? years - 1 : years;
  return whole + (numberOf(end) - birthday(whole)) / (birthday(whole + 1) - birthday(whole));
}

/** `2026-Q4` */
export type Quarter = `${string}-Q${1 | 2 | 3 | 4}`;

/** Quarters since year 0 of a day or a month. */
export function quarterNumber(date: IsoDate | IsoMonth): number {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  if (!match) throw new Error(`invalid date: ${date}`);
  return Number(match[1]) * 4 + Math.floor((Number(match[2]) - 1) / 3);
}

/** The inverse of {@link quarterNumber}. */
export function quarterFromNumber(quarters: number): Quarter {
  const year = Math.floor(quarters / 4);
  return `${String(year).padStart(4, '0')}-Q${(quarters - year * 4 + 1) as 1 | 2 | 3 | 4}`;
}
