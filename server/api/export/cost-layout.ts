/** Where what stands in a reckoning of costs: addresses for its formulas. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { type CostItem, costItems } from '#domain/cost/occupancy.ts';
import { columnLetters } from './workbook.ts';

/** Assumptions that hold for all spaces, in the order of their rows. */
export const sharedInputs = [
  'areaBasis',
  'termMonths',
  'dayCount',
  'rentIncludesFee',
  'escalation',
  'firstStepMonths',
  'rentFreeMonths',
  'rentFree',
  'rentFreeCoversFee',
  'parkingSpaces',
  'parkingFee',
  'fitOut',
  'fitOutLifeMonths',
  'moving',
  'depositMonths',
  'depositCoversFee',
  'costOfCapital',
  'subsidyRate',
  'subsidyMonths',
  'subsidyAreaCap',
  'subsidyTotal',
  'discountRate',
] as const satisfies readonly (keyof CostAssumptions)[];
export type SharedInput = (typeof sharedInputs)[number];

/** What each space has of its own. */
export const ownInputs = ['area', 'rent', 'rentUnit', 'managementFee', 'efficiency'] as const;
export type OwnInput = (typeof ownInputs)[number];

/** What the months are counted from. */
export const stepRows = [
  'gfaArea',
  'usableArea',
  'statedRent',
  'netRent',
  'rentAndFee',
  'parkingMonthly',
  'fitOutAll',
  'deposit',
  'financing',
  'subsidyMonthly',
  'subsidyOnce',
  'missing',
] as const;
export type StepRow = (typeof stepRows)[number];

export const resultFigures = ['total', 'perGfa', 'perUsable', 'netEffectiveRent', 'presentValue'] as const;
export type ResultFigure = (typeof resultFigures)[number];
export type ResultRow = CostItem | ResultFigure;
export const resultRows: readonly ResultRow[] = [...costItems, ...resultFigures];

type OwnRow = OwnInput | StepRow | ResultRow;

/** Title, hint, and the heading of the first section come before it; a blank row and a heading before each next. */
const firstShared = 4;
const firstOwn = firstShared + sharedInputs.length + 2;
const firstStep = firstOwn + ownInputs.length + 2;
const firstResult = firstStep + stepRows.length + 2;

const sharedRow: Readonly<Record<SharedInput, number>> = placed(sharedInputs, firstShared);
const ownRow: Readonly<Record<OwnInput, number>> = placed(ownInputs, firstOwn);
const stepRow: Readonly<Record<StepRow, number>> = placed(stepRows, firstStep);
const resultRow: Readonly<Record<ResultRow, number>> = placed(resultRows, firstResult);

function placed<K extends string>(names: readonly K[], first: number): Readonly<Record<K, number>> {
  return Object.fromEntries(names.map((name, place) => [name, first + place])) as Record<K, number>;
}

/** Name and unit stand before the first space. */
const columnsBefore = 2;

/** Column of the figures of a space, from 0; its bounds stand in the next one. */
export function valueColumn(space: number): number {
  return columnsBefore + space * 2;
}

/** The cell of an assumption for all spaces, `$C$5`. */
export function sharedCell(input: SharedInput): string {
  return absolute(columnsBefore, sharedRow[input]);
}

function absolute(column: number, row: number): string {
  return `$${columnLetters(column)}$${row}`;
}

export interface SpaceCells {
  readonly own: (row: OwnInput) => string;
  readonly step: (row: StepRow) => string;
  readonly result: (row: ResultRow) => string;
  /** Of the bound beside a figure; names of inputs, steps and results that share a name are told apart by their kind. */
  readonly sign: (kind: 'own' | 'step' | 'result', row: OwnRow) => string;
}

/** Cells of the space at a place, from 0. */
export function spaceCells(space: number): SpaceCells {
  const column = valueColumn(space);
  const rows: Readonly<Record<'own' | 'step' | 'result', Readonly<Partial<Record<OwnRow, number>>>>> = {
    own: ownRow,
    step: stepRow,
    result: resultRow,
  };
  return {
    own: (row) => absolute(column, ownRow[row]),
    step: (row) => absolute(column, stepRow[row]),
    result: (row) => absolute(column, resultRow[row]),
    sign: (kind, row) => absolute(column + 1, rows[kind][row] ?? 0),
  };
}
