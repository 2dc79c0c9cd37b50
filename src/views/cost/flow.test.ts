import { expect, test } from 'vitest';
import { costItems, occupancyCost } from '#domain/cost/occupancy.ts';
import { costMessages } from '#format/messages/cost.ts';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { flowOf, flowYears, sumOf } from './flow.ts';

const flow = (changes: Parameters<typeof assuming>[0]) =>
  flowOf(costItems, occupancyCost(aSpace(), assuming(changes)).rows, costMessages.zh.items, [
    'rent',
    'managementFee',
  ]);

test('columns that are never paid are left out, rent and fee always stand', () => {
  expect(flow({}).columns.map(({ id }) => id)).toEqual(['rent', 'managementFee']);
  expect(flow({ rentFreeMonths: 36, moving: 5, depositMonths: 1 }).columns.map(({ id }) => id)).toEqual([
    'rent',
    'managementFee',
    'moving',
    'deposit',
  ]);
});

test('the start stands alone, and the last year has the months that are left', () => {
  const years = flowYears(flow({ termMonths: 30 }).rows);
  expect(years.map(({ year, months }) => [year, months.length])).toEqual([
    [0, 1],
    [1, 12],
    [2, 12],
    [3, 6],
  ]);
});

test('years add up to the whole, column by column', () => {
  const { rows } = flow({
    termMonths: 31,
    escalation: 0.07,
    fitOut: 333.33,
    depositMonths: 2,
    subsidyRate: 9,
  });
  const whole = sumOf(rows);
  const ofYears = sumOf(flowYears(rows).map(({ sum }) => sum));
  expect(ofYears).toEqual(whole);
  expect(whole.total).toBe(whole.cumulative);
});
