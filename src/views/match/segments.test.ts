import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

test('the pieces are the whole text, and words that two fields share are marked for both', () => {
  const text = '要1500到2000平整层';
  const pieces = segmentsOf(text, [
    { field: 'areaMin', span: [1, 11] },
    { field: 'areaMax', span: [6, 11] },
  ]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.map(({ text: words, fields }) => [words, ...fields])).toEqual([
    ['要'],
    ['1500到', 'areaMin'],
    ['2000平', 'areaMin', 'areaMax'],
    ['整层'],
  ]);
});

test('a span outside of the text marks nothing but what there is', () => {
  expect(segmentsOf('ab', [{ field: 'heads', span: [1, 9] }])).toEqual([
    { start: 0, text: 'a', fields: [] },
    { start: 1, text: 'b', fields: ['heads'] },
  ]);
  expect(segmentsOf('', [])).toEqual([]);
});
