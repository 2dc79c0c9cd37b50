import { expect, test } from 'vitest';
import { shownEarly, takenBack } from './shown-early.ts';

const before = { lifts: 4, managementFee: { value: 20, bound: 'exact' }, floorPlate: null };

test('a new value is shown at once, a field that the file does not show is not added', () => {
  expect(shownEarly(before, { lifts: 6, statedAskingRent: null })).toEqual({ ...before, lifts: 6 });
});

test('a refusal takes back what was set and leaves what came meanwhile', () => {
  const set = { managementFee: { value: 25, bound: 'exact' } };
  const now = { ...shownEarly(before, set), lifts: 8 };
  expect(takenBack(now, before, set)).toEqual({ ...before, lifts: 8 });
});

test('a newer value of the same field is not overwritten by the refusal of an older one', () => {
  const now = { ...before, lifts: 9 };
  expect(takenBack(now, before, { lifts: 6 })).toEqual(now);
});
