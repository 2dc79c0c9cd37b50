import { describe, expect, test } from 'vitest';
import { monthsOfTerm, rentOfTerm } from './net-effective-rent.ts';

describe('months of a term', () => {
  test('from the first of a month to the last of another are whole, leap years or not', () => {
    expect(monthsOfTerm('2026-01-01', '2026-01-31')).toBe(1);
    expect(monthsOfTerm('2026-01-01', '2026-12-31')).toBe(12);
    expect(monthsOfTerm('2024-02-01', '2024-02-29')).toBe(1);
    expect(monthsOfTerm('2025-11-01', '2028-10-31')).toBe(36);
  });

  test('end the day before the day on which they began, be it on file in each month or not', () => {
    expect(monthsOfTerm('2026-01-15', '2026-07-14')).toBe(6);
    expect(monthsOfTerm('2026-01-31', '2026-04-30')).toBe(3);
  });

  test('count what is left of a month as a share of it', () => {
    // 15 January – 10 February: 27 of 31 days. To the 20th: one month, and 6 of 28 days.
    expect(monthsOfTerm('2026-01-15', '2026-02-10')).toBeCloseTo(27 / 31, 12);
    expect(monthsOfTerm('2026-01-15', '2026-02-20')).toBeCloseTo(1 + 6 / 28, 12);
    // 15 November – 31 January: two months, and 17 of 31 days.
    expect(monthsOfTerm('2025-11-15', '2026-01-31')).toBeCloseTo(2 + 17 / 31, 12);
    // 31 January – 28 February: a month to the 28th, and one of the 31 days to the 31st of March.
    expect(monthsOfTerm('2026-01-31', '2026-02-28')).toBeCloseTo(1 + 1 / 31, 12);
  });

  test('need two days of the calendar', () => {
    expect(() => monthsOfTerm('soon', '2026-01-31')).toThrow('invalid term: soon');
    expect(() => monthsOfTerm('2026-01-31', 'later')).toThrow('invalid term: 2026-01-31 – later');
  });
});

describe('rent of a term', () => {
  const term = {
    start: '2026-01-01',
    end: '2027-12-31',
    contractRent: 100,
    rentFreeMonths: 2,
    escalation: 0.1,
  };

  test('steps every twelve months, less the free months at its beginning', () => {
    // 10 × 100 + 12 × 110
    expect(rentOfTerm(term)?.rent).toBeCloseTo(2_320, 9);
    expect(rentOfTerm({ ...term, end: '2027-03-31', rentFreeMonths: 13 })?.rent).toBeCloseTo(2 * 110, 9);
  });

  test('is not known of a lease that ends before it begins', () => {
    const free = { ...term, start: '2026-02-01', rentFreeMonths: 0 };
    expect(rentOfTerm({ ...free, end: '2026-01-31' })).toBeNull();
    expect(rentOfTerm({ ...free, end: '2025-12-31' })).toBeNull();
  });

  test('is not changed by a step that comes after its end, whatever it is', () => {
    const year = { ...term, end: '2026-12-31', rentFreeMonths: 0 };
    expect(rentOfTerm({ ...year, escalation: 1e308 })).toEqual({ rent: 1_200, months: 12 });
    expect(rentOfTerm({ ...year, escalation: 1e308, end: '2028-12-31' })).toBeNull();
  });
});
