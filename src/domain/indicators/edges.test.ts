/** Edges of single formulas. */
import { expect, test } from 'vitest';
import { aReport, fourHouses } from '../../../tests/four-houses.ts';
import { concentrationOf } from './formulas/firms.ts';
import { premium } from './formulas/plans.ts';
import { tierOf, tierThresholds } from './formulas/tax.ts';
import { rentOfTerm } from './net-effective-rent.ts';
import { indicatorTable } from './table.ts';

test('15 税收等级: a threshold that is just reached counts', () => {
  expect(tierThresholds.map((yuan) => [tierOf(yuan - 0.01), tierOf(yuan)])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
});

test('17 产业集聚度: of equal areas the first letter leads', () => {
  expect(concentrationOf([9, 3, 3, 1, 9], 1, 3)).toEqual({ leading: 0, largest: 3, known: 7, squares: 19 });
  expect(concentrationOf([9], 0, 0)).toEqual({ leading: -1, largest: 0, known: 0, squares: 0 });
});

test('区级收入 and 人均税收: what no record states is unknown and no zero', () => {
  const taxRecords = fourHouses().taxRecords.map((record) => ({ ...record, districtTax: null }));
  const question = { level: 'building', from: '2026-09', to: '2026-09', period: 'month' } as const;
  const table = indicatorTable(fourHouses({ taxRecords }), question);
  const nothing = { value: null, numerator: null, denominator: null, coverage: 0 };
  expect(table.cell('districtTax', 't1', '2026-09')).toEqual(nothing);
  expect(table.cell('taxPerEmployee', 'h1', '2026-09')).toMatchObject({ value: null, numerator: null });
});

test('净有效租金: a lease that is free to its end pays nothing, and is known to', () => {
  const term = {
    start: '2026-01-01',
    end: '2026-12-31',
    contractRent: 90,
    rentFreeMonths: 12,
    escalation: 0,
  };
  expect(rentOfTerm(term)).toEqual({ rent: 0, months: 12 });
  expect(rentOfTerm({ ...term, rentFreeMonths: 13 })).toBeNull();
  expect(rentOfTerm({ ...term, rentFreeMonths: null })).toBeNull();
  const table = indicatorTable(fourHouses({ leases: [] }), {
    ...{ level: 'building', from: '2026-10', to: '2026-10', period: 'month' },
  });
  expect(table.cell('waltByArea', 't1', '2026-10')).toMatchObject({ numerator: null, coverage: 0 });
});

test('改造租金溢价: of no rent before there is none', () => {
  expect(premium(120, 80)).toBe(0.5);
  expect(premium(120, 0)).toBeNaN();
});

test('平均报价租金: a report that nothing is on offer counts before the rents of units', () => {
  const months = [aReport(['t1', '2026-10', 9_500, 0, 0, 4, null])];
  const question = { level: 'building', from: '2026-10', to: '2026-10', period: 'month' } as const;
  const nothing = { value: null, numerator: null, denominator: null, coverage: null };
  expect(indicatorTable(fourHouses({ months }), question).cell('askingRent', 't1', '2026-10')).toEqual(
    nothing,
  );
});

test('平均报价租金: what is reported on offer has no rent where the stated rent is of no area', () => {
  const buildings = fourHouses().buildings.map((one) =>
    one.id === 's1' && one.statedAvailableArea
      ? { ...one, statedAvailableArea: { ...one.statedAvailableArea, value: 0 } }
      : one,
  );
  const months = [aReport(['s1', '2026-10', null, null, 500, null, null])];
  const question = { level: 'building', from: '2026-10', to: '2026-10', period: 'month' } as const;
  const nothing = { value: null, numerator: null, denominator: null, coverage: 0 };
  const table = indicatorTable(fourHouses({ buildings, months }), question);
  expect(table.cell('askingRent', 's1', '2026-10')).toEqual(nothing);
});

test('17 产业集聚度: where no industry is known there is none, and all that is occupied is missing', () => {
  const question = { level: 'building', from: '2026-09', to: '2026-09', period: 'month' } as const;
  expect(indicatorTable(fourHouses(), question).cell('leadingIndustryShare', 'h1', '2026-09')).toEqual({
    ...{ value: null, numerator: null, denominator: null, coverage: 0, detail: null },
  });
});
