/** Where every symbol stands at a zoom, how big it is, which lies on which, and which one is under a point. */

import type { Symbols } from '#domain/engine/answer.ts';
import { clusterCellPx } from '#domain/engine/cluster.ts';
import { mercatorX, mercatorY } from '#domain/geo.ts';
import { nudgeCoinciding } from './nudge.ts';
import { clusterRadius, symbolRadius } from './symbol-size.ts';
import { cellAt, worldSize } from './world.ts';

export interface SymbolLayout {
  readonly symbols: Symbols;
  readonly zoom: number;
  /** World pixels of the centres. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float32Array;
  /** Entries from the bottom up: big below small. */
  readonly order: Uint32Array;
  /** Entries by square of `gridPx`, each list from the top down. */
  readonly grid: ReadonlyMap<number, readonly number[]>;
}

/** No symbol is wider than a square, so a point's symbols lie in its square or the eight around it. */
const gridPx = 48;
/** A cluster is drawn between its members' centre and its cell's, so that two never lie on one another. */
const towardsCellCentre = 0.6;

export function layoutSymbols(symbols: Symbols, zoom: number): SymbolLayout {
  const { length } = symbols;
  const size = worldSize(zoom);
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  const radius = new Float32Array(length);
  const singles: number[] = [];
  for (let entry = 0; entry < length; entry++) {
    const available = symbols.available[entry] ?? Number.NaN;
    x[entry] = mercatorX(symbols.lon[entry] ?? 0) * size;
    y[entry] = mercatorY(symbols.lat[entry] ?? 0) * size;
    if ((symbols.count[entry] ?? 1) > 1) {
      radius[entry] = clusterRadius(available);
      x[entry] = pulledToCell(x[entry] ?? 0);
      y[entry] = pulledToCell(y[entry] ?? 0);
    } else {
      radius[entry] = symbolRadius(available);
      singles.push(entry);
    }
  }
  singles.sort((a, b) => (symbols.row[a] ?? 0) - (symbols.row[b] ?? 0));
  nudgeCoinciding(singles, x, y, radius);
  const order = orderBySize(radius);
  return { symbols, zoom, x, y, radius, order, grid: gridOf(order, x, y) };
}

/** Big first, so that small ones lie on top. One number per entry sorts ten times as fast as a comparison. */
function orderBySize(radius: Float32Array): Uint32Array {
  const entries = 2 ** 24;
  const keys = new Float64Array(radius.length);
  for (let entry = 0; entry < keys.length; entry++) {
    keys[entry] = (1000 - Math.round((radius[entry] ?? 0) * 16)) * entries + entry;
  }
  return Uint32Array.from(keys.sort(), (key) => key % entries);
}

function pulledToCell(world: number): number {
  const centre = (Math.floor(world / clusterCellPx) + 0.5) * clusterCellPx;
  return world + (centre - world) * towardsCellCentre;
}

function gridKey(column: number, row: number): number {
  return column * 2 ** 24 + row;
}

function gridOf(order: Uint32Array, x: Float64Array, y: Float64Array): Map<number, number[]> {
  const grid = new Map<number, number[]>();
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const entry = order[rank] ?? 0;
    const key = gridKey(Math.floor((x[entry] ?? 0) / gridPx), Math.floor((y[entry] ?? 0) / gridPx));
    const square = grid.get(key);
    if (square) square.push(entry);
    else grid.set(key, [entry]);
  }
  return grid;
}

/**
 * The symbol under a point in world pixels, or −1. A symbol that covers the point goes before one that is only
 * within `slop` pixels of it; of several that cover it the one on top, of several beside it the nearest.
 */
export function symbolAt(layout: SymbolLayout, atX: number, atY: number, slop: number): number {
  const column = Math.floor(atX / gridPx);
  const row = Math.floor(atY / gridPx);
  let found = -1;
  let best = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 9; step++) {
    const square = layout.grid.get(gridKey(column - 1 + (step % 3), row - 1 + Math.floor(step / 3)));
    for (const entry of square ?? []) {
      const radius = layout.radius[entry] ?? 0;
      const beyond = Math.hypot((layout.x[entry] ?? 0) - atX, (layout.y[entry] ?? 0) - atY) - radius;
      // Covering symbols compare by size: the smaller one lies on top.
      const cost = beyond <= 0 ? radius - 1e3 : beyond;
      if (beyond <= slop && cost < best) {
        best = cost;
        found = entry;
      }
    }
  }
  return found;
}

/** A building as the table knows it. */
export interface Place {
  readonly row: number;
  readonly lon: number;
  readonly lat: number;
}

/** The entry that stands for a building: its own symbol, else the cluster of its cell, else −1. */
export function entryOf(symbols: Symbols, place: Place, zoom: number): number {
  const cell = cellAt(place.lon, place.lat, zoom);
  let cluster = -1;
  for (let entry = 0; entry < symbols.length; entry++) {
    if ((symbols.count[entry] ?? 1) === 1) {
      if (symbols.row[entry] === place.row) return entry;
    } else if (cluster < 0) {
      const own = cellAt(symbols.lon[entry] ?? 0, symbols.lat[entry] ?? 0, zoom);
      if (own.column === cell.column && own.row === cell.row) cluster = entry;
    }
  }
  return cluster;
}
