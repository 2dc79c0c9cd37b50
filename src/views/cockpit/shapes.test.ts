import { expect, test } from 'vitest';
import { overlap } from '#views/map/label-placement.ts';
import { placeDotLabels } from './dot-labels.ts';
import { areaOnSheet, projectionOf } from './map-projection.ts';
import { bandAt, stepPeriod } from './scrub-area.tsx';
import { sparkShape } from './spark-shape.ts';
import { spreadLabels } from './spread-labels.ts';
import { rateScale, valueScale } from './time-scale.ts';
import { gapsOf, gathered, type NamedSeries, ratesOf } from './time-series.ts';
import { treemap } from './treemap-layout.ts';

const box = { x: 0, y: 0, width: 300, height: 200 };

test('rectangles of a treemap have the areas asked for, fill the box and do not overlap', () => {
  const sizes = [60, 40, 30, 20, 10, 5, 1];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const boxes = treemap(sizes, box);
  for (const [at, one] of boxes.entries()) {
    expect(one.width * one.height).toBeCloseTo(((sizes[at] ?? 0) / total) * 60_000, 6);
    expect(one.x >= 0 && one.y >= 0).toBe(true);
    expect(one.x + one.width <= 300 + 1e-6 && one.y + one.height <= 200 + 1e-6).toBe(true);
    for (const other of boxes.slice(at + 1)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      expect(Math.min(across, down)).toBeLessThan(1e-6);
    }
  }
});

test('a treemap of equal sizes is of near squares, and one of nothing has no areas', () => {
  for (const { width, height } of treemap([1, 1, 1, 1, 1, 1], box)) {
    expect(Math.max(width / height, height / width)).toBeLessThan(1.6);
  }
  expect(treemap([0, 0], box).every(({ width, height }) => width * height === 0)).toBe(true);
  expect(treemap([], box)).toEqual([]);
});

test('labels of a column keep their order and their distance within the column', () => {
  expect(spreadLabels([10, 12, 100], 14, 0, 120)).toEqual([10, 24, 100]);
  expect(spreadLabels([118, 119, 5], 14, 0, 120)).toEqual([106, 120, 5]);
});

test('a sparkline breaks where a value is missing, and a value between two gaps is a dot', () => {
  const shape = sparkShape([1, 2, null, 5, null, 2, 1], 3);
  expect(shape.lines.match(/M/g)).toHaveLength(2);
  expect(shape.dots.match(/M/g)).toHaveLength(1);
  expect(shape.point).not.toBeNull();
  expect(sparkShape([null, null], 1)).toMatchObject({ lines: '', dots: '', point: null, zero: null });
  expect(sparkShape([-1, 1], 0).zero).toBe(16);
  expect(sparkShape([7, 7], 1).point?.y).toBe(16);
});

test('a press beside the bands chooses the nearest period, and keys stay within them', () => {
  const span = { left: 54, right: 414 };
  expect([0, 54, 63.9, 64, 413, 999].map((x) => bandAt(x, span, 36))).toEqual([0, 0, 0, 1, 35, 35]);
  const time = { at: 5, perYear: 12 };
  expect(
    ['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End', 'a'].map((key) =>
      stepPeriod(key, time, 36),
    ),
  ).toEqual([4, 6, 0, 17, 0, 35, null]);
});

const series = (id: string, part: readonly (number | null)[]): NamedSeries => ({
  id,
  name: id,
  area: { part, whole: part.map((value) => (value === null ? null : value * 2)) },
});

test('beyond six series the smallest are one, which sums what is known of them', () => {
  const eight = [1, 2, 3, 4, 5, 6, 7, 8].map((size) =>
    series(`c${size}`, [size, size === 2 ? null : size, null]),
  );
  const shown = gathered(eight, '其他');
  expect(shown.map(({ name }) => name)).toEqual(['c8', 'c7', 'c6', 'c5', 'c4', '其他']);
  expect(shown[5]?.area.part).toEqual([6, 4, null]);
  expect(gathered(eight.slice(0, 6), '其他')).toHaveLength(6);
});

test('a rate needs both its part and a whole', () => {
  expect(ratesOf({ part: [1, null, 0, 3], whole: [2, 2, 0, null] })).toEqual([0.5, null, null, null]);
});

