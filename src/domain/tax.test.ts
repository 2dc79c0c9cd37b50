import { expect, test } from 'vitest';
import { aTaxRecord } from '../../tests/builders.ts';
import { monthFromNumber, monthNumber } from './measure.ts';
import { yearTax } from './tax.ts';

const monthsBefore = (month: string, count: number) => monthFromNumber((monthNumber(month) ?? 0) - count);

test('no record, no tax: not 0', () => {
  expect(yearTax([])).toBeNull();
  expect(yearTax([aTaxRecord({ month: 'last year' })])).toBeNull();
});

test('the year is the twelve months that end with the newest on record', () => {
  const records = Array.from({ length: 36 }, (_, ago) =>
    aTaxRecord({ month: monthsBefore('2026-03', ago), totalTax: 100 * 10 ** Math.floor(ago / 12) }),
  );
  const year = yearTax(records);
  expect(year?.through).toBe('2026-03');
  expect(year?.byBuilding.get('b1')).toBe(12);
});

test('nothing is annualised: three months on record are three months of tax', () => {
  const records = ['2026-01', '2026-02', '2026-03'].map((month) => aTaxRecord({ month, totalTax: 1_000_00 }));
  expect(yearTax(records)?.byBuilding.get('b1')).toBe(3_000);
});

test('firms of one building add up, buildings stay apart', () => {
  const year = yearTax([
    aTaxRecord({ enterpriseId: 'e1', totalTax: 10_050 }),
    aTaxRecord({ enterpriseId: 'e2', totalTax: 25 }),
    aTaxRecord({ buildingId: 'b2', totalTax: 300 }),
  ]);
  expect(Object.fromEntries(year?.byBuilding ?? [])).toEqual({ b1: 100.75, b2: 3 });
});

test('a building whose records are older than the year is absent, not 0', () => {
  const year = yearTax([
    aTaxRecord({ month: '2026-09' }),
    aTaxRecord({ buildingId: 'old', month: '2025-09' }),
    aTaxRecord({ buildingId: 'just', month: '2025-10', totalTax: 700 }),
  ]);
  expect(year?.byBuilding.has('old')).toBe(false);
  expect(year?.byBuilding.get('just')).toBe(7);
});

test('a refund counts against the tax', () => {
  const year = yearTax([aTaxRecord({ totalTax: 500 }), aTaxRecord({ month: '2026-08', totalTax: -200 })]);
  expect(year?.byBuilding.get('b1')).toBe(3);
});
