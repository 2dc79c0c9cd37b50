import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Symbols } from '#domain/engine/answer.ts';
import { cellOf } from '#domain/engine/cluster.ts';
import { latFromMercator, lonFromMercator } from '#domain/geo.ts';
import { coincidencePx, nudgeCoinciding } from './nudge.ts';
import { entryOf, layoutSymbols, symbolAt } from './symbol-layout.ts';
import {
  clusterRadius,
  compactArea,
  fullSizeArea,
  radiusSpan,
  symbolRadius,
  unknownRadius,
} from './symbol-size.ts';
import { bboxOfCell, cellAt, worldSize } from './world.ts';

const zoom = 15;

interface ASymbol {
  /** World pixels at zoom 15, from a corner in the district. */
  readonly x: number;
  readonly y: number;
  readonly row?: number;
  readonly count?: number;
  readonly available?: number;
}

const corner = { x: 6_923_000, y: 3_187_000 };

function symbolsOf(list: readonly ASymbol[]): Symbols {
  const size = worldSize(zoom);
  return {
    length: list.length,
    row: Uint32Array.from(list, ({ row }, index) => row ?? index),
    lon: Float64Array.from(list, ({ x }) => lonFromMercator((corner.x + x) / size)),
    lat: Float64Array.from(list, ({ y }) => latFromMercator((corner.y + y) / size)),
    count: Uint32Array.from(list, ({ count }) => count ?? 1),
    available: Float64Array.from(list, ({ available }) => available ?? Number.NaN),
    vacancy: new Float32Array(list.length),
    shape: new Uint8Array(list.length),
  };
}

const at = (layout: ReturnType<typeof layoutSymbols>, x: number, y: number, slop = 0) =>
  symbolAt(layout, corner.x + x, corner.y + y, slop);

test('the area of a symbol is proportional to the available area', () => {
  expect((symbolRadius(8_000) / symbolRadius(4_000)) ** 2).toBeCloseTo(2);
});

test('a symbol stays between the smallest and the largest radius', () => {
  expect(symbolRadius(0)).toBe(radiusSpan.min);
  expect(symbolRadius(fullSizeArea)).toBe(radiusSpan.max);
  expect(symbolRadius(1e9)).toBe(radiusSpan.max);
});

test('an unknown available area has a size of its own, not that of zero', () => {
  expect(symbolRadius(Number.NaN)).toBe(unknownRadius);
  expect(unknownRadius).not.toBe(symbolRadius(0));
});

test('a cluster is large enough for its count', () => {
  expect(clusterRadius(100)).toBe(clusterRadius(Number.NaN));
  expect(clusterRadius(100)).toBeGreaterThanOrEqual(13);
});

test.each([
  [34_012, 'zh', '3.4万'],
  [9_996, 'zh', '1万'],
  [8_400, 'zh', '8400'],
  [1_234_567, 'zh', '120万'],
  [123_000_000, 'zh', '1.2亿'],
  [99_700_000, 'zh', '1亿'],
  [34_012, 'en', '34K'],
  [1_250_000, 'en', '1.3M'],
  [640, 'en', '640'],
] as const)('%d ㎡ is written short (%s) as %s', (area, locale, text) => {
  expect(compactArea(area, locale)).toBe(text);
});

test('symbols on one point are moved apart, the same way every time', () => {
  const nudged = () => {
    const x = Float64Array.of(100, 100, 100, 300);
    const y = Float64Array.of(50, 50, 50, 50);
    nudgeCoinciding([0, 1, 2, 3], x, y, Float32Array.of(6, 6, 6, 6));
    return { x: [...x], y: [...y] };
  };
  const { x, y } = nudged();
  const apart = (a: number, b: number) => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
  expect(Math.min(apart(0, 1), apart(1, 2), apart(0, 2))).toBeGreaterThan(coincidencePx);
  expect([x[3], y[3]]).toEqual([300, 50]);
  expect(nudged()).toEqual({ x, y });
});

