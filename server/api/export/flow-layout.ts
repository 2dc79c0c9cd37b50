/** Where what stands in the months of a reckoning of costs. */
import { costItems } from '#domain/cost/occupancy.ts';
import { assumptionSpecs } from '#domain/cost/range.ts';
import { columnLetters } from './workbook.ts';

/**
 * From left to right: how the rent came about, what is paid, what it adds up to, and what helps to count it. The
 * one-off subsidy has a column of its own: LibreOffice 7 takes a sum for 0 when rows that it is made of refer to it.
 */
export const flowColumns = [
  'month',
  'steps',
  'free',
  'perSqm',
  ...costItems,
  'total',
  'cumulative',
  'writtenOff',
  'subsidyMonth',
  'rateSubsidy',
  'onceSubsidy',
  'discounted',
] as const;
export type FlowColumn = (typeof flowColumns)[number];

/** Rows for the longest term there may be: a longer one typed into the workbook finds its months. */
export const lastMonth = assumptionSpecs.termMonths.max;

const headingRows = 1;

export function flowRow(month: number): number {
  return headingRows + 1 + month;
}

export function flowLetter(column: FlowColumn): string {
  return columnLetters(flowColumns.indexOf(column));
}

/** `'Cash flow'!$E$2:$E$362` */
export function flowRange(sheet: string, column: FlowColumn): string {
  const letter = flowLetter(column);
  return `${sheetReference(sheet)}$${letter}$${flowRow(0)}:$${letter}$${flowRow(lastMonth)}`;
}

/** `'Cash flow'!` */
export function sheetReference(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}
