import { expect, test } from 'vitest';
import { createFigures } from './figures.ts';

const zh = createFigures('zh');
const en = createFigures('en');

test('numbers are grouped and have no more decimals than asked for', () => {
  expect(zh.number(12_345.678)).toBe('12,345.68');
  expect(zh.number(12_345.678, 0)).toBe('12,346');
  expect(en.number(2_200)).toBe('2,200');
});

test('a percentage has at most one decimal', () => {
  expect(zh.percent(0.174)).toBe('17.4%');
  expect(zh.percent(0.4)).toBe('40%');
  expect(en.percent(0.12345)).toBe('12.3%');
  expect(en.percent(0.1234, 2)).toBe('12.34%');
});

test('long figures are short: 万 and 亿 in Chinese, K, M and B in English', () => {
  expect(zh.short(99_999)).toBe('99,999');
  expect(zh.short(100_000)).toBe('10万');
  expect(zh.short(1_234_567)).toBe('123万');
  expect(zh.short(12_345_678)).toBe('1230万');
  expect(zh.short(234_567_890)).toBe('2.35亿');
  expect(zh.short(-1_234_567)).toBe('-123万');
  expect(en.short(999_999)).toBe('999,999');
  expect(en.short(1_234_567)).toBe('1.23M');
  expect(en.short(2_345_678_900)).toBe('2.35B');
});

test('an unknown figure is the word for it, never 0', () => {
  expect(zh.withUnit('sqm', null)).toBe('未提供');
  expect(en.withUnit('ratio', null)).toBe('Not provided');
  expect(zh.quantity('m', null)).toBe('未提供');
  expect(zh.withUnit('sqm', 0)).toBe('0 ㎡');
});

test('each unit has its own decimals and its own gap', () => {
  expect(zh.withUnit('sqm', 2_200)).toBe('2,200 ㎡');
  expect(zh.withUnit('m', 4.2)).toBe('4.2 m');
  expect(zh.withUnit('ratio', 0.541)).toBe('54.1%');
  expect(zh.withUnit('yuanPerSqmMonth', 95.5)).toBe('95.5 元/㎡/月');
  expect(en.withUnit('yuanPerSqmYear', 1_234.57)).toBe('1,235 CNY/㎡·year');
  expect(zh.withUnit('year', 2_010)).toBe('2010 年');
  expect(en.withUnit('year', 2_010)).toBe('2010');
});

test('a bound is said with its sign', () => {
  expect(zh.quantity('sqm', { value: 85_000, bound: 'atLeast' })).toBe('≥ 85,000 ㎡');
  expect(zh.quantity('sqm', { value: 85_000, bound: 'exact' })).toBe('85,000 ㎡');
  expect(en.quantity('ratio', { value: 0.75, bound: 'atMost' })).toBe('≤ 75%');
  expect(zh.quantity('m', { value: 3, bound: 'about' })).toBe('约 3 m');
  expect(en.quantity('m', { value: 3, bound: 'about' })).toBe('≈ 3 m');
});

test('a range says both ends, one end, or the one value that both are', () => {
  expect(zh.range('plate', { lo: 2_000, hi: 2_500 })).toBe('2,000–2,500 ㎡');
  expect(zh.range('vacancy', { lo: null, hi: 0.4 })).toBe('≤ 40%');
  expect(zh.range('vacancy', { lo: 0.1, hi: 0.4 })).toBe('10%–40%');
  expect(en.range('height', { lo: 3.8, hi: null })).toBe('≥ 3.8 m');
  expect(zh.range('year', { lo: 2_000, hi: 2_000 })).toBe('2000 年');
  expect(zh.range('year', { lo: null, hi: null })).toBe('');
});

test('distances are metres below a kilometre', () => {
  expect(zh.distance(500)).toBe('500 m');
  expect(zh.distance(999)).toBe('999 m');
  expect(en.distance(1_000)).toBe('1 km');
  expect(en.distance(1_260)).toBe('1.3 km');
});

test('dates are written as each language writes them', () => {
  expect(zh.month('2026-03')).toBe('2026年3月');
  expect(zh.date('2025-08-15')).toBe('2025年8月15日');
  expect(zh.date('1998')).toBe('1998年');
  expect(en.date('2025-08-15')).toBe('2025-08-15');
});
