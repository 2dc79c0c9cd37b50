import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rentSteps } from './rent-steps.ts';

test('rents that hardly differ have narrow steps, rents that differ much wide ones', () => {
  expect(rentSteps([90, 92], 6)).toEqual([
    { lo: 90, hi: 91 },
    { lo: 91, hi: 92 },
    { lo: 92, hi: 93 },
  ]);
  expect(rentSteps([61, 140], 6).map(({ lo }) => lo)).toEqual([60, 80, 100, 120, 140]);
});

test('no rents need no steps', () => {
  expect(rentSteps([], 6)).toEqual([]);
});

test('steps are few, touch each other and hold every rent', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1 }), (rents) => {
      const steps = rentSteps(rents, 6);
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.length).toBeLessThanOrEqual(6);
      for (const [index, { hi }] of steps.slice(0, -1).entries()) expect(steps[index + 1]?.lo).toBe(hi);
      for (const rent of rents) expect(steps.filter(({ lo, hi }) => lo <= rent && rent < hi)).toHaveLength(1);
    }),
    { seed: 42 },
  );
});
