/** Edges of single formulas. */
import { expect, test } from 'vitest';
import { fourHouses } from '../../../tests/four-houses.ts';
import { concentrationOf } from './formulas/firms.ts';
import { tierOf, tierThresholds } from './formulas/tax.ts';
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
