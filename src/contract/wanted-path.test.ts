import { expect, test } from 'vitest';
import { wantedPathFrom } from './wanted-path.ts';

test('a path of this site is kept', () => {
  expect(wantedPathFrom('data')).toBe('data');
  expect(wantedPathFrom('data/import')).toBe('data/import');
});

test.each([
  null,
  undefined,
  '',
  '/',
  '//elsewhere.example',
  '/data',
  'https://elsewhere.example',
  'data/',
  'data//import',
  '../data',
  'data\\import',
  'data?x=1',
  'data#x',
  'data\nimport',
  'javascript:alert',
  'data/%2F%2Felsewhere',
  'a'.repeat(101),
])('%j leads to the first page', (text) => {
  expect(wantedPathFrom(text)).toBe('');
});
