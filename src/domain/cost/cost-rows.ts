/** Costs of several spaces beside each other, row by row: for the comparison, the panel and exports alike. */
import { bestOf, type Cell, type Difference, differenceOf } from '../compare/cell.ts';
import type { Quantity } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { itemBound } from './item-bound.ts';
import { type CostItem, costItems, type OccupancyCost, occupancyCost } from './occupancy.ts';
import { type PurchaseCase, purchaseCase } from './purchase.ts';
import type { CostSpace, MissingInput } from './space.ts';

/** The figures that a lease comes down to. */
export const costFigureIds = ['total', 'perGfa', 'perUsable', 'netEffectiveRent', 'presentValue'] as const;
export type CostFigureId = (typeof costFigureIds)[number];

/** In the order of the reckoning. */
export const costRowIds = [
  'gfaArea',
  'usableArea',
  'netRent',
  'feeRate',
  ...costItems,
  ...costFigureIds,
  'purchaseTotal',
  'againstLease',
] as const;
export type CostRowId = (typeof costRowIds)[number];

export interface CostCell {
  /** In the unit of the row; money in 元. null: not known, `missing` says why. */
  readonly quantity: Quantity | null;
  readonly missing: readonly MissingInput[];
  /** false: the row has nothing to say of the space, such as the purchase of one that is only let. */
  readonly isApplicable: boolean;
}

export interface CostCompareRow {
  readonly id: CostRowId;
  readonly unit: 'sqm' | 'yuan' | 'yuanPerSqmMonth';
  /**
   * `lower`: the lowest known figure is the best; `none`: no figure is better by itself. Sums are not as long as areas
   * differ: a smaller space costs less in all, which makes it no better.
   */
  readonly rule: 'lower' | 'none';
  /** In the order of the spaces. */
  readonly cells: readonly CostCell[];
  /** Which cells are surely the lowest; none that is unknown or about. */
  readonly best: readonly boolean[];
  readonly difference: Difference;
}

interface Counted {
  readonly space: CostSpace;
  readonly cost: OccupancyCost;
  /** null for a space that is not for sale. */
  readonly purchase: PurchaseCase | null;
}

export function isForSale({ tenure }: Pick<CostSpace, 'tenure'>): boolean {
  return tenure === 'sale' || tenure === 'both';
}

/** In the order of the reckoning: areas and rates, what is paid for, what it comes down to, and the purchase. */
export function costRows(
  spaces: readonly CostSpace[],
  assumptions: CostAssumptions,
): readonly CostCompareRow[] {
  const counted = spaces.map((space): Counted => {
    const purchase = isForSale(space) ? purchaseCase(space, assumptions) : null;
    return { space, cost: occupancyCost(space, assumptions), purchase };
  });
  const sumRule = hasOneArea(counted) ? 'lower' : 'none';
  const row = (
    id: CostRowId,
    unit: CostCompareRow['unit'],
    rule: CostCompareRow['rule'],
    read: (one: Counted) => CostCell,
  ): CostCompareRow => rowOf(id, unit, rule, counted.map(read));
  const purchases = counted.some(({ purchase }) => purchase !== null)
    ? [
        row('purchaseTotal', 'yuan', sumRule, purchaseTotal),
        row('againstLease', 'yuan', 'none', againstLease),
      ]
    : [];
  return [
    row('gfaArea', 'sqm', 'none', ({ cost }) => areaCell(cost, cost.inputs.gfaArea)),
    row('usableArea', 'sqm', 'none', ({ cost }) => areaCell(cost, cost.inputs.usableArea)),
    row('netRent', 'yuanPerSqmMonth', 'lower', ({ cost }) => cellOf(cost.inputs.netRent, rentMissing(cost))),
    row('feeRate', 'yuanPerSqmMonth', 'lower', ({ cost }) =>
      cellOf(cost.inputs.managementFee, ['managementFee']),
    ),
    ...costItems
      .filter((item) => counted.some(({ cost }) => isPaid(item, cost)))
      .map((item) => row(item, 'yuan', 'none', ({ cost }) => itemCell(item, cost, assumptions))),
    row('total', 'yuan', sumRule, ({ cost }) => figureCell('total', cost)),
    row('perGfa', 'yuanPerSqmMonth', 'lower', ({ cost }) => figureCell('perGfa', cost)),
    row('perUsable', 'yuanPerSqmMonth', 'lower', ({ cost }) => figureCell('perUsable', cost)),
    row('netEffectiveRent', 'yuanPerSqmMonth', 'lower', ({ cost }) => figureCell('netEffectiveRent', cost)),
    row('presentValue', 'yuan', sumRule, ({ cost }) => figureCell('presentValue', cost)),
    ...purchases,
  ];
}

