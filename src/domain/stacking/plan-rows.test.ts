import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlanUnit, aStorey } from '../../../tests/towers.ts';
import { planRows } from './plan-rows.ts';

const floorsOf = (floors: readonly number[], counts?: Parameters<typeof planRows>[1]) =>
  planRows(
    floors.map((floor) => aStorey({ floor, label: `${floor}` })),
    counts,
  ).map((row) => (row.kind === 'gap' ? [row.from, row.to] : row.storey.floor));

test('floors run from the top down, and floor 1 stands on floor −1', () => {
  expect(floorsOf([1, -1, 2, -2])).toEqual([2, 1, -1, -2]);
});

test('floors that are not on file are a gap, not floors', () => {
  expect(floorsOf([1, 2, 6])).toEqual([6, [3, 5], 2, 1]);
  expect(floorsOf([8])).toEqual([8, [1, 7]]);
});

test('a gap never runs through the ground', () => {
  expect(floorsOf([-3, 2])).toEqual([2, [1, 1], [-2, -1], -3]);
});

test('storeys that the building is said to have beyond those on file are gaps at both ends', () => {
  expect(floorsOf([1, 2], { above: 5, below: 2 })).toEqual([[3, 5], 2, 1, [-2, -1]]);
  expect(floorsOf([-1], { above: 3, below: 1 })).toEqual([[1, 3], -1]);
  expect(floorsOf([1, 2, 3], { above: 2, below: 0 })).toEqual([3, 2, 1]);
});

test('a split level between two floors is a floor and no gap', () => {
  expect(floorsOf([1, 1.5, 2])).toEqual([2, 1.5, 1]);
  expect(floorsOf([1.5, 3])).toEqual([3, [2, 2], 1.5, [1, 1]]);
});

test('without floors there are no rows, however many storeys the building is said to have', () => {
  expect(planRows([], { above: 30, below: 2 })).toEqual([]);
});

test('every whole floor between the ends is either on file or in exactly one gap', () => {
  const floors = fc.uniqueArray(
    fc.integer({ min: -6, max: 90 }).filter((floor) => floor !== 0),
    { minLength: 1, maxLength: 40 },
  );
  const count = fc.option(fc.integer({ min: 0, max: 95 }));
  fc.assert(
    fc.property(floors, count, count, (numbers, above, below) => {
      const rows = floorsOf(numbers, { above, below });
      const seen = rows.flatMap((row) => {
        if (typeof row === 'number') return [row];
        const [from = 0, to = 0] = row;
        return Array.from({ length: to - from + 1 }, (_, index) => to - index);
      });
      const top = Math.max(above ?? 0, ...numbers);
      const bottom = Math.min(-(below ?? 0), 1, ...numbers);
      const all = Array.from({ length: top - bottom + 1 }, (_, index) => top - index).filter((n) => n !== 0);
      expect(seen).toEqual(all);
    }),
    { seed: 41 },
  );
});

const rowOf = (area: number | null, units: readonly number[]) => {
  const [row] = planRows([
    aStorey({ area, units: units.map((own, index) => aPlanUnit({ id: `${index}`, area: own })) }),
  ]);
  if (row?.kind !== 'floor') throw new Error('no floor');
  const { extent, unaccounted, isOverfull } = row;
  return { extent, unaccounted, isOverfull };
};

test('area that no unit accounts for is counted, to the 1/100 ㎡', () => {
  expect(rowOf(1_000, [300.1, 300.2])).toEqual({ extent: 1_000, unaccounted: 399.7, isOverfull: false });
});

test('what may be rounding is neither space nor too much', () => {
  expect(rowOf(1_000, [999.6])).toEqual({ extent: 1_000, unaccounted: 0, isOverfull: false });
  expect(rowOf(1_000, [1_000.4])).toEqual({ extent: 1_000.4, unaccounted: 0, isOverfull: false });
});

test('a floor is as large as its units where they are more than it is said to have, and is marked', () => {
  expect(rowOf(500, [400, 300])).toEqual({ extent: 700, unaccounted: 0, isOverfull: true });
});

test('a floor without an area is as large as its units, and nothing is known of the rest', () => {
  expect(rowOf(null, [400])).toEqual({ extent: 400, unaccounted: null, isOverfull: false });
  expect(rowOf(null, [])).toEqual({ extent: null, unaccounted: null, isOverfull: false });
});

test('a floor without units is unknown in all its area, not empty', () => {
  expect(rowOf(800, [])).toEqual({ extent: 800, unaccounted: 800, isOverfull: false });
});
