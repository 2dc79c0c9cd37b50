import { expect, test } from 'vitest';
import { summed } from './sums.ts';

const one = (
  numerator: number | null,
  denominator: number | null,
  coverage: number | null,
  gfa: number | null,
) => ({
  gfa,
  series: {
    values: [numerator],
    numerators: [numerator],
    denominators: [denominator],
    coverages: [coverage],
  },
});

test('a rate of several buildings is the ratio of their sums, not the mean of their rates', () => {
  const { values, numerators, denominators } = summed([one(50, 100, 1, 100), one(0, 900, 1, 900)], 1, true);
  expect(values).toEqual([0.05]);
  expect([numerators, denominators]).toEqual([[50], [1000]]);
});

test('a building that is not known is in neither sum and lowers the coverage by its floor area', () => {
  const { values, coverages } = summed([one(30, 100, 1, 300), one(null, null, 0, 100)], 1, true);
  expect(values).toEqual([0.3]);
  expect(coverages).toEqual([0.75]);
});

test('a sum of what is not known is not known, never zero', () => {
  expect(summed([one(null, null, 0, 100)], 1, false)).toMatchObject({ values: [null], coverages: [0] });
  expect(summed([], 1, false)).toMatchObject({ values: [null], coverages: [null] });
  expect(summed([one(0, null, 1, 100)], 1, false).values).toEqual([0]);
});

test('a rate of nothing is no rate', () => {
  expect(summed([one(0, 0, 1, 100)], 1, true).values).toEqual([null]);
});
