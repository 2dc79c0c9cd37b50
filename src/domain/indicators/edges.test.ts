/** Edges of single formulas. */
import { expect, test } from 'vitest';
import { fourHouses } from '../../../tests/four-houses.ts';
import { concentrationOf } from './formulas/firms.ts';
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
  expect(concentrationOf([3, 3, 1])).toEqual({ leading: 0, largest: 3, known: 7, squares: 19 });
  expect(concentrationOf([])).toEqual({ leading: -1, largest: 0, known: 0, squares: 0 });
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
