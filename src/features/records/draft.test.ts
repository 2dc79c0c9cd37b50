import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entities, recordsIn } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { draftOf, isSameValue, readDraft } from './draft.ts';
import { specOf } from './form-values.ts';
import { isoDate } from './iso-date.ts';
import { measuresText } from './measures.ts';

const read = (entity: Parameters<typeof specOf>[0], field: string, draft: Readonly<Record<string, string>>) =>
  readDraft(specOf(entity, field), draft);

test('every value of the sample survives being shown in a form and read again', () => {
  const portfolio = samplePortfolio();
  for (const entity of entities) {
    for (const record of recordsIn(portfolio, entity).slice(0, 300)) {
      for (const [field] of fieldsOf(entity)) {
        const where = specOf(entity, field);
        const value: unknown = (record as unknown as Readonly<Record<string, unknown>>)[field];
        const again = readDraft(where, draftOf(where, value));
        expect(
          again.ok && isSameValue(again.value, value),
          `${entity} ${field} ${JSON.stringify(value)}`,
        ).toBe(true);
      }
    }
  }
});

test('money and rates survive whatever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 10_000 }), (fen, basis) => {
      const tax = specOf('taxRecord', 'totalTax');
      const efficiency = specOf('building', 'efficiency');
      const rate = { value: basis / 10_000, bound: 'exact' };
      expect(readDraft(tax, draftOf(tax, fen))).toEqual({ ok: true, value: fen });
      expect(readDraft(efficiency, draftOf(efficiency, rate))).toEqual({ ok: true, value: rate });
    }),
  );
});

test('an empty input is unknown where that may be, and missing where not', () => {
  expect(read('building', 'gfa', { value: ' ', bound: 'about' })).toEqual({ ok: true, value: null });
  expect(read('building', 'steward', { name: '', phone: '' })).toEqual({ ok: true, value: null });
  expect(read('building', 'position', { lon: '', lat: '', precisionM: '20' })).toEqual({
    ok: true,
    value: null,
  });
  expect(read('building', 'nameZh', { value: '  ' })).toMatchObject({ trouble: { reason: 'missing' } });
  expect(read('unit', 'area', { value: '' })).toMatchObject({ trouble: { reason: 'missing' } });
  expect(read('building', 'floors', { above: '', below: '' })).toEqual({
    ok: true,
    value: { above: null, below: null },
  });
});

test('half of a pair is no pair', () => {
  expect(read('building', 'position', { lon: '117.2', lat: '', precisionM: '' })).toMatchObject({
    ok: false,
  });
  expect(read('building', 'steward', { name: '', phone: '139' })).toMatchObject({ ok: false });
});

test.each([
  ['gfa', '8.5万㎡', 85_000],
  ['gfa', '1,200', 1_200],
  ['managementFee', '１２', 12],
  ['statedAskingRent', '3元/㎡/天', 91.25],
  ['efficiency', '72.5%', 0.725],
])('%s typed as %s is %d', (field, typed, value) => {
  expect(read('building', field, { value: typed, bound: 'exact' })).toEqual({
    ok: true,
    value: { value, bound: 'exact' },
  });
});

test.each([
  ['gfa', '很大', 'notANumber'],
  ['gfa', '900 亩', 'otherUnit'],
  ['efficiency', '140', 'outOfRange'],
  ['clearHeight', '85000', 'outOfRange'],
])('%s typed as %s is refused: %s', (field, typed, reason) => {
  expect(read('building', field, { value: typed, bound: 'exact' })).toMatchObject({ trouble: { reason } });
});

test('one height stands for both ends, and a low above the high is told', () => {
  expect(read('building', 'floorToFloorHeight', { min: '4.2', max: '' })).toEqual({
    ok: true,
    value: { min: 4.2, max: 4.2 },
  });
  expect(read('building', 'floorToFloorHeight', { min: '5', max: '4' })).toMatchObject({
    trouble: { reason: 'lowAboveHigh' },
  });
});

test('not stated, anybody and some industries are three answers', () => {
  const industries = (how: string, value = '') => read('building', 'targetIndustries', { how, value });
  expect(industries('')).toEqual({ ok: true, value: null });
  expect(industries('any')).toEqual({ ok: true, value: [] });
  expect(industries('some', 'finance health')).toEqual({ ok: true, value: ['finance', 'health'] });
});

test.each([
  ['2026/3/5', '2026-03-05'],
  ['2026年3月', '2026-03'],
  ['２０２６．０３．０５', '2026-03-05'],
  ['soon', 'soon'],
])('a date written %s is %s', (typed, iso) => {
  expect(isoDate(typed)).toBe(iso);
});

test('a code is read in capitals and half width, and its check character counts', () => {
  expect(read('enterprise', 'uscc', { value: '９1120199mx0000019c' })).toMatchObject({ ok: true });
  expect(read('enterprise', 'uscc', { value: '91120199MX0000019A' })).toMatchObject({
    trouble: { reason: 'badCheckCharacter' },
  });
});

test('the order of parts makes no other value', () => {
  expect(isSameValue({ value: 1, bound: 'exact' }, { bound: 'exact', value: 1 })).toBe(true);
  expect(isSameValue(null, undefined)).toBe(true);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
  expect(isSameValue(0, null)).toBe(false);
});

test.each([
  ['gfa', { value: '超8.5万㎡', bound: 'exact' }, { value: 85_000, bound: 'atLeast' }],
  ['gfa', { value: '约2200平米', bound: 'exact' }, { value: 2_200, bound: 'about' }],
  ['gfa', { value: '8.5万', bound: 'atLeast' }, { value: 85_000, bound: 'atLeast' }],
  ['efficiency', { value: '不低于75%', bound: 'exact' }, { value: 0.75, bound: 'atLeast' }],
  ['efficiency', { value: '≥75', bound: 'exact' }, { value: 0.75, bound: 'atLeast' }],
  ['statedAskingRent', { value: '5.2元/㎡/天', bound: 'exact' }, { value: 158.1667, bound: 'exact' }],
  ['floorToFloorHeight', { min: '4.7-6.7', max: '' }, { min: 4.7, max: 6.7 }],
  ['floorToFloorHeight', { min: '4.7-6.7米', max: '9' }, { min: 4.7, max: 6.7 }],
])('a %s may be typed as articles write it: %o', (field, draft, value) => {
  expect(read('building', field, draft)).toEqual({ ok: true, value });
});

test('two figures where one is asked for are refused', () => {
  expect(read('building', 'gfa', { value: '2000-2500', bound: 'exact' })).toMatchObject({ ok: false });
});

test('measures are typed row by row: dates as people write them, empty rows fall away, and nothing is lost on the way', () => {
  const where = specOf('renewalPlan', 'measures');
  const typed = [
    { text: ' 大堂翻新 ', due: '2026年12月1日', doneOn: '' },
    { text: '', due: '', doneOn: '' },
  ];
  const value = [{ text: '大堂翻新', due: '2026-12-01', doneOn: null }];
  expect(readDraft(where, { value: measuresText(typed) })).toEqual({ ok: true, value });
  expect(readDraft(where, draftOf(where, value))).toEqual({ ok: true, value });
  expect(readDraft(where, { value: '' })).toEqual({ ok: true, value: [] });
  expect(readDraft(where, { value: '{"broken' })).toEqual({ ok: true, value: [] });
  const late = [{ text: '更换电梯', due: '2026-02-30', doneOn: '' }];
  expect(readDraft(where, { value: measuresText(late) })).toMatchObject({ trouble: { reason: 'notADate' } });
});
