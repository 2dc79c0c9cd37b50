import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taxLadder } from './tax-ladder.ts';

test.each([
  [0, 0, 10_000_000, 10_000_000],
  [9_999_999.99, 0, 10_000_000, 0.01],
  [10_000_000, 1, 30_000_000, 20_000_000],
  [30_000_000, 2, 50_000_000, 20_000_000],
  [99_999_999, 3, 100_000_000, 1],
  [100_000_000, 4, 1_000_000_000, 900_000_000],
  [1_000_000_000, 5, null, null],
])('%d 元 are tier %i, and the next step is %s: %s to go', (tax, tier, nextThreshold, gap) => {
  expect(taxLadder([{ buildingId: 'b1', tax }]).entries).toEqual([
    { buildingId: 'b1', tax, tier, nextThreshold, gap },
  ]);
});

test('who has no tax on record is on no step, not on the lowest', () => {
  const { steps, unknown } = taxLadder([
    { buildingId: 'b1', tax: null },
    { buildingId: 'b2', tax: 0 },
    { buildingId: 'b3', tax: 120_000_000.5 },
  ]);
  expect(unknown).toBe(1);
  expect(steps.map(({ tier, threshold, buildings }) => [tier, threshold, buildings])).toEqual([
    [5, 1_000_000_000, 0],
    [4, 100_000_000, 1],
    [3, 50_000_000, 0],
    [2, 30_000_000, 0],
    [1, 10_000_000, 0],
    [0, null, 1],
  ]);
  expect(steps[1]?.tax).toBe(120_000_000.5);
});

test('tax and its gap are the next step, and every building with tax stands on exactly one', () => {
  const fen = fc.integer({ min: 0, max: 300_000_000_000 });
  fc.assert(
    fc.property(fc.array(fen), (taxes) => {
      const ladder = taxLadder(taxes.map((tax, at) => ({ buildingId: `b${at}`, tax: tax / 100 })));
      expect(ladder.steps.reduce((sum, { buildings }) => sum + buildings, 0)).toBe(taxes.length);
      for (const { tax, gap, nextThreshold } of ladder.entries) {
        if (gap !== null) expect(Math.round((tax + gap) * 100)).toBe((nextThreshold ?? 0) * 100);
      }
    }),
  );
});
