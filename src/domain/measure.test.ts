import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atLeast,
  dailyRentFromMonthly,
  exactly,
  fenFromYuan,
  monthFromNumber,
  monthlyRentFromDaily,
  monthNumber,
  yuanFromFen,
} from './measure.ts';

test('a month has 365 / 12 days unless a landlord counts otherwise', () => {
  expect(monthlyRentFromDaily(4.5)).toBeCloseTo(136.875, 10);
  expect(monthlyRentFromDaily(4.5, 30)).toBe(135);
  expect(dailyRentFromMonthly(136.875)).toBeCloseTo(4.5, 10);
  expect(dailyRentFromMonthly(135, 30)).toBe(4.5);
});

test('money is stored in whole 分 and comes back to the 分', () => {
  expect(fenFromYuan(19.99)).toBe(1_999);
  expect(fenFromYuan(0.1 + 0.2)).toBe(30);
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => fenFromYuan(yuanFromFen(fen)) === fen),
  );
});

test('months count on over the end of a year, and back', () => {
  expect(monthNumber('2026-12')).toBe((monthNumber('2027-01') ?? 0) - 1);
  expect(monthNumber('2026-03-31')).toBe(monthNumber('2026-03'));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999 * 12 + 11 }), (months) => {
      expect(monthNumber(monthFromNumber(months))).toBe(months);
    }),
  );
});

test.each(['', '2026', '2026-00', '2026-13', '26-01', '2026-1', '2026-1-1', '2026/01', 'x2026-01'])(
  '%j is no month',
  (text) => {
    expect(monthNumber(text)).toBeNull();
  },
);

test('a stated figure carries its bound', () => {
  expect(exactly(8_147)).toEqual({ value: 8_147, bound: 'exact' });
  expect(atLeast(85_000)).toEqual({ value: 85_000, bound: 'atLeast' });
});
