import { expect, test } from 'vitest';
import { defaultAssumptions } from '#domain/cost/assumptions.ts';
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
  expect(assumptionLine(defaultAssumptions, zh)).toBe('租期 36 个月、每年递增 0%、免租期 0 个月');
  const assumed = {
    ...defaultAssumptions,
    area: 1800,
    escalation: 0.03,
    rent: { amount: 5.2, per: 'day' as const },
    rentUnit: 'day' as const,
  };
  expect(assumptionLine(assumed, zh)).toBe(
    '租期 36 个月、每年递增 3%、免租期 0 个月、面积 1,800 ㎡、租金 5.2 元/㎡/天',
  );
});
