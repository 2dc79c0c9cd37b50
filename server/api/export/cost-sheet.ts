/** A reckoning of costs as live sheets: what may be changed, what follows from it, and the months behind it. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { fen } from '#domain/cost/money.ts';
import { costItems } from '#domain/cost/occupancy.ts';
import type { Bound } from '#domain/measure.ts';
import type { Figures } from '#domain/words/figures.ts';
import { boundSigns } from './columns.ts';
import {
  boundedSteps,
  resultBoundFormulas,
  resultBounds,
  stepBoundFormulas,
  stepBounds,
} from './cost-bounds.ts';
import type { CostCase } from './cost-case.ts';
import { type FormulaContext, resultFormulas, stepFormulas } from './cost-formulas.ts';
import {
  areaFormat,
  formats,
  type InputCell,
  ownInputBound,
  ownInputCell,
  refusalOf,
  sharedInputCell,
} from './cost-inputs.ts';
import {
  ownInputs,
  type ResultRow,
  resultRows,
  type StepRow,
  sharedCell,
  sharedInputs,
  spaceCells,
  stepRows,
} from './cost-layout.ts';
import { costWords } from './cost-words.ts';
import { flowSheet } from './flow-sheet.ts';
import type { Sheet, SheetCell, Validation } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

/**
 * One sheet of inputs and results for all spaces beside each other, and one of months for each. Every figure but
 * the inputs is a formula; what it comes to is the domain's figure, for programs that do not work formulas out.
 * @param cases at least one, all under the same assumptions
 */
export function costSheets(
  cases: readonly CostCase[],
  assumptions: CostAssumptions,
  figures: Figures,
  styles: Styles,
): readonly Sheet[] {
  const words = costWords[figures.words.locale];
  const spaces = cases.map((costed, place): Space => {
    const cells = spaceCells(place);
    return { costed, context: { words, unknown: figures.words.unknown, cells, flowSheet: flowName(place) } };
  });
  const validations: Validation[] = [];
  const rows = costRows(spaces, assumptions, { figures, styles, validations });
  const months = spaces.map(({ costed, context: { cells, flowSheet: name } }) =>
    flowSheet(costed, { words, cells, name, inputSheet: words.sheet }, styles),
  );
  return [
    {
      name: words.sheet,
      widths: [34, 18, ...cases.flatMap(() => [20, 6])],
      table: null,
      paper: { orientation: cases.length > 2 ? 'landscape' : 'portrait', pages: 1 },
      validations,
      rows,
    },
    ...months,
  ];

  function flowName(place: number): string {
    return cases.length === 1 ? words.flowSheet : `${words.flowSheet} ${place + 1}`;
  }
}

interface Space {
  readonly costed: CostCase;
  readonly context: FormulaContext;
}

interface Making {
  readonly figures: Figures;
  readonly styles: Styles;
  /** Filled with what may be typed. */
  readonly validations: Validation[];
}

type Row = readonly SheetCell[];

function costRows(spaces: readonly Space[], assumptions: CostAssumptions, making: Making): readonly Row[] {
  const { figures, styles } = making;
  const words = costWords[figures.words.locale];
  const label = (value: string): SheetCell => ({ value, style: styles.of('plain') });
  const heading = (value: string): SheetCell => ({ value, style: styles.of('heading') });
  const names = spaces.flatMap(({ costed }) => [heading(costed.name), heading(words.sign)]);
  const section = (name: string): Row => [heading(name), heading(words.unit), ...names];
  const shared = sharedInputs.map((input): Row => {
    const cell = sharedInputCell(input, assumptions, words);
    return [label(words.shared[input]), label(cell.unit), inputCell(cell, sharedCell(input), making)];
  });
  const own = ownInputs.map((input): Row => {
    const perSpace = spaces.flatMap(({ costed, context }) => {
      const cell = ownInputCell(input, costed, words);
      const bound = ownInputBound(input, costed);
      const address = context.cells.sign('own', input);
      return [
        inputCell(cell, context.cells.own(input), making),
        bound === null ? null : boundCell(bound, address, making),
      ];
    });
    const unit = spaces[0] ? ownInputCell(input, spaces[0].costed, words).unit : '';
    return [label(words.own[input]), label(unit), ...perSpace];
  });
  return [
    [{ value: words.title, style: styles.of('title') }],
    [{ value: words.hint, style: styles.of('muted') }],
    [heading(words.section.shared), heading(words.unit), heading(words.value)],
    ...shared,
    [],
    section(words.section.own),
    ...own,
    [],
    section(words.section.steps),
    ...stepRows.map(
      (row): Row => [
        label(words.steps[row]),
        label(stepUnit(row, words.units)),
        ...spaces.flatMap((space) => stepCells(row, space, styles)),
      ],
    ),
    [],
    section(words.section.results),
    ...resultRows.map(
      (row): Row => [
        label(words.results[row]),
        label(isPerSqm(row) ? words.units.yuanPerSqmMonth : words.units.yuan),
        ...spaces.flatMap((space) => resultCells(row, space, styles)),
      ],
    ),
  ];
}

