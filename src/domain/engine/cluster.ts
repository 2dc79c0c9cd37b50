/** Grid clustering of what passes inside the viewport, in one scan. The grid is fixed to the world. */
import { latFromMercator, lonFromMercator, mercatorX, mercatorY } from '../geo.ts';
import type { Symbols, Viewport } from './answer.ts';
import { type Columns, unknownCode, unknownInt } from './columns.ts';

export const clusterCellPx = 40;
/** Fewer buildings than this in a cell are drawn one by one. */
export const clusterFrom = 4;
/** At most so many buildings in view are drawn one by one … */
export const individualUpTo = 320;
/** … from this zoom on; below it symbols would only cover each other. */
export const individualFromZoom = 13.5;
/** From here on nothing is clustered: the plots are far enough apart. */
export const neverClusterFromZoom = 18;

/** A screen has a few thousand; more is a mistake of the caller. */
const mostCells = 1_000_000;

/** Cells of the world's width at a zoom. */
function cellsAcross(zoom: number): number {
  return (256 * 2 ** zoom) / clusterCellPx;
}

/** The grid cell of a point at a zoom: equal keys, same cluster. */
export function cellOf(lon: number, lat: number, zoom: number): string {
  const across = cellsAcross(zoom);
  return `${Math.floor(mercatorX(lon) * across)}/${Math.floor(mercatorY(lat) * across)}`;
}

/** Sums of a cell: count, x, y, available, vacant, rentable, whether any available area is known. */
const cellStride = 7;

interface Cells {
  /** First row of each cell's chain, or −1. */
  readonly heads: Int32Array;
  readonly sums: Float64Array;
  readonly visible: number;
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Positions on the map, projected when first asked for. A row without a position lies nowhere (NaN). */
export class Clusterer {
  readonly #columns: Columns;
  #x: Float64Array = new Float64Array();
  #y: Float64Array = new Float64Array();
  #next: Int32Array = new Int32Array();
  #rows: Uint32Array = new Uint32Array();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** What to draw of the rows whose mask is 0. */
  symbols(masks: Uint32Array, viewport: Viewport): Symbols {
    if (this.#x.length !== masks.length) this.#project();
    const cells = this.#gather(masks, viewport);
    const single = isDrawnSingly(cells.visible, viewport.zoom);
    const entries: number[] = [];
    for (let cell = 0; cell < cells.heads.length; cell++) {
      if (!single && (cells.sums[cell * cellStride] ?? 0) >= clusterFrom) entries.push(~cell);
      else for (let row = cells.heads[cell] ?? -1; row >= 0; row = this.#next[row] ?? -1) entries.push(row);
    }
    return this.#shape(entries, cells);
  }

  #project(): void {
    const { lon, lat, rowCount } = this.#columns;
    this.#next = new Int32Array(rowCount);
    this.#rows = new Uint32Array(rowCount + 1);
    this.#x = Float64Array.from(lon, (value) => (value === unknownInt ? Number.NaN : mercatorX(value / 1e7)));
    this.#y = Float64Array.from(lat, (value) => (value === unknownInt ? Number.NaN : mercatorY(value / 1e7)));
  }

  /** Chains the visible rows of each cell through `#next` and sums each cell, in one pass. */
  #gather(masks: Uint32Array, viewport: Viewport): Cells {
    const across = cellsAcross(viewport.zoom);
    const [west, east] = [mercatorX(viewport.west), mercatorX(viewport.east)];
    const [north, south] = [mercatorY(viewport.north), mercatorY(viewport.south)];
    const { left, top, width, height } = gridOf(west * across, north * across, east * across, south * across);
    const heads = new Int32Array(width * height).fill(-1);
    const sums = new Float64Array(width * height * cellStride);
    const [xs, ys, next] = [this.#x, this.#y, this.#next];
    let visible = 0;
    const passing = this.#passing(masks);
    for (let i = passing.length - 1; i >= 0; i--) {
      const row = passing[i] ?? 0;
      const x = xs[row] ?? 0;
      const y = ys[row] ?? 0;
      if (!(x >= west && x <= east && y >= north && y <= south)) continue;
      const cell = (((y * across) | 0) - top) * width + ((x * across) | 0) - left;
      next[row] = heads[cell] ?? -1;
      heads[cell] = row;
      this.#addTo(sums, cell * cellStride, row, x, y);
      visible++;
    }
    return { heads, sums, visible };
  }

  /** Rows that pass, gathered without a branch that nobody can predict. */
  #passing(masks: Uint32Array): Uint32Array {
    const rows = this.#rows;
    let count = 0;
    for (let row = 0; row < masks.length; row++) {
      rows[count] = row;
      count += Number(masks[row] === 0);
    }
    return rows.subarray(0, count);
  }

  #addTo(sums: Float64Array, start: number, row: number, x: number, y: number): void {
    const { ranges } = this.#columns;
    const { available, vacant, vacancyRentable } = this.#columns.sums;
    sums[start] = (sums[start] ?? 0) + 1;
    sums[start + 1] = (sums[start + 1] ?? 0) + x;
    sums[start + 2] = (sums[start + 2] ?? 0) + y;
    sums[start + 3] = (sums[start + 3] ?? 0) + (available[row] ?? 0);
    sums[start + 4] = (sums[start + 4] ?? 0) + (vacant[row] ?? 0);
    sums[start + 5] = (sums[start + 5] ?? 0) + (vacancyRentable[row] ?? 0);
    if ((ranges.available?.values[row] ?? unknownInt) !== unknownInt) sums[start + 6] = 1;
  }

  #shape(entries: readonly number[], cells: Cells): Symbols {
    const length = entries.length;
    const { sets } = this.#columns;
    const types = sets.type.kind === 'code' ? sets.type.codes : new Uint8Array();
    const symbols = {
      length,
      row: new Uint32Array(length),
      lon: new Float64Array(length),
      lat: new Float64Array(length),
      count: new Uint32Array(length),
      available: new Float64Array(length),
      vacancy: new Float32Array(length),
      shape: new Uint8Array(length),
    };
    const own = new Float64Array(cellStride);
    entries.forEach((entry, i) => {
      const row = entry < 0 ? (cells.heads[~entry] ?? 0) : entry;
      if (entry >= 0) this.#addTo(own.fill(0), 0, row, this.#x[row] ?? 0, this.#y[row] ?? 0);
      const sums = entry < 0 ? cells.sums.subarray(~entry * cellStride, (~entry + 1) * cellStride) : own;
      const [size = 1, x = 0, y = 0, available = 0, vacant = 0, rentable = 0, isKnown = 0] = sums;
      symbols.row[i] = row;
      symbols.lon[i] = lonFromMercator(x / size);
      symbols.lat[i] = latFromMercator(y / size);
      symbols.count[i] = size;
      symbols.available[i] = isKnown ? available / 100 : Number.NaN;
      symbols.vacancy[i] = rentable > 0 ? vacant / rentable : Number.NaN;
      symbols.shape[i] = types[row] ?? unknownCode;
    });
    return symbols;
  }
}

function gridOf(west: number, north: number, east: number, south: number): Grid {
  const [left, top] = [Math.floor(west), Math.floor(north)];
  const width = Math.max(1, Math.floor(east) - left + 1);
  const height = Math.max(1, Math.floor(south) - top + 1);
  if (width * height > mostCells) throw new RangeError(`invalid viewport: ${width} × ${height} cells`);
  return { left, top, width, height };
}

function isDrawnSingly(visible: number, zoom: number): boolean {
  return zoom >= neverClusterFromZoom || (visible <= individualUpTo && zoom >= individualFromZoom);
}
