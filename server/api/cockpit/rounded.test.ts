import { expect, test } from 'vitest';
import { rounded, roundedCoverage } from './rounded.ts';

test.each([
  [0.1 + 0.2, 0.3],
  [1 / 3, 0.333333],
  [-2.5, -2.5],
  [123_456_789_012.345, 123_456_789_012.35],
  [0, 0],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
])('%d is sent as %s', (value, sent) => {
  expect(rounded(value)).toBe(sent);
});

test.each([
  [0.99999, 0.9999],
  [1, 1],
  [0.00001, 0.0001],
  [0, 0],
  [0.61237, 0.6124],
  [Number.NaN, null],
])(
  'a coverage of %d is sent as %s: what is not all never reads as all, what is not nothing never as nothing',
  (value, sent) => {
    expect(roundedCoverage(value)).toBe(sent);
  },
);
