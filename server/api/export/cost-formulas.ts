/** The formulas of a reckoning of costs, one for each step and figure. `tests/formulas.ts` works them out. */
import { costItems } from '#domain/cost/occupancy.ts';
import {
  type ResultRow,
  type SharedInput,
  type SpaceCells,
  type StepRow,
  sharedCell,
} from './cost-layout.ts';
import type { CostWords } from './cost-words.ts';
import { type FlowColumn, flowRange } from './flow-layout.ts';

/** What formulas of one space refer to. */
export interface FormulaContext {
  readonly words: CostWords;
  /** The word of what is not known. */
  readonly unknown: string;
  readonly cells: SpaceCells;
  /** Name of the sheet with the months of the space. */
  readonly flowSheet: string;
}

/** A text in a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function isNumber(cell: string): string {
  return `ISNUMBER(${cell})`;
}

/** An amount in 元 to the 分. */
export function toFen(amount: string): string {
  return `ROUND(${amount},2)`;
}

/** Whether a switch is on, as a condition. */
export function isOn(input: SharedInput, { choices }: CostWords): string {
  return `${sharedCell(input)}=${quoted(choices.yes)}`;
}

export function stepFormulas(context: FormulaContext): Readonly<Record<StepRow, string>> {
  const { words, unknown, cells, flowSheet } = context;
  const { own, step } = cells;
  const none = quoted(unknown);
  const known = (cell: string, formula: string) => `IF(${isNumber(cell)},${formula},${none})`;
  const isUsable = `${sharedCell('areaBasis')}=${quoted(words.choices.usable)}`;
  const days = `IF(${sharedCell('dayCount')}=${quoted(words.choices.thirty)},30,365/12)`;
  const isDaily = `${own('rentUnit')}=${quoted(words.choices.day)}`;
  const includesFee = isOn('rentIncludesFee', words);
  const [area, rent, fee, efficiency] = [own('area'), own('rent'), own('managementFee'), own('efficiency')];
  const [gfa, stated, net] = [step('gfaArea'), step('statedRent'), step('netRent')];
  const afterFee = known(fee, `IF(${stated}<${fee},${none},${stated}-${fee})`);
  const counted = (formula: string) => `IF(${step('missing')}="",${formula},"")`;
  const feeInDeposit = `IF(${isOn('depositCoversFee', words)},${fee},0)`;
  const cap = sharedCell('subsidyAreaCap');
  const cappedArea = `MIN(${gfa},IF(${isNumber(cap)},${cap},${gfa}))`;
  const sumOf = (column: FlowColumn) => `SUM(${flowRange(flowSheet, column)})`;
  return {
    gfaArea: known(area, `IF(${isUsable},${known(efficiency, `${area}/${efficiency}`)},${area})`),
    usableArea: known(area, `IF(${isUsable},${area},${known(efficiency, `${area}*${efficiency}`)})`),
    statedRent: known(rent, `IF(${isDaily},${rent}*${days},${rent})`),
    netRent: known(stated, `IF(${includesFee},${afterFee},${stated})`),
    rentAndFee: `IF(AND(${isNumber(net)},${isNumber(fee)}),${net}+${fee},${none})`,
    parkingMonthly: counted(toFen(`${sharedCell('parkingSpaces')}*${sharedCell('parkingFee')}`)),
    fitOutAll: counted(toFen(`${gfa}*${sharedCell('fitOut')}`)),
    deposit: counted(toFen(`${gfa}*(${net}+${feeInDeposit})*${sharedCell('depositMonths')}`)),
    financing: counted(
      toFen(`${step('deposit')}*${sharedCell('costOfCapital')}*(${sharedCell('termMonths')}/12)`),
    ),
    subsidyMonthly: counted(toFen(`${cappedArea}*${sharedCell('subsidyRate')}`)),
    subsidyOnce: counted(
      `MIN(${toFen(sharedCell('subsidyTotal'))},${toFen(`${sumOf('rent')}-${sumOf('rateSubsidy')}`)})`,
    ),
    missing: missingFormula(context, includesFee),
  };
}

/** What stops a total, in words; empty when nothing does. */
function missingFormula({ words, cells }: FormulaContext, includesFee: string): string {
  const { own, step } = cells;
  const { missing, separator } = words;
  const named = (input: keyof typeof missing) => quoted(separator + missing[input]);
  const unless = (cell: string, otherwise: string) => `IF(${isNumber(cell)},"",${otherwise})`;
  const [stated, fee] = [step('statedRent'), own('managementFee')];
  const both = `AND(${includesFee},${isNumber(stated)},${isNumber(fee)})`;
  const parts = [
    unless(step('gfaArea'), `IF(${isNumber(own('area'))},${named('efficiency')},${named('area')})`),
    unless(stated, named('rent')),
    unless(fee, named('managementFee')),
    `IF(${both},IF(${stated}<${fee},${named('rentBelowFee')},""),"")`,
  ];
  return `MID(${parts.join('&')},${separator.length + 1},200)`;
}

export function resultFormulas({
  unknown,
  cells,
  flowSheet,
}: FormulaContext): Readonly<Record<ResultRow, string>> {
  const { step, result } = cells;
  const none = quoted(unknown);
  const isComplete = `${step('missing')}=""`;
  const counted = (formula: string) => `IF(${isComplete},${formula},${none})`;
  const sumOf = (column: FlowColumn) => `SUM(${flowRange(flowSheet, column)})`;
  const perSqm = (area: string) => `${result('total')}/${area}/${sharedCell('termMonths')}`;
  const usable = step('usableArea');
  const itemFormulas = costItems.map((item) => [item, counted(toFen(sumOf(item)))] as const);
  return {
    ...(Object.fromEntries(itemFormulas) as Record<(typeof costItems)[number], string>),
    total: counted(toFen(sumOf('total'))),
    perGfa: counted(perSqm(step('gfaArea'))),
    perUsable: `IF(AND(${isComplete},${isNumber(usable)}),${perSqm(usable)},${none})`,
    netEffectiveRent: `IF(${isNumber(step('netRent'))},${sumOf('perSqm')}/${sharedCell('termMonths')},${none})`,
    presentValue: counted(toFen(sumOf('discounted'))),
  };
}
