import { expect, test } from 'vitest';
import { realBuildings } from '#mocks/sample/real.ts';
import { aBuilding } from '../../tests/builders.ts';
import { readingOf, searchKeys } from './search-keys.ts';

const finds = (typed: string, nameZh: string) =>
  searchKeys(aBuilding({ nameZh })).texts.some((text) => text.includes(typed.toLowerCase()));

test.each([
  '五号院',
  '五號院',
  'wuhaoyuan',
  'WuHaoYuan',
  'why',
  'whyxzl',
  'whyx',
  '曲阜道',
  'qfd',
  'courtyard',
])('%s finds 五号院写字楼', (typed) => {
  const building = realBuildings.find(({ nameZh }) => nameZh === '五号院写字楼');
  if (!building) throw new Error('no such building');
  const { texts } = searchKeys(building);
  expect(texts.some((text) => text.includes(typed.toLowerCase()))).toBe(true);
});

test('a name written in Traditional characters is found in Simplified ones, and the other way', () => {
  expect(finds('云汉大厦', '雲漢大廈')).toBe(true);
  expect(finds('雲漢大廈', '云汉大厦')).toBe(true);
});

test('characters with several readings are read as their word asks', () => {
  expect(readingOf('重庆道').full).toBe('chongqingdao');
  expect(readingOf('长春道').full).toBe('changchundao');
});

test('Latin letters and digits stay in the reading', () => {
  expect(readingOf('A座3号楼')).toEqual({ full: 'azuo3haolou', initials: 'az3hl' });
});

test('names sort by their pinyin', () => {
  const names = ['重庆大厦', '北辰大厦', '安泰大厦'].map((nameZh) => aBuilding({ nameZh }));
  const sorted = names.map((building) => ({ building, key: searchKeys(building).sort }));
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(sorted.map(({ building }) => building.nameZh)).toEqual(['安泰大厦', '北辰大厦', '重庆大厦']);
});

test('all keys are in lower case and none is empty', () => {
  const { texts } = searchKeys(aBuilding({ nameZh: 'ABC大厦', nameEn: 'ABC Tower', aliases: [''] }));
  expect(texts).toEqual(texts.map((text) => text.toLowerCase()));
  expect(texts).not.toContain('');
});
