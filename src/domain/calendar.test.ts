import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDayOf, plusMonths, quarterFromNumber, quarterNumber, yearsBetween } from './calendar.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a month later is the same day, or the last one of a shorter month', () => {
  expect(plusMonths('2026-10-31', 12)).toBe('2027-10-31');
  expect(plusMonths('2026-10-31', 1)).toBe('2026-11-30');
  expect(plusMonths('2027-12-31', 2)).toBe('2028-02-29');
  expect(plusMonths('2026-01-15', -1)).toBe('2025-12-15');
});

test('years are whole on birthdays, whether a leap day lies between or not', () => {
  expect(yearsBetween('2026-10-31', '2026-10-31')).toBe(0);
  expect(yearsBetween('2026-10-31', '2027-10-31')).toBe(1);
  expect(yearsBetween('2026-10-31', '2028-10-31')).toBe(2);
  expect(yearsBetween('2028-02-29', '2029-02-28')).toBe(1);
});

test('a rest is a share of the year in which it lies', () => {
  // 2026-10-31 – 2027-10-31 has 365 days, of which 73 are a fifth.
  expect(yearsBetween('2026-10-31', '2027-01-12')).toBe(73 / 365);
  // 2027-10-31 – 2028-10-31 has the 29th of February: 366 days, of which 61 (to 31 December) are a sixth.
  expect(yearsBetween('2026-10-31', '2027-12-31')).toBe(1 + 61 / 366);
});

test('a lease without an end, as 9999 is written for it, is long but a number', () => {
  expect(yearsBetween('2026-10-31', '9999-12-31')).toBeCloseTo(7973.167, 3);
});

test('what ends later never has fewer years', () => {
  fc.assert(
    fc.property(day, day, day, (...days) => {
      const [from = '', near = '', far = ''] = days.toSorted();
      expect(yearsBetween(from, far)).toBeGreaterThanOrEqual(yearsBetween(from, near));
      expect(yearsBetween(from, near)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what is no date, or ends before it begins, is refused by name', () => {
  expect(() => yearsBetween('2026-10', '2027-01-01')).toThrow('invalid date: 2026-10');
  expect(() => yearsBetween('2027-01-01', '2026-01-01')).toThrow('2027-01-01 – 2026-01-01');
});

test('quarters are numbered and named both ways', () => {
  expect(quarterFromNumber(quarterNumber('2026-10-31'))).toBe('2026-Q4');
  expect(quarterFromNumber(quarterNumber('2026-12') + 1)).toBe('2027-Q1');
  expect(quarterNumber('2027-03-31') - quarterNumber('2026-10-01')).toBe(1);
});

test.each([
  ['2026-02', '2026-02-28'],
  ['2024-02', '2024-02-29'],
  ['2026-12', '2026-12-31'],
  ['2026-09', '2026-09-30'],
])('the last day of %s is %s', (month, day) => {
  expect(lastDayOf(month)).toBe(day);
});
