import { expect, test } from 'vitest';
import { districtDay, districtDayBegins } from './district-time.ts';

test('a day begins eight hours before it does in UTC', () => {
  expect(districtDayBegins('2026-11-03')?.toISOString()).toBe('2026-11-02T16:00:00.000Z');
  expect(districtDay(new Date('2026-11-02T16:00:00.000Z'))).toBe('2026-11-03');
  expect(districtDay(new Date('2026-11-02T15:59:59.999Z'))).toBe('2026-11-02');
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '2026-11-03T00:00'])('%s is no day', (text) => {
  expect(districtDayBegins(text)).toBeNull();
});