test('every building of a plot can be hit, whatever their sizes', () => {
  const available = fc.constantFrom(Number.NaN, 200, 3_000, 30_000);
  fc.assert(
    fc.property(fc.array(available, { minLength: 2, maxLength: 6 }), (areas) => {
      const layout = layoutSymbols(symbolsOf(areas.map((area) => ({ x: 0, y: 0, available: area }))), zoom);
      const hit = new Set<number>();
      for (let x = -60; x <= 60; x++) for (let y = -60; y <= 60; y++) hit.add(at(layout, x, y));
      hit.delete(-1);
      expect(hit.size).toBe(areas.length);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('a small symbol lies on a large one and is hit first', () => {
  const symbols = symbolsOf([
    { x: 0, y: 0, available: 500 },
    { x: 9, y: 0, available: 30_000 },
  ]);
  const layout = layoutSymbols(symbols, zoom);
  expect([...layout.order]).toEqual([1, 0]);
  expect(at(layout, 0, 0)).toBe(0);
  expect(at(layout, 9, 0)).toBe(1);
});

test('a near miss counts within the slop and goes to the nearest', () => {
  const layout = layoutSymbols(
    symbolsOf([
      { x: 0, y: 0 },
      { x: 22, y: 0 },
    ]),
    zoom,
  );
  expect(at(layout, 8, 0, 2)).toBe(-1);
  expect(at(layout, 8, 0, 4)).toBe(0);
  expect(at(layout, 13, 0, 12)).toBe(1);
});

test('hit testing by squares finds what a search of all symbols finds', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 400 }),
    available: fc.integer({ min: 0, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (list, x) => {
      const layout = layoutSymbols(symbolsOf(list), zoom);
      const [px, py] = [corner.x + x, corner.y + 200];
      const distance = (entry: number) =>
        Math.hypot((layout.x[entry] ?? 0) - px, (layout.y[entry] ?? 0) - py);
      const covering = [...layout.order].filter((entry) => distance(entry) <= (layout.radius[entry] ?? 0));
      const found = symbolAt(layout, px, py, 0);
      if (covering.length === 0) expect(found).toBe(-1);
      else expect(layout.radius[found]).toBe(Math.min(...covering.map((entry) => layout.radius[entry] ?? 0)));
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('clusters of neighbouring cells never lie on one another', () => {
  const layout = layoutSymbols(
    symbolsOf([
      { x: 39, y: 20, count: 9 },
      { x: 41, y: 20, count: 9 },
    ]),
    zoom,
  );
  const cells = [0, 1].map((entry) =>
    cellAt(layout.symbols.lon[entry] ?? 0, layout.symbols.lat[entry] ?? 0, zoom),
  );
  expect(cells[0]).not.toEqual(cells[1]);
  expect(Math.abs((layout.x[0] ?? 0) - (layout.x[1] ?? 0))).toBeGreaterThan(20);
});

test('a building is lit by its own symbol, else by the cluster of its cell, else by none', () => {
  const symbols = symbolsOf([
    { x: 0, y: 0, row: 7, count: 3 },
    { x: 100, y: 0, row: 8 },
  ]);
  const place = (x: number, row: number) => {
    const { lon, lat } = symbolsOf([{ x, y: 0 }]);
    return { row, lon: lon[0] ?? 0, lat: lat[0] ?? 0 };
  };
  expect(entryOf(symbols, place(100, 8), zoom)).toBe(1);
  expect(entryOf(symbols, place(0.5, 99), zoom)).toBe(0);
  expect(entryOf(symbols, place(400, 99), zoom)).toBe(-1);
});

test('the box of a cell holds what the cell holds', () => {
  const [lon, lat] = [117.19, 39.117];
  const box = bboxOfCell(cellAt(lon, lat, zoom), zoom);
  expect(lon).toBeGreaterThanOrEqual(box.west);
  expect(lon).toBeLessThan(box.east);
  expect(lat).toBeLessThanOrEqual(box.north);
  expect(lat).toBeGreaterThan(box.south);
});

test('cells are those of the engine', () => {
  const degrees = { noNaN: true, noDefaultInfinity: true } as const;
  const lon = fc.double({ min: 117.17, max: 117.22, ...degrees });
  const lat = fc.double({ min: 39.09, max: 39.14, ...degrees });
  const zooms = fc.integer({ min: 44, max: 76 }).map((quarters) => quarters / 4);
  fc.assert(
    fc.property(lon, lat, zooms, (atLon, atLat, atZoom) => {
      const { column, row } = cellAt(atLon, atLat, atZoom);
      expect(`${column}/${row}`).toBe(cellOf(atLon, atLat, atZoom));
    }),
    { seed: 7 },
  );
});
