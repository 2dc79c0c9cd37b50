import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from './cell.ts';
import { type RadarPoint, radarPoint, radarRuns } from './radar.ts';

const rent = { centre: 300, rim: 30 };
const height = { centre: 2.5, rim: 6 };

function figure(value: number, upper: number | null = null, bound: 'exact' | 'atLeast' = 'exact'): Value {
  return { kind: 'figure', value, upper, bound, spread: 0 };
}

describe('radarPoint', () => {
  it('is further out the better the figure is', () => {
    expect(radarPoint(figure(30), rent)?.share).toBe(1);
    expect(radarPoint(figure(165), rent)?.share).toBe(0.5);
    expect(radarPoint(figure(6), height)?.share).toBe(1);
  });

  it('stays at the end of the scale, and says that the figure lies beyond', () => {
    expect(radarPoint(figure(500), rent)).toEqual({ share: 0, isBeyond: true, isBound: false });
    expect(radarPoint(figure(10), rent)).toEqual({ share: 1, isBeyond: true, isBound: false });
  });

  it('takes the worse end of a span', () => {
    expect(radarPoint(figure(2.5, 6), height)?.share).toBe(0);
  });

  it('marks a bound', () => {
    expect(radarPoint(figure(4, null, 'atLeast'), height)?.isBound).toBe(true);
  });

  it('is a gap where nothing is known, not the worst end', () => {
    expect(radarPoint(null, rent)).toBeNull();
    expect(radarPoint(undefined, rent)).toBeNull();
    expect(radarPoint({ kind: 'inapplicable', why: 'saleOnly' }, rent)).toBeNull();
  });
});

const point: RadarPoint = { share: 0.5, isBeyond: false, isBound: false };
const points = (known: string) => [...known].map((sign) => (sign === '1' ? point : null));

describe('radarRuns', () => {
  it('closes the shape only where every axis is known', () => {
    expect(radarRuns(points('111'))).toEqual([{ axes: [0, 1, 2], isClosed: true }]);
    expect(radarRuns(points('000'))).toEqual([]);
  });

  it('joins the last axis with the first across the top', () => {
    expect(radarRuns(points('110011'))).toEqual([{ axes: [4, 5, 0, 1], isClosed: false }]);
  });

  it('draws each known axis once, and never two that are apart', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (known) => {
        const runs = radarRuns(known.map((isKnown) => (isKnown ? point : null)));
        const drawn = runs.flatMap(({ axes }) => axes).toSorted((a, b) => a - b);
        expect(drawn).toEqual(known.flatMap((isKnown, i) => (isKnown ? [i] : [])));
        for (const { axes } of runs) {
          axes.slice(1).forEach((axis, i) => {
            expect(axis).toBe(((axes[i] ?? 0) + 1) % known.length);
          });
        }
      }),
    );
  });
});
