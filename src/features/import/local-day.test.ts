import { expect, test } from 'vitest';
import { localDay } from './local-day.ts';

test('the day is the one where the person is, also at its first and last minute', () => {
  expect(localDay(new Date(2026, 0, 5, 0, 0))).toBe('2026-01-05');
  expect(localDay(new Date(2026, 10, 26, 23, 59))).toBe('2026-11-26');
});
