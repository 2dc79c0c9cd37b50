/** A comparison as a sheet: a column for each building or unit, the costs as formulas at its end. */
import type { ComparedColumn } from '#domain/compare/file.ts';
import { type CompareRow, compareRows, type RowId } from '#domain/compare/rows.ts';
import type { Bound } from '#domain/measure.ts';
import type { Locale, Words } from '#domain/words/words.ts';
import { figuresIn, namesOf } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { boundSigns } from './columns.ts';
import { compareCell } from './compare-cells.ts';
import { compareWords } from './compare-words.ts';
import { resultBounds, stepBounds } from './cost-bounds.ts';
import type { CostCase } from './cost-case.ts';
import { areaFormat, formats } from './cost-inputs.ts';
import { type ResultRow, resultRows, spaceCells } from './cost-layout.ts';
import { costValues } from './cost-sheet.ts';
import { costWords } from './cost-words.ts';
import { sheetReference } from './flow-layout.ts';
import type { Headings } from './headings.ts';
import { headingsIn } from './question-notes.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

/** One column: what is compared, under which name and id, and what it costs. */
export interface Compared {
  readonly name: string;
  /** As addresses write it. */
  readonly id: string;
  readonly column: ComparedColumn;
  readonly costed: CostCase;
}

type Row = readonly SheetCell[];

export function compareSheet(
  model: ReadModel,
  compared: readonly Compared[],
  locale: Locale,
  styles: Styles,
): Sheet {
  const words = compareWords[locale];
  const figures = figuresIn(locale);
  const making = { figures, names: namesOf(model.portfolio, locale), styles };
  const heading = (value: string): SheetCell => ({ value, style: styles.of('heading') });
  const plain = (value: string): SheetCell => ({ value, style: styles.of('plain') });
  const right = (value: string): SheetCell => ({ value, style: styles.of('compared') });
  const { synthetic, sample, published } = headingsIn(locale);
  const start = (group: string, name: string, unit: string, difference = '', rule = ''): Row =>
    [group, name, unit, difference, rule].map((text) => (text === '' ? null : plain(text)));
  const rowCells = ({ id, group, unit, rule, difference, cells, best }: CompareRow): Row => [
    ...start(
      words.groups[group],
      rowName(id, locale),
      unitWord(unit, figures.words),
      words.differences[difference],
      words.rules[rule],
    ),
    ...cells.map((cell, place) => compareCell(unit, cell, best[place] ?? false, making)),
  ];
  return {
    name: words.sheet,
    widths: [18, 24, 16, 12, 9, ...compared.map(() => 24)],
    table: { frozenColumns: 2 },
    paper: { orientation: 'landscape' },
    rows: [
      [
        words.group,
        words.row,
        words.unit,
        words.difference,
        words.rule,
        ...compared.map(({ name }) => name),
      ].map(heading),
      [...start(words.groups.file, words.id, ''), ...compared.map(({ id }) => right(id))],
      [
        ...start(words.groups.file, synthetic, ''),
        ...compared.map(({ column }) => right(column.file.synthetic ? sample : published)),
      ],
      ...compareRows(compared.map(({ column }) => column)).map(rowCells),
      ...costRows(compared, locale, styles, (name, unit) => start(words.cost, name, unit)),
    ],
  };
}

function rowName(id: RowId, locale: Locale): string {
  const own: Readonly<Partial<Record<RowId, string>>> = compareWords[locale].rows;
  return own[id] ?? String(headingsIn(locale)[id as keyof Headings]);
}

/** Rates carry their sign, and words have no unit. */
function unitWord(unit: CompareRow['unit'], { unit: units }: Words): string {
  if (unit === 'distance') return units.m;
  return unit === 'sqm' || unit === 'm' || unit === 'yuanPerSqmMonth' || unit === 'yuanPerSqmYear'
    ? units[unit]
    : '';
}

const stepsShown = ['gfaArea', 'usableArea', 'netRent'] as const;

/** Each cell refers to the sheet of costs, and changes with its inputs. */
function costRows(
  compared: readonly Compared[],
  locale: Locale,
  styles: Styles,
  start: (name: string, unit: string) => Row,
): readonly Row[] {
  const words = costWords[locale];
  const { unknown } = figuresIn(locale).words;
  const columns = compared.map(({ costed }, place) => ({
    cells: spaceCells(place),
    values: costValues(costed, { words, unknown }),
    stepBounds: stepBounds(costed),
    resultBounds: resultBounds(costed),
  }));
  const figures: readonly CostFigure[] = [
    ...stepsShown.map((step) => ({
      name: words.steps[step],
      unit: step === 'netRent' ? words.units.yuanPerSqmMonth : words.units.sqm,
      isResult: false,
      formatOf: (value: number | null) => (step === 'netRent' ? formats.rate : areaFormat(value)),
      cells: columns.map(({ cells, values, stepBounds: bounds }) => ({
        value: values.steps[step],
        address: cells.step(step),
        bound: bounds[step],
        sign: cells.sign('step', step),
      })),
    })),
    ...resultRows.map((figure) => ({
      name: words.results[figure],
      unit: isPerSqm(figure) ? words.units.yuanPerSqmMonth : words.units.yuan,
      isResult: figure === 'total' || isPerSqm(figure),
      formatOf: () => formats.money,
      cells: columns.map(({ cells, values, resultBounds: bounds }) => ({
        value: values.results[figure],
        address: cells.result(figure),
        bound: bounds[figure],
        sign: cells.sign('result', figure),
      })),
    })),
  ];
  return figures.flatMap((figure) => figureRows(figure, locale, styles, start));
}

interface CostFigure {
  readonly name: string;
  readonly unit: string;
  readonly isResult: boolean;
  readonly formatOf: (value: number | null) => string;
  readonly cells: readonly {
    readonly value: number | string;
    /** Of the figure and of its bound, on the sheet of costs. */
    readonly address: string;
    readonly bound: Bound;
    readonly sign: string;
  }[];
}

/** A figure, and its bounds in a row of their own where there are any. */
function figureRows(
  { name, unit, isResult, formatOf, cells }: CostFigure,
  locale: Locale,
  styles: Styles,
  start: (name: string, unit: string) => Row,
): readonly Row[] {
  const here = sheetReference(costWords[locale].sheet);
  const look = isResult ? 'result' : 'compared';
  const figures = cells.map(({ value, address }): SheetCell => {
    const format = formatOf(typeof value === 'number' ? value : null);
    return { value, formula: here + address, style: styles.of(look, format) };
  });
  const row: Row = [...start(name, unit), ...figures];
  if (cells.every(({ bound }) => bound === 'exact')) return [row];
  const signs = cells.map(
    ({ bound, sign }): SheetCell => ({
      value: boundSigns[bound],
      formula: here + sign,
      style: styles.of('compared'),
    }),
  );
  return [row, [...start(headingsIn(locale).boundOf(name), ''), ...signs]];
}

function isPerSqm(row: ResultRow): boolean {
  return row === 'perGfa' || row === 'perUsable' || row === 'netEffectiveRent';
}
