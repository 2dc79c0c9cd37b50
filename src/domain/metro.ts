import { distanceM } from './geo.ts';
import type { Metres } from './measure.ts';
import type { Position } from './model/building.ts';
import type { MetroStation } from './model/portfolio.ts';

export interface NearestStation {
  readonly station: MetroStation;
  /** Straight line, whole metres. */
  readonly distanceM: Metres;
}

/** The station nearest to a point as the crow flies; null when the point or all stations are unknown. */
export function nearestStation(
  position: Position | null,
  stations: readonly MetroStation[],
): NearestStation | null {
  if (!position) return null;
  let nearest: NearestStation | null = null;
  for (const station of stations) {
    const distance = Math.round(distanceM(position.lon, position.lat, station.lon, station.lat));
    if (!nearest || distance < nearest.distanceM) nearest = { station, distanceM: distance };
  }
  return nearest;
}
