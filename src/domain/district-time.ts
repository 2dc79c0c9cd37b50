/** Day and time where the district lies, in UTC+8 all year. */
import type { IsoDate } from './measure.ts';

/** `YYYY-MM-DDThh:mm:ss.sss` of the clocks there, without a zone. */
export function districtTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, -1);
}

export function districtDay(at: Date): IsoDate {
  return districtTime(at).slice(0, 10);
}
