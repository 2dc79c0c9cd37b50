import { expect, test } from 'vitest';
import { nearestStation } from './metro.ts';
import type { MetroStation } from './model/portfolio.ts';

const at = (id: string, lon: number, lat: number): MetroStation => ({
  id,
  nameZh: id,
  nameEn: id,
  lines: ['1'],
  lon,
  lat,
  precisionM: null,
});
const stations = [at('far', 117.3, 39.2), at('near', 117.201, 39.12), at('twin', 117.199, 39.12)];
const point = (lon: number, lat: number) => ({ lon, lat, precisionM: null });

test('the nearest station is the nearest as the crow flies, in whole metres', () => {
  expect(nearestStation(point(117.2009, 39.12), stations)).toEqual({ station: stations[1], distanceM: 9 });
  expect(nearestStation(point(117.29, 39.2), stations)?.station.id).toBe('far');
});

test('of two equally near the first is taken', () => {
  expect(nearestStation(point(117.2, 39.12), stations)?.station.id).toBe('near');
});

test('without a position or a station nothing is near', () => {
  expect(nearestStation(null, stations)).toBeNull();
  expect(nearestStation(point(117.2, 39.12), [])).toBeNull();
});
