import { expect, test } from 'vitest';
import { changeOf } from './change.ts';

test('a rate changes in points, from a tenth of a percentage point on', () => {
  expect(changeOf('ratio', 0.75, 0.751)).toEqual({ direction: 'rose', size: 0.001, form: 'points' });
  expect(changeOf('ratio', 0.75, 0.749).direction).toBe('fell');
  expect(changeOf('ratio', 0.75, 0.7509).direction).toBe('unchanged');
});

test('a change that just reaches its threshold counts, whatever decimals do to it', () => {
  expect(0.815 - 0.814).not.toBe(0.001);
  expect(changeOf('ratio', 0.814, 0.815).direction).toBe('rose');
  expect(changeOf('ratio', 0.3, 0.301).direction).toBe('rose');
});

test('an amount changes by a share of what it was, from a thousandth on', () => {
  expect(changeOf('yuan', 2_000_000, 2_500_000)).toEqual({ direction: 'rose', size: 0.25, form: 'share' });
  expect(changeOf('sqm', 10_000, 9_990).direction).toBe('fell');
  expect(changeOf('sqm', 10_000, 9_991).direction).toBe('unchanged');
});

test('what is counted one by one, and what may lie below zero, changes by itself', () => {
  expect(changeOf('count', 12, 13)).toEqual({ direction: 'rose', size: 1, form: 'amount' });
  expect(changeOf('sqm', -300, 200, true)).toEqual({ direction: 'rose', size: 500, form: 'amount' });
  expect(changeOf('yuan', 0, 200)).toEqual({ direction: 'rose', size: 200, form: 'amount' });
  expect(changeOf('count', 12, 12).direction).toBe('unchanged');
});

test('where one of them is not known there is no change to tell of', () => {
  expect(changeOf('ratio', null, 0.2).direction).toBe('unknown');
  expect(changeOf('ratio', 0.2, null).direction).toBe('unknown');
});
