import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom, randomColumns } from '../../../tests/random-columns.ts';
import { isInsideBbox } from '../geo.ts';
import { carrierTypes } from '../model/building.ts';
import type { Symbols, Viewport } from './answer.ts';
import {
  Clusterer,
  cellOf,
  clusterFrom,
  individualFromZoom,
  individualUpTo,
  neverClusterFromZoom,
} from './cluster.ts';
import { type Columns, unknownCode, unknownInt } from './columns.ts';

const scene = fc
  .record({
    seed: fc.integer(),
    rowCount: fc.integer({ min: 0, max: 500 }),
    failing: fc.double({ min: 0, max: 1, noNaN: true }),
    zoom: fc.integer({ min: 10 * 4, max: 74 }).map((quarters) => quarters / 4),
    west: fc.double({ min: 117.16, max: 117.2, noNaN: true }),
    south: fc.double({ min: 39.09, max: 39.12, noNaN: true }),
    width: fc.double({ min: 0, max: 0.07, noNaN: true }),
    height: fc.double({ min: 0, max: 0.06, noNaN: true }),
  })
  .map(({ seed, rowCount, failing, zoom, west, south, width, height }) => {
    const columns = randomColumns(seed, rowCount);
    const random = createRandom(seed + 1);
    return {
      columns,
      masks: Uint32Array.from({ length: rowCount }, () => (random() < failing ? 1 << (seed & 15) : 0)),
      viewport: { west, south, east: west + width, north: south + height, zoom },
    };
  });

const positionOf = ({ lon, lat }: Columns, row: number) =>
  [(lon[row] ?? 0) / 1e7, (lat[row] ?? 0) / 1e7] as const;

/** Rows that pass, have a position and lie inside, by filter. */
function shownRows(columns: Columns, masks: Uint32Array, viewport: Viewport): number[] {
  return [...masks.keys()].filter((row) => {
    const isPlaced = columns.lon[row] !== unknownInt && columns.lat[row] !== unknownInt;
    return masks[row] === 0 && isPlaced && isInsideBbox(...positionOf(columns, row), viewport);
  });
}

/** Rows by the cell in which they lie, by `cellOf` alone. */
const byCell = (columns: Columns, rows: readonly number[], zoom: number) =>
  Map.groupBy(rows, (row) => cellOf(...positionOf(columns, row), zoom));

const entries = (symbols: Symbols) => Array.from({ length: symbols.length }, (_, i) => i);

const isSingly = (rows: readonly number[], { zoom }: Viewport) =>
  zoom >= neverClusterFromZoom || (rows.length <= individualUpTo && zoom >= individualFromZoom);

