/** What can be drawn on the map as a filter. */
import { type Bbox, distanceM, type LonLat, type Ring } from '#domain/geo.ts';
import { round5 } from '#domain/query/parts.ts';

export type Shape =
  | { readonly kind: 'bbox'; readonly bbox: Bbox }
  | { readonly kind: 'within'; readonly ring: Ring }
  | { readonly kind: 'near'; readonly lon: number; readonly lat: number; readonly radiusM: number };

export type ShapeKind = Shape['kind'];

export function roundedPoint([lon, lat]: LonLat): LonLat {
  return [round5(lon), round5(lat)];
}

/** The box over two opposite corners; null when it has no area. */
export function bboxShape(a: LonLat, b: LonLat): Shape | null {
  const [aLon, aLat] = roundedPoint(a);
  const [bLon, bLat] = roundedPoint(b);
  if (aLon === bLon || aLat === bLat) return null;
  return {
    kind: 'bbox',
    bbox: {
      west: Math.min(aLon, bLon),
      south: Math.min(aLat, bLat),
      east: Math.max(aLon, bLon),
      north: Math.max(aLat, bLat),
    },
  };
}

/** Corners that coincide with the one before count once; null with fewer than three. */
export function withinShape(corners: readonly LonLat[]): Shape | null {
  const ring: LonLat[] = [];
  for (const corner of corners.map(roundedPoint)) {
    const last = ring[ring.length - 1];
    if (!last || last[0] !== corner[0] || last[1] !== corner[1]) ring.push(corner);
  }
  return ring.length < 3 ? null : { kind: 'within', ring };
}

/** Radius to the whole metre; null below one metre. */
export function nearShape(centre: LonLat, edge: LonLat): Shape | null {
  const [lon, lat] = roundedPoint(centre);
  const radiusM = Math.round(distanceM(lon, lat, edge[0], edge[1]));
  return radiusM < 1 ? null : { kind: 'near', lon, lat, radiusM };
}
