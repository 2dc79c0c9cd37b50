import { expect, test } from 'vitest';
import { createFigures } from '#domain/words/figures.ts';
import { matchMessages } from '#format/messages/match.ts';
import { recordsZh } from '#format/messages/records.ts';
import { messages } from '#format/messages.ts';
import { typedNumber, typedStart } from './typed-value.ts';

const match = matchMessages.zh;
const language = {
  locale: 'zh' as const,
  messages: messages.zh,
  figures: createFigures('zh'),
  match,
  records: recordsZh,
};
const range = { min: 1, max: 1_000_000 };

test.each([
  ['1,500㎡', 'sqm', 1500],
  ['1500平', 'sqm', 1500],
  ['0.2万平方米', 'sqm', 2000],
  ['4米', 'm', 4],
  ['1.5公里', 'm', 1500],
  ['4.5元/㎡/天', 'perSqmDay', 4.5],
  ['20万', 'perMonth', 200_000],
] as const)('%s is read in %s', (text, unit, value) => {
  expect(typedNumber(text, { unit, range }, language)).toEqual({ ok: true, value });
});

test('a budget typed in another unit than the chosen one is refused, not taken for it', () => {
  expect(typedNumber('4.5元/㎡/天', { unit: 'perMonth', range }, language)).toEqual({
    ok: false,
    message: match.refused.unit(match.budgetUnits.perMonth),
  });
});

test.each([
  ['abc', match.refused.number],
  ['0', match.refused.range('1', '1,000,000')],
  ['1.5', match.refused.whole],
])('%s is refused with its reason', (text, message) => {
  expect(typedNumber(text, { unit: 'people', range, isWhole: true }, language)).toEqual({
    ok: false,
    message,
  });
});

test.each([
  ['2027-3', '2027-03'],
  ['2027年3月', '2027-03'],
  ['2027年3月5日', '2027-03-05'],
  ['２０２７／０３', '2027-03'],
])('%s is the start %s', (text, value) => {
  expect(typedStart(text, language)).toEqual({ ok: true, value });
});

test.each(['2027', '2027-13', '2027-02-30', 'soon'])('%s is no start', (text) => {
  expect(typedStart(text, language)).toEqual({ ok: false, message: match.refused.date });
});
