/** The filtered set as a workbook: one sheet of buildings, one that says what they are. */
import type { BuildingItem } from '#contract/building.ts';
import { type Bound, bounds } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import type { Locale, Words } from '#domain/words/words.ts';
import { buildingItem } from '../building-item.ts';
import type { ReadModel } from '../read-model.ts';
import { type CellKind, type Column, columnsFor } from './columns.ts';
import { type Notes, notesOf } from './question-notes.ts';
import { type Sheet, type SheetCell, workbookEntries } from './workbook.ts';
import { workbookNotesEn, workbookNotesZh } from './workbook-notes.ts';
import type { Styles } from './workbook-styles.ts';
import type { ZipEntry } from './zip.ts';

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

const widths: Readonly<Record<CellKind, number>> = {
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

/** Rows are taken from the engine at once, before anybody else asks it something. */
export function xlsxEntries(model: ReadModel, query: Query, locale: Locale): Iterable<ZipEntry> {
  const rows = model.engine.allRows(query);
  const notes = notesOf(model, query, locale);
  const columns = columnsFor(model, locale);
  return workbookEntries((styles) => [
    {
      name: notes.headings.title,
      widths: columns.map(({ kind, heading }) => Math.max(widths[kind], Math.ceil(widthOf(heading) / 2) + 3)),
      table: { frozenColumns: 2 },
      rows: buildingRows(model, rows, columns, createCells(styles, notes.figures.words)),
    },
    notesSheet(model, notes, rows.length, styles),
  ]);
}

/** In digits: a Chinese character is as wide as two. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u10FF' ? 2 : 1;
  return width;
}

function* buildingRows(
  model: ReadModel,
  rows: Uint32Array,
  columns: readonly Column[],
  cells: ReturnType<typeof createCells>,
): Generator<readonly SheetCell[]> {
  yield columns.map(({ heading }) => ({ value: heading, style: cells.heading }));
  for (const row of rows) {
    const item = buildingItem(model, row);
    yield columns.map((column) => cells.of(column, item));
  }
}

/** Styles are looked up once, not for each of a million cells. */
function createCells(styles: Styles, words: Words) {
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
    of: ({ kind, cell, boundOf }: Column, item: BuildingItem): SheetCell => {
      const value = cell(item);
      if (value === '') return null;
      if (value === null || (typeof value === 'number' && !Number.isFinite(value)))
        return numberStyles.has(kind) || kind === 'date' ? mutedNumber : muted;
      if (typeof value === 'number')
        return { value, style: numberStyle(kind, boundOf ? boundOf(item) : 'exact', value) };
      const day = kind === 'date' ? dayNumber(value) : null;
      if (day === null) return { value, style: plain };
      return { value: day, style: value.length > 'yyyy-mm'.length ? dates.day : dates.month };
    },
  };
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

function notesSheet(model: ReadModel, notes: Notes, total: number, styles: Styles): Sheet {
  const { headings, figures } = notes;
  const { words } = figures;
  const texts = words.locale === 'zh' ? workbookNotesZh : workbookNotesEn;
  const signs = bounds.map((bound) => words.bound[bound].trim()).filter((sign) => sign !== '');
  const pairs: readonly (readonly [string, string | number])[] = [
    [headings.title, notes.district],
    [headings.filter, notes.filter],
    [headings.order, notes.order],
    [headings.count, total],
    [headings.asOf, notes.asOf],
    [headings.source, notes.source],
    [texts.seenBy, words.role[model.role]],
    ...(notes.query === '' ? [] : [[texts.query, notes.query] as const]),
    [texts.revision, model.revision],
    [words.unknown, texts.unknown(words.unknown)],
    [texts.bound, texts.boundNote(signs.join(' '))],
    [texts.rate, texts.rateNote],
    [texts.date, texts.dateNote],
    [texts.text, texts.textNote],
  ];
  const label = styles.of('label');
  const wrapped = styles.of('wrapped');
  const asOf = styles.of('wrapped', 'yyyy-mm-dd');
  return {
    name: texts.sheet,
    widths: [18, 100],
    table: null,
    rows: pairs.map(([name, value]) => [
      { value: name, style: label },
      name === headings.asOf
        ? { value: dayNumber(notes.asOf) ?? notes.asOf, style: asOf }
        : { value, style: wrapped },
    ]),
  };
}
