import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vacancyClass, vacancyClassCount } from '#domain/engine/answer.ts';
import { barScaleEnd, circleBars, countIn, rangeOfClass } from './circle-bars.ts';

const vacancy = {
  circles: ['a', 'b', 'c'],
  counts: Uint32Array.from([1, 0, 2, 0, 0, 3, 0, 4, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
  vacant: Float64Array.from([10, 60, 0]),
  rentable: Float64Array.from([100, 200, 0]),
};

describe('circleBars', () => {
  it('stacks the classes that occur, the unknown last, and keeps the order of the district', () => {
    const [a] = circleBars(vacancy, 'given');
    expect(a).toEqual({
      id: 'a',
      total: 6,
      rate: 0.1,
      segments: [
        { band: 0, count: 1, before: 0 },
        { band: 2, count: 2, before: 1 },
        { band: 'unknown', count: 3, before: 3 },
      ],
    });
  });

  it('puts the emptiest circle first and one without a rate last', () => {
    expect(circleBars(vacancy, 'rate').map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(circleBars(vacancy, 'rate').at(-1)?.rate).toBeNull();
  });

  it('counts a class that does not occur as none', () => {
    const [a] = circleBars(vacancy, 'given');
    expect(a && [countIn(a, 1), countIn(a, 'unknown')]).toEqual([0, 3]);
  });
});

describe('rangeOfClass', () => {
  it('finds exactly the rates that belong to the class', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (steps) => {
        const rate = steps / 10_000;
        const holding = Array.from({ length: vacancyClassCount }, (_, place) => place).filter((place) => {
          const { lo, hi } = rangeOfClass(place);
          return (lo === null || rate >= lo) && (hi === null || rate <= hi);
        });
        expect(holding).toEqual([vacancyClass(rate)]);
      }),
    );
  });

  it('is open where the first and the last class are', () => {
    expect(rangeOfClass(0)).toEqual({ lo: null, hi: 0.08 });
    expect(rangeOfClass(4)).toEqual({ lo: 0.5001, hi: null });
  });
});

describe('barScaleEnd', () => {
  it('is round, holds the longest bar and rests while it grows a little', () => {
    const bar = (total: number) => [{ id: 'a', total, rate: null, segments: [] }];
    expect(barScaleEnd(bar(0))).toBe(4);
    expect(barScaleEnd(bar(36))).toBe(40);
    expect(barScaleEnd(bar(39))).toBe(40);
    expect(barScaleEnd(bar(41))).toBe(50);
    expect(barScaleEnd(bar(14_200))).toBe(15_000);
  });
});
