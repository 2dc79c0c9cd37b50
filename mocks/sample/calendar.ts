/** Dates by month number, as {@link monthNumber} counts them. */
import { type IsoDate, monthFromNumber } from '#domain/measure.ts';

export function dayOf(month: number, day: number): IsoDate {
  return `${monthFromNumber(month)}-${String(day).padStart(2, '0')}`;
}

/** Leases begin on the 1st or on the 16th. */
export type FirstDay = 1 | 16;

/** Last day of a lease that covers the month-ends up to `last`: that month's end, or the 15th after it. */
export function lastDayOf(last: number, firstDay: FirstDay): IsoDate {
  if (firstDay === 16) return dayOf(last + 1, 15);
  const year = Math.floor(last / 12);
  const days = new Date(Date.UTC(year, last - year * 12 + 1, 0)).getUTCDate();
  return dayOf(last, days);
}
