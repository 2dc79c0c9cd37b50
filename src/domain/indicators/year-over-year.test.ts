import { expect, test } from 'vitest';
import { lastReported, type MonthPoint, yearOverYear, yearSum } from './year-over-year.ts';

const row = (values: Readonly<Record<string, number | null>>): readonly MonthPoint[] =>
  Object.entries(values).map(([month, value]) => ({ month, value }));

test('a month is set against the same month of the year before', () => {
  const points = row({ '2025-10': 8_000, '2025-11': 9_999, '2026-10': 8_400 });
  expect(yearOverYear(points, '2026-10')).toEqual({
    month: '2026-10',
    value: 8_400,
    monthBefore: '2025-10',
    before: 8_000,
    change: 400,
    rate: 0.05,
  });
});

test('a gap stays a gap: neither the month before nor the one after stands in for it', () => {
  const points = row({ '2025-09': 8_000, '2025-10': null, '2025-11': 8_000, '2026-10': 8_400 });
  expect(yearOverYear(points, '2026-10')).toMatchObject({
    value: 8_400,
    before: null,
    change: null,
    rate: null,
  });
});

test('from nothing to something is a change without a rate', () => {
  expect(yearOverYear(row({ '2025-10': 0, '2026-10': 5 }), '2026-10')).toMatchObject({
    change: 5,
    rate: null,
  });
});

test('a year adds up what was reported and says of how many months', () => {
  const points = row({ '2025-10': 1_000, '2025-11': 10, '2026-09': 20, '2026-10': null });
  expect(yearSum(points, '2026-10')).toEqual({ from: '2025-11', through: '2026-10', sum: 30, months: 2 });
  expect(yearSum(row({ '2026-10': null }), '2026-10')).toMatchObject({ sum: null, months: 0 });
});

test('the last month is the last that was reported, wherever it stands', () => {
  expect(lastReported(row({ '2026-09': 1, '2026-10': null, '2026-08': 2 }))).toBe('2026-09');
  expect(lastReported([])).toBeNull();
});

test('what is no month is refused by name', () => {
  expect(() => yearSum([], '2026')).toThrow('invalid month: 2026');
});
