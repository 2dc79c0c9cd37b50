import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKnown, ratioOfSums } from './order.ts';

test('the unknown comes last in both directions', () => {
  const values = [3, null, 1, null, 2];
  expect(values.toSorted((a, b) => compareKnown(a, b))).toEqual([1, 2, 3, null, null]);
  expect(values.toSorted((a, b) => compareKnown(a, b, true))).toEqual([3, 2, 1, null, null]);
});

test('0 is a value like any other', () => {
  expect([null, 1, 0].toSorted((a, b) => compareKnown(a, b))).toEqual([0, 1, null]);
});

test('two unknown values, like two equal ones, are level', () => {
  expect(compareKnown<number>(null, null)).toBe(0);
  expect(compareKnown('a', 'a', true)).toBe(0);
});

test('the comparison is antisymmetric', () => {
  const value = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
  fc.assert(
    fc.property(value, value, fc.boolean(), (a, b, descending) => {
      expect(compareKnown(a, b, descending) + compareKnown(b, a, descending)).toBe(0);
    }),
  );
});

test('a ratio without a denominator is unknown, not 0', () => {
  expect(ratioOfSums(0, 0, 0, 100)).toEqual({ value: null, numerator: 0, denominator: 0, coverage: 0 });
  expect(ratioOfSums(0, 50, 50, 100)).toEqual({ value: 0, numerator: 0, denominator: 50, coverage: 0.5 });
});

test('there is no coverage of nothing', () => {
  expect(ratioOfSums(0, 0, 0, 0).coverage).toBeNull();
});
