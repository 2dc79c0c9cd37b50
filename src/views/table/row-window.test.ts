import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowFor } from './row-window.ts';

const nothing = { offset: 0, limit: 0 };

describe('windowFor', () => {
  it('asks for nothing while the loaded rows reach beyond the visible ones', () => {
    expect(windowFor(40, 54, 1000, { offset: 0, limit: 100 })).toBeNull();
  });

  it('asks before the last loaded row is in sight', () => {
    expect(windowFor(80, 94, 1000, { offset: 0, limit: 100 })).not.toBeNull();
  });

  it('asks for nothing beyond the last row of all', () => {
    expect(windowFor(85, 99, 100, { offset: 50, limit: 50 })).toBeNull();
    expect(windowFor(0, -1, 0, nothing)).toBeNull();
  });

  it('covers what is visible, in whole steps, within the limits of a page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_000 }), fc.integer({ min: 0, max: 100 }), (first, span) => {
        const window = windowFor(first, first + span, 100_000, nothing);
        expect(window).not.toBeNull();
        if (window === null) return;
        expect(window.offset).toBeLessThanOrEqual(first);
        expect(window.offset + window.limit).toBeGreaterThan(first + span);
        expect(window.offset % 25).toBe(0);
        expect(window.limit).toBeLessThanOrEqual(500);
        expect(windowFor(first, first + span, 100_000, window)).toBeNull();
      }),
    );
  });
});
