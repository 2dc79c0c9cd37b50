import { expect, test } from 'vitest';
import { entities } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { createFigures } from '#domain/words/figures.ts';
import { locales } from '#domain/words/words.ts';
import type { Language } from './locale.tsx';
import { messages } from './messages.ts';
import { fieldName, momentText, optionWord, valueText } from './record-text.ts';

const language = (locale: (typeof locales)[number]): Language => ({
  locale,
  messages: messages[locale],
  figures: createFigures(locale),
});
const zh = language('zh');

test('every field has a name and every option a word, in both languages', () => {
  for (const locale of locales) {
    for (const entity of entities) {
      for (const [field, spec] of fieldsOf(entity)) {
        expect(fieldName(language(locale), entity, field)).not.toBe(field);
        const options = 'options' in spec ? spec.options : [];
        for (const option of options) {
          expect(optionWord(language(locale), entity, field, option), `${entity} ${field}`).not.toBe(option);
        }
      }
    }
  }
});

test.each([
  ['building', 'gfa', { value: 85_000, bound: 'atLeast' }, '≥ 85,000 ㎡'],
  ['building', 'gfa', null, '未提供'],
  ['building', 'efficiency', { value: 0.725, bound: 'exact' }, '72.5%'],
  ['building', 'floorToFloorHeight', { min: 4.2, max: 4.2 }, '4.2 m'],
  ['building', 'floorToFloorHeight', { min: 4.2, max: 6 }, '4.2–6 m'],
  ['building', 'columnFree', false, '否'],
  ['building', 'targetIndustries', [], '不限'],
  ['building', 'targetIndustries', ['finance', 'health'], '金融、健康医疗'],
  ['building', 'aliases', [], '无'],
  ['building', 'completedOn', '2016-03', '2016年3月'],
  ['building', 'floors', { above: 28, below: null }, '地上 28 层，地下 未提供 层'],
  ['building', 'steward', { name: '李', phone: null }, '李'],
  ['building', 'position', { lon: 117.2, lat: 39.12, precisionM: 20 }, '117.2, 39.12（误差 20 m）'],
  ['unit', 'status', 'leased', '已租'],
  ['building', 'status', 'delivered', '已交付'],
  ['lease', 'escalation', 0.03, '3%'],
  ['taxRecord', 'totalTax', 123_456, '1,234.56 元'],
  ['building', 'somethingNewer', 3, '3'],
] as const)('%s %s %j reads %s', (entity, field, value, text) => {
  expect(valueText(zh, entity, field, value)).toBe(text);
});

test('an id reads as what it stands for, where that is known', () => {
  const nameOf = (field: string, id: string) => (field === 'enterpriseId' && id === 'e1' ? '甲公司' : null);
  expect(valueText(zh, 'lease', 'enterpriseId', 'e1', nameOf)).toBe('甲公司');
  expect(valueText(zh, 'lease', 'enterpriseId', 'e2', nameOf)).toBe('e2');
});

test('a moment is told by the clock of the district', () => {
  expect(momentText(zh, '2026-10-31T16:05:00.000Z')).toBe('2026年11月1日 00:05');
});
