/** Counting firms once in each group, whichever of its buildings they are in. */
import { at } from './past/axis.ts';
import type { SortedStays } from './past/firms.ts';

/** From–to of a stay in other steps than months; null: it touches none. */
export type Steps = (from: number, to: number) => readonly [from: number, to: number] | null;

/** A row of numbers by firm: 1 for one that counts, or what it weighs. */
export type FirmWeight = (firm: number) => number;

/** Changes of several sums, group by group, from step to step. One more step, so that a stay may end after the last. */
interface Changes {
  readonly rows: readonly Float64Array[];
  readonly width: number;
}

/**
 * Σ of each weight over the distinct firms of each group at each step, at `group × length + step`. Stays of a
 * firm in several buildings of a group are laid on top of each other, so that it counts once, and a move from one
 * of them to another leaves no trace.
 * @param groupOf group of each building; −1: none
 */
export function distinctSums(
  { starts, rows }: SortedStays,
  { groupOf, groups }: { readonly groupOf: Int32Array; readonly groups: number },
  length: number,
  weights: readonly FirmWeight[],
  steps?: Steps,
): readonly Float64Array[] {
  const width = length + 1;
  const changes = { rows: weights.map(() => new Float64Array(groups * width)), width };
  const spans: Span[] = [];
  const own = weights.map(() => 0);
  for (let firm = 0; firm + 1 < starts.length; firm++) {
    const end = at(starts, firm + 1);
    spans.length = 0;
    for (let stay = at(starts, firm); stay < end; stay++) {
      const group = at(groupOf, at(rows, stay * 3));
      if (group < 0) continue;
      const from = at(rows, stay * 3 + 1);
      const to = at(rows, stay * 3 + 2);
      const span = steps ? stepsOf(steps, group, from, to) : { group, from, to };
      if (span !== null) spans.push(span);
    }
    if (spans.length === 0) continue;
    for (let place = 0; place < own.length; place++) own[place] = weights[place]?.(firm) ?? 0;
    layMerged(changes, spans, own);
  }
  for (const row of changes.rows) addUp(row, width);
  return changes.rows.map((row) => withoutLast(row, groups, length));
}

interface Span {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

function stepsOf(steps: Steps, group: number, from: number, to: number): Span | null {
  const span = steps(from, to);
  return span && { group, from: span[0], to: span[1] };
}

function layMerged(changes: Changes, spans: Span[], weights: readonly number[]): void {
  if (spans.length > 1) spans.sort((a, b) => a.group - b.group || a.from - b.from);
  let { group, from, to } = spans[0] ?? { group: 0, from: 0, to: -1 };
  for (let place = 1; place < spans.length; place++) {
    const next = spans[place];
    if (!next) continue;
    if (next.group === group && next.from <= to + 1) {
      to = Math.max(to, next.to);
      continue;
    }
    lay(changes, group, from, to, weights);
    ({ group, from, to } = next);
  }
  lay(changes, group, from, to, weights);
}

function lay({ rows, width }: Changes, group: number, from: number, to: number, weights: readonly number[]) {
  const start = group * width;
  for (let place = 0; place < rows.length; place++) {
    const [row, weight] = [rows[place], weights[place] ?? 0];
    if (row === undefined || weight === 0) continue;
    row[start + from] = at(row, start + from) + weight;
    row[start + to + 1] = at(row, start + to + 1) - weight;
  }
}

function addUp(row: Float64Array, width: number): void {
  for (let cell = 0; cell < row.length; cell++) {
    if (cell % width !== 0) row[cell] = at(row, cell) + at(row, cell - 1);
  }
}

function withoutLast(row: Float64Array, groups: number, length: number): Float64Array {
  for (let group = 1; group < groups; group++) {
    row.copyWithin(group * length, group * (length + 1), group * (length + 1) + length);
  }
  return row.subarray(0, groups * length);
}