/** Whether the gross ㎡ that are counted are the same wherever they are known. */
function hasOneArea(counted: readonly Counted[]): boolean {
  const areas = counted.flatMap(({ cost }) => cost.inputs.gfaArea?.value ?? []);
  return new Set(areas).size <= 1;
}

function rowOf(
  id: CostRowId,
  unit: CostCompareRow['unit'],
  rule: CostCompareRow['rule'],
  cells: readonly CostCell[],
): CostCompareRow {
  const compared = cells.map(comparedCell);
  return { id, unit, rule, cells, best: bestOf(compared, rule), difference: differenceOf(compared) };
}

/** That a row has nothing to say of a space is a value like any other. */
function comparedCell({ quantity, isApplicable }: CostCell): Cell {
  if (!isApplicable) return { kind: 'text', text: 'leaseOnly' };
  return quantity && { kind: 'figure', value: quantity.value, upper: null, bound: quantity.bound, spread: 0 };
}

function inYuan(fen: Quantity | null): Quantity | null {
  return fen && { ...fen, value: fen.value / 100 };
}

function cellOf(quantity: Quantity | null, missing: readonly MissingInput[]): CostCell {
  return { quantity, missing: quantity === null ? missing : [], isApplicable: true };
}

function rentMissing({ missing }: OccupancyCost): readonly MissingInput[] {
  const ofRent = missing.filter((input) => input === 'rent' || input === 'rentBelowFee');
  return ofRent.length > 0 ? ofRent : ['managementFee'];
}

function areaCell(cost: OccupancyCost, area: Quantity | null): CostCell {
  return cellOf(area, cost.missing.includes('area') ? ['area'] : ['efficiency']);
}

/** Always for rent and fee; the rest where it is assumed. A deposit comes back, so its row would be all zeroes. */
function isPaid(item: CostItem, { totals }: OccupancyCost): boolean {
  return item === 'rent' || item === 'managementFee' || (totals !== null && totals[item] !== 0);
}

/** Over the term, in 元. */
function itemCell(
  item: CostItem,
  { totals, inputs, missing }: OccupancyCost,
  assumptions: CostAssumptions,
): CostCell {
  const bound = itemBound(item, inputs, assumptions);
  return cellOf(totals && inYuan({ value: totals[item], bound }), missing);
}

/**
 * One figure of a lease in its own unit, and what it lacks.
 * @returns money in 元, not in 分
 */
export function figureCell(id: CostFigureId, cost: OccupancyCost): CostCell {
  switch (id) {
    case 'total':
    case 'presentValue':
      return cellOf(inYuan(cost[id]), cost.missing);
    case 'netEffectiveRent':
      return cellOf(cost.netEffectiveRent, rentMissing(cost));
    case 'perGfa':
      return cellOf(cost.perGfa, cost.missing);
    case 'perUsable': {
      const lacksEfficiency = cost.inputs.efficiency === null && !cost.missing.includes('efficiency');
      return cellOf(cost.perUsable, lacksEfficiency ? [...cost.missing, 'efficiency'] : cost.missing);
    }
  }
}

const inapplicable: CostCell = { quantity: null, missing: [], isApplicable: false };

function purchaseTotal({ purchase }: Counted): CostCell {
  return purchase === null ? inapplicable : cellOf(inYuan(purchase.total), purchase.missing);
}

function againstLease({ purchase }: Counted): CostCell {
  return purchase === null
    ? inapplicable
    : cellOf(inYuan(purchase.againstLease), [...purchase.missing, ...purchase.leaseMissing]);
}
