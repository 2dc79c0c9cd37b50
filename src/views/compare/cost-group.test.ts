import { expect, test } from 'vitest';
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { exactly } from '#domain/measure.ts';
import { createFigures } from '#domain/words/figures.ts';
import { compareMessages } from '#format/messages/compare.ts';
import { costMessages } from '#format/messages/cost.ts';
import { messages } from '#format/messages.ts';
import { assumptionLine, type CostCompareLanguage, costGroup } from './cost-group.ts';

const zh: CostCompareLanguage = {
  locale: 'zh',
  messages: messages.zh,
  figures: createFigures('zh'),
  compare: compareMessages.zh,
  cost: costMessages.zh,
};

function aSpace(id: string, known: Partial<CostSpace> = {}): CostSpace {
  return {
    id,
    area: 1000,
    askingRent: exactly(120),
    managementFee: exactly(28),
    efficiency: { value: 0.75, bound: 'atLeast' },
    tenure: 'lease',
    salePrice: null,
    ...known,
  };
}

function rowOf(id: string, spaces: readonly (CostSpace | null)[]) {
  return costGroup(spaces, defaultAssumptions, zh).rows.find((row) => row.id === `cost-${id}`);
}

test('a figure keeps its bound, and the lowest is marked where it surely is', () => {
  const row = rowOf('perUsable', [aSpace('a'), aSpace('b', { askingRent: exactly(300) })]);
  expect(row?.cells[0]).toMatchObject({ text: '≤ 197.33', isBest: false });
  const exact = { efficiency: exactly(0.75) };
  const sure = rowOf('perUsable', [aSpace('a'), aSpace('b', { askingRent: exactly(300), ...exact })]);
  expect(sure?.cells.map(({ isBest }) => isBest)).toEqual([true, false]);
});

test('what is missing is named, and is neither best nor counted', () => {
  const row = rowOf('total', [aSpace('a'), aSpace('b', { askingRent: null, managementFee: null })]);
  expect(row?.cells[1]).toEqual({ text: '未提供；缺少报价租金、物业费', tone: 'muted', isBest: false });
  expect(row?.cells[0]).toMatchObject({ text: '5,328,000', isBest: false });
});

test('a smaller space is not better for costing less in all', () => {
  const smaller = aSpace('b', { area: 500 });
  expect(rowOf('total', [aSpace('a'), smaller])).toMatchObject({
    rule: '',
    cells: [{ isBest: false }, { isBest: false }],
  });
  const cheaper = aSpace('b', { askingRent: exactly(90) });
  expect(rowOf('total', [aSpace('a'), cheaper])?.cells.map(({ isBest }) => isBest)).toEqual([false, true]);
  expect(rowOf('perGfa', [aSpace('a'), { ...cheaper, area: 500 }])?.cells[1]?.isBest).toBe(true);
});

test('a column whose file is not here keeps its place and says nothing', () => {
  const row = rowOf('gfaArea', [null, aSpace('a')]);
  expect(row?.cells.map(({ text }) => text)).toEqual([null, '1,000']);
});

test('a purchase has nothing to say of what is only let', () => {
  const row = rowOf('purchaseTotal', [aSpace('a'), aSpace('b', { tenure: 'both' })]);
  expect(row?.cells[0]).toMatchObject({ text: '只租不售', tone: 'muted' });
});

test('the line says what the costs rest on, and of the rest only what is not usual', () => {
  const usual = '租期 36 个月、每年递增 0%、免租期 0 个月、押金 2 个月、折现率（年） 4.5%';
  expect(assumptionLine(defaultAssumptions, false, zh)).toBe(usual);
  const rent = { amount: 5.2, per: 'day' as const };
  const assumed = { ...defaultAssumptions, area: 1800, rent, rentUnit: 'day' as const };
  expect(assumptionLine(assumed, false, zh)).toBe(`${usual}、面积 1,800 ㎡、租金 5.2 元/㎡/天`);
});

test('no assumption changes a figure without changing the line', () => {
  // The unit of rents changes no figure.
  const others: Omit<CostAssumptions, 'rentUnit'> = {
    area: 900,
    areaBasis: 'usable',
    termMonths: 24,
    rent: { amount: 100, per: 'month' },
    dayCount: 'thirty',
    rentIncludesFee: true,
    escalation: 0.02,
    firstStepMonths: 24,
    rentFreeMonths: 3,
    rentFree: 'spread',
    rentFreeCoversFee: true,
    managementFee: 30,
    parkingSpaces: 2,
    parkingFee: 500,
    fitOut: 1500,
    fitOutLifeMonths: 48,
    moving: 9000,
    depositMonths: 3,
    depositCoversFee: true,
    costOfCapital: 0.03,
    subsidyTotal: 70_000,
    subsidyRate: 20,
    subsidyMonths: 12,
    subsidyAreaCap: 600,
    discountRate: 0.05,
    own: { a: { rent: null, managementFee: 20, efficiency: null, price: null } },
    price: { amount: 20_000, per: 'sqm' },
    downPayment: 0.4,
    loanRate: 0.04,
    loanYears: 20,
    purchaseTaxes: 0.04,
    runningCost: 12,
    priceChange: 0.01,
  };
  const base = { ...defaultAssumptions, area: 1000, rentFreeMonths: 1 };
  const unsaid = Object.entries(others).filter(
    ([field, value]) =>
      assumptionLine({ ...base, [field]: value }, true, zh) === assumptionLine(base, true, zh),
  );
  expect(unsaid.map(([field]) => field)).toEqual([]);
  expect(assumptionLine({ ...base, loanYears: 20 }, false, zh)).toBe(assumptionLine(base, false, zh));
});
