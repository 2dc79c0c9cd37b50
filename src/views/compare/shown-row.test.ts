import { expect, test } from 'vitest';
import { fileGroups } from '#domain/building-file/groups.ts';
import type { Cell, Value } from '#domain/compare/cell.ts';
import type { CellUnit, CompareRow } from '#domain/compare/rows.ts';
import { compareRows, rowIds } from '#domain/compare/rows.ts';
import { createFigures } from '#domain/words/figures.ts';
import { compareMessages } from '#format/messages/compare.ts';
import { messages } from '#format/messages.ts';
import { recordMessages } from '#format/record-text.ts';
import { aComparedFile } from '../../../tests/compared-file.ts';
import { cellText, rowLabel, shownGroups } from './shown-row.ts';
import type { CompareLanguage } from './use-compare-words.ts';

function languageOf(locale: 'zh' | 'en'): CompareLanguage {
  return {
    locale,
    messages: messages[locale],
    figures: createFigures(locale),
    compare: compareMessages[locale],
    records: recordMessages({ locale }),
  };
}

const zh = languageOf('zh');
const names = (_: string, id: string) => `@${id}`;

function figure(given: Partial<Extract<Value, { readonly kind: 'figure' }>>): Value {
  return { kind: 'figure', value: 0, upper: null, bound: 'exact', spread: 0, ...given };
}

test.each<[CellUnit, Cell, string | null]>([
  ['sqm', figure({ value: 85_000, bound: 'atLeast' }), '≥ 85,000'],
  ['m', figure({ value: 4.7, upper: 6.7 }), '4.7–6.7'],
  ['ratio', figure({ value: 0.75, bound: 'atLeast' }), '≥ 75%'],
  ['distance', figure({ value: 136, spread: 200 }), '136 m ±200 m'],
  ['distance', figure({ value: 136, bound: 'about' }), '约 136 m'],
  ['count', figure({ value: 12 }), '12'],
  ['date', { kind: 'date', date: '2026-10' }, '2026年10月'],
  ['flag', { kind: 'flag', isYes: false }, '否'],
  ['grade', { kind: 'codes', codes: ['A', 'claim'] }, '甲级（宣称）'],
  ['grade', { kind: 'codes', codes: ['A', 'certificate'] }, '甲级'],
  ['industries', { kind: 'codes', codes: ['finance', 'headquarters'] }, '金融、总部'],
  ['industries', { kind: 'codes', codes: [] }, '不限'],
  ['storeys', { kind: 'codes', codes: ['above:28', 'below:'] }, '地上 28 层'],
  ['circle', { kind: 'codes', codes: ['xiaobailou'] }, '@xiaobailou'],
  ['unitStatus', { kind: 'codes', codes: ['vacant'] }, '空置'],
  ['yuanPerSqmMonth', { kind: 'inapplicable', why: 'saleOnly' }, '仅售，无租金'],
  ['sqm', null, '未提供'],
  ['sqm', undefined, null],
])('a cell in %s: %j is read as %s', (unit, cell, text) => {
  expect(cellText(unit, cell, zh, names)).toBe(text);
});

test('every row has a name in both languages', () => {
  for (const language of [zh, languageOf('en')]) {
    for (const id of rowIds) expect(rowLabel(id, language), id).not.toBe(id);
  }
});

test('a row says which end wins, and for what it is there when only differences are shown', () => {
  const row: CompareRow = {
    id: 'askingRent',
    group: 'commercial',
    unit: 'yuanPerSqmMonth',
    rule: 'lower',
    cells: [figure({ value: 90 }), null],
    best: [false, false],
    difference: 'undecided',
  };
  const [group] = shownGroups([row], zh, names, true);
  expect(group?.title).toBe('商务条件');
  expect(group?.rows[0]).toMatchObject({
    label: '报价租金',
    unit: '元/㎡/月',
    rule: '低者优',
    note: '部分未提供',
    cells: [
      { text: '90', tone: 'known' },
      { text: '未提供', tone: 'muted' },
    ],
  });
  expect(shownGroups([row], zh, names, false)[0]?.rows[0]?.note).toBeNull();
});

test('facts stand in the groups in which a building file has them', () => {
  const groups = new Map<string, string>(
    Object.entries(fileGroups).flatMap(([group, fields]) => fields.map((field) => [field, group] as const)),
  );
  const file = aComparedFile({ taxPerSqm: null });
  const rows = compareRows([{ file, unit: null, storey: null }]);
  const shared = rows.filter(({ id }) => groups.has(id));
  expect(shared.length).toBeGreaterThan(25);
  for (const { id, group } of shared) expect([id, group]).toEqual([id, groups.get(id)]);
});
