import { describe, expect, it } from 'vitest';
import { heightAfterDrag } from './sheet-height.ts';

const tops = { peek: 76, half: 400, full: 792 };

describe('the height of a sheet after a drag', () => {
  it('stays where it is after a small movement', () => {
    expect(heightAfterDrag('half', 20, tops)).toBe('half');
    expect(heightAfterDrag('peek', -30, tops)).toBe('peek');
  });

  it('goes on to the next height after a flick', () => {
    expect(heightAfterDrag('peek', 40, tops)).toBe('half');
    expect(heightAfterDrag('half', -40, tops)).toBe('peek');
  });

  it('goes to the nearest height after a long drag, passing one over', () => {
    expect(heightAfterDrag('peek', 650, tops)).toBe('full');
    expect(heightAfterDrag('full', -700, tops)).toBe('peek');
  });

  it('does not go beyond its ends', () => {
    expect(heightAfterDrag('full', 200, tops)).toBe('full');
    expect(heightAfterDrag('peek', -200, tops)).toBe('peek');
  });
});
