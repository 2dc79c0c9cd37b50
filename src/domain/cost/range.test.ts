import { expect, test } from 'vitest';
import { atPrecision, whyNotAssumption } from './range.ts';

const others = { termMonths: 36, rentFreeMonths: 3 };

test('a negative area and an escalation of 1,000 % are refused with the allowed range', () => {
  expect(whyNotAssumption('area', -5, others)).toEqual({
    field: 'area',
    value: -5,
    reason: 'outOfRange',
    allowed: { lo: 1, hi: 1_000_000 },
  });
  expect(whyNotAssumption('escalation', 10, others)).toMatchObject({ allowed: { lo: 0, hi: 0.5 } });
});

test('rent-free months end with the term, and a term holds its rent-free months', () => {
  expect(whyNotAssumption('rentFreeMonths', 36, others)).toBeNull();
  expect(whyNotAssumption('rentFreeMonths', 37, others)).toMatchObject({
    reason: 'longerThanTerm',
    allowed: { lo: 0, hi: 36 },
  });
  expect(whyNotAssumption('termMonths', 2, others)).toMatchObject({
    reason: 'shorterThanRentFree',
    allowed: { lo: 3, hi: 360 },
  });
});

test('both ends of a range are allowed', () => {
  for (const value of [1, 360]) expect(whyNotAssumption('fitOutLifeMonths', value, others)).toBeNull();
  for (const value of [0, 361]) expect(whyNotAssumption('fitOutLifeMonths', value, others)).not.toBeNull();
});

test('months of a term are whole, and no number is no value', () => {
  expect(whyNotAssumption('termMonths', 12.5, others)?.reason).toBe('notWhole');
  expect(whyNotAssumption('area', Number.NaN, others)?.reason).toBe('notANumber');
});

test('a value keeps the precision of its field', () => {
  expect(atPrecision('rentFreeMonths', 1.26)).toBe(1.3);
});
