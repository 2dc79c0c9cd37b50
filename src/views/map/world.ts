/** World pixels: Web-Mercator at a Leaflet zoom, 256 × 2^zoom wide, from the north-west corner. */
import { clusterCellPx } from '#domain/engine/cluster.ts';
import { type Bbox, latFromMercator, lonFromMercator, mercatorX, mercatorY } from '#domain/geo.ts';

/** The part of the world that a canvas shows. */
export interface Frame {
  readonly zoom: number;
  /** World pixels of the canvas's top-left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** How much is drawn beyond each edge of the window, as a share of its size, so that a drag shows no blank. */
export const framePadding = 0.3;

export function worldSize(zoom: number): number {
  return 256 * 2 ** zoom;
}

export function bboxOfWorld(left: number, top: number, right: number, bottom: number, zoom: number): Bbox {
  const size = worldSize(zoom);
  return {
    west: lonFromMercator(left / size),
    south: latFromMercator(bottom / size),
    east: lonFromMercator(right / size),
    north: latFromMercator(top / size),
  };
}

/** A square of the grid by which the engine gathers clusters. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

export function cellAt(lon: number, lat: number, zoom: number): Cell {
  const cells = worldSize(zoom) / clusterCellPx;
  return { column: Math.floor(mercatorX(lon) * cells), row: Math.floor(mercatorY(lat) * cells) };
}

export function bboxOfCell({ column, row }: Cell, zoom: number): Bbox {
  const left = column * clusterCellPx;
  const top = row * clusterCellPx;
  return bboxOfWorld(left, top, left + clusterCellPx, top + clusterCellPx, zoom);
}
