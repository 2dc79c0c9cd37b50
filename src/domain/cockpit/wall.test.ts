import { describe, expect, test } from 'vitest';
import { asksForWall, dwell, dwellOf, rotated, startOfRotation, withoutWall } from './wall.ts';

describe('the address of the wall', () => {
  test.each([
    ['wall', 20],
    ['?wall', 20],
    ['wall=', 20],
    ['circle=xiaobailou&wall=45', 45],
    ['wall=7.5', 7.5],
  ])('%s stays %d s on each view', (search, seconds) => {
    expect(asksForWall(search)).toBe(true);
    expect(dwellOf(search)).toBe(seconds);
  });

  test('what cannot be used is the usual, what is too short or too long the limit', () => {
    expect(dwellOf('wall=soon')).toBe(dwell.usual);
    expect(dwellOf('wall=-4')).toBe(dwell.usual);
    expect(dwellOf('wall=0')).toBe(dwell.least);
    expect(dwellOf('wall=1e9')).toBe(dwell.usual);
    expect(dwellOf('wall=999999')).toBe(dwell.most);
  });

  test('an address that does not name it does not ask for it', () => {
    expect(asksForWall('q=wall&wallpaper=1')).toBe(false);
    expect(asksForWall('')).toBe(false);
  });

  test('the rest of the address stays as it was written', () => {
    expect(withoutWall('?circle=a,b&wall=20&month=2026-09')).toBe('circle=a,b&month=2026-09');
    expect(withoutWall('wall')).toBe('');
    expect(withoutWall('q=%26wall&wall')).toBe('q=%26wall');
  });
});

describe('the rotation', () => {
  test('goes on and back, round and round', () => {
    const third = rotated(rotated(startOfRotation, 'next', 3), 'next', 3);
    expect(third.at).toBe(2);
    expect(rotated(third, 'next', 3).at).toBe(0);
    expect(rotated(startOfRotation, 'previous', 3).at).toBe(2);
  });

  test('a pause keeps the view, and a step by hand keeps the pause', () => {
    const paused = rotated({ at: 1, isPaused: false }, 'toggle', 3);
    expect(paused).toEqual({ at: 1, isPaused: true });
    expect(rotated(paused, 'next', 3)).toEqual({ at: 2, isPaused: true });
    expect(rotated(paused, 'toggle', 3)).toEqual({ at: 1, isPaused: false });
  });

  test('fewer views than before lead on from the last of them, none to the first', () => {
    expect(rotated({ at: 6, isPaused: false }, 'next', 4).at).toBe(0);
    expect(rotated({ at: 6, isPaused: false }, 'previous', 4).at).toBe(2);
    expect(rotated({ at: 6, isPaused: false }, 'next', 0).at).toBe(0);
  });
});
