import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedNumber } from './typed-number.ts';

describe('parseTypedNumber', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1，200', 1200],
    ['１２００', 1200],
    ['1,234,567.5', 1_234_567.5],
    [' 2 000 ', 2000],
    ['.5', 0.5],
    ['5.', 5],
    ['-3', -3],
    ['−3', -3],
  ])('reads %s as a plain number', (text, value) => {
    expect(parseTypedNumber(text)).toEqual({ value, unit: '' });
  });

  it.each([
    ['8.5万', 85_000],
    ['1.15万', 11_500],
    ['8.5w', 85_000],
    ['3千', 3000],
    ['2k', 2000],
    ['2K', 2000],
    ['1.2亿', 120_000_000],
    ['3千万', 30_000_000],
  ])('applies the multiplier of %s exactly', (text, value) => {
    expect(parseTypedNumber(text)).toEqual({ value, unit: '' });
  });

  it.each([
    ['40%', 40, '%'],
    ['４０％', 40, '%'],
    ['8.5万㎡', 85_000, 'm2'],
    ['8.5万 m²', 85_000, 'm2'],
    ['1200平米', 1200, '平米'],
    ['4.5 元/㎡/天', 4.5, '元/m2/天'],
    ['4.2m', 4.2, 'm'],
    ['2018年', 2018, '年'],
  ])('hands over the unit of %s', (text, value, unit) => {
    expect(parseTypedNumber(text)).toEqual({ value, unit });
  });

  it.each(['', ' ', '万', 'abc', '1,20', '1,2345', '1..2', '1-2', '2000-2500', '1e400', '--1', '12万3'])(
    'refuses %j',
    (text) => {
      expect(parseTypedNumber(text)).toBeNull();
    },
  );

  it('reads back whatever the formatter writes', () => {
    const format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        const value = hundredths / 100;
        expect(parseTypedNumber(format.format(value))?.value).toBeCloseTo(value, 6);
      }),
    );
  });
});