test('every passing building in view is drawn exactly once, by itself or in the cluster of its cell', () => {
  fc.assert(
    fc.property(scene, ({ columns, masks, viewport }) => {
      const symbols = new Clusterer(columns).symbols(masks, viewport);
      const rows = shownRows(columns, masks, viewport);
      const cells = byCell(columns, rows, viewport.zoom);
      const drawn = entries(symbols).flatMap((i) => {
        const row = symbols.row[i] ?? -1;
        return symbols.count[i] === 1
          ? [row]
          : (cells.get(cellOf(...positionOf(columns, row), viewport.zoom)) ?? []);
      });
      expect(drawn.toSorted((a, b) => a - b)).toEqual(rows);
      expect(symbols.count.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    }),
    { numRuns: 200 },
  );
});

test('a cell becomes a cluster from its size on, and never where all are drawn singly', () => {
  fc.assert(
    fc.property(scene, ({ columns, masks, viewport }) => {
      const symbols = new Clusterer(columns).symbols(masks, viewport);
      const rows = shownRows(columns, masks, viewport);
      const sizes = [...byCell(columns, rows, viewport.zoom).values()].map(({ length }) => length);
      const expected = isSingly(rows, viewport)
        ? rows.map(() => 1)
        : sizes.flatMap((size) => (size >= clusterFrom ? [size] : new Array<number>(size).fill(1)));
      expect([...symbols.count].sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
    }),
    { numRuns: 200 },
  );
});

test('a symbol carries the sums of what it stands for', () => {
  fc.assert(
    fc.property(scene, ({ columns, masks, viewport }) => {
      const symbols = new Clusterer(columns).symbols(masks, viewport);
      const cells = byCell(columns, shownRows(columns, masks, viewport), viewport.zoom);
      for (const i of entries(symbols)) {
        const row = symbols.row[i] ?? -1;
        const members =
          symbols.count[i] === 1
            ? [row]
            : (cells.get(cellOf(...positionOf(columns, row), viewport.zoom)) ?? []);
        expect(members).toContain(row);
        const sum = (column: Int32Array) =>
          members.reduce((total, member) => total + (column[member] ?? 0), 0);
        const isKnown = members.some((member) => columns.ranges.available?.values[member] !== unknownInt);
        expect(symbols.available[i]).toBe(isKnown ? sum(columns.sums.available) / 100 : Number.NaN);
        const rentable = sum(columns.sums.vacancyRentable);
        expect(symbols.vacancy[i]).toBe(
          rentable > 0 ? Math.fround(sum(columns.sums.vacant) / rentable) : Number.NaN,
        );
        const type = columns.sets.type.kind === 'code' ? columns.sets.type.codes[row] : unknownCode;
        expect(symbols.shape[i]).toBe(type);
      }
    }),
    { numRuns: 60 },
  );
});

test('a building is drawn where it stands, a cluster amid its members and inside the view', () => {
  fc.assert(
    fc.property(scene, ({ columns, masks, viewport }) => {
      const symbols = new Clusterer(columns).symbols(masks, viewport);
      for (const i of entries(symbols)) {
        const [lon = 0, lat = 0] = [symbols.lon[i], symbols.lat[i]];
        const [ownLon, ownLat] = positionOf(columns, symbols.row[i] ?? -1);
        if (symbols.count[i] === 1) {
          expect(Math.abs(lon - ownLon) + Math.abs(lat - ownLat)).toBeLessThan(1e-9);
        }
        const { west, south, east, north } = viewport;
        const grace = 1e-9;
        const roomy = { west: west - grace, south: south - grace, east: east + grace, north: north + grace };
        expect(isInsideBbox(lon, lat, roomy)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

/** Rows all on one spot. */
function crowd(rowCount: number): Columns {
  const columns = randomColumns(1, rowCount);
  return {
    ...columns,
    lon: new Int32Array(rowCount).fill(1_172_000_000),
    lat: new Int32Array(rowCount).fill(391_200_000),
  };
}

const around = (zoom: number): Viewport => ({ west: 117.19, south: 39.11, east: 117.21, north: 39.13, zoom });
const countsOf = (rowCount: number, zoom: number) => [
  ...new Clusterer(crowd(rowCount)).symbols(new Uint32Array(rowCount), around(zoom)).count,
];

test('nothing is clustered from zoom 18 on, however many stand on one plot', () => {
  expect(countsOf(individualUpTo + 80, 18)).toEqual(new Array(individualUpTo + 80).fill(1));
  expect(countsOf(individualUpTo + 80, 17.75)).toEqual([individualUpTo + 80]);
});

test('few buildings are drawn one by one from zoom 13.5, clustered below', () => {
  expect(countsOf(individualUpTo, 13.5)).toHaveLength(individualUpTo);
  expect(countsOf(individualUpTo + 1, 13.5)).toEqual([individualUpTo + 1]);
  expect(countsOf(individualUpTo, 13.25)).toEqual([individualUpTo]);
});

test('two buildings on one plot are both drawn', () => {
  expect(countsOf(2, 10)).toEqual([1, 1]);
});

test('a cluster of nothing known knows neither area nor vacancy', () => {
  const columns = crowd(9);
  const nothing = new Int32Array(9);
  const symbols = new Clusterer({
    ...columns,
    ranges: {
      ...columns.ranges,
      available: { values: new Int32Array(9).fill(unknownInt), upper: null, bound: null },
    },
    sums: { ...columns.sums, available: nothing, vacant: nothing, vacancyRentable: nothing },
  }).symbols(new Uint32Array(9), around(12));
  expect([...symbols.count, ...symbols.available, ...symbols.vacancy]).toEqual([9, Number.NaN, Number.NaN]);
});

test('a clusterer answers one view after another as a fresh one does', () => {
  const columns = randomColumns(8, 400);
  const reused = new Clusterer(columns);
  const masks = Uint32Array.from({ length: 400 }, (_, row) => row % 3);
  for (const zoom of [12, 15, 11, 19, 12]) {
    expect(reused.symbols(masks, around(zoom))).toEqual(new Clusterer(columns).symbols(masks, around(zoom)));
  }
});

test('a viewport larger than any screen is refused, not tried', () => {
  const world = { west: -180, south: -80, east: 180, north: 80, zoom: 20 };
  expect(() => new Clusterer(crowd(3)).symbols(new Uint32Array(3), world)).toThrow(RangeError);
  const poles = { west: -180, south: -90, east: 180, north: 90, zoom: 3 };
  expect(() => new Clusterer(crowd(3)).symbols(new Uint32Array(3), poles)).toThrow(/invalid viewport/);
});

test('shapes are places in the list of carrier types', () => {
  const symbols = new Clusterer(crowd(3)).symbols(new Uint32Array(3), around(18));
  for (const shape of symbols.shape) expect(shape === unknownCode || shape < carrierTypes.length).toBe(true);
});
