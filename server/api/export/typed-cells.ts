/** What stands in the cells of a workbook: each kind of value in its type, format and style. */

import type { Cell } from '#domain/csv.ts';
import { type Bound, bounds } from '#domain/measure.ts';
import type { Words } from '#domain/words/words.ts';
import type { CellKind } from './columns.ts';
import type { SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

type NumberKind = Exclude<CellKind, 'text' | 'longText' | 'sign' | 'date'>;

/** The first for whole numbers, the last for all others: `#,##0.##` would write 900 as "900.". */
const formats: Readonly<Record<NumberKind, readonly string[]>> = {
  rate: ['0.0#%'],
  count: ['#,##0'],
  area: ['#,##0', '#,##0.##'],
  money: ['#,##0.00'],
  height: ['0.0#'],
  distance: ['#,##0'],
  degrees: ['0.000000'],
};

/** In digits. */
export const kindWidths: Readonly<Record<CellKind, number>> = {
  text: 18,
  longText: 42,
  sign: 7,
  date: 12,
  rate: 10,
  count: 9,
  area: 13,
  money: 13,
  height: 10,
  distance: 11,
  degrees: 13,
};

/** In digits: a Chinese character is as wide as two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u10FF' ? 2 : 1;
  return width;
}

/** Styles are looked up once, not for each of a million cells. */
export function createTypedCells(styles: Styles, words: Words) {
  const plain = styles.of('plain');
  const muted: SheetCell = { value: words.unknown, style: styles.of('muted') };
  const mutedNumber: SheetCell = { value: words.unknown, style: styles.of('mutedNumber') };
  const numberStyles = new Map(
    Object.entries(formats).map(([kind, codes]) => [
      kind,
      new Map(
        bounds.map((bound) => [
          bound,
          codes.map((code) => styles.of('plain', withSign(words.bound[bound], code))),
        ]),
      ),
    ]),
  );
  const dates = { month: styles.of('plain', 'yyyy-mm'), day: styles.of('plain', 'yyyy-mm-dd') };
  const numberStyle = (kind: CellKind, bound: Bound, value: number) =>
    numberStyles
      .get(kind)
      ?.get(bound)
      ?.at(Number.isInteger(value) ? 0 : -1) ?? plain;
  return {
    heading: styles.of('heading'),
    /** '' leaves the cell empty, null is not known. */
    of: (kind: CellKind, value: Cell, bound: Bound = 'exact'): SheetCell => {
      if (value === '') return null;
      if (value === null || (typeof value === 'number' && !Number.isFinite(value)))
        return numberStyles.has(kind) || kind === 'date' ? mutedNumber : muted;
      if (typeof value === 'number') return { value, style: numberStyle(kind, bound, value) };
      const day = kind === 'date' ? dayNumber(value) : null;
      if (day === null) return { value, style: plain };
      return { value: day, style: value.length > 'yyyy-mm'.length ? dates.day : dates.month };
    },
  };
}

export type TypedCells = ReturnType<typeof createTypedCells>;

/** How a number of a kind is written; `sign` stands before it. */
export function numberFormat(kind: CellKind, value: number, sign: string): string {
  const codes = Object.hasOwn(formats, kind) ? formats[kind as NumberKind] : ['General'];
  return withSign(sign, codes.at(Number.isInteger(value) ? 0 : -1) ?? '');
}

/** `"≥ "#,##0`: the sign is seen and printed, the cell stays a number. */
function withSign(sign: string, format: string): string {
  return sign === '' ? format : `"${sign}"${format}`;
}

const millisecondsPerDay = 86_400_000;
/** Day 0 of spreadsheets is 1899-12-30, since they take 1900 for a leap year; before March 1900 they disagree. */
const dayOfEpoch = 25_569;
const firstSureDay = 61;

/** The number of a `YYYY-MM-DD` or of the first day of a `YYYY-MM`; null where a spreadsheet has none for it. */
export function dayNumber(date: string): number | null {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return null;
  const time = new Date(date);
  // The 30th of February would be taken for the 2nd of March.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(date)) return null;
  const day = time.getTime() / millisecondsPerDay + dayOfEpoch;
  return day >= firstSureDay ? day : null;
}
