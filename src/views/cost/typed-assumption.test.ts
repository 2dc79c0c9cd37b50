import { expect, test } from 'vitest';
import { defaultAssumptions } from '#domain/cost/assumptions.ts';
import { createFigures } from '#domain/words/figures.ts';
import { costMessages } from '#format/messages/cost.ts';
import { priceText } from './assumption-words.ts';
import { parseAssumption, parsePrice, parseRent } from './typed-assumption.ts';

const context = defaultAssumptions;
const daily = { ...context, rentUnit: 'day' as const };
const value = (typed: ReturnType<typeof parseAssumption>) =>
  typed.ok ? typed.value : typed.violation.reason;

test('a figure may be typed as people write it', () => {
  expect(value(parseAssumption('area', '0.18万㎡', context))).toBe(1800);
  expect(value(parseAssumption('moving', '1.2万', context))).toBe(12_000);
  expect(value(parseAssumption('escalation', '3%', context))).toBe(0.03);
  expect(value(parseAssumption('escalation', '3', context))).toBe(0.03);
  expect(value(parseAssumption('termMonths', '5年', context))).toBe(60);
  expect(value(parseAssumption('rentFreeMonths', '2个月', context))).toBe(2);
  expect(value(parseAssumption('parkingFee', '800元/个/月', context))).toBe(800);
  expect(value(parseAssumption('managementFee', '１元/㎡/天', context))).toBe(30.4167);
});

test('a rent keeps the unit that is written with it, else it has the one that is shown', () => {
  expect(parseRent('5.2元/㎡/天', context)).toEqual({ ok: true, value: { amount: 5.2, per: 'day' } });
  expect(parseRent('158元/㎡/月', daily)).toEqual({ ok: true, value: { amount: 158, per: 'month' } });
  expect(parseRent('158', context)).toEqual({ ok: true, value: { amount: 158, per: 'month' } });
  expect(parseRent('5.2', daily)).toEqual({ ok: true, value: { amount: 5.2, per: 'day' } });
});

test('a price is for a ㎡ unless it is too high for one', () => {
  expect(parsePrice('2.5万', context)).toEqual({ ok: true, value: { amount: 25_000, per: 'sqm' } });
  expect(parsePrice('1.2亿', context)).toEqual({ ok: true, value: { amount: 120_000_000, per: 'total' } });
  expect(parsePrice('60万元', context)).toEqual({ ok: true, value: { amount: 600_000, per: 'total' } });
  expect(parsePrice('20万', context)).toEqual({ ok: true, value: { amount: 200_000, per: 'sqm' } });
  expect(parsePrice('25万元/㎡', context)).toEqual({ ok: true, value: { amount: 250_000, per: 'sqm' } });
  expect(parsePrice('200万元/㎡', context)).toMatchObject({ ok: false, violation: { field: 'pricePerSqm' } });
});

test('a small price of the whole is one when it says so', () => {
  const whole = { ok: true, value: { amount: 150_000, per: 'total' } };
  for (const text of [
    '总价15万',
    '总价：150,000 元',
    '15万元/套',
    '15万/套',
    '150,000 total',
    'Total 150000 CNY',
  ]) {
    expect(parsePrice(text, context), text).toEqual(whole);
  }
  for (const text of ['总价', '总价15万元/㎡', '15万/套/套']) {
    expect(parsePrice(text, context), text).toMatchObject({ ok: false });
  }
});

test('a price comes back from its field as it was', () => {
  for (const locale of ['zh', 'en'] as const) {
    const words = { figures: createFigures(locale), cost: costMessages[locale] };
    for (const amount of [15_000, 200_000, 200_000.01, 600_000]) {
      for (const per of ['sqm', 'total'] as const) {
        const text = priceText({ amount, per }, words);
        expect(parsePrice(text, context), text).toEqual({ ok: true, value: { amount, per } });
      }
    }
  }
  const words = { figures: createFigures('zh'), cost: costMessages.zh };
  expect(priceText({ amount: 25_000, per: 'sqm' }, words)).toBe('25,000');
});

test('an example in a refusal is in the words of its reader and can be typed', () => {
  for (const locale of ['zh', 'en'] as const) {
    const { examples } = costMessages[locale].refused;
    const { rent = '', pricePerSqm = '', priceTotal = '' } = examples;
    expect(parseRent(rent, context)).toEqual({ ok: true, value: { amount: 5.2, per: 'day' } });
    expect(parsePrice(pricePerSqm, context)).toMatchObject({ value: { amount: 25_000, per: 'sqm' } });
    expect(parsePrice(priceTotal, context)).toMatchObject({ value: { amount: 60_000_000, per: 'total' } });
    for (const field of ['area', 'moving'] as const)
      expect(parseAssumption(field, examples[field] ?? '', context)).toMatchObject({ ok: true });
    if (locale === 'en') expect(Object.values(examples).join('')).not.toMatch(/[万元天]/);
  }
});

test('what cannot be used is refused with the allowed range', () => {
  expect(parseAssumption('area', '-5', context)).toMatchObject({
    violation: { reason: 'outOfRange', allowed: { lo: 1, hi: 1_000_000 } },
  });
  expect(value(parseAssumption('escalation', '1000%', context))).toBe('outOfRange');
  expect(value(parseAssumption('rentFreeMonths', '40', context))).toBe('longerThanTerm');
  expect(value(parseAssumption('termMonths', '2.5', context))).toBe('notWhole');
  for (const text of ['abc', '3 到 5', '5元', '12 ㎡ ㎡']) {
    expect(value(parseAssumption('termMonths', text, context))).toBe('notANumber');
  }
  expect(parseRent('9999元/㎡/天', context)).toMatchObject({ violation: { field: 'rentPerDay' } });
});

test('an emptied field is no figure', () => {
  expect([parseAssumption('area', ' ', context), parseRent('', context), parsePrice('', context)]).toEqual(
    Array(3).fill({ ok: true, value: null }),
  );
});
