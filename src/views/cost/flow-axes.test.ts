import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignedTicks } from './flow-axes.ts';

test('what is only paid has axes that begin at zero', () => {
  expect(alignedTicks([100, 380], [2000])).toEqual({
    left: [0, 100, 200, 300, 400],
    right: [0, 500, 1000, 1500, 2000],
  });
});

test('what comes back goes below the zero that both axes share', () => {
  const { left, right } = alignedTicks([400, -90], [2300]);
  expect([left[0], right[0]]).toEqual([-100, -600]);
  expect(left.indexOf(0)).toBe(right.indexOf(0));
});

test('both axes hold their values, with the same number of ticks and zero in the same place', () => {
  const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 5 });
  fc.assert(
    fc.property(values, values, (left, right) => {
      const ticks = alignedTicks(left, right);
      expect(ticks.left).toHaveLength(ticks.right.length);
      expect(ticks.left.indexOf(0)).toBe(ticks.right.indexOf(0));
      for (const [given, axis] of [
        [left, ticks.left],
        [right, ticks.right],
      ] as const) {
        for (const value of given) {
          expect(axis[0]).toBeLessThanOrEqual(value);
          expect(axis.at(-1)).toBeGreaterThanOrEqual(value * (1 - 1e-9));
        }
      }
    }),
  );
});
