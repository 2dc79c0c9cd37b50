import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('the same object is worked on once, an equal one anew', () => {
  let count = 0;
  const sizeOf = remembered((list: readonly number[]) => {
    count += 1;
    return list.length === 0 ? null : { size: list.length };
  });
  const [some, none]: [number[], number[]] = [[1, 2], []];
  expect(sizeOf(some)).toBe(sizeOf(some));
  expect([sizeOf(none), sizeOf(none)]).toEqual([null, null]);
  expect(count).toBe(2);
  expect(sizeOf([1, 2])).not.toBe(sizeOf(some));
});
