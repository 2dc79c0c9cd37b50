/** Adding up what the buildings of a group share, and the cells that follow. */
import { Inputs, type Share, type ShareOf } from './formulas/inputs.ts';
import { type Grouping, isEachAlone } from './grouping.ts';
import { add, at } from './past/axis.ts';
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
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly known: Float64Array;
  readonly weights: Float64Array;
  /** Buildings that are in the figure. */
  readonly counts: Int32Array;
}

export function emptySums({ grouping, periods }: Frame): Sums {
  const size = grouping.groups.length * periods.length;
  return {
    numerators: new Float64Array(size),
    denominators: new Float64Array(size),
    known: new Float64Array(size),
    weights: new Float64Array(size),
    counts: new Int32Array(size),
  };
}

export function addShare(sums: Sums, cell: number, share: Share): void {
  sums.weights[cell] = at(sums.weights, cell) + share.weight;
  if (Number.isNaN(share.numerator)) return;
  sums.numerators[cell] = at(sums.numerators, cell) + share.numerator;
  sums.denominators[cell] = at(sums.denominators, cell) + share.denominator;
  sums.known[cell] = at(sums.known, cell) + share.known;
  sums.counts[cell] = at(sums.counts, cell) + 1;
}

/** Calls `visit` for each building of the question and each period with months on the axis. */
export function eachCell(
  { past, grouping, periods }: Frame,
  visit: (cell: number, inputs: Inputs, building: number, period: Period) => void,
): void {
  const inputs = new Inputs(past);
  for (let building = 0; building < past.buildings.length; building++) {
    const group = at(grouping.groupOf, building);
    if (group < 0) continue;
    for (let place = 0; place < periods.length; place++) {
      const period = periods[place];
      if (!period || period.to < period.from) continue;
      visit(group * periods.length + place, inputs.moveTo(building, period), building, period);
    }
  }
}

/** Σ of the shares of all buildings. */
export function sumsOf(
  frame: Frame,
  shareOf: (inputs: Inputs, building: number, period: Period) => Share | null,
): Sums {
  const sums = emptySums(frame);
  eachCell(frame, (cell, inputs, building, period) => {
    const share = shareOf(inputs, building, period);
    if (share !== null) addShare(sums, cell, share);
  });
  return sums;
}

/** What each building shares, of the figure that was asked for last: the next level mostly asks for the same. */
const lastShares = new WeakMap<
  Past,
  { readonly share: ShareOf; readonly periods: string; readonly sums: Sums }
>();

function sharesOf({ past, periods }: Frame, share: ShareOf): Sums {
  const asked = periods.map(({ from, name, to }) => `${name} ${from} ${to}`).join();
  const last = lastShares.get(past);
  if (last?.share === share && last.periods === asked) return last.sums;
  const groups = past.buildings.map(({ id }) => ({ id, buildings: 1 }));
  const groupOf = Int32Array.from(groups, (_, place) => place);
  const sums = sumsOf({ past, periods, grouping: { groups, groupOf } }, share);
  lastShares.set(past, { share, periods: asked, sums });
  return sums;
}

/** The same as {@link sumsOf}; what each building shares is worked out once for all levels. */
export function addedShares(frame: Frame, share: ShareOf): Sums {
  const { grouping, past, periods } = frame;
  const shares = sharesOf(frame, share);
  if (isEachAlone(grouping, past.buildings.length)) return copyOf(shares);
  const sums = emptySums(frame);
  for (let building = 0; building < past.buildings.length; building++) {
    const group = at(grouping.groupOf, building);
    if (group < 0) continue;
    const [from, into] = [building * periods.length, group * periods.length];
    for (let place = 0; place < periods.length; place++) {
      const [own, cell] = [from + place, into + place];
      add(sums.weights, cell, at(shares.weights, own));
      if (at(shares.counts, own) === 0) continue;
      add(sums.numerators, cell, at(shares.numerators, own));
      add(sums.denominators, cell, at(shares.denominators, own));
      add(sums.known, cell, at(shares.known, own));
      add(sums.counts, cell, 1);
    }
  }
  return sums;
}

/** Cells are made in the place of sums; a copy leaves these for the next. */
export function copyOf({ counts, denominators, known, numerators, weights }: Sums): Sums {
  return {
    numerators: numerators.slice(),
    denominators: denominators.slice(),
    known: known.slice(),
    weights: weights.slice(),
    counts: counts.slice(),
  };
}

/** What becomes of the sums of a group. */
export type Finish = (numerator: number, denominator: number) => number;

export const sum: Finish = (numerator) => numerator;

/** A ratio of sums; NaN where the denominator is nothing, or less than nothing. */
export const ratio: Finish = (numerator, denominator) =>
  denominator > 0 ? numerator / denominator : Number.NaN;

/** Makes cells of sums, in their place: NaN wherever no building is in the figure. */
export function columnOf(
  { numerators, denominators, known, weights, counts }: Sums,
  finish: Finish,
  isRatio: boolean,
  details: (string | null)[] | null = null,
): IndicatorColumn {
  for (let cell = 0; cell < counts.length; cell++) {
    const weight = at(weights, cell);
    known[cell] = weight > 0 ? Math.min(1, at(known, cell) / weight) : Number.NaN;
    if (at(counts, cell) === 0) {
      weights[cell] = Number.NaN;
      numerators[cell] = Number.NaN;
      denominators[cell] = Number.NaN;
      continue;
    }
    weights[cell] = finish(at(numerators, cell), at(denominators, cell));
    if (!isRatio) denominators[cell] = Number.NaN;
  }
  return { values: weights, numerators, denominators, coverages: known, details };
}
