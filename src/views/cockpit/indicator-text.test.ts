import { expect, test } from 'vitest';
import { createFigures } from '#domain/words/figures.ts';
import { cockpitMessages } from '#format/messages/cockpit.ts';
import { zh } from '#format/messages.ts';
import { changeText, indicatorLine } from './indicator-text.ts';
import { periodName } from './period-name.ts';

const language = {
  locale: 'zh',
  messages: zh,
  figures: createFigures('zh'),
  cockpit: cockpitMessages.zh,
} as const;

test.each([
  ['ratio', 0.8125, '81.3%'],
  ['sqm', 412_345, '41.2万 ㎡'],
  ['sqm', -1_234, '-1,234 ㎡'],
  ['yuan', 1_234_567_890, '12.3亿 元'],
  ['yuanPerSqmMonth', 92.456, '92.46 元/㎡/月'],
  ['yuanPerSqmMonth', 1.2e9, '12亿 元/㎡/月'],
  ['years', 2.14, '2.1 年'],
  ['count', 12, '12'],
  ['tier', 4, '1亿级'],
  ['index', 0.1937, '0.194'],
  ['count', null, '未提供'],
] as const)('an indicator in %s of %s is written %s', (unit, value, text) => {
  expect(indicatorLine(unit, value, language)).toBe(text);
});

test('rates change by percentage points, amounts by their share', () => {
  expect(changeText('ratio', 0.8, 0.812, language)).toEqual({ direction: 'up', by: '1.2 个百分点' });
  expect(changeText('sqm', 1_000, 900, language)).toEqual({ direction: 'down', by: '10%' });
  expect(changeText('count', 20, 23, language)).toEqual({ direction: 'up', by: '3' });
});

test('where a share says nothing a change is told in its own unit', () => {
  expect(changeText('sqm', 0, 900, language)).toEqual({ direction: 'up', by: '900 ㎡' });
  expect(changeText('sqm', -100, 900, language)).toEqual({ direction: 'up', by: '1,000 ㎡' });
  expect(changeText('sqm', 100, 900, language, true)).toEqual({ direction: 'up', by: '800 ㎡' });
});

test('what cannot be told from nothing once it is written is no change, and what is not known is none either way', () => {
  expect(changeText('ratio', 0.8, 0.80001, language)?.direction).toBe('none');
  expect(changeText('yuan', 5, 5, language)?.direction).toBe('none');
  expect(changeText('yuan', null, 5, language)).toBeNull();
  expect(changeText('yuan', 5, null, language)).toBeNull();
});

test('a month, a quarter and a year have names', () => {
  expect(['2026-09', '2026-Q3', '2026', undefined].map((period) => periodName(period, language))).toEqual([
    '2026年9月',
    '2026年第3季度',
    '2026年',
    '未提供',
  ]);
});
