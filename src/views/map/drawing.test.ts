import { expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { limits } from '#domain/query/query.ts';
import {
  closed,
  type DrawTool,
  type Gesture,
  movedTo,
  placed,
  type Step,
  shapeOf,
  startGesture,
  steppedBack,
} from './draw-gesture.ts';
import { bboxShape, nearShape, withinShape } from './shape.ts';

const same = (a: LonLat, b: LonLat) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.0005;

function draw(tool: DrawTool, points: readonly LonLat[]): Step {
  let step: Step = { done: false, gesture: startGesture(tool) };
  for (const point of points) if (!step.done) step = placed(step.gesture, point, same);
  return step;
}

function gestureOf(step: Step): Gesture {
  if (step.done) throw new Error('the gesture is done');
  return step.gesture;
}

test('shapes carry five decimals, a radius whole metres', () => {
  expect(bboxShape([117.1912345, 39.1234567], [117.2, 39.1])).toEqual({
    kind: 'bbox',
    bbox: { west: 117.19123, south: 39.1, east: 117.2, north: 39.12346 },
  });
  expect(nearShape([117.1912345, 39.1], [117.1912345, 39.1045])).toEqual({
    kind: 'near',
    lon: 117.19123,
    lat: 39.1,
    radiusM: 500,
  });
});

test('a shape without extent is none', () => {
  expect(bboxShape([117, 39], [117.000001, 39.1])).toBeNull();
  expect(nearShape([117, 39], [117, 39])).toBeNull();
  expect(
    withinShape([
      [117, 39],
      [117.1, 39],
      [117.1, 39],
    ]),
  ).toBeNull();
});

test('a rectangle may be drawn from any corner', () => {
  const expected = { done: true, shape: bboxShape([117, 39], [117.1, 39.1]) };
  expect(
    draw('rectangle', [
      [117.1, 39],
      [117, 39.1],
    ]),
  ).toEqual(expected);
  expect(
    draw('rectangle', [
      [117, 39.1],
      [117.1, 39],
    ]),
  ).toEqual(expected);
});

test('two points on one place do not make a circle', () => {
  expect(
    draw('radius', [
      [117, 39],
      [117.0001, 39],
    ]).done,
  ).toBe(false);
});

test('a polygon closes on its first corner', () => {
  const corners: LonLat[] = [
    [117, 39],
    [117.1, 39],
    [117.1, 39.1],
  ];
  expect(draw('polygon', [...corners, [117.0001, 39]])).toEqual({ done: true, shape: withinShape(corners) });
});

test('a polygon closes when its last corner is placed again, as by a double click', () => {
  const corners: LonLat[] = [
    [117, 39],
    [117.1, 39],
    [117.1, 39.1],
  ];
  expect(draw('polygon', [...corners, [117.1, 39.1]])).toEqual({ done: true, shape: withinShape(corners) });
});

test('two corners do not close', () => {
  const step = draw('polygon', [
    [117, 39],
    [117.1, 39],
    [117.1, 39],
  ]);
  expect(gestureOf(step).points).toHaveLength(2);
  expect(closed(gestureOf(step)).done).toBe(false);
});

test('stepping back takes the last corner away', () => {
  const step = draw('polygon', [
    [117, 39],
    [117.1, 39],
    [117.1, 39.1],
  ]);
  expect(steppedBack(gestureOf(step)).points).toEqual([
    [117, 39],
    [117.1, 39],
  ]);
});

test('a polygon is closed at the most corners that a query may hold', () => {
  const many = Array.from(
    { length: limits.corners + 5 },
    (_, index): LonLat => [117 + index * 0.01, 39 + (index % 2)],
  );
  const step = draw('polygon', many);
  expect(step.done && step.shape.kind === 'within' && step.shape.ring.length).toBe(limits.corners);
});

test('what is being drawn follows the cursor', () => {
  const started = gestureOf(draw('radius', [[117, 39]]));
  const shape = shapeOf(movedTo(started, [117, 39.009]));
  expect(shape).toMatchObject({ kind: 'near', radiusM: 1001 });
  expect(shapeOf(startGesture('radius'))).toBeNull();
});
