import { expect, test } from 'vitest';
import { urlOf } from './endpoint.ts';
import { getBuilding, listBuildings } from './endpoints.ts';

test('a URL starts where the site is served', () => {
  expect(urlOf('/', listBuildings, {}, 'gfa=1..2')).toBe('/api/v1/buildings?gfa=1..2');
  expect(urlOf('/demo/', listBuildings, {})).toBe('/demo/api/v1/buildings');
});

test('what stands in a path cannot leave its place', () => {
  expect(urlOf('/', getBuilding, { id: '../me?a=1#b' })).toBe('/api/v1/buildings/..%2Fme%3Fa%3D1%23b');
});
