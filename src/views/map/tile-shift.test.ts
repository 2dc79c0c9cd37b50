import { expect, test } from 'vitest';
import { afterTile, freshTally, tileShift } from './tile-shift.ts';

const [lon, lat] = [117.195, 39.117];
const metresPerPixel = (zoom: number) => (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);

test('GCJ-02 tiles of Heping lie about 545 m east and 114 m north of where WGS-84 puts a place', () => {
  const { x, y } = tileShift(lon, lat, 16, 'gcj02');
  expect(x * metresPerPixel(16)).toBeGreaterThan(535);
  expect(x * metresPerPixel(16)).toBeLessThan(555);
  expect(-y * metresPerPixel(16)).toBeGreaterThan(104);
  expect(-y * metresPerPixel(16)).toBeLessThan(124);
});

test('the shift doubles with each zoom', () => {
  expect(tileShift(lon, lat, 17, 'gcj02').x).toBeCloseTo(2 * tileShift(lon, lat, 16, 'gcj02').x);
});

test('WGS-84 tiles stay where they are', () => {
  expect(tileShift(lon, lat, 16, 'wgs84')).toEqual({ x: 0, y: 0 });
});

test('one shift serves a window: it differs by less than 10 m over the whole district', () => {
  const west = tileShift(117.173, 39.1, 16, 'gcj02');
  const east = tileShift(117.216, 39.136, 16, 'gcj02');
  expect(Math.hypot(west.x - east.x, west.y - east.y) * metresPerPixel(16)).toBeLessThan(10);
});

test('tiles that never came have failed; one missing among others has not', () => {
  const tallies = (results: readonly boolean[]) => results.reduce(afterTile, freshTally).health;
  expect(tallies([])).toBe('loading');
  expect(tallies([false])).toBe('failed');
  expect(tallies([true, false, true, false])).toBe('up');
  expect(tallies([true, false, false, false, false])).toBe('failed');
  expect(tallies([false, false, true])).toBe('up');
});
