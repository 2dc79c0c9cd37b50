/** Heping on a flat sheet: metres east and north of its middle. True to 0.1 % over the district. */
import type { LonLat } from '#domain/geo.ts';

export type Point = readonly [x: number, y: number];

const origin: LonLat = [117.1945, 39.118];
const metresPerLat = 111_015;
const metresPerLon = 86_480;

export function toPlane(lon: number, lat: number): Point {
  return [(lon - origin[0]) * metresPerLon, (lat - origin[1]) * metresPerLat];
}

/** Back to WGS-84 with six decimals, about 0.1 m. */
export function toLonLat([x, y]: Point): LonLat {
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return [round(origin[0] + x / metresPerLon), round(origin[1] + y / metresPerLat)];
}

export function planePath(line: readonly LonLat[]): readonly Point[] {
  return line.map(([lon, lat]) => toPlane(lon, lat));
}

export interface Foot {
  readonly distance: number;
  /** The nearest point of the path. */
  readonly at: Point;
  /** Metres from the beginning of the path to the nearest point. */
  readonly along: number;
}

/** The foot of the perpendicular from a point to a path of at least two points. */
export function footOn([x, y]: Point, path: readonly Point[]): Foot {
  let best: Foot = { distance: Number.POSITIVE_INFINITY, at: [0, 0], along: 0 };
  let travelled = 0;
  let [fromX, fromY] = path[0] ?? [0, 0];
  for (const [toX, toY] of path.slice(1)) {
    const length = Math.hypot(toX - fromX, toY - fromY);
    const projected =
      length === 0 ? 0 : ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length ** 2;
    const share = Math.min(1, Math.max(0, projected));
    const at: Point = [fromX + (toX - fromX) * share, fromY + (toY - fromY) * share];
    const distance = Math.hypot(x - at[0], y - at[1]);
    if (distance < best.distance) best = { distance, at, along: travelled + length * share };
    travelled += length;
    [fromX, fromY] = [toX, toY];
  }
  return best;
}

/** The point at a share (0–1) of the way along a path. */
export function pointAlong(path: readonly Point[], share: number): Point {
  const lengths = path.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = path[index] ?? [x, y];
    return Math.hypot(x - fromX, y - fromY);
  });
  let rest = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [path[index], path[index + 1]];
    if (from && to && length > 0 && rest <= length) {
      const part = rest / length;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    rest -= length;
  }
  return path.at(-1) ?? [0, 0];
}

/** Metres from a point to the edge of a ring, inside or outside. */
export function distanceToRing(point: Point, ring: readonly Point[]): number {
  const first = ring[0];
  return first ? footOn(point, [...ring, first]).distance : Number.POSITIVE_INFINITY;
}
