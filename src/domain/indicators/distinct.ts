/** Counting firms once in each group, whichever of its buildings they are in. */
import { at, placeAt } from './past/axis.ts';
import type { SortedStays } from './past/firms.ts';

/** What stays are counted over: months, or periods of them. */
export interface Steps {
  readonly length: number;
  /** By month: the first step that ends with it or later, and the last that begins with it or earlier. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function monthSteps(length: number): Steps {
  const months = Int32Array.from({ length }, (_, month) => month);
  return { length, first: months, last: months };
}

/** A number by firm: 1 for one that counts, or what it weighs. */
export type FirmWeight = (firm: number) => number;

/**
 * Σ of each weight over the distinct firms of each group at each step, at `group × length + step`. A stay that
 * begins while the firm is in another building of the group counts only from where that ends, so that a firm counts
 * once, and a move from one building to another leaves no trace.
 * @param groupOf group of each building; −1: none
 */
export function distinctSums(
  { starts, rows }: SortedStays,
  { groupOf, groups }: { readonly groupOf: Int32Array; readonly groups: number },
  steps: Steps,
  weights: readonly FirmWeight[],
): readonly Float64Array[] {
  const sums = weights.map(() => new Float64Array(groups * steps.length));
  const lastFirm = new Int32Array(groups).fill(-1);
  const lastStep = new Int32Array(groups);
  for (let firm = 0; firm + 1 < starts.length; firm++) {
    const end = placeAt(starts, firm + 1);
    for (let stay = placeAt(starts, firm); stay < end; stay++) {
      const group = placeAt(groupOf, placeAt(rows, stay * 3));
      if (group < 0) continue;
      const to = placeAt(steps.last, placeAt(rows, stay * 3 + 2));
      let from = placeAt(steps.first, placeAt(rows, stay * 3 + 1));
      if (lastFirm[group] === firm) from = Math.max(from, placeAt(lastStep, group) + 1);
      if (to < from) continue;
      lastFirm[group] = firm;
      lastStep[group] = to;
      lay(sums, weights, firm, group * steps.length, from, to, steps.length);
    }
  }
  for (const row of sums) addUp(row, steps.length);
  return sums;
}

/** Notes where the weights of a firm come, and where they go unless that is after the last step. */
function lay(
  changes: readonly Float64Array[],
  weights: readonly FirmWeight[],
  firm: number,
  start: number,
  from: number,
  to: number,
  length: number,
): void {
  for (let place = 0; place < changes.length; place++) {
    const [row, weight] = [changes[place], weights[place]?.(firm) ?? 0];
    if (row === undefined || weight === 0) continue;
    row[start + from] = at(row, start + from) + weight;
    if (to + 1 < length) row[start + to + 1] = at(row, start + to + 1) - weight;
  }
}

function addUp(row: Float64Array, length: number): void {
  for (let start = 0; start < row.length; start += length) {
    for (let cell = start + 1; cell < start + length; cell++) row[cell] = at(row, cell) + at(row, cell - 1);
  }
}
