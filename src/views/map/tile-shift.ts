/** Tiles in another datum are moved, never the data: everything stored stays WGS-84. */
import gcoord from 'gcoord';
import { mercatorX, mercatorY } from '#domain/geo.ts';
import { worldSize } from './world.ts';

export type TileDatum = 'wgs84' | 'gcj02';

export interface PixelShift {
  readonly x: number;
  readonly y: number;
}

/**
 * How far right and down (pixels at `zoom`) a place lies on the tiles from where its WGS-84 position puts it.
 * The offset of GCJ-02 changes by metres over kilometres, so one shift serves a window.
 */
export function tileShift(lon: number, lat: number, zoom: number, datum: TileDatum): PixelShift {
  if (datum === 'wgs84') return { x: 0, y: 0 };
  const [tileLon, tileLat] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  const size = worldSize(zoom);
  return {
    x: (mercatorX(tileLon) - mercatorX(lon)) * size,
    y: (mercatorY(tileLat) - mercatorY(lat)) * size,
  };
}

export type TileHealth = 'loading' | 'up' | 'failed';

/** So many failures in a row mean that the source is gone, not that one tile is missing. */
const failuresInARow = 4;

export interface TileTally {
  readonly health: TileHealth;
  readonly failures: number;
}

export const freshTally: TileTally = { health: 'loading', failures: 0 };

export function afterTile(tally: TileTally, loaded: boolean): TileTally {
  if (loaded) return { health: 'up', failures: 0 };
  const failures = tally.failures + 1;
  const gone = tally.health !== 'up' || failures >= failuresInARow;
  return { health: gone ? 'failed' : 'up', failures };
}
