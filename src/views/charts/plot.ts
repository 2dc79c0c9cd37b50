/** Geometry of the scatter of occupancy against tax: scales, brush, nearest dot. No drawing. */
import { scaleLinear, scaleSqrt } from 'd3-scale';
import { type Scatter, vacancyClass } from '#domain/engine/answer.ts';
import { rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';

/** What the axes span: occupancy from `left` to 1, tax from 0 to `top` in 元/㎡·year. */
export interface Extent {
  readonly left: number;
  readonly top: number;
}

export const smallestExtent: Extent = { left: 0.9, top: 100 };

/**
 * The extent that also holds these dots. It never shrinks: axes that follow a filter would run away from the
 * hand that brushes on them.
 */
export function widened(extent: Extent, scatter: Scatter): Extent {
  let { left, top } = extent;
  for (const occupancy of scatter.occupancy) if (occupancy < left) left = Math.max(0, occupancy);
  for (const tax of scatter.taxPerSqm) if (tax > top) top = tax;
  if (left === extent.left && top === extent.top) return extent;
  return {
    left: Math.floor(left * 10 + 1e-6) / 10,
    top: scaleSqrt().domain([0, top]).nice(5).domain()[1] ?? top,
  };
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlotScales {
  readonly frame: Frame;
  readonly x: (occupancy: number) => number;
  readonly y: (tax: number) => number;
  readonly occupancyAt: (x: number) => number;
  readonly taxAt: (y: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** Tax by its square root: it is as skewed as areas are, and unlike a logarithm a root has a place for zero. */
export function plotScales(extent: Extent, frame: Frame): PlotScales {
  const x = scaleLinear().domain([extent.left, 1]).range([frame.left, frame.right]).clamp(true);
  const y = scaleSqrt().domain([0, extent.top]).range([frame.bottom, frame.top]).clamp(true);
  const height = frame.bottom - frame.top;
  return {
    frame,
    x,
    y,
    occupancyAt: (at) => x.invert(at),
    taxAt: (at) => y.invert(at),
    xTicks: x.ticks(4),
    yTicks: spacedTicks(y.ticks(6), y, height > 160 ? 24 : 18),
  };
}

/** A root scale crowds its upper ticks; those too near to the one below are left out. */
function spacedTicks(ticks: readonly number[], y: (value: number) => number, gap: number): readonly number[] {
  const kept: number[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || y(last) - y(tick) >= gap) kept.push(tick);
  }
  return kept;
}

export interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface BrushRanges {
  readonly vacancy: Range;
  readonly taxPerSqm: Range;
}

export const noBrush: BrushRanges = { vacancy: { lo: null, hi: null }, taxPerSqm: { lo: null, hi: null } };

/**
 * The ranges that a rectangle (px, any corner first) asks for, on whole slider steps. An edge at the end of an
 * axis leaves that end open, so that nothing beyond the axis is lost.
 */
export function brushRanges(rectangle: Rectangle, scales: PlotScales): BrushRanges {
  const { frame } = scales;
  const west = Math.min(rectangle.x0, rectangle.x1);
  const east = Math.max(rectangle.x0, rectangle.x1);
  const north = Math.min(rectangle.y0, rectangle.y1);
  const south = Math.max(rectangle.y0, rectangle.y1);
  const vacancyAt = (x: number) => Math.round((1 - scales.occupancyAt(x)) * 100) / 100;
  const { step } = rangeSpecs.taxPerSqm;
  const taxAt = (y: number) => Math.round(scales.taxAt(y) / step) * step;
  return {
    vacancy: {
      lo: east >= frame.right ? null : vacancyAt(east),
      hi: west <= frame.left ? null : vacancyAt(west),
    },
    taxPerSqm: {
      lo: south >= frame.bottom ? null : taxAt(south),
      hi: north <= frame.top ? null : taxAt(north),
    },
  };
}

function isOpen(range: Range | undefined): boolean {
  return !range || (range.lo === null && range.hi === null);
}

/** Where the query's ranges lie on the plot; null when neither axis is restricted. */
export function rectangleOf(
  ranges: { readonly vacancy?: Range | undefined; readonly taxPerSqm?: Range | undefined },
  scales: PlotScales,
): Rectangle | null {
  const { vacancy, taxPerSqm } = ranges;
  if (isOpen(vacancy) && isOpen(taxPerSqm)) return null;
  return {
    x0: scales.x(1 - (vacancy?.hi ?? 1)),
    x1: scales.x(1 - (vacancy?.lo ?? 0)),
    y0: taxPerSqm?.hi == null ? scales.frame.top : scales.y(taxPerSqm.hi),
    y1: scales.y(taxPerSqm?.lo ?? 0),
  };
}

/** Index of the dot nearest to a point within `reach` px; −1 when there is none. */
export function nearestDot(
  scatter: Scatter,
  scales: PlotScales,
  x: number,
  y: number,
  reach: number,
): number {
  let best = -1;
  let bestSquare = reach * reach;
  for (let i = 0; i < scatter.row.length; i++) {
    const dx = scales.x(scatter.occupancy[i] ?? 0) - x;
    const dy = scales.y(scatter.taxPerSqm[i] ?? 0) - y;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      bestSquare = square;
      best = i;
    }
  }
  return best;
}

/** The vacancy class of a dot, on the steps of the vacancy column. */
export function classOfDot(occupancy: number): number {
  const { scale } = rangeSpecs.vacancy;
  return vacancyClass(Math.round((1 - occupancy) * scale) / scale);
}

/** The middle value (the mean of the middle two); null of nothing. */
export function median(values: Float32Array): number | null {
  if (values.length === 0) return null;
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The next dot in one direction by rank along an axis; the first dot when none is active. */
export function stepDot(scatter: Scatter, active: number | null, key: string): number | null {
  const along = key === 'ArrowLeft' || key === 'ArrowRight' ? scatter.occupancy : scatter.taxPerSqm;
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (step === undefined || scatter.row.length === 0) return null;
  const ranks = Array.from(along.keys()).sort((a, b) => (along[a] ?? 0) - (along[b] ?? 0) || a - b);
  if (active === null) return ranks[0] ?? null;
  const place = ranks.indexOf(active);
  return ranks[Math.min(ranks.length - 1, Math.max(0, place + step))] ?? null;
}
