import { expect, test } from 'vitest';
import { aBuilding, aFloor, aLease, aPortfolio, aTaxRecord, aUnit } from '../../../tests/builders.ts';
import { aCorrection, aReport, fourHouses } from '../../../tests/four-houses.ts';
import { exactly } from '../measure.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { findingRules, findingWords } from './finding-words.ts';
import { findingsOf } from './findings.ts';
import type { AnyIndicatorId } from './spec.ts';
import { indicatorTable } from './table.ts';

const good = fourHouses();

function cellOf(portfolio: Portfolio, id: AnyIndicatorId, group: string, month = '2026-09') {
  const question = { level: 'building', from: month, to: month, period: 'month' } as const;
  return indicatorTable(portfolio, question).cell(id, group, month);
}

function found(portfolio: Portfolio) {
  return findingsOf(portfolio).map(({ rule, key, detail }) => [rule, key, detail]);
}

test('data in order have no findings, nor has a portfolio without any', () => {
  expect(findingsOf(good)).toEqual([]);
  expect(findingsOf(aPortfolio({ buildings: [] }))).toEqual([]);
});

test('every rule says what is wrong and what mends it', () => {
  expect(Object.keys(findingWords)).toEqual([...findingRules]);
});

test('a month without data inside of a history is found and is no zero; before and after it is not', () => {
  const months = [
    aReport(['t1', '2026-05', 7_000, 3_000, 3_000, 3, null]),
    aReport(['t1', '2026-06', null, null, null, null, null]),
    aReport(['t1', '2026-08', 7_600, 2_000, 2_500, 3, null]),
  ];
  const portfolio = fourHouses({ months });
  expect(found(portfolio)).toEqual([
    ['monthMissing', 't1~2026-06', '2026-06'],
    ['monthMissing', 't1~2026-07', '2026-07'],
  ]);
  expect(cellOf(portfolio, 'occupancyRate', 't1', '2026-07')).toEqual({
    value: null,
    numerator: null,
    denominator: null,
    coverage: 0,
  });
  expect(cellOf(portfolio, 'netAbsorption', 't1', '2026-08')).toMatchObject({ value: null, coverage: 0 });
});

test('a building that lacks half of the inputs is found with their names', () => {
  const bare = aBuilding({ id: 'x1', gfa: exactly(900) });
  const portfolio = fourHouses({ buildings: [...good.buildings, bare] });
  expect(found(portfolio)).toEqual([
    ['inputsMissing', 'x1', 'rentableArea, circleId, units, leases, months'],
  ]);
  expect(cellOf(portfolio, 'occupancyRate', 'x1')).toMatchObject({ value: null, coverage: 0 });
});

test('tax of a firm that left is found, not counted, and lowers the coverage', () => {
  const stray = aTaxRecord({ enterpriseId: 'e4', buildingId: 't2', month: '2026-09', totalTax: 12_000_000 });
  const portfolio = fourHouses({ taxRecords: [...good.taxRecords, stray] });
  expect(found(portfolio)).toEqual([['taxWithoutLease', 't2~e4~2026-09', 'e4']]);
  // 600,000 as reported less 120,000 of a firm that was not there: 480,000, four fifths.
  expect(cellOf(portfolio, 'totalTax', 't2')).toMatchObject({ value: 480_000, coverage: 0.8 });
  expect(cellOf(portfolio, 'taxPerEmployee', 't2')).toMatchObject({ numerator: 500_000 });
});

test('tax beyond what a building reported is unknown and no zero', () => {
  const stray = aTaxRecord({ enterpriseId: 'e4', buildingId: 't2', month: '2026-09', totalTax: 90_000_000 });
  const portfolio = fourHouses({ taxRecords: [...good.taxRecords, stray] });
  expect(cellOf(portfolio, 'totalTax', 't2')).toMatchObject({ value: null, coverage: 0 });
});

test('an owner pays without a lease, and where no lease is on file nobody is judged', () => {
  const owner = aTaxRecord({ enterpriseId: 'owner', buildingId: 't1', month: '2026-09' });
  expect(findingsOf(fourHouses({ taxRecords: [...good.taxRecords, owner] }))).toEqual([]);
  expect(findingsOf(fourHouses({ leases: [] })).map(({ rule }) => rule)).not.toContain('taxWithoutLease');
});

