import { describe, expect, it } from 'vitest';
import { moveActive } from './active-row.ts';

describe('moveActive', () => {
  it('steps by one and stays within the list', () => {
    expect(moveActive('ArrowDown', 3, 10, 5)).toBe(4);
    expect(moveActive('ArrowDown', 9, 10, 5)).toBe(9);
    expect(moveActive('ArrowUp', 0, 10, 5)).toBe(0);
  });

  it('pages by all but one of the rows in sight', () => {
    expect(moveActive('PageDown', 0, 100, 10)).toBe(9);
    expect(moveActive('PageUp', 50, 100, 10)).toBe(41);
    expect(moveActive('PageDown', 0, 100, 0)).toBe(1);
  });

  it('goes to either end', () => {
    expect(moveActive('Home', 50, 100, 10)).toBe(0);
    expect(moveActive('End', 50, 100_000, 10)).toBe(99_999);
  });

  it('begins at the first row and leaves other keys and empty lists alone', () => {
    expect(moveActive('ArrowDown', null, 10, 5)).toBe(0);
    expect(moveActive('x', 3, 10, 5)).toBeNull();
    expect(moveActive('ArrowDown', null, 0, 5)).toBeNull();
  });
});
