import { expect, test } from 'vitest';
import type { MatchValue } from '#domain/matching/filters.ts';
import { createFigures } from '#domain/words/figures.ts';
import { matchMessages } from '#format/messages/match.ts';
import { recordsZh } from '#format/messages/records.ts';
import { messages } from '#format/messages.ts';
import { findingTexts, scoreText, valueText } from './value-text.ts';

const context = {
  locale: 'zh' as const,
  messages: messages.zh,
  figures: createFigures('zh'),
  match: matchMessages.zh,
  records: recordsZh,
  names: (_: string, id: string) => (id === 'xbl' ? '小白楼' : id),
};

test.each([
  ['rent', null, '未提供'],
  ['rent', { low: 17, high: null }, '≥ 17 元/㎡/月'],
  ['fee', { low: 17, high: 20.5 }, '17–20.5 元/㎡/月'],
  ['area', { low: 0, high: 2000 }, '≤ 2,000 ㎡'],
  ['monthlyCost', 252_000, '25.2万 元/月'],
  ['carrierTypes', ['office', 'heritageHouse'], '写字楼、小洋楼'],
  ['circles', 'xbl', '小白楼'],
  ['startBy', '2027-03-31', '2027年3月31日'],
  ['columnFree', 'preferred', '优先'],
  ['targetIndustries', [], '未提供'],
] as const satisfies readonly (readonly [string, MatchValue, string])[])(
  '%s %j is %s',
  (kind, value, text) => {
    expect(valueText(kind, value, context)).toBe(text);
  },
);

test('a budget is told in the unit that it was asked in', () => {
  expect(valueText('budget', 4.5, context, 'perSqmDay')).toBe('4.5 元/㎡/天');
  expect(valueText('budget', 136.88, context)).toBe('136.88 元/㎡/月');
});

test('room for people is told as usable area, and on which side of what is asked it must lie', () => {
  expect(findingTexts({ rule: 'heads', found: 300, asked: 360 }, context)).toEqual([
    '容纳人数',
    '300 ㎡',
    '≥ 360 ㎡',
  ]);
});

test('a score is one figure where its band is narrower than a point', () => {
  expect([scoreText({ low: 0.7, high: 0.704 }), scoreText({ low: 0.7, high: 0.8 })]).toEqual(['70', '70–80']);
});
