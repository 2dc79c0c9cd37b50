/** The district on a sheet of paper: Web-Mercator fitted into a box. No drawing. */
import { type Bbox, isInsideRing, type LonLat, mercatorX, mercatorY, type Ring } from '#domain/geo.ts';

export interface Projection {
  /** px from the left. */
  readonly x: (lon: number) => number;
  /** px from the top. */
  readonly y: (lat: number) => number;
  /** px of so many metres at a latitude. */
  readonly length: (metres: number, lat: number) => number;
}

const circumference = 2 * Math.PI * 6_378_137;

/** `bounds` as large as they fit between the margins, in the middle. */
export function projectionOf(bounds: Bbox, width: number, height: number, margin: number): Projection {
  const [west, east] = [mercatorX(bounds.west), mercatorX(bounds.east)];
  const [north, south] = [mercatorY(bounds.north), mercatorY(bounds.south)];
  const room = { width: Math.max(1, width - margin * 2), height: Math.max(1, height - margin * 2) };
  const scale = Math.min(
    room.width / Math.max(1e-9, east - west),
    room.height / Math.max(1e-9, south - north),
  );
  const left = width / 2 - ((west + east) / 2) * scale;
  const top = height / 2 - ((north + south) / 2) * scale;
  return {
    x: (lon) => left + mercatorX(lon) * scale,
    y: (lat) => top + mercatorY(lat) * scale,
    length: (metres, lat) => ((metres / circumference) * scale) / Math.cos((lat * Math.PI) / 180),
  };
}

/** Where an area lies: an outline, or a centre with a radius where no outline is surveyed. */
export type AreaShape =
  | { readonly kind: 'ring'; readonly ring: Ring }
  | { readonly kind: 'disc'; readonly centre: LonLat; readonly radiusM: number };

/** An area on the sheet. */
export interface AreaOnSheet {
  /** Of an SVG path. */
  readonly path: string;
  readonly centre: { readonly x: number; readonly y: number };
  /** px² */
  readonly size: number;
  readonly holds: (x: number, y: number) => boolean;
}

export function areaOnSheet(shape: AreaShape, projection: Projection): AreaOnSheet {
  if (shape.kind === 'disc') {
    const [lon, lat] = shape.centre;
    const [x, y, r] = [projection.x(lon), projection.y(lat), projection.length(shape.radiusM, lat)];
    return {
      path: `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
      centre: { x, y },
      size: Math.PI * r * r,
      holds: (px, py) => Math.hypot(px - x, py - y) <= r,
    };
  }
  const corners = shape.ring.map(([lon, lat]): LonLat => [projection.x(lon), projection.y(lat)]);
  return {
    path: ringPath(corners),
    centre: centreOf(corners),
    size: Math.abs(doubleArea(corners)) / 2,
    holds: (px, py) => isInsideRing(px, py, corners),
  };
}

/** Rings of a base map as one path; holes are holes under the even-odd rule. */
export function ringsPath(rings: readonly Ring[], projection: Projection): string {
  return rings
    .map((ring) => ringPath(ring.map(([lon, lat]): LonLat => [projection.x(lon), projection.y(lat)])))
    .join('');
}

function ringPath(corners: readonly LonLat[]): string {
  if (corners.length === 0) return '';
  return `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

function doubleArea(corners: readonly LonLat[]): number {
  let [px, py] = corners[corners.length - 1] ?? [0, 0];
  let sum = 0;
  for (const [x, y] of corners) {
    sum += px * y - x * py;
    [px, py] = [x, y];
  }
  return sum;
}

/** Centre of gravity; of a ring without area the mean of its corners. */
function centreOf(corners: readonly LonLat[]): { readonly x: number; readonly y: number } {
  const area = doubleArea(corners);
  let [px, py] = corners[corners.length - 1] ?? [0, 0];
  let [sumX, sumY] = [0, 0];
  for (const [x, y] of corners) {
    const part = Math.abs(area) < 1e-6 ? 1 : px * y - x * py;
    sumX += (Math.abs(area) < 1e-6 ? x : px + x) * part;
    sumY += (Math.abs(area) < 1e-6 ? y : py + y) * part;
    [px, py] = [x, y];
  }
  const weight = Math.abs(area) < 1e-6 ? Math.max(1, corners.length) : area * 3;
  return { x: sumX / weight, y: sumY / weight };
}
