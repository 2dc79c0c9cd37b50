import { expect, test } from 'vitest';
import { monthsUpTo, rollingYears, standingOf } from './standing.ts';

const series = (values: readonly (number | null)[], coverage = 0.9) =>
  monthsUpTo('2026-10', values.length).map((month, at) => {
    const value = values[at] ?? null;
    return { month, value, coverage: value === null ? null : coverage };
  });
const target = (indicator: string, targetValue: number, baseValue: number | null = null) => ({
  indicator,
  targetValue,
  baseValue,
  dueMonth: '2027-03',
});

test('the last known figure counts, whatever months are missing after it', () => {
  expect(standingOf(target('occupancyRate', 0.9), series([0.7, 0.75, null]))).toMatchObject({
    actual: 0.75,
    actualMonth: '2026-09',
    coverage: 0.9,
    forecast: null,
  });
});

test('what is missing is positive until the target is reached, also where fewer are better', () => {
  const gap = (indicator: string, value: number) => standingOf(target(indicator, 0.5), series([value])).gap;
  expect(gap('occupancyRate', 0.25)).toBe(0.25);
  expect(gap('occupancyRate', 0.5)).toBe(0);
  expect(gap('vacancyRate', 0.75)).toBe(0.25);
  expect(gap('vacancyRate', 0.25)).toBe(-0.25);
});

test('a line that just meets the target reaches it', () => {
  // 10, 12, 14 → 2 a month; five months on: 24.
  const rising = series([10, 12, 14]);
  const at24 = standingOf(target('tenantCount', 24), rising).forecast;
  expect(at24?.value).toBeCloseTo(24, 9);
  expect(standingOf(target('tenantCount', 23.9), rising).forecast?.reaches).toBe(true);
  expect(standingOf(target('tenantCount', 24.1), rising).forecast?.reaches).toBe(false);
  expect(standingOf(target('vacancyRate', 23.9), rising).forecast?.reaches).toBe(false);
});

test('of so many more, the more is counted from the beginning; where that is not known, nobody can say what is missing', () => {
  const more = (baseValue: number | null) =>
    standingOf(target('buildingsOverBillion', 10, baseValue), series([2, 3, 4]));
  expect(more(2)).toMatchObject({ aim: 12, actual: 4, gap: 8, forecast: { value: 9, reaches: false } });
  // Nine in all are not ten more, whatever there was before.
  expect(more(null)).toMatchObject({ aim: null, actual: 4, gap: null, forecast: { reaches: false } });
  const many = standingOf(target('buildingsOverBillion', 10), series([20, 30, 40]));
  expect(many).toMatchObject({ gap: null, forecast: { reaches: null } });
});

test('nothing known is nothing said', () => {
  expect(standingOf(target('occupancyRate', 0.9), series([null, null]))).toEqual({
    aim: 0.9,
    actual: null,
    actualMonth: null,
    coverage: null,
    gap: null,
    forecast: null,
  });
});

test('a year is the sum of twelve known months, and unknown while one is missing', () => {
  const flow = series([...Array.from({ length: 12 }, (_, at) => at + 1), 100, null]);
  const years = rollingYears(flow);
  // 1 + … + 12 = 78; the next year drops 1 and takes 100.
  expect(years.map(({ month, value }) => [month, value])).toEqual([
    ['2026-08', 78],
    ['2026-09', 177],
    ['2026-10', null],
  ]);
  expect(years[0]?.coverage).toBeCloseTo(0.9, 12);
  expect(rollingYears(series([1, 2, 3]))).toEqual([]);
});
