/** Adding up what the buildings of a group share, and the cells that follow. */
import { Inputs, type Share, type ShareOf } from './formulas/inputs.ts';
import { type Grouping, isEachAlone } from './grouping.ts';
import { at, placeAt, unknownColumn } from './past/axis.ts';
import type { Past } from './past/past.ts';
import type { Period } from './periods.ts';
import type { IndicatorColumn } from './spec.ts';

/** A table of one level: what its columns are worked out from. */
export interface Frame {
  readonly past: Past;
  readonly grouping: Grouping;
  readonly periods: readonly Period[];
}

/** Sums by group and period. */
export interface Sums {
  /** NaN: no building is in the figure. */
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly known: Float64Array;
  readonly weights: Float64Array;
}

export function emptySums({ grouping, periods }: Frame): Sums {
  const size = grouping.groups.length * periods.length;
  return {
    numerators: unknownColumn(size),
    denominators: unknownColumn(size),
    known: new Float64Array(size),
    weights: new Float64Array(size),
  };
}

export function addShare(sums: Sums, cell: number, share: Share): void {
  sums.weights[cell] = at(sums.weights, cell) + share.weight;
  if (Number.isNaN(share.numerator)) return;
  const isFirst = Number.isNaN(at(sums.numerators, cell));
  sums.numerators[cell] = share.numerator + (isFirst ? 0 : at(sums.numerators, cell));
  sums.denominators[cell] = share.denominator + (isFirst ? 0 : at(sums.denominators, cell));
  sums.known[cell] = at(sums.known, cell) + share.known;
}

/** Calls `visit` for each building of the question and each period with months on the axis. */
export function eachCell(
  { past, grouping, periods }: Frame,
  visit: (cell: number, building: number, period: Period) => void,
): void {
  for (let building = 0; building < past.buildings.length; building++) {
    const group = placeAt(grouping.groupOf, building);
    if (group < 0) continue;
    for (let place = 0; place < periods.length; place++) {
      const period = periods[place];
      if (period && period.to >= period.from) visit(group * periods.length + place, building, period);
    }
  }
}

/** What each building shares, of the figure that was asked for last: the next level mostly asks for the same. */
const lastShares = new WeakMap<
  Past,
  { readonly share: ShareOf; readonly periods: string; readonly sums: Sums }
>();

/** Room for `known` and `weights` is taken over from the figure before; memory costs more than all the rest. */
function sharesOf({ past, periods }: Frame, share: ShareOf): Sums {
  const asked = periods.map(({ from, name, to }) => `${name} ${from} ${to}`).join();
  const last = lastShares.get(past);
  const isSameSize = last?.periods === asked;
  if (last && isSameSize && last.share === share) return last.sums;
  const size = past.buildings.length * periods.length;
  const sums: Sums = {
    numerators: unknownColumn(size),
    denominators: unknownColumn(size),
    known: last && isSameSize ? last.sums.known.fill(0) : new Float64Array(size),
    weights: last && isSameSize ? last.sums.weights.fill(0) : new Float64Array(size),
  };
  const inputs = new Inputs(past);
  for (let building = 0; building < past.buildings.length; building++) {
    for (let place = 0; place < periods.length; place++) {
      const period = periods[place];
      if (!period || period.to < period.from) continue;
      const own = share(inputs.moveTo(building, period));
      if (own !== null) addShare(sums, building * periods.length + place, own);
    }
  }
  lastShares.set(past, { share, periods: asked, sums });
  return sums;
}

/**
 * Σ of what all buildings of each group share, to be made a column of before another figure is asked for. Where each
 * building is a group these are the shares themselves, not to be changed.
 */
export function addedShares(frame: Frame, share: ShareOf): Sums {
  const { grouping, past, periods } = frame;
  const shares = sharesOf(frame, share);
  if (isEachAlone(grouping, past.buildings.length)) return shares;
  const sums = emptySums(frame);
  for (let building = 0; building < past.buildings.length; building++) {
    const group = placeAt(grouping.groupOf, building);
    if (group >= 0) addRow(sums, group * periods.length, shares, building * periods.length, periods.length);
  }
  return sums;
}

/** {@link addShare} for all periods of a building: what most of the time of a table goes into. */
function addRow(sums: Sums, into: number, shares: Sums, from: number, length: number): void {
  const { denominators, known, numerators, weights } = sums;
  for (let place = 0; place < length; place++) {
    const [own, cell] = [from + place, into + place];
    weights[cell] = at(weights, cell) + at(shares.weights, own);
    const numerator = at(shares.numerators, own);
    if (Number.isNaN(numerator)) continue;
    const isFirst = Number.isNaN(at(numerators, cell));
    numerators[cell] = numerator + (isFirst ? 0 : at(numerators, cell));
    denominators[cell] = at(shares.denominators, own) + (isFirst ? 0 : at(denominators, cell));
    known[cell] = at(known, cell) + at(shares.known, own);
  }
}

/** What becomes of the sums of a group. */
export type Finish = (numerator: number, denominator: number) => number;

export const sum: Finish = (numerator) => numerator;

/** A ratio of sums; NaN where the denominator is nothing, or less than nothing. */
export const ratio: Finish = (numerator, denominator) =>
  denominator > 0 ? numerator / denominator : Number.NaN;

/** Makes cells of sums; NaN wherever no building is in the figure. What the sums are of has no denominators if it is none. */
export function columnOf(
  { numerators, denominators, known, weights }: Sums,
  finish: Finish,
  isRatio: boolean,
  details: (string | null)[] | null = null,
): IndicatorColumn {
  const size = numerators.length;
  const values = finish === sum ? numerators : unknownColumn(size);
  const coverages = unknownColumn(size);
  for (let cell = 0; cell < size; cell++) {
    const weight = at(weights, cell);
    if (weight > 0) coverages[cell] = Math.min(1, at(known, cell) / weight);
    const numerator = at(numerators, cell);
    if (!Number.isNaN(numerator)) values[cell] = finish(numerator, at(denominators, cell));
  }
  return {
    values,
    numerators,
    denominators: isRatio ? denominators : denominators.fill(Number.NaN),
    coverages,
    details,
  };
}
