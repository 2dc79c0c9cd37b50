import { describe, expect, it } from 'vitest';
import { parseRangeEnd, parseTypedMetres, parseTypedMonth } from './typed-range.ts';

const open = { lo: null, hi: null };

describe('parseRangeEnd', () => {
  it.each([
    ['gfa', '8.5万', 85_000],
    ['gfa', '8.5万㎡', 85_000],
    ['plate', '１，２００ 平米', 1200],
    ['vacancy', '40%', 0.4],
    ['vacancy', '40', 0.4],
    ['efficiency', '0.5', 0.005],
    ['rent', '120 元/㎡/月', 120],
    ['rent', '4.5元/㎡/天', 136.88],
    ['height', '4.2米', 4.2],
    ['year', '2018年', 2018],
    ['taxPerSqm', '3000', 3000],
  ] as const)('reads %s %s as %d', (field, text, value) => {
    expect(parseRangeEnd(field, open, 'lo', text)).toEqual({ ok: true, value });
  });

  it('opens the end when the text is empty', () => {
    expect(parseRangeEnd('gfa', { lo: 1, hi: 2 }, 'lo', '  ')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['gfa', 'abc', 'notANumber'],
    ['gfa', '40%', 'notANumber'],
    ['height', '3㎡', 'notANumber'],
    ['vacancy', '101', 'outOfRange'],
    ['gfa', '-1', 'outOfRange'],
    ['year', '20', 'outOfRange'],
  ] as const)('refuses %s %s as %s', (field, text, reason) => {
    expect(parseRangeEnd(field, open, 'lo', text)).toEqual({ ok: false, reason });
  });

  it('does not let the ends cross', () => {
    const range = { lo: 100, hi: 200 };
    expect(parseRangeEnd('plate', range, 'lo', '201')).toEqual({ ok: false, reason: 'aboveHigh' });
    expect(parseRangeEnd('plate', range, 'hi', '99')).toEqual({ ok: false, reason: 'belowLow' });
    expect(parseRangeEnd('plate', range, 'lo', '200')).toEqual({ ok: true, value: 200 });
  });
});

describe('parseTypedMetres', () => {
  it.each([
    ['650', 650],
    ['650米以内', 650],
    ['1.2km', 1200],
    ['1.2公里', 1200],
    ['1.2千米', 1200],
  ])('reads %s', (text, metres) => {
    expect(parseTypedMetres(text)).toBe(metres);
  });

  it.each(['', '0', '100001', '5 ㎡', 'x'])('refuses %j', (text) => {
    expect(parseTypedMetres(text)).toBeNull();
  });
});

describe('parseTypedMonth', () => {
  it.each([
    '2026-03',
    '2026-3',
    '2026/3',
    '2026.03',
    '2026年3月',
    '2026 年 3 月',
    '２０２６－０３',
    '202603',
  ])('reads %s', (text) => {
    expect(parseTypedMonth(text)).toBe('2026-03');
  });

  it.each(['', '2026', '2026-13', '2026-00', '26-03', '2026-03-01', 'March'])('refuses %j', (text) => {
    expect(parseTypedMonth(text)).toBeNull();
  });
});
