/** Cells of a comparison: figures as numbers in their format, the rest in words, the best of a row marked. */
import type { Cell, Value } from '#domain/compare/cell.ts';
import type { CellUnit } from '#domain/compare/rows.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { Figures } from '#domain/words/figures.ts';
import { tenancyWords } from '#domain/words/tenancy-words.ts';
import type { CellKind } from './columns.ts';
import { compareWords } from './compare-words.ts';
import { headingsIn } from './question-notes.ts';
import { dayNumber, numberFormat } from './typed-cells.ts';
import type { SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

export interface CompareCellMaking {
  readonly figures: Figures;
  readonly names: NamesOf;
  readonly styles: Styles;
}

/** Seen and printed, and the cell stays what it is. */
const bestMark = ' ★';

const kinds: Readonly<Partial<Record<CellUnit, CellKind>>> = {
  sqm: 'area',
  ratio: 'rate',
  m: 'height',
  distance: 'distance',
  yuanPerSqmMonth: 'money',
  yuanPerSqmYear: 'money',
  count: 'count',
};

/** @param cell undefined: the role may not see it */
export function compareCell(
  unit: CellUnit,
  cell: Cell,
  isBest: boolean,
  making: CompareCellMaking,
): SheetCell {
  const { figures, styles } = making;
  const { words } = figures;
  if (cell === undefined) return null;
  if (cell === null) return { value: words.unknown, style: styles.of('mutedNumber') };
  const look = isBest ? 'result' : 'compared';
  if (cell.kind === 'inapplicable')
    return { value: compareWords[words.locale].inapplicable[cell.why], style: styles.of('mutedNumber') };
  if (cell.kind === 'date') {
    const day = dayNumber(cell.date);
    const format = cell.date.length > 'yyyy-mm'.length ? 'yyyy-mm-dd' : 'yyyy-mm';
    if (day !== null) return { value: day, style: styles.of(look, marked(format, isBest)) };
  }
  if (cell.kind === 'figure' && cell.upper === null)
    return { value: cell.value, style: styles.of(look, figureFormat(unit, cell, isBest, making)) };
  const text = valueText(unit, cell, making);
  return { value: isBest ? text + bestMark : text, style: styles.of(look) };
}

type Figure = Extract<Value, { readonly kind: 'figure' }>;

function figureFormat(
  unit: CellUnit,
  { value, bound, spread }: Figure,
  isBest: boolean,
  { figures }: CompareCellMaking,
): string {
  const format = numberFormat(kinds[unit] ?? 'area', value, figures.words.bound[bound]);
  return marked(spread > 0 ? `${format}" ±${figures.number(spread, 0)}"` : format, isBest);
}

function marked(format: string, isBest: boolean): string {
  return isBest ? `${format}"${bestMark}"` : format;
}

function valueText(unit: CellUnit, value: Value, making: CompareCellMaking): string {
  const { figures } = making;
  const words = compareWords[figures.words.locale];
  const { yes, no } = headingsIn(figures.words.locale);
  switch (value.kind) {
    case 'figure':
      return (
        figures.words.bound[value.bound] +
        [value.value, value.upper].map((end) => spanEnd(end, figures)).join('–')
      );
    case 'date':
      return value.date;
    case 'codes':
      return codesText(unit, value.codes, making);
    case 'flag':
      return value.isYes ? yes : no;
    case 'text':
      return value.text;
    case 'inapplicable':
      return words.inapplicable[value.why];
  }
}

function spanEnd(end: number | null, { number }: Figures): string {
  return end === null ? '' : number(end, 2);
}

function codesText(unit: CellUnit, codes: readonly string[], { figures, names }: CompareCellMaking): string {
  const { words } = figures;
  const own = compareWords[words.locale];
  if (unit === 'storeys') {
    const of = (place: string) =>
      codes.find((code) => code.startsWith(`${place}:`))?.slice(place.length + 1) || null;
    return own.storeys(of('above'), of('below'));
  }
  if (unit === 'industries' && codes.length === 0) return own.anybody;
  if (unit === 'grade') {
    const [grade = '', basis = ''] = codes;
    const [word, basisWord] = [wordIn(words.grade, grade), wordIn(words.gradeBasis, basis)];
    return basis === '' ? word : own.claimed(word, basisWord);
  }
  const tables: Readonly<Partial<Record<CellUnit, Readonly<Record<string, string>>>>> = {
    unitStatus: tenancyWords[words.locale].unitStatus,
    green: words.green,
    tenure: words.tenure,
    industries: words.industry,
    protection: words.protectionClass,
  };
  const word = (code: string) =>
    unit === 'circle' || unit === 'subdistrict' ? names(unit, code) : wordIn(tables[unit] ?? {}, code);
  return codes.map(word).join(words.listSeparator);
}

function wordIn(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code;
}
