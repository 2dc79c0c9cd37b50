import type { Metres } from './measure.ts';

/** WGS-84 longitude, latitude. */
export type LonLat = readonly [lon: number, lat: number];
/** A ring of at least three points; closed implicitly. */
export type Ring = readonly LonLat[];

export interface Bbox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const earthRadius: Metres = 6_371_008.8;
const radians = Math.PI / 180;

/** Great-circle distance (haversine), within 0.5 % of the ellipsoid. */
export function distanceM(aLon: number, aLat: number, bLon: number, bLat: number): Metres {
  const dLat = (bLat - aLat) * radians;
  const dLon = (bLon - aLon) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(aLat * radians) * Math.cos(bLat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Even-odd rule; a point exactly on an edge may fall on either side. */
export function isInsideRing(lon: number, lat: number, ring: Ring): boolean {
  let inside = false;
  let [previousLon, previousLat] = ring[ring.length - 1] ?? [0, 0];
  for (const [cornerLon, cornerLat] of ring) {
    const crosses = cornerLat > lat !== previousLat > lat;
    if (
      crosses &&
      lon < ((previousLon - cornerLon) * (lat - cornerLat)) / (previousLat - cornerLat) + cornerLon
    ) {
      inside = !inside;
    }
    previousLon = cornerLon;
    previousLat = cornerLat;
  }
  return inside;
}

export function isInsideBbox(lon: number, lat: number, box: Bbox): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Web-Mercator (EPSG:3857) as fractions of the world square, 0–1 from the north-west corner. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

export function mercatorY(lat: number): number {
  const sine = Math.sin(lat * radians);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function lonFromMercator(x: number): number {
  return (x - 0.5) * 360;
}

export function latFromMercator(y: number): number {
  return (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI))) / radians - 90;
}