function inputCell(cell: InputCell, address: string, { figures, styles, validations }: Making): SheetCell {
  const words = costWords[figures.words.locale];
  const cells = address.replaceAll('$', '');
  validations.push({ cells, allowed: cell.allowed, refusal: refusalOf(cell.allowed, words, figures) });
  return cell.value === null
    ? { value: figures.words.unknown, style: styles.of('mutedInput', cell.format) }
    : { value: cell.value, style: styles.of('input', cell.format) };
}

/** To be cleared by whoever types an exact figure. */
function boundCell(bound: Bound, address: string, { figures, styles, validations }: Making): SheetCell {
  const words = costWords[figures.words.locale];
  const allowed = { kind: 'list', words: Object.values(boundSigns).filter((sign) => sign !== '') } as const;
  const refusal = refusalOf(allowed, words, figures);
  validations.push({ cells: address.replaceAll('$', ''), allowed, refusal });
  return { value: boundSigns[bound], style: styles.of('input') };
}

function stepUnit(
  row: StepRow,
  units: { readonly sqm: string; readonly yuan: string; readonly yuanPerSqmMonth: string },
): string {
  if (row === 'missing') return '';
  if (row === 'gfaArea' || row === 'usableArea') return units.sqm;
  return row === 'statedRent' || row === 'netRent' || row === 'rentAndFee'
    ? units.yuanPerSqmMonth
    : units.yuan;
}

function isPerSqm(row: ResultRow): boolean {
  return row === 'perGfa' || row === 'perUsable' || row === 'netEffectiveRent';
}

function stepCells(row: StepRow, { costed, context }: Space, styles: Styles): readonly SheetCell[] {
  const value = stepValues(costed, context)[row];
  const isArea = row === 'gfaArea' || row === 'usableArea';
  const isRate = row === 'statedRent' || row === 'netRent' || row === 'rentAndFee';
  const format = isArea ? formats.area : isRate ? formats.rate : formats.money;
  const figure = formulaCell(
    value,
    stepFormulas(context)[row],
    styles.of('plain', isArea && typeof value === 'number' ? areaFormat(value) : format),
  );
  const bounded = boundedSteps.find((step) => step === row);
  if (!bounded) return [figure, null];
  const sign = boundSigns[stepBounds(costed)[bounded]];
  return [
    figure,
    formulaCell(sign, stepBoundFormulas(context.cells, context.words)[bounded], styles.of('plain')),
  ];
}

function resultCells(row: ResultRow, { costed, context }: Space, styles: Styles): readonly SheetCell[] {
  const look = costItems.some((item) => item === row) ? 'plain' : 'result';
  return [
    formulaCell(
      resultValues(costed, context.unknown)[row],
      resultFormulas(context)[row],
      styles.of(look, formats.money),
    ),
    formulaCell(
      boundSigns[resultBounds(costed)[row]],
      resultBoundFormulas(context.cells, context.words)[row],
      styles.of('plain'),
    ),
  ];
}

function formulaCell(value: number | string, formula: string, style: number): SheetCell {
  return { value, formula, style };
}

/** What steps and figures come to, for cells that refer to them. */
export function costValues(costed: CostCase, context: Pick<FormulaContext, 'words' | 'unknown'>) {
  return { steps: stepValues(costed, context), results: resultValues(costed, context.unknown) };
}

/** What each step comes to; money in 元. */
function stepValues(
  costed: CostCase,
  { words, unknown }: Pick<FormulaContext, 'words' | 'unknown'>,
): Readonly<Record<StepRow, number | string>> {
  const { cost, assumptions, subsidy } = costed;
  const { inputs, rows, totals, missing } = cost;
  const { gfaArea, usableArea, netRent, managementFee } = inputs;
  const yuan = (amount: number | undefined) => (amount === undefined ? '' : amount / 100);
  const cap = assumptions.subsidyAreaCap;
  const cappedArea = gfaArea && Math.min(gfaArea.value, cap ?? gfaArea.value);
  return {
    gfaArea: gfaArea?.value ?? unknown,
    usableArea: usableArea?.value ?? unknown,
    statedRent: costed.statedRent ?? unknown,
    netRent: netRent?.value ?? unknown,
    rentAndFee: netRent && managementFee ? netRent.value + managementFee.value : unknown,
    parkingMonthly: yuan(rows[1]?.parking),
    fitOutAll: yuan(rows[0]?.fitOut),
    deposit: yuan(rows[0]?.deposit),
    financing: yuan(totals?.depositFinancing),
    subsidyMonthly: totals === null ? '' : fen((cappedArea ?? 0) * assumptions.subsidyRate) / 100,
    subsidyOnce: totals === null ? '' : subsidy.once / 100,
    missing: missing.map((input) => words.missing[input]).join(words.separator),
  };
}

/** What each figure comes to; money in 元. */
function resultValues({ cost }: CostCase, unknown: string): Readonly<Record<ResultRow, number | string>> {
  const { totals, total, perGfa, perUsable, netEffectiveRent, presentValue } = cost;
  const items = costItems.map((item) => [item, totals === null ? unknown : totals[item] / 100] as const);
  return {
    ...(Object.fromEntries(items) as Record<(typeof costItems)[number], number | string>),
    total: total === null ? unknown : total.value / 100,
    perGfa: perGfa?.value ?? unknown,
    perUsable: perUsable?.value ?? unknown,
    netEffectiveRent: netEffectiveRent?.value ?? unknown,
    presentValue: presentValue === null ? unknown : presentValue.value / 100,
  };
}
