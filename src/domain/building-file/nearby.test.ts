import { expect, test } from 'vitest';
import { nearest } from './nearby.ts';

const here = { lon: 117.2, lat: 39.12 };
/** One thousandth of a degree of latitude is 111 m. */
const north = (thousandths: number) => ({ lon: 117.2, lat: 39.12 + thousandths / 1000 });

test('the nearest comes first, and what is too far does not come', () => {
  const near = nearest(here, [3, 1, 9, 2], north, 400);
  expect(near.map(({ one }) => one)).toEqual([1, 2, 3]);
  expect(near[0]?.distanceM).toBeGreaterThan(105);
  expect(near[0]?.distanceM).toBeLessThan(117);
});

test('what has no position is near to nothing', () => {
  expect(nearest(here, ['a'], () => null, 1e9)).toEqual([]);
});
