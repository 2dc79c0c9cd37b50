import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  distanceM,
  isInsideBbox,
  isInsideRing,
  latFromMercator,
  lonFromMercator,
  mercatorX,
  mercatorY,
  type Ring,
} from './geo.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });

test('a degree of latitude is 111.2 km, one of longitude shrinks with the latitude', () => {
  expect(distanceM(117, 39, 117, 40)).toBeCloseTo(111_195, -1);
  expect(distanceM(117, 0, 118, 0)).toBeCloseTo(111_195, -1);
  expect(distanceM(117, 60, 118, 60)).toBeCloseTo(111_195 / 2, -2);
});

test('distance is the same both ways, and nothing to oneself', () => {
  fc.assert(
    fc.property(lon, lat, lon, lat, (aLon, aLat, bLon, bLat) => {
      expect(distanceM(aLon, aLat, bLon, bLat)).toBeCloseTo(distanceM(bLon, bLat, aLon, aLat), 3);
      expect(distanceM(aLon, aLat, aLon, aLat)).toBe(0);
    }),
  );
});

test('a box is closed on all sides', () => {
  const box = { west: 117.1, south: 39.1, east: 117.3, north: 39.2 };
  for (const [x, y] of [
    [117.1, 39.1],
    [117.3, 39.2],
    [117.2, 39.15],
  ] as const) {
    expect(isInsideBbox(x, y, box)).toBe(true);
  }
  for (const [x, y] of [
    [117.09, 39.15],
    [117.31, 39.15],
    [117.2, 39.09],
    [117.2, 39.21],
  ] as const) {
    expect(isInsideBbox(x, y, box)).toBe(false);
  }
});

/** A horseshoe open to the north. */
const horseshoe: Ring = [
  [0, 0],
  [6, 0],
  [6, 6],
  [4, 6],
  [4, 2],
  [2, 2],
  [2, 6],
  [0, 6],
];

test('the hollow of a horseshoe lies outside of it', () => {
  expect(isInsideRing(1, 5, horseshoe)).toBe(true);
  expect(isInsideRing(5, 5, horseshoe)).toBe(true);
  expect(isInsideRing(3, 1, horseshoe)).toBe(true);
  expect(isInsideRing(3, 5, horseshoe)).toBe(false);
  expect(isInsideRing(7, 1, horseshoe)).toBe(false);
});

test('neither the direction of a ring nor its first corner matters', () => {
  const coordinate = fc.integer({ min: -1, max: 13 }).map((half) => half / 2 + 0.1);
  fc.assert(
    fc.property(coordinate, coordinate, fc.integer({ min: 0, max: 7 }), (x, y, start) => {
      const turned = [...horseshoe.slice(start), ...horseshoe.slice(0, start)];
      expect(isInsideRing(x, y, turned)).toBe(isInsideRing(x, y, horseshoe));
      expect(isInsideRing(x, y, turned.toReversed())).toBe(isInsideRing(x, y, horseshoe));
    }),
  );
});

test('a ring that is a box holds what the box holds', () => {
  const ring: Ring = [
    [1, 1],
    [3, 1],
    [3, 2],
    [1, 2],
  ];
  const coordinate = fc.double({ min: 0.01, max: 3.99, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, (x, y) => {
      fc.pre(![1, 2, 3].includes(x) && ![1, 2].includes(y));
      expect(isInsideRing(x, y, ring)).toBe(isInsideBbox(x, y, { west: 1, south: 1, east: 3, north: 2 }));
    }),
  );
});

test('a ring of no corners holds nothing', () => {
  expect(isInsideRing(0, 0, [])).toBe(false);
});

test('the projection goes there and back, east and south growing', () => {
  fc.assert(
    fc.property(lon, lat, (x, y) => {
      expect(lonFromMercator(mercatorX(x))).toBeCloseTo(x, 9);
      expect(latFromMercator(mercatorY(y))).toBeCloseTo(y, 9);
    }),
  );
  expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]);
  expect(mercatorX(117.3)).toBeGreaterThan(mercatorX(117.2));
  expect(mercatorY(39.2)).toBeLessThan(mercatorY(39.1));
});
