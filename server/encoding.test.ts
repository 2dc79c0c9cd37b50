import { expect, test } from 'vitest';
import { bestEncoding } from './encoding.ts';

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['GZIP;Q=0.5', 'gzip'],
  ['br;q=x', null],
])('%j takes %j', (header, encoding) => {
  expect(bestEncoding(header)).toBe(encoding);
});
