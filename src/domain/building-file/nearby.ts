/** What stands around a building, as the crow flies. */
import { distanceM } from '../geo.ts';
import type { Metres } from '../measure.ts';

export interface Near<T> {
  readonly one: T;
  /** Straight line, whole metres. */
  readonly distanceM: Metres;
}

/**
 * Those within `metres` of a point, nearest first; of equal distance in the order in which they came. What has no
 * position is near to nothing.
 */
export function nearest<T>(
  from: { readonly lon: number; readonly lat: number },
  all: readonly T[],
  positionOf: (one: T) => { readonly lon: number; readonly lat: number } | null,
  metres: Metres,
): readonly Near<T>[] {
  return all
    .flatMap((one) => {
      const position = positionOf(one);
      if (!position) return [];
      const distance = Math.round(distanceM(from.lon, from.lat, position.lon, position.lat));
      return distance <= metres ? [{ one, distanceM: distance }] : [];
    })
    .sort((a, b) => a.distanceM - b.distanceM);
}
