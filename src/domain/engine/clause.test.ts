import { expect, test } from 'vitest';
import { randomColumns } from '../../../tests/random-columns.ts';
import { defaultSort, emptyFilter } from '../query/query.ts';
import { likelyText } from './clause.ts';
import { Engine } from './engine.ts';

const columns = {
  ...randomColumns(1, 3),
  searchText: ['五号院写字楼\nwuhaoyuanxiezilou\nwhyxzl', '同泽大厦\ntzds', 'why not'],
};
const found = (text: string) =>
  [
    ...new Engine(columns).answer(
      { ...emptyFilter, text, sort: defaultSort },
      { offset: 0, limit: 9, viewport: null, charts: false },
    ).rows,
  ].sort();

test('finds by name, pinyin and initials, in any case', () => {
  expect(found('五号')).toEqual([0]);
  expect(found('WuHaoYuan')).toEqual([0]);
  expect(found('whyx')).toEqual([0]);
});

test('every word must occur', () => {
  expect(found('why not')).toEqual([2]);
  expect(found('五号 同泽')).toEqual([]);
});

test('a tail that occurs nowhere is forgiven, and said', () => {
  expect(found('whydz')).toEqual([0, 2]);
  expect(found('五号院D座')).toEqual([0]);
  expect(likelyText(columns, 'whydz')).toBe('why');
  expect(likelyText(columns, 'whyxzl')).toBeNull();
});

test('no more than two characters are forgiven, and never below three', () => {
  expect(found('whyabc')).toEqual([]);
  expect(found('tzq')).toEqual([]);
});
