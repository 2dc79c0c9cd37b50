import { expect, test } from 'vitest';
import { defaultAssumptions } from '#domain/cost/assumptions.ts';
import { costInputs } from '#domain/cost/space.ts';
import { createFigures } from '#domain/words/figures.ts';
import { costMessages } from '#format/messages/cost.ts';
import { aSpace } from '../../../tests/costs.ts';
import { assumptionSummary, summaryLines } from './assumption-summary.ts';

const words = { figures: createFigures('zh'), cost: costMessages.zh };

test('paper says what was counted and what differs from the defaults, and nothing that was not assumed', () => {
  const assumptions = { ...defaultAssumptions, escalation: 0.03, rentFreeMonths: 2, depositCoversFee: true };
  const text = assumptionSummary(
    assumptions,
    costInputs(aSpace({ managementFee: null }), assumptions),
    false,
    words,
  );
  expect(text).toBe(
    '计算用建筑面积 1,000 ㎡；首年租金（不含物业费） 120 元/㎡/月；物业费单价 未提供；租期 36 个月；每年递增 3%；' +
      '免租期 2 个月；押金 2 个月；折现率（年） 4.5%；免租方式 起租时免；押金含物业费',
  );
});

test('of a purchase all terms are told', () => {
  const text = assumptionSummary(defaultAssumptions, costInputs(aSpace(), defaultAssumptions), true, words);
  for (const part of ['首付比例 50%', '贷款年限 10 年', '房价年变动 0%']) expect(text).toContain(part);
});

test('a summary is cut between its parts, never in one', () => {
  expect(summaryLines('aaaa; bb; cccc; a part that is long', 8, '; ')).toEqual([
    'aaaa; bb',
    'cccc',
    'a part that is long',
  ]);
});
