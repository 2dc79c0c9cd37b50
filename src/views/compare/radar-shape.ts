/** Where the marks of a radar chart stand, in the units of its view box. */
import { type RadarAxis, radarRuns } from '#domain/compare/radar.ts';

export const size = { width: 760, height: 520 };
export const centre = { x: 380, y: 262 };
export const radius = 180;
/** Shares of the way out at which a ring is drawn. */
export const rings = [0.25, 0.5, 0.75, 1];

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The first axis points up, the others follow clockwise. */
export function pointOn(axis: number, count: number, share: number): Point {
  const angle = (axis / count) * 2 * Math.PI - Math.PI / 2;
  return {
    x: centre.x + Math.cos(angle) * radius * share,
    y: centre.y + Math.sin(angle) * radius * share,
  };
}

function listed(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L ');
}

export function ringPath(count: number, share: number): string {
  return `M ${listed(Array.from({ length: count }, (_, axis) => pointOn(axis, count, share)))} Z`;
}

/** Strokes of one column; where an axis is not known the line stops, and goes on at the next known one. */
export function columnPath(axes: readonly RadarAxis[], place: number): string {
  const points = axes.map((axis) => axis.points[place] ?? null);
  return radarRuns(points)
    .filter((run) => run.axes.length > 1)
    .map((run) => {
      const corners = run.axes.map((axis) => pointOn(axis, axes.length, points[axis]?.share ?? 0));
      return `M ${listed(corners)}${run.isClosed ? ' Z' : ''}`;
    })
    .join(' ');
}

/** How the text at the end of an axis stands to its point. */
export function anchorOf({ x }: Point): 'start' | 'middle' | 'end' {
  if (Math.abs(x - centre.x) < 1) return 'middle';
  return x > centre.x ? 'start' : 'end';
}
