/** A row of a comparison in words, whatever it was made from: facts of a file, or costs. */
import type { Cell, Difference, Value } from '#domain/compare/cell.ts';
import type { CellUnit, CompareGroup, CompareRow, RowId } from '#domain/compare/rows.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { cardMessages } from '#format/messages/card.ts';
import type { CompareLanguage } from './use-compare-words.ts';

export interface ShownCell {
  /** null: not here yet, or out of reach. */
  readonly text: string | null;
  /** `muted`: what is not known or does not apply. */
  readonly tone: 'known' | 'muted';
  readonly isBest: boolean;
}

export interface ShownRow {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** Counted in; null where the cells carry it or there is none. */
  readonly unit: string | null;
  /** Which end wins, in words; '' where it depends on who asks. */
  readonly rule: string;
  /** What else is to be said of the row; null where nothing is. */
  readonly note: string | null;
  readonly difference: Difference;
  /** Cells are figures, whose digits stand in line at the right. */
  readonly isFigures: boolean;
  readonly cells: readonly ShownCell[];
}

export interface ShownGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ShownRow[];
}

export function rowLabel(
  id: RowId,
  { compare, records }: Pick<CompareLanguage, 'compare' | 'records'>,
): string {
  const labels: Readonly<Record<string, string>> = { ...records.fields.building, ...compare.rows };
  return labels[id] ?? id;
}

function unitOf(unit: CellUnit, { figures }: CompareLanguage): string | null {
  switch (unit) {
    case 'sqm':
    case 'm':
    case 'yuanPerSqmMonth':
    case 'yuanPerSqmYear':
      return figures.words.unit[unit];
    default:
      return null;
  }
}

type Figure = Extract<Value, { readonly kind: 'figure' }>;

function figureText(unit: CellUnit, cell: Figure, { figures }: CompareLanguage): string {
  const { words } = figures;
  if (unit === 'distance') {
    const error = cell.spread > 0 ? ` ±${figures.distance(cell.spread)}` : '';
    return words.bound[cell.bound] + figures.distance(cell.value) + error;
  }
  const inUnit = (value: number) =>
    unit === 'count' ? figures.number(value, 0) : figures.inUnit(figureUnitOf(unit), value);
  const start = words.bound[cell.bound] + inUnit(cell.value);
  return cell.upper === null ? start : `${start}–${inUnit(cell.upper)}`;
}

function figureUnitOf(unit: CellUnit) {
  return unit === 'ratio' || unit === 'm' || unit === 'yuanPerSqmMonth' || unit === 'yuanPerSqmYear'
    ? unit
    : 'sqm';
}

function codeText(unit: CellUnit, code: string, language: CompareLanguage, names: NamesOf): string {
  const { figures, records } = language;
  const { words } = figures;
  if (unit === 'circle' || unit === 'subdistrict') return names(unit, code);
  const tables: Readonly<Partial<Record<CellUnit, Readonly<Record<string, string>>>>> = {
    unitStatus: records.unitStatus,
    green: words.green,
    tenure: words.tenure,
    grade: words.grade,
    industries: words.industry,
    protection: words.protectionClass,
  };
  return tables[unit]?.[code] ?? code;
}

function codesText(
  unit: CellUnit,
  codes: readonly string[],
  language: CompareLanguage,
  names: NamesOf,
): string {
  const { compare, figures } = language;
  if (unit === 'storeys') {
    const of = (place: string) => {
      const count = codes.find((code) => code.startsWith(`${place}:`))?.slice(place.length + 1) ?? '';
      return count === '' ? null : figures.number(Number(count), 0);
    };
    return compare.storeys(of('above'), of('below'));
  }
  if (unit === 'industries' && codes.length === 0) return compare.anybody;
  if (unit === 'grade') {
    const [grade = '', basis] = codes;
    const word = codeText(unit, grade, language, names);
    return basis === 'claim' ? cardMessages[figures.words.locale].claimed(word) : word;
  }
  return codes.map((code) => codeText(unit, code, language, names)).join(figures.words.listSeparator);
}

function valueText(unit: CellUnit, value: Value, language: CompareLanguage, names: NamesOf): string {
  const { compare, figures } = language;
  switch (value.kind) {
    case 'figure':
      return figureText(unit, value, language);
    case 'date':
      return figures.date(value.date);
    case 'codes':
      return codesText(unit, value.codes, language, names);
    case 'flag':
      return value.isYes ? compare.yes : compare.no;
    case 'text':
      return value.text;
    case 'inapplicable':
      return compare.inapplicable[value.why];
  }
}

/** One cell in words; the unit stands with the row. */
export function cellText(
  unit: CellUnit,
  cell: Cell,
  language: CompareLanguage,
  names: NamesOf,
): string | null {
  if (cell === undefined) return null;
  return cell === null ? language.figures.words.unknown : valueText(unit, cell, language, names);
}

function toneOf(cell: Cell): ShownCell['tone'] {
  return !cell || cell.kind === 'inapplicable' ? 'muted' : 'known';
}

const figureUnits: ReadonlySet<CellUnit> = new Set([
  'sqm',
  'ratio',
  'm',
  'distance',
  'yuanPerSqmMonth',
  'yuanPerSqmYear',
  'count',
]);

function shownRow(
  row: CompareRow,
  language: CompareLanguage,
  names: NamesOf,
  isToldApart: boolean,
): ShownRow {
  return {
    id: row.id,
    group: row.group,
    label: rowLabel(row.id, language),
    unit: unitOf(row.unit, language),
    rule: language.compare.rules[row.rule],
    note: isToldApart && row.difference === 'undecided' ? language.compare.undecided : null,
    difference: row.difference,
    isFigures: figureUnits.has(row.unit),
    cells: row.cells.map((cell, i) => ({
      text: cellText(row.unit, cell, language, names),
      tone: toneOf(cell),
      isBest: row.best[i] ?? false,
    })),
  };
}

/**
 * Rows by their groups, in the order in which they come.
 * @param isToldApart only differences are shown: a row that is there for what is not known says so
 */
export function shownGroups(
  rows: readonly CompareRow[],
  language: CompareLanguage,
  names: NamesOf,
  isToldApart: boolean,
): readonly ShownGroup[] {
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  return [...byGroup].map(([id, members]: [CompareGroup, readonly CompareRow[]]) => ({
    id,
    title: language.compare.groups[id],
    rows: members.map((row) => shownRow(row, language, names, isToldApart)),
  }));
}
