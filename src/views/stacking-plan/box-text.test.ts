import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxLines, shortFirm } from './box-text.ts';
import { fitted } from './text-width.ts';

/** Han signs are twice as wide as others. */
const measure = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 12 : 6), 0);
const words = { label: '1203', area: '183 ㎡', note: '示例津河科技发展' };
const texts = (width: number, height: number) =>
  boxLines({ x: 0, y: 0, width, height }, words, measure).map(({ text }) => text);

test('a high box has name and area above and who is in it below', () => {
  expect(texts(120, 32)).toEqual(['1203 · 183 ㎡', '示例津河科技发展']);
});

test('a low box has all in one line, as much as fits', () => {
  expect(texts(240, 20)).toEqual(['1203 · 183 ㎡', '示例津河科技发展']);
  expect(texts(140, 20)).toEqual(['1203 · 183 ㎡', '示例津…']);
  expect(texts(60, 20)).toEqual(['1203']);
});

test('a name is cut with an ellipsis, a number never', () => {
  expect(texts(60, 32)).toEqual(['1203', '示例津…']);
  expect(texts(30, 32)).toEqual([]);
});

test('a box too low for text has none', () => {
  expect(texts(400, 9)).toEqual([]);
});

test('whatever the box and the words, no line is wider than the box', () => {
  const box = fc.record({
    x: fc.double({ min: 0, max: 900, noNaN: true }),
    y: fc.constant(0),
    width: fc.double({ min: 0, max: 300, noNaN: true }),
    height: fc.double({ min: 4, max: 80, noNaN: true }),
  });
  const text = fc
    .array(fc.constantFrom(...'楼津示例12AZ· (。'), { maxLength: 30 })
    .map((signs) => signs.join(''));
  fc.assert(
    fc.property(box, text, text, text, (own, label, area, note) => {
      for (const line of boxLines(own, { label, area, note }, measure)) {
        expect(line.x).toBeGreaterThanOrEqual(own.x);
        expect(line.x + measure(line.text)).toBeLessThanOrEqual(own.x + own.width);
      }
    }),
    { seed: 44 },
  );
});

test('so little of a name that it says nothing is left out', () => {
  expect(fitted('示例津河', 20, measure)).toBe('');
  expect(fitted('示例津河', 31, measure)).toBe('示例…');
  expect(fitted('示例津河', 48, measure)).toBe('示例津河');
});

test('a firm is called without its legal form, unless it has no other name', () => {
  expect(shortFirm('示例津河科技股份有限公司')).toBe('示例津河科技');
  expect(shortFirm('Example Trading Co., Ltd.')).toBe('Example Trading');
  expect(shortFirm('有限公司')).toBe('有限公司');
});
