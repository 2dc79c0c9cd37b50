/**
 * The axis of a histogram slider. A position counts bins from the left (0 … bins); the bins are equally wide
 * on screen and, for long-tailed areas, not in value. An end that reaches the end of the axis is open.
 */
import { type RangeField, rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';

export type End = 'lo' | 'hi';

export const openRange: Range = { lo: null, hi: null };

export function isOpen({ lo, hi }: Range): boolean {
  return lo === null && hi === null;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** First and last edge. */
export function extent(edges: readonly number[]): readonly [number, number] {
  return [edges[0] ?? 0, edges.at(-1) ?? 0];
}

/** The value at a position, between edges in proportion; beyond the axis, its end. */
export function valueAt(edges: readonly number[], position: number): number {
  const last = edges.length - 1;
  const at = clamp(position, 0, last);
  const bin = Math.min(Math.floor(at), Math.max(0, last - 1));
  const low = edges[bin] ?? 0;
  return low + ((edges[bin + 1] ?? low) - low) * (at - bin);
}

/** The inverse of {@link valueAt}; a value beyond the axis sits at its end. */
export function positionOf(edges: readonly number[], value: number): number {
  const [first, last] = extent(edges);
  if (value <= first) return 0;
  if (value >= last) return edges.length - 1;
  let bin = 0;
  while ((edges[bin + 1] ?? last) <= value) bin++;
  const low = edges[bin] ?? first;
  const high = edges[bin + 1] ?? last;
  return bin + (value - low) / (high - low);
}

/** Where an end of the range sits; an open end sits at the end of the axis. */
export function positionOfEnd(edges: readonly number[], range: Range, end: End): number {
  const value = range[end];
  if (value !== null) return positionOf(edges, value);
  return end === 'lo' ? 0 : edges.length - 1;
}

/** The nearest value that a slider of this field can take, at the precision of the query grammar. */
export function snap(field: RangeField, value: number): number {
  const { step, scale } = rangeSpecs[field];
  return Math.round(Math.round(value / step) * step * scale) / scale;
}

/** A range as the slider leaves it: ends at the ends of the axis are open. */
function settled(edges: readonly number[], lo: number, hi: number): Range {
  const [first, last] = extent(edges);
  return { lo: lo <= first ? null : lo, hi: hi >= last ? null : hi };
}

/** Values of both ends on the axis; an open end is the end of the axis. */
export function endsOf(edges: readonly number[], range: Range): readonly [number, number] {
  const [first, last] = extent(edges);
  return [clamp(range.lo ?? first, first, last), clamp(range.hi ?? last, first, last)];
}

function withEnd(edges: readonly number[], range: Range, end: End, value: number): Range {
  const [lo, hi] = endsOf(edges, range);
  const [first, last] = extent(edges);
  // The other end keeps its own value, even one beyond the axis.
  return end === 'lo'
    ? { lo: value <= first ? null : Math.min(value, hi), hi: range.hi }
    : { lo: range.lo, hi: value >= last ? null : Math.max(value, lo) };
}

/** Drags one end to a position; it stops at the other end. */
export function moveEnd(
  field: RangeField,
  edges: readonly number[],
  range: Range,
  end: End,
  position: number,
): Range {
  return withEnd(edges, range, end, snapOnAxis(field, edges, position));
}

/** Moves one end by whole steps from where it is. */
export function stepEnd(
  field: RangeField,
  edges: readonly number[],
  range: Range,
  end: End,
  steps: number,
): Range {
  const [lo, hi] = endsOf(edges, range);
  const from = end === 'lo' ? lo : hi;
  return withEnd(edges, range, end, snap(field, from + steps * rangeSpecs[field].step));
}

/**
 * Moves the whole window by so many bins; it stops at the ends of the axis. On an even axis its width in value
 * stays, on one with widening bins its width in bins.
 */
export function moveWindow(
  field: RangeField,
  edges: readonly number[],
  range: Range,
  deltaBins: number,
): Range {
  const lo = positionOfEnd(edges, range, 'lo');
  const hi = positionOfEnd(edges, range, 'hi');
  const delta = clamp(deltaBins, -lo, edges.length - 1 - hi);
  if (delta === 0) return range;
  const low = snapOnAxis(field, edges, lo + delta);
  const high = snapOnAxis(field, edges, hi + delta);
  if (rangeSpecs[field].bins !== 'linear' || hi + delta >= edges.length - 1) {
    return settled(edges, low, high);
  }
  const [lowBefore, highBefore] = endsOf(edges, range);
  return settled(edges, low, snap(field, low + highBefore - lowBefore));
}

/** The range between two positions, in either order. */
export function brush(field: RangeField, edges: readonly number[], from: number, to: number): Range {
  const lo = snapOnAxis(field, edges, Math.min(from, to));
  const hi = snapOnAxis(field, edges, Math.max(from, to));
  return settled(edges, lo, hi);
}

/** The ends of the axis win over the step, so that an end can always be opened. */
function snapOnAxis(field: RangeField, edges: readonly number[], position: number): number {
  if (position <= 0 || position >= edges.length - 1) return valueAt(edges, position);
  const [first, last] = extent(edges);
  return clamp(snap(field, valueAt(edges, position)), first, last);
}

export type Grip = End | 'window' | 'brush';

/**
 * What a press at a position takes hold of: the nearer end within `reach` bins, the window between the ends,
 * else the nearer end. On an open axis a press away from the ends starts a new range.
 */
export function gripAt(edges: readonly number[], range: Range, position: number, reach: number): Grip {
  const lo = positionOfEnd(edges, range, 'lo');
  const hi = positionOfEnd(edges, range, 'hi');
  const nearer = nearerEnd(lo, hi, position, edges.length - 1);
  const distance = Math.abs(position - (nearer === 'lo' ? lo : hi));
  if (distance <= reach) return nearer;
  if (isOpen(range)) return 'brush';
  return position > lo && position < hi ? 'window' : nearer;
}

function nearerEnd(lo: number, hi: number, position: number, last: number): End {
  if (lo !== hi) return Math.abs(position - lo) <= Math.abs(position - hi) ? 'lo' : 'hi';
  if (position !== lo) return position < lo ? 'lo' : 'hi';
  // Both ends under the pointer: take the one that has room to move.
  return lo >= last / 2 ? 'lo' : 'hi';
}

/** Path of the bars in a box of `bins × 10` by `height`; the tallest bin is full height, a small one stays visible. */
export function barsPath(counts: readonly number[], height: number): string {
  const tallest = Math.max(1, ...counts);
  let path = '';
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (count === 0) continue;
    const bar = Math.max(1.5, (count / tallest) * height);
    path += `M${bin * 10 + 0.6} ${height}v${(-bar).toFixed(2)}h8.8v${bar.toFixed(2)}z`;
  }
  return path;
}
