import { expect, test } from 'vitest';
import { aCorrection, oneOfEach } from '../../../tests/records.ts';
import { effectiveMonths } from './effective-months.ts';

const { months } = oneOfEach;
const [reported] = months;

test('without corrections the months are those that were reported, as they are', () => {
  expect(effectiveMonths(months, [])).toEqual({ months, corrected: new Map() });
  expect(effectiveMonths(months, []).months).toBe(months);
});

test('a correction counts instead of the report, figure by figure, and the report stays', () => {
  const { months: counted, corrected } = effectiveMonths(months, [aCorrection]);
  expect(counted[0]).toEqual({ ...reported, occupiedArea: 900, vacantArea: 100 });
  expect(counted[1]).toBe(months[1]);
  expect([...corrected.keys()]).toEqual(['b1~2026-09']);
  const found = corrected.get('b1~2026-09');
  expect(found?.reported).toBe(reported);
  expect([...(found?.figures.keys() ?? [])]).toEqual(['occupiedArea', 'vacantArea']);
});

test('of several corrections the latest that states a figure counts, in whatever order they come', () => {
  const second = { ...aCorrection, number: 2, occupiedArea: 950, vacantArea: null, tenantCount: 0 };
  const { months: counted, corrected } = effectiveMonths(months, [second, aCorrection]);
  expect(counted[0]).toMatchObject({ occupiedArea: 950, vacantArea: 100, tenantCount: 0 });
  const found = corrected.get('b1~2026-09');
  expect(found?.corrections.map(({ number }) => number)).toEqual([1, 2]);
  expect(found?.figures.get('occupiedArea')).toBe(second);
  expect(found?.figures.get('vacantArea')).toBe(aCorrection);
});

test('a correction of a month that was never reported counts for nothing', () => {
  const other = { ...aCorrection, month: '2020-01' };
  expect(effectiveMonths(months, [other])).toEqual({ months, corrected: new Map() });
});
