import { expect, test } from 'vitest';
import { findAddress } from './way-back.ts';

const house = { buildingId: 'a', unitId: null };
const room = { buildingId: 'b', unitId: '101' };

test('the search is as it was left; what is put aside is what is compared now', () => {
  expect(findAddress('rent=..90&sort=-vacancy&sel=c&pick=c,d', [house, room])).toBe(
    '/?rent=..90&sort=-vacancy&sel=c&pick=a,b~101',
  );
  expect(findAddress('rent=..90&pick=c', [])).toBe('/?rent=..90');
});

test('without a search before, only what is compared is there', () => {
  expect(findAddress('', [house, room])).toBe('/?pick=a,b~101');
  expect(findAddress('', [])).toBe('/');
});