test('a period is a gap as soon as one circle is not known in it', () => {
  expect(gapsOf([series('a', [1, 2, null]), series('b', [1, null, null])])).toEqual([1, 2]);
});

test('a scale reaches from zero beyond what it shows, below zero only where it must', () => {
  expect(valueScale([3, 9]).domain).toEqual([0, 10]);
  expect(valueScale([-3, 9]).domain[0]).toBeLessThanOrEqual(-3);
  expect(valueScale([0, 0]).domain).toEqual([0, 1]);
  expect(valueScale([]).domain).toEqual([0, 1]);
});

test('a scale of rates lies around them and ends at the whole, unless a rate is more', () => {
  const { domain } = rateScale([0.72, 0.88]);
  expect(domain[0]).toBeGreaterThan(0.5);
  expect(domain[0]).toBeLessThan(0.72);
  expect(rateScale([0.9, 0.999]).domain[1]).toBe(1);
  expect(rateScale([0.9, 1.2]).domain[1]).toBeGreaterThanOrEqual(1.2);
  expect(rateScale([0.01]).domain[0]).toBe(0);
  expect(rateScale([]).domain).toEqual([0, 1]);
});

test('names beside dots are never over each other nor beyond the frame', () => {
  const frame = { left: 0, top: 0, right: 200, bottom: 100 };
  const wanted = Array.from({ length: 12 }, (_, at) => ({
    key: `${at}`,
    text: 'abcdefgh',
    x: 100,
    y: 50 + at,
    radius: 4,
  }));
  const width = 8 * 6;
  const placed = placeDotLabels(wanted, frame, (text) => text.length * 6, [], 99);
  const boxes = placed.map(({ x, y, anchor }) => {
    const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
    return { left, right: left + width, top: y - 7, bottom: y + 7 };
  });
  expect(placed.length).toBeGreaterThan(2);
  expect(placed[0]?.key).toBe('0');
  for (const [at, box] of boxes.entries()) {
    expect(box.left >= 0 && box.right <= 200 && box.top >= 0 && box.bottom <= 100).toBe(true);
    expect(boxes.slice(at + 1).some((other) => overlap(box, other))).toBe(false);
  }
  const middle = ['a', 'b'].map((key) => ({ key, text: 'abcdefgh', x: 100, y: 50, radius: null }));
  expect(placeDotLabels(middle, frame, (text) => text.length * 6, [], 9).map(({ x, y }) => [x, y])).toEqual([
    [100, 50],
    [100, 36],
  ]);
  const edge = [{ key: 'e', text: 'abcdefgh', x: 196, y: 50, radius: 4 }];
  expect(placeDotLabels(edge, frame, (text) => text.length * 6, [], 1)[0]?.anchor).toBe('end');
});

test('a district fits into its sheet with north above, and a disc is as wide as its metres', () => {
  const bounds = { west: 117.17, south: 39.09, east: 117.22, north: 39.14 };
  const sheet = projectionOf(bounds, 400, 300, 10);
  expect(sheet.y(bounds.north)).toBeCloseTo(10, 6);
  expect(sheet.y(bounds.south)).toBeCloseTo(290, 6);
  expect(sheet.x(bounds.west) + sheet.x(bounds.east)).toBeCloseTo(400, 6);
  // One minute of latitude is 1,852 m.
  expect(sheet.y(39.1) - sheet.y(39.1 + 1 / 60)).toBeCloseTo(sheet.length(1_855, 39.1), 0);
  const disc = areaOnSheet({ kind: 'disc', centre: [117.2, 39.11], radiusM: 500 }, sheet);
  expect(disc.holds(disc.centre.x + sheet.length(499, 39.11), disc.centre.y)).toBe(true);
  expect(disc.holds(disc.centre.x + sheet.length(501, 39.11), disc.centre.y)).toBe(false);
});

test('the name of an outline stands in its centre of gravity', () => {
  const sheet = projectionOf({ west: 0, south: 0, east: 1, north: 1 }, 100, 100, 0);
  const square = areaOnSheet(
    {
      kind: 'ring',
      ring: [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    },
    sheet,
  );
  expect(square.centre.x).toBeCloseTo(50, 3);
  expect(square.centre.y).toBeCloseTo(50, 3);
  expect(square.holds(50, 50)).toBe(true);
});
