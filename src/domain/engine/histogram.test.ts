import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeFields, rangeSpecs } from '../query/fields.ts';
import { unknownInt } from './columns.ts';
import { type Bins, binColumn, binCount, unknownBin } from './histogram.ts';

const field = fc.constantFrom(...rangeFields);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 5_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2_000_000_000 }) },
  { weight: 1, arbitrary: fc.constant(unknownInt) },
);
const values = fc.array(value, { maxLength: 300 }).map((drawn) => Int32Array.from(drawn));
const column = (drawn: Int32Array) => ({ values: drawn, upper: null, bound: null });

function misplaced({ edges, ofRow }: Bins, drawn: Int32Array): number[] {
  return [...drawn.keys()].filter((row) => {
    const [at, bin] = [drawn[row] ?? 0, ofRow[row] ?? -1];
    if (at === unknownInt) return bin !== unknownBin;
    const isLow = (edges[bin] ?? Number.POSITIVE_INFINITY) <= at;
    const isHigh = bin === binCount - 1 || at < (edges[bin + 1] ?? 0);
    return bin >= binCount || !isLow || !isHigh;
  });
}

test('every row is in the bin whose edges hold it, the unknown in their own', () => {
  fc.assert(
    fc.property(field, values, (of, drawn) => {
      expect(misplaced(binColumn(of, column(drawn)), drawn)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('edges rise strictly from the smallest value, on a whole step of the slider', () => {
  fc.assert(
    fc.property(field, values, (of, drawn) => {
      const { edges } = binColumn(of, column(drawn));
      expect(edges).toHaveLength(binCount + 1);
      for (let edge = 1; edge <= binCount; edge++) expect(edges[edge]).toBeGreaterThan(edges[edge - 1] ?? 0);
      const known = drawn.filter((drawnValue) => drawnValue !== unknownInt);
      const unit = rangeSpecs[of].step * rangeSpecs[of].scale;
      if (known.length === 0) return;
      expect((edges[0] ?? 0) / Math.round(unit)).toBe(Math.floor(Math.min(...known) / Math.round(unit)));
    }),
    { numRuns: 300 },
  );
});

test('one giant does not flatten the rest: the last edge is at the 99th percentile', () => {
  const drawn = Int32Array.from({ length: 1_000 }, (_, row) => (row === 500 ? 2_000_000_000 : row * 100));
  const bins = binColumn('plate', column(drawn));
  expect(bins.edges[binCount]).toBeLessThanOrEqual(140_000);
  expect(bins.edges[binCount]).toBeGreaterThanOrEqual(98_900);
  expect(bins.ofRow[500]).toBe(binCount - 1);
});

test('long-tailed areas have narrow bins at the small end, others even ones', () => {
  const drawn = Int32Array.from({ length: 1_000 }, (_, row) => row * 10_000);
  const widths = (of: 'available' | 'plate') => {
    const { edges } = binColumn(of, column(drawn));
    return [(edges[1] ?? 0) - (edges[0] ?? 0), (edges[binCount] ?? 0) - (edges[binCount - 1] ?? 0)] as const;
  };
  const [narrow, wide] = widths('available');
  expect(wide).toBeGreaterThan(20 * narrow);
  const [first, last] = widths('plate');
  expect(last / first).toBeCloseTo(1, 1);
});

test('a column of nothing known still has edges', () => {
  const bins = binColumn('rent', column(Int32Array.of(unknownInt, unknownInt)));
  expect([...bins.ofRow]).toEqual([unknownBin, unknownBin]);
  expect(bins.edges[0]).toBe(0);
});
