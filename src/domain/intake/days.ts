/** Days and months as they are typed, and as spreadsheets count them. */
import type { IsoDate, IsoMonth } from '../measure.ts';
import { plain } from './plain.ts';

/** `day` null: only a month was given; `month` null: only a year. */
export interface CalendarPart {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export type DayRead =
  | { readonly ok: true; readonly part: CalendarPart }
  | { readonly ok: false; readonly reason: 'notADate' | 'ambiguousDate' };

const notADate: DayRead = { ok: false, reason: 'notADate' };
const ambiguous: DayRead = { ok: false, reason: 'ambiguousDate' };

const yearFirst =
  /^(\d{4})\s*(?:年|[-/.])\s*(?:(\d{1,2})\s*(?:月份?|[-/.])?\s*(?:(\d{1,2})\s*[日号]?)?)?(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?$/i;
const yearLast = /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})$/;

function part(year: number, month: number | null, day: number | null): DayRead {
  if (year < 1500 || year > 2099) return notADate;
  if (month !== null && (month < 1 || month > 12)) return notADate;
  if (day !== null && month !== null) {
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    if (day < 1 || day > last) return notADate;
  }
  return { ok: true, part: { year, month, day } };
}

/** 2026-03-01, 2026/3/1, 2026.3, 2026年3月1日, 20260301, 202603, 2026年. Day and month first cannot be told apart. */
export function readDay(text: string): DayRead {
  const clean = plain(text);
  const match = yearFirst.exec(clean);
  if (match) {
    const [, year, month, day] = match;
    return part(
      Number(year),
      month === undefined ? null : Number(month),
      day === undefined ? null : Number(day),
    );
  }
  if (/^\d+$/.test(clean)) return readDigits(clean);
  return yearLast.test(clean) ? ambiguous : notADate;
}

function readDigits(digits: string): DayRead {
  const year = Number(digits.slice(0, 4));
  if (digits.length === 4) return part(year, null, null);
  if (digits.length === 6) return part(year, Number(digits.slice(4)), null);
  return digits.length === 8 ? part(year, Number(digits.slice(4, 6)), Number(digits.slice(6))) : notADate;
}

/**
 * A number in a column of dates: 2026, 202603, 20260301, or the days since 1900 that spreadsheets count.
 * 2026.1 may be January or October, whose 0 was lost.
 */
export function readDayNumber(value: number): DayRead {
  if (!Number.isInteger(value)) {
    if (value >= 20_000 && value < 80_000) return daySerial(Math.floor(value));
    const [year = '', month = ''] = String(value).split('.');
    if (year.length !== 4 || month.length > 2) return notADate;
    return month === '1' ? ambiguous : part(Number(year), Number(month), null);
  }
  return value >= 20_000 && value < 80_000 ? daySerial(value) : readDigits(String(value));
}

/** Day 60 of the 1900 system never was; all that is accepted here lies after it. */
function daySerial(serial: number): DayRead {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return part(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const two = (value: number) => String(value).padStart(2, '0');

/** null when the day is missing. */
export function isoDate({ year, month, day }: CalendarPart): IsoDate | null {
  return month === null || day === null ? null : `${year}-${two(month)}-${two(day)}`;
}

/** null when the month is missing. */
export function isoMonth({ year, month }: CalendarPart): IsoMonth | null {
  return month === null ? null : `${year}-${two(month)}`;
}

/** First and last day of 2024.1.1-2026.12.31, 2024年1月1日至2026年12月31日, 2024-01-01 ~ 2026-12-31. */
export function readTerm(text: string): readonly [DayRead, DayRead] | null {
  const clean = plain(text);
  const halves = clean.split(/\s*(?:至|到|~|∼|—+|–|－|\bto\b)\s*/);
  if (halves.length === 2) return [readDay(halves[0] ?? ''), readDay(halves[1] ?? '')];
  const dashed = /^(\d{4}[./年].*?)\s*-\s*(\d{4}[./年].*)$/.exec(clean) ?? /^(\S+) - (\S+)$/.exec(clean);
  return dashed ? [readDay(dashed[1] ?? ''), readDay(dashed[2] ?? '')] : null;
}