test('a lease that ends before it starts is found and counts in nothing', () => {
  const leases = good.leases.map((lease) => (lease.id === 'l4' ? { ...lease, end: '2023-12-31' } : lease));
  const portfolio = fourHouses({ leases, taxRecords: [] });
  expect(found(portfolio)).toEqual([['leaseEndsBeforeStart', 't2~l4', '2024-01-01 – 2023-12-31']]);
  // 3,500 ㎡ are let, of which nothing is known.
  expect(cellOf(portfolio, 'waltByArea', 't2', '2026-10')).toMatchObject({ value: null, coverage: 0 });
});

test('more rent-free months than the term has are found, and the lease is out of the effective rent', () => {
  const leases = good.leases.map((lease) => (lease.id === 'l2' ? { ...lease, rentFreeMonths: 25 } : lease));
  const portfolio = fourHouses({ leases });
  expect(found(portfolio)).toEqual([['rentFreeAboveTerm', 't1~l2', '25 > 24']]);
  // Only l1 is left: 33 × 90 ÷ 36, over 4,000 of 7,500 ㎡.
  expect(cellOf(portfolio, 'netEffectiveRent', 't1', '2026-10')).toMatchObject({
    value: 82.5,
    coverage: 4_000 / 7_500,
  });
});

test('units that are larger than their floor are found, and their areas count in nothing', () => {
  const floors = [aFloor({ buildingId: 't2', floor: 1, area: 4_999 })];
  const portfolio = fourHouses({ floors });
  expect(found(portfolio)).toEqual([['unitsAboveFloor', 't2~1', '5000 > 4999']]);
  expect(cellOf(portfolio, 'vacancyRate', 't2', '2026-10')).toMatchObject({ value: null, coverage: 0 });
  expect(cellOf(portfolio, 'waltByArea', 't2', '2026-10')).toMatchObject({ coverage: 0 });
  // The report of September does not hang on the units.
  expect(cellOf(portfolio, 'vacancyRate', 't2')).toMatchObject({ value: 0.3 });
  const roomy = fourHouses({ floors: [aFloor({ buildingId: 't2', floor: 1, area: 5_000 })] });
  expect(findingsOf(roomy)).toEqual([]);
});

test('a report beyond the rentable area, or with less available than vacant, is found and not counted', () => {
  const months = [
    aReport(['t1', '2026-09', 9_000, 1_500, 1_500, 4, null]),
    aReport(['t2', '2026-09', 3_500, 1_500, 1_499, 2, null]),
    aReport(['h1', '2026-09', 700, 304, 400, 1, null]),
  ];
  const portfolio = fourHouses({ months });
  expect(found(portfolio)).toEqual([
    ['areasAboveRentable', 't1~2026-09', '9000 + 1500 > 10000'],
    ['availableBelowVacant', 't2~2026-09', '1499 < 1500'],
  ]);
  expect(cellOf(portfolio, 'occupancyRate', 't1')).toMatchObject({ value: null, coverage: 0 });
  expect(cellOf(portfolio, 'availableArea', 't2')).toMatchObject({ value: null, coverage: 0 });
  expect(cellOf(portfolio, 'vacancyRate', 't2')).toMatchObject({ value: 0.3 });
});

test('a correction counts in the place of what was reported, and settles what was found', () => {
  const months = [aReport(['t1', '2026-09', 9_000, 1_500, 1_500, 4, 9_000_000])];
  const stray = aTaxRecord({ enterpriseId: 'e4', buildingId: 't1', month: '2026-09', totalTax: 100 });
  const monthCorrections = [aCorrection({ occupiedArea: 8_500, totalTax: 800_000_000 })];
  const portfolio = fourHouses({ months, monthCorrections, taxRecords: [stray] });
  expect(cellOf(portfolio, 'occupancyRate', 't1')).toMatchObject({ value: 0.85, coverage: 1 });
  expect(cellOf(portfolio, 'totalTax', 't1')).toMatchObject({ value: 8_000_000, coverage: 1 });
  expect(findingsOf(portfolio).map(({ rule }) => rule)).not.toContain('areasAboveRentable');
});

test('nothing that is wrong stops a figure', () => {
  const leases = [
    aLease({ id: 'x', buildingId: 'gone' }),
    aLease({ id: 'y', buildingId: 't1', unitId: 'gone' }),
  ];
  const units = [aUnit({ buildingId: 'gone' })];
  const taxRecords = [aTaxRecord({ buildingId: 'gone' })];
  const months = [aReport(['gone', '2026-09', 1, 1, 1, 1, 1])];
  const portfolio = fourHouses({ leases, units, taxRecords, months });
  expect(cellOf(portfolio, 'waltByArea', 't1')).toMatchObject({ value: null });
  expect(findingsOf(portfolio).every(({ rule }) => rule === 'inputsMissing')).toBe(true);
});
