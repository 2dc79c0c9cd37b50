import { expect, test } from 'vitest';
import { costRowIds } from '#domain/cost/cost-rows.ts';
import { createFigures } from '#domain/words/figures.ts';
import { costMessages } from '#format/messages/cost.ts';
import { messages } from '#format/messages.ts';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { openedCost } from './opened-cost.ts';

const zh = {
  locale: 'zh',
  messages: messages.zh,
  figures: createFigures('zh'),
  cost: costMessages.zh,
} as const;
const assumptions = assuming({ termMonths: 24 });

test('every row of costs opens to how it is reckoned', () => {
  const texts = costRowIds.map((id) => openedCost(id, aSpace(), assumptions, zh).formula);
  expect(texts.filter((text) => text === '')).toEqual([]);
  expect(openedCost('rent', aSpace(), assumptions, zh).formula).toContain('1,000 ㎡');
});

test('a total opens to its parts, which say what each of them comes to', () => {
  const { lines } = openedCost('total', aSpace(), assumptions, zh);
  expect(lines).toEqual([
    { label: zh.cost.items.rent, value: '2,880,000 元' },
    { label: zh.cost.items.managementFee, value: '672,000 元' },
  ]);
  expect(openedCost('total', aSpace({ area: null }), assumptions, zh).lines).toEqual([]);
});
