import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brushRanges,
  classOfDot,
  median,
  nearestDot,
  plotScales,
  rectangleOf,
  smallestExtent,
  stepDot,
  widened,
} from './plot.ts';

const frame = { left: 40, top: 10, right: 440, bottom: 170 };
const scatter = {
  row: Uint32Array.from([7, 8, 9]),
  occupancy: Float32Array.from([0.62, 0.95, 0.8]),
  taxPerSqm: Float32Array.from([0, 400, 2400]),
  known: 3,
};
const scales = plotScales({ left: 0.5, top: 2500 }, frame);

describe('widened', () => {
  it('holds every dot at round ends and never shrinks', () => {
    const extent = widened(smallestExtent, scatter);
    expect(extent.left).toBe(0.6);
    expect(extent.top).toBeGreaterThanOrEqual(2400);
    const few = { ...scatter, occupancy: Float32Array.of(0.99), taxPerSqm: Float32Array.of(10) };
    expect(widened(extent, few)).toBe(extent);
  });
});

describe('brushRanges', () => {
  it('turns occupancy round into vacancy and leaves ends at the frame open', () => {
    const ranges = brushRanges({ x0: 240, y0: 170, x1: 440, y1: 90 }, scales);
    expect(ranges.vacancy).toEqual({ lo: null, hi: 0.25 });
    expect(ranges.taxPerSqm.lo).toBeNull();
    expect(ranges.taxPerSqm.hi).toBe(630);
  });

  it('does not mind from which corner the rectangle was drawn', () => {
    expect(brushRanges({ x0: 300, y0: 50, x1: 100, y1: 120 }, scales)).toEqual(
      brushRanges({ x0: 100, y0: 120, x1: 300, y1: 50 }, scales),
    );
  });

  it('comes back to the same place within half a step', () => {
    const inside = fc.record({
      x0: fc.integer({ min: 41, max: 439 }),
      x1: fc.integer({ min: 41, max: 439 }),
      y0: fc.integer({ min: 11, max: 165 }),
      y1: fc.integer({ min: 11, max: 165 }),
    });
    fc.assert(
      fc.property(inside, (rectangle) => {
        const shown = rectangleOf(brushRanges(rectangle, scales), scales);
        expect(Math.abs((shown?.x0 ?? 0) - Math.min(rectangle.x0, rectangle.x1))).toBeLessThanOrEqual(4.01);
        expect(Math.abs((shown?.x1 ?? 0) - Math.max(rectangle.x0, rectangle.x1))).toBeLessThanOrEqual(4.01);
      }),
    );
  });
});

describe('rectangleOf', () => {
  it('is nothing while neither axis is restricted', () => {
    expect(rectangleOf({}, scales)).toBeNull();
    expect(rectangleOf({ vacancy: { lo: null, hi: null } }, scales)).toBeNull();
  });

  it('is as high as the plot when only the vacancy is restricted', () => {
    expect(rectangleOf({ vacancy: { lo: null, hi: 0.25 } }, scales)).toEqual({
      x0: 240,
      x1: 440,
      y0: 10,
      y1: 170,
    });
  });
});

describe('dots', () => {
  it('finds the nearest within reach and none beyond', () => {
    const x = scales.x(0.8);
    const y = scales.y(2400);
    expect(nearestDot(scatter, scales, x + 3, y + 3, 10)).toBe(2);
    expect(nearestDot(scatter, scales, x + 30, y + 30, 10)).toBe(-1);
  });

  it('have the class of their vacancy, ends included as in the column', () => {
    expect(classOfDot(Math.fround(0.85))).toBe(1);
    expect(classOfDot(Math.fround(0.8499))).toBe(2);
    expect(classOfDot(1)).toBe(0);
  });

  it('are walked along the axis of the arrow', () => {
    expect(stepDot(scatter, null, 'ArrowRight')).toBe(0);
    expect(stepDot(scatter, 0, 'ArrowRight')).toBe(2);
    expect(stepDot(scatter, 1, 'ArrowRight')).toBe(1);
    expect(stepDot(scatter, 0, 'ArrowUp')).toBe(1);
    expect(stepDot(scatter, 1, 'ArrowLeft')).toBe(2);
    expect(stepDot(scatter, 0, 'x')).toBeNull();
  });
});

describe('median', () => {
  it('is the middle, or the mean of the middle two, or nothing', () => {
    expect(median(Float32Array.of(3, 1, 2))).toBe(2);
    expect(median(Float32Array.of(4, 1, 2, 3))).toBe(2.5);
    expect(median(Float32Array.of())).toBeNull();
  });
});

describe('plotScales', () => {
  it('has a place for zero tax and ticks that do not crowd', () => {
    expect(scales.y(0)).toBe(frame.bottom);
    const places = scales.yTicks.map((tick) => scales.y(tick));
    for (let i = 1; i < places.length; i++)
      expect((places[i - 1] ?? 0) - (places[i] ?? 0)).toBeGreaterThanOrEqual(18);
  });
});
