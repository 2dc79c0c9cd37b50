import { expect, test } from 'vitest';
import { csvOf, twinOf } from './figure-table.ts';

const table = {
  columns: [
    { head: '商圈' },
    { head: '空置率', write: (value: number) => `${Math.round(value * 100)}%` },
    { head: '面积' },
  ],
  rows: [
    { key: 'a', cells: ['五大道', 0.12345, -1200.5] },
    { key: 'b', cells: ['=HYPERLINK("x")', null, 0] },
    { key: 'c', cells: ['南市, 和平路', 0, null] },
  ],
};

test('a table shows numbers as its columns write them, and what is not known as null', () => {
  expect(twinOf(table)).toEqual({
    heads: ['商圈', '空置率', '面积'],
    rows: [
      { key: 'a', cells: ['五大道', '12%', '-1200.5'] },
      { key: 'b', cells: ['=HYPERLINK("x")', null, '0'] },
      { key: 'c', cells: ['南市, 和平路', '0%', null] },
    ],
  });
});

test('a CSV file holds numbers unrounded, the word for what is not known, and no formula', () => {
  expect(csvOf(table, '未提供')).toBe(
    '\uFEFF商圈,空置率,面积\r\n五大道,0.12345,-1200.5\r\n"\'=HYPERLINK(""x"")",未提供,0\r\n"南市, 和平路",0,未提供\r\n',
  );
});
