/** Grid clustering of what passes inside the viewport, in one scan. The grid is fixed to the world. */
import { latFromMercator, lonFromMercator, mercatorX, mercatorY } from '../geo.ts';
import type { Symbols, Viewport } from './answer.ts';
import { type Columns, sumFields, sumStride, unknownCode, unknownInt } from './columns.ts';

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

const place = Object.fromEntries(sumFields.map((field, index) => [field, index])) as Record<
  (typeof sumFields)[number],
  number
>;

/** Projected positions, once a load. Rows without a position lie at NaN, outside of every viewport. */
export class Clusterer {
  readonly #columns: Columns;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #next: Int32Array;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#x = new Float64Array(columns.rowCount);
    this.#y = new Float64Array(columns.rowCount);
    this.#next = new Int32Array(columns.rowCount);
    for (let row = 0; row < columns.rowCount; row++) {
      const lon = columns.lon[row] ?? unknownInt;
      const lat = columns.lat[row] ?? unknownInt;
      this.#x[row] = lon === unknownInt ? Number.NaN : mercatorX(lon / 1e7);
      this.#y[row] = lat === unknownInt ? Number.NaN : mercatorY(lat / 1e7);
    }
  }

  /** What to draw of the rows whose mask is 0. */
  symbols(masks: Uint32Array, viewport: Viewport): Symbols {
    const cells = this.#chain(masks, viewport);
    const single = isDrawnSingly(cells.visible, viewport.zoom);
    const entries: number[] = [];
    for (const head of cells.heads) {
      if (head < 0) continue;
      const size = this.#length(head, clusterFrom);
      if (!single && size >= clusterFrom) entries.push(~head);
      else for (let row = head; row >= 0; row = this.#next[row] ?? -1) entries.push(row);
    }
    return this.#shape(entries);
  }

  /** Chains the visible rows of each cell through `#next`. */
  #chain(masks: Uint32Array, viewport: Viewport): { heads: Int32Array; visible: number } {
    const across = cellsAcross(viewport.zoom);
    const west = mercatorX(viewport.west);
    const east = mercatorX(viewport.east);
    const north = mercatorY(viewport.north);
    const south = mercatorY(viewport.south);
    const left = Math.floor(west * across);
    const top = Math.floor(north * across);
    const width = Math.max(1, Math.floor(east * across) - left + 1);
    const height = Math.max(1, Math.floor(south * across) - top + 1);
    if (width * height > mostCells) throw new RangeError(`invalid viewport: ${width} × ${height} cells`);
    const heads = new Int32Array(width * height).fill(-1);
    let visible = 0;
    for (let row = masks.length - 1; row >= 0; row--) {
      if (masks[row] !== 0) continue;
      const x = this.#x[row] ?? Number.NaN;
      const y = this.#y[row] ?? Number.NaN;
      if (!(x >= west && x <= east && y >= north && y <= south)) continue;
      const cell = (Math.floor(y * across) - top) * width + Math.floor(x * across) - left;
      this.#next[row] = heads[cell] ?? -1;
      heads[cell] = row;
      visible++;
    }
    return { heads, visible };
  }

  #length(head: number, enough: number): number {
    let length = 0;
    for (let row = head; row >= 0 && length < enough; row = this.#next[row] ?? -1) length++;
    return length;
  }

  #shape(entries: readonly number[]): Symbols {
    const length = entries.length;
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
    entries.forEach((entry, i) => {
      this.#gather(symbols, i, entry < 0 ? ~entry : entry, entry < 0);
    });
    return symbols;
  }

  /** Fills entry i with one building, or with all of the chain that starts at `head`. */
  #gather(symbols: Symbols, i: number, head: number, isCluster: boolean): void {
    const { sums, sets, ranges } = this.#columns;
    let [x, y, size, available, vacant, rentable] = [0, 0, 0, 0, 0, 0];
    let isKnown = false;
    for (let row = head; row >= 0; row = isCluster ? (this.#next[row] ?? -1) : -1) {
      const start = row * sumStride;
      x += this.#x[row] ?? 0;
      y += this.#y[row] ?? 0;
      size++;
      available += sums[start + place.available] ?? 0;
      isKnown ||= (ranges.available?.values[row] ?? unknownInt) !== unknownInt;
      vacant += sums[start + place.vacant] ?? 0;
      rentable += sums[start + place.vacancyRentable] ?? 0;
    }
    symbols.row[i] = head;
    symbols.lon[i] = lonFromMercator(x / size);
    symbols.lat[i] = latFromMercator(y / size);
    symbols.count[i] = size;
    symbols.available[i] = isKnown ? available / 100 : Number.NaN;
    symbols.vacancy[i] = rentable > 0 ? vacant / rentable : Number.NaN;
    symbols.shape[i] = sets.type.kind === 'code' ? (sets.type.codes[head] ?? unknownCode) : unknownCode;
  }
}

function isDrawnSingly(visible: number, zoom: number): boolean {
  return zoom >= neverClusterFromZoom || (visible <= individualUpTo && zoom >= individualFromZoom);
}
