/** Geometry of occupancy against tax: scales, dots, quadrants, what lies in a rectangle. No drawing. */
import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { CarrierType } from '#domain/model/building.ts';

export interface YieldBuilding {
  readonly id: string;
  readonly name: string;
  readonly type: CarrierType;
  /** 0–1; null is not known. */
  readonly occupancy: number | null;
  /** 元/㎡·year; below zero where more was paid back than paid. */
  readonly taxPerSqm: number | null;
  /** ㎡ */
  readonly rentableArea: number | null;
}

/** The whole district as ratios of sums; null is not known. */
export interface YieldLines {
  readonly occupancy: number | null;
  readonly taxPerSqm: number | null;
}

export const quadrants = ['fullRich', 'fullPoor', 'emptyRich', 'emptyPoor'] as const;
export type Quadrant = (typeof quadrants)[number];

export interface Dot {
  readonly building: YieldBuilding;
  readonly occupancy: number;
  readonly taxPerSqm: number;
  /** null where the lines are not known. */
  readonly quadrant: Quadrant | null;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface YieldPlot {
  readonly frame: Frame;
  /** Largest first, so that small ones lie on top. */
  readonly dots: readonly Dot[];
  readonly x: (occupancy: number) => number;
  readonly y: (tax: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** On the line is above it: as full, or as rich, as the district. */
export function quadrantOf(occupancy: number, taxPerSqm: number, lines: YieldLines): Quadrant | null {
  if (lines.occupancy === null || lines.taxPerSqm === null) return null;
  const isRich = taxPerSqm >= lines.taxPerSqm;
  if (occupancy >= lines.occupancy) return isRich ? 'fullRich' : 'fullPoor';
  return isRich ? 'emptyRich' : 'emptyPoor';
}

const radii = { least: 3.5, most: 12, unknown: 4 } as const;
const tickGap = 22;

/** Tax by its square root, since it is as skewed as areas are; buildings without one of both figures are left out. */
export function yieldPlot(buildings: readonly YieldBuilding[], lines: YieldLines, frame: Frame): YieldPlot {
  const known = buildings.flatMap((building) => {
    const { occupancy, taxPerSqm } = building;
    return occupancy === null || taxPerSqm === null ? [] : [{ building, occupancy, taxPerSqm }];
  });
  const least = Math.min(0.9, lines.occupancy ?? 1, ...known.map(({ occupancy }) => occupancy));
  const most = Math.max(1, ...known.map(({ occupancy }) => occupancy));
  const x = scaleLinear()
    .domain([Math.max(0, Math.floor(least * 10 - 0.2) / 10), most])
    .range([frame.left, frame.right])
    .clamp(true);
  const taxes = [...known.map(({ taxPerSqm }) => taxPerSqm), (lines.taxPerSqm ?? 0) * 1.5];
  const y = scaleSqrt()
    .domain([Math.min(0, ...taxes), Math.max(100, ...taxes)])
    .range([frame.bottom, frame.top])
    .nice(5);
  const largest = Math.max(1, ...known.map(({ building }) => building.rentableArea ?? 0));
  const dots = known
    .map(
      (one): Dot => ({
        ...one,
        quadrant: quadrantOf(one.occupancy, one.taxPerSqm, lines),
        x: x(one.occupancy),
        y: y(one.taxPerSqm),
        radius: radiusOf(one.building.rentableArea, largest),
      }),
    )
    .sort((a, b) => b.radius - a.radius);
  const yTicks = spaced(y.ticks(6), y);
  return {
    frame,
    dots,
    x,
    y,
    xTicks: x.ticks(Math.max(2, Math.round((frame.right - frame.left) / 110))),
    yTicks,
  };
}

function radiusOf(area: number | null, largest: number): number {
  if (area === null) return radii.unknown;
  return Math.max(radii.least, radii.most * Math.sqrt(Math.max(0, area) / largest));
}

/** A root crowds its outer ticks; those too near to the one before are left out. Zero is always there. */
function spaced(ticks: readonly number[], y: (value: number) => number): readonly number[] {
  const kept: number[] = [0];
  for (const tick of ticks.toSorted((a, b) => Math.abs(a) - Math.abs(b))) {
    if (kept.every((other) => Math.abs(y(other) - y(tick)) >= tickGap)) kept.push(tick);
  }
  return kept;
}

export interface Rectangle {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Buildings whose centres lie in a rectangle (px, any corner first), its edges included. */
export function dotsWithin(dots: readonly Dot[], { x0, y0, x1, y1 }: Rectangle): readonly string[] {
  const [west, east] = [Math.min(x0, x1), Math.max(x0, x1)];
  const [north, south] = [Math.min(y0, y1), Math.max(y0, y1)];
  return dots
    .filter(({ x, y }) => x >= west && x <= east && y >= north && y <= south)
    .map(({ building }) => building.id);
}

/** Place of the dot under a point, or of the nearest within `reach` px of its edge; null where there is none. */
export function dotAt(dots: readonly Dot[], x: number, y: number, reach: number): number | null {
  let best: number | null = null;
  let least = reach;
  for (const [at, dot] of dots.entries()) {
    const distance = Math.max(0, Math.hypot(dot.x - x, dot.y - y) - dot.radius);
    // Of those that the point lies in the last drawn is on top.
    if (distance <= least) {
      best = at;
      least = distance;
    }
  }
  return best;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next dot in the direction of an arrow: near in that direction before near beside it. */
export function stepDot(dots: readonly Dot[], at: number | null, key: string): number | null {
  const direction = directions[key];
  if (!direction || dots.length === 0) return null;
  const from = at === null ? undefined : dots[at];
  if (!from) return 0;
  const [dx, dy] = direction;
  let best = at;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, dot] of dots.entries()) {
    const along = (dot.x - from.x) * dx + (dot.y - from.y) * dy;
    const aside = Math.abs((dot.x - from.x) * dy) + Math.abs((dot.y - from.y) * dx);
    // Dots on the very same spot follow each other in their order.
    const isAhead = along > 0.01 || (along > -0.01 && aside < 0.01 && index > (at ?? 0));
    const cost = along + aside * 2.5;
    if (isAhead && cost < least) {
      best = index;
      least = cost;
    }
  }
  return best;
}
