import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from './money.ts';

test('half a 分 is rounded up, whatever binary fractions make of it', () => {
  expect(fen(1.005)).toBe(101);
  expect(fen(0.285)).toBe(29);
  expect(fen(1.0049)).toBe(100);
});

test('areas and prices as people write them come to the 分 of decimal arithmetic', () => {
  const hundredths = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(hundredths(10_000_000), hundredths(100_000), (area, price) => {
      // In 1/10,000 元, exactly.
      const exact = area * price;
      expect(fen((area / 100) * (price / 100))).toBe(Math.floor((exact + 50) / 100));
    }),
    { numRuns: 2_000 },
  );
});
