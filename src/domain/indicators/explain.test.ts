import { expect, test } from 'vitest';
import { fourHouses } from '../../../tests/four-houses.ts';
import { explainIndicator } from './explain.ts';
import type { AnyIndicatorId, ExplainQuestion } from './spec.ts';

const houses = fourHouses();

function explained(id: AnyIndicatorId, asked: Partial<ExplainQuestion> = {}) {
  const usual = { id, level: 'district', group: '120101', at: '2026-09', period: 'month' } as const;
  return explainIndicator(houses, { ...usual, ...asked });
}

const reasons = (id: AnyIndicatorId, asked: Partial<ExplainQuestion> = {}) =>
  explained(id, asked)?.parts.map(({ buildingId, excludedBecause }) => [buildingId, excludedBecause]);

test('parts of a ratio add up to it, weighted by what they are divided by', () => {
  const vacancy = explained('vacancyRate');
  expect(vacancy).toMatchObject({ period: '2026-09', asOf: '2026-09-30', sources: ['report'] });
  expect(vacancy?.cell.value).toBe(0.21875);
  expect(vacancy?.parts.map(({ numerator, weight }) => [numerator, weight])).toEqual([
    [1_600, 10 / 16],
    [1_500, 5 / 16],
    [400, 1 / 16],
    [null, null],
  ]);
  const sum = vacancy?.parts.reduce((all, { value, weight }) => all + (value ?? 0) * (weight ?? 0), 0);
  expect(sum).toBeCloseTo(0.21875, 12);
});

test('a building that is not in says why', () => {
  expect(reasons('vacancyRate')).toContainEqual(['s1', 'notDelivered']);
  expect(reasons('occupancyRate', { at: '2026-08' })).toContainEqual(['h1', 'noInput']);
  expect(reasons('heritageActivationRate')).toEqual([
    ['t1', 'notOfThisKind'],
    ['t2', 'notOfThisKind'],
    ['h1', null],
    ['s1', 'notOfThisKind'],
  ]);
  expect(reasons('totalTax', { at: '2026-11' })).toContainEqual(['t1', 'afterTheData']);
  const wrong = houses.months.map((month) =>
    month.buildingId === 't1' && month.month === '2026-09' ? { ...month, vacantArea: 9_000 } : month,
  );
  const question = {
    id: 'vacancyRate',
    level: 'circle',
    group: 'c1',
    at: '2026-09',
    period: 'month',
  } as const;
  expect(explainIndicator(fourHouses({ months: wrong }), question)?.parts).toMatchObject([
    { buildingId: 't1', excludedBecause: 'finding' },
    { buildingId: 't2', excludedBecause: null },
  ]);
});

test('a figure of the month of the data comes from the units, and one of tax from reports and records', () => {
  expect(explained('vacancyRate', { at: '2026-10' })?.sources).toEqual(['units']);
  expect(explained('totalTax')?.sources).toEqual(['report', 'taxRecords', 'leases']);
});

test('only buildings of the group and of the filter are behind a figure', () => {
  expect(reasons('occupancyRate', { level: 'circle', group: 'c1' })?.map(([id]) => id)).toEqual(['t1', 't2']);
  const filtered = explained('occupancyRate', { buildings: new Set(['t2', 'h1']) });
  expect(filtered?.parts.map(({ buildingId }) => buildingId)).toEqual(['t2', 'h1']);
  expect(filtered?.cell.value).toBeCloseTo(4_100 / 6_000, 12);
  expect(explained('occupancyRate', { level: 'circle', group: 'nowhere' })).toBeNull();
  expect(() => explained('taxTier')).toThrow('taxTier is not defined of a district');
});
