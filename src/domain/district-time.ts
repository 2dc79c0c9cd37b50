/** Day and time where the district lies, in UTC+8 all year. */
import type { IsoDate } from './measure.ts';

/** `YYYY-MM-DDThh:mm:ss.sss` of the clocks there, without a zone. */
export function districtTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, -1);
}

/** The moment at which a day begins there; null for what is no day, such as 2026-02-30. */
export function districtDayBegins(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const begins = new Date(`${day}T00:00:00.000+08:00`);
  return Number.isNaN(begins.getTime()) || districtDay(begins) !== day ? null : begins;
}

export function districtDay(at: Date): IsoDate {
  return districtTime(at).slice(0, 10);
}
