import { expect, test } from 'vitest';
import { lastMonthIn, lastMonthOf, monthAt, nearestKnown, periodOf, placeOf } from './periods.ts';

test('a month lies in its quarter and its year, and these end with their last month', () => {
  expect(periodOf('2026-09', 'quarter')).toBe('2026-Q3');
  expect(periodOf('2026-10', 'quarter')).toBe('2026-Q4');
  expect(periodOf('2026-01', 'year')).toBe('2026');
  expect(lastMonthOf('2026-Q3')).toBe('2026-09');
  expect(lastMonthOf('2026')).toBe('2026-12');
  expect(lastMonthOf('2026-09')).toBe('2026-09');
});

const record = { periods: ['2026-07', '2026-08', '2026-09', '2026-10'], asOf: '2026-10-05' };
const place = (month: string | null) => placeOf({ month, period: 'month' }, record);

test('a month outside of what is on record is the nearest that is', () => {
  expect(place('2026-08')).toBe(1);
  expect(place('2031-01')).toBe(3);
  expect(place('1999-01')).toBe(0);
  const quarters = { periods: ['2026-Q1', '2026-Q2', '2026-Q3'], asOf: '2026-09-30' };
  expect(placeOf({ month: '2026-05', period: 'quarter' }, quarters)).toBe(1);
});

test('without a month it is the last that is over: in a running one nothing has yet been reported', () => {
  expect(place(null)).toBe(2);
  expect(place('now')).toBe(3);
  expect(placeOf({ month: null, period: 'month' }, { ...record, asOf: '2026-10-31' })).toBe(2);
  expect(placeOf({ month: null, period: 'month' }, { ...record, asOf: '2026-11-01' })).toBe(3);
  expect(
    placeOf({ month: null, period: 'quarter' }, { periods: ['2026-Q3', '2026-Q4'], asOf: '2026-10-31' }),
  ).toBe(0);
  expect(placeOf({ month: null, period: 'year' }, { periods: ['2026'], asOf: '2026-10-31' })).toBe(0);
});

test('each place is written as what leads back to it', () => {
  for (const at of record.periods.keys()) expect(place(monthAt(at, record))).toBe(at);
  expect([...record.periods.keys()].map((at) => monthAt(at, record))).toEqual([
    '2026-07',
    '2026-08',
    null,
    'now',
  ]);
});

test('a period that is not over is looked at as of the month of the data', () => {
  expect(lastMonthIn(1, record)).toBe('2026-08');
  expect(lastMonthIn(0, { periods: ['2026-Q4'], asOf: '2026-10-05' })).toBe('2026-10');
  expect(lastMonthIn(0, { periods: ['2026-Q3'], asOf: '2026-10-05' })).toBe('2026-09');
});

test('beside what is not known stands the nearest that is, the later of two', () => {
  expect(nearestKnown([1, null, 3], 1)).toBe(2);
  expect(nearestKnown([1, null, null, 4], 1)).toBe(0);
  expect(nearestKnown([null, null, 0], 0)).toBe(2);
  expect(nearestKnown([1, 2], 0)).toBe(null);
  expect(nearestKnown([null, null], 0)).toBe(null);
});
