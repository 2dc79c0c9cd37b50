import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barsPath,
  brush,
  gripAt,
  moveEnd,
  moveWindow,
  openRange,
  positionOf,
  positionOfEnd,
  snap,
  stepEnd,
  valueAt,
} from './range-axis.ts';

/** Ten bins that widen, as areas have them. */
const edges = [0, 50, 200, 450, 800, 1250, 1800, 2450, 3200, 4050, 5000];

const anAxis = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 28 }).chain((widths) =>
  fc.integer({ min: 0, max: 5000 }).map((first) => {
    const axis = [first * 50];
    for (const width of widths) axis.push((axis.at(-1) ?? 0) + width * 50);
    return axis;
  }),
);

describe('positions and values', () => {
  it('puts every edge at its own index', () => {
    expect(edges.map((edge) => positionOf(edges, edge))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('divides a bin in proportion', () => {
    expect(positionOf(edges, 125)).toBe(1.5);
    expect(valueAt(edges, 1.5)).toBe(125);
  });

  it('keeps what lies beyond the axis at its ends', () => {
    expect([positionOf(edges, -10), positionOf(edges, 90_000)]).toEqual([0, 10]);
    expect([valueAt(edges, -1), valueAt(edges, 11)]).toEqual([0, 5000]);
  });

  it('comes back to the position it started from', () => {
    fc.assert(
      fc.property(anAxis, fc.double({ min: 0, max: 1, noNaN: true }), (axis, share) => {
        const position = share * (axis.length - 1);
        expect(positionOf(axis, valueAt(axis, position))).toBeCloseTo(position, 6);
      }),
    );
  });

  it('snaps to the step of the field without floating dust', () => {
    expect(snap('height', 3.7999)).toBe(3.8);
    expect(snap('vacancy', 0.2849)).toBe(0.28);
    expect(snap('plate', 2024)).toBe(2000);
  });
});

describe('moving an end', () => {
  const range = { lo: 450, hi: 3200 };

  it('opens at the end of the axis', () => {
    expect(moveEnd('plate', edges, range, 'lo', -0.4)).toEqual({ lo: null, hi: 3200 });
    expect(moveEnd('plate', edges, range, 'hi', 10)).toEqual({ lo: 450, hi: null });
  });

  it('stops at the other end', () => {
    expect(moveEnd('plate', edges, range, 'lo', 9)).toEqual({ lo: 3200, hi: 3200 });
    expect(moveEnd('plate', edges, range, 'hi', 1)).toEqual({ lo: 450, hi: 450 });
  });

  it('leaves the other end alone, even one beyond the axis', () => {
    expect(moveEnd('plate', edges, { lo: null, hi: 90_000 }, 'lo', 2)).toEqual({ lo: 200, hi: 90_000 });
  });

  it('never crosses, and lands on whole steps', () => {
    const position = fc.double({ min: -2, max: 30, noNaN: true });
    const end = fc.constantFrom('lo' as const, 'hi' as const);
    fc.assert(
      fc.property(anAxis, fc.array(fc.tuple(end, position), { maxLength: 8 }), (axis, moves) => {
        let at = openRange;
        for (const [which, to] of moves) at = moveEnd('plate', axis, at, which, to);
        expect(at.lo ?? 0).toBeLessThanOrEqual(at.hi ?? Number.POSITIVE_INFINITY);
        expect([(at.lo ?? 0) % 50, (at.hi ?? 0) % 50]).toEqual([0, 0]);
      }),
    );
  });
});

describe('stepping an end', () => {
  it('moves by the step of the field', () => {
    expect(stepEnd('plate', edges, { lo: 2000, hi: null }, 'lo', 1)).toEqual({ lo: 2050, hi: null });
    expect(stepEnd('plate', edges, { lo: 2000, hi: null }, 'lo', -10)).toEqual({ lo: 1500, hi: null });
  });

  it('starts an open end from the end of the axis', () => {
    expect(stepEnd('plate', edges, openRange, 'hi', -1)).toEqual({ lo: null, hi: 4950 });
    expect(stepEnd('plate', edges, openRange, 'lo', 1)).toEqual({ lo: 50, hi: null });
  });

  it('stays open when it is pushed outwards', () => {
    expect(stepEnd('plate', edges, openRange, 'hi', 1)).toEqual(openRange);
    expect(stepEnd('plate', edges, openRange, 'lo', -10)).toEqual(openRange);
  });
});

describe('moving the window', () => {
  it('keeps its width in bins where bins widen', () => {
    expect(moveWindow('available', edges, { lo: 450, hi: 1250 }, 2)).toEqual({ lo: 1250, hi: 2450 });
  });

  it('keeps its width in value on an even axis, whose edges are only nearly even', () => {
    const nearlyEven = [0, 100, 250, 350, 500, 600, 750, 850, 1000];
    for (const delta of [0.2, 0.9, 1.4, 2.1, 3.3, 4.6]) {
      const { lo, hi } = moveWindow('plate', nearlyEven, { lo: 50, hi: 300 }, delta);
      expect((hi ?? 1000) - (lo ?? 0)).toBe(250);
    }
  });

  it('stops at the end of the axis and opens there', () => {
    expect(moveWindow('available', edges, { lo: 450, hi: 1250 }, -9)).toEqual({ lo: null, hi: 200 });
    expect(moveWindow('available', edges, { lo: 450, hi: 1250 }, 20)).toEqual({ lo: 3200, hi: null });
  });

  it('changes nothing when there is no room', () => {
    const range = { lo: 450, hi: null };
    expect(moveWindow('plate', edges, range, 3)).toBe(range);
  });
});

describe('brushing', () => {
  it('takes the two positions in either order', () => {
    expect(brush('plate', edges, 3, 5)).toEqual({ lo: 450, hi: 1250 });
    expect(brush('plate', edges, 5, 3)).toEqual({ lo: 450, hi: 1250 });
  });
});

describe('what a press takes hold of', () => {
  const range = { lo: 450, hi: 3200 };

  it.each([
    [2.7, 'lo'],
    [8.3, 'hi'],
    [5, 'window'],
    [0.5, 'lo'],
    [9.9, 'hi'],
  ] as const)('at %d takes %s', (position, grip) => {
    expect(gripAt(edges, range, position, 0.5)).toBe(grip);
  });

  it('starts a new range on an open axis, and still takes its ends', () => {
    expect(gripAt(edges, openRange, 5, 0.5)).toBe('brush');
    expect(gripAt(edges, openRange, 0.2, 0.5)).toBe('lo');
    expect(gripAt(edges, openRange, 10, 0.5)).toBe('hi');
  });

  it('takes the end with room to move where both ends meet', () => {
    expect(gripAt(edges, { lo: 90_000, hi: null }, 10, 0.5)).toBe('lo');
    expect(gripAt(edges, { lo: null, hi: 0 }, 0, 0.5)).toBe('hi');
    expect(gripAt(edges, { lo: 450, hi: 450 }, 2.8, 0.5)).toBe('lo');
    expect(gripAt(edges, { lo: 450, hi: 450 }, 3.2, 0.5)).toBe('hi');
  });

  it('always gives an end that the position can be reached by', () => {
    fc.assert(
      fc.property(anAxis, fc.double({ min: 0, max: 1, noNaN: true }), (axis, share) => {
        const position = share * (axis.length - 1);
        const range = { lo: axis[0] ?? 0, hi: axis[1] ?? 0 };
        const grip = gripAt(axis, range, position, 0);
        if (grip === 'lo' || grip === 'hi') {
          const other = positionOfEnd(axis, range, grip === 'lo' ? 'hi' : 'lo');
          expect(grip === 'lo' ? position <= other : position >= other).toBe(true);
        } else {
          expect(position > 0 && position < 1).toBe(true);
        }
      }),
    );
  });
});

describe('bars', () => {
  it('draws one bar for each bin that has rows, the tallest at full height', () => {
    expect(barsPath([0, 5, 10], 40)).toBe('M10.6 40v-20.00h8.8v20.00zM20.6 40v-40.00h8.8v40.00z');
  });

  it('keeps a single row among thousands visible', () => {
    expect(barsPath([1, 9000], 40)).toMatch(/^M0.6 40v-1.50/);
  });

  it('draws nothing where there is nothing', () => {
    expect(barsPath([0, 0], 40)).toBe('');
  });
});
