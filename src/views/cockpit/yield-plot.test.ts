import { expect, test } from 'vitest';
import { dotAt, dotsWithin, quadrantOf, stepDot, type YieldBuilding, yieldPlot } from './yield-plot.ts';

const frame = { left: 50, top: 10, right: 450, bottom: 310 };
const lines = { occupancy: 0.8, taxPerSqm: 1_000 };
const building = (
  id: string,
  occupancy: number | null,
  taxPerSqm: number | null,
  rentableArea: number | null = 5_000,
): YieldBuilding => ({
  id,
  name: id,
  type: 'office',
  occupancy,
  taxPerSqm,
  rentableArea,
});
const four = [
  building('full and rich', 0.95, 4_000),
  building('full and poor', 0.95, 100),
  building('empty and rich', 0.4, 4_000),
  building('empty and poor', 0.4, 100),
];

test('a building on a line counts as above it', () => {
  expect(quadrantOf(0.8, 1_000, lines)).toBe('fullRich');
  expect(quadrantOf(0.8, 999.9, lines)).toBe('fullPoor');
  expect(quadrantOf(0.799, 1_000, lines)).toBe('emptyRich');
  expect(quadrantOf(0.799, 999, lines)).toBe('emptyPoor');
  expect(quadrantOf(0.9, 10, { occupancy: null, taxPerSqm: 1 })).toBeNull();
});

test('what is not known is not drawn, neither as zero nor otherwise', () => {
  const plot = yieldPlot([...four, building('x', null, 10), building('y', 0.5, null)], lines, frame);
  expect(plot.dots.map(({ building: { id } }) => id).toSorted()).toEqual(four.map(({ id }) => id).toSorted());
});

test('dots stay in the frame, whatever is paid or paid back', () => {
  const wild = [building('a', 1.3, -5e9, 1e12), building('b', -0.4, 9e12), building('c', 0, 0, null)];
  const { dots, yTicks } = yieldPlot(wild, lines, frame);
  for (const { x, y } of dots) {
    expect(x >= frame.left && x <= frame.right && y >= frame.top - 1 && y <= frame.bottom + 1).toBe(true);
  }
  expect(yTicks).toContain(0);
});

test('a rectangle holds the dots whose centres lie in it, drawn from any corner', () => {
  const { dots, x, y } = yieldPlot(four, lines, frame);
  const poor = { x0: frame.right, y0: y(500), x1: x(0.8), y1: frame.bottom };
  expect(dotsWithin(dots, poor)).toEqual(['full and poor']);
  expect(dotsWithin(dots, { x0: poor.x1, y0: poor.y1, x1: poor.x0, y1: poor.y0 })).toEqual(['full and poor']);
  expect(dotsWithin(dots, { x0: 0, y0: 0, x1: 999, y1: 999 })).toHaveLength(4);
});

test('a press finds the dot on top, or the nearest one within reach', () => {
  const { dots } = yieldPlot(
    [building('large', 0.9, 500, 90_000), building('small', 0.9, 500, 100)],
    lines,
    frame,
  );
  const small = dots.findIndex(({ building: { id } }) => id === 'small');
  const { x, y } = dots[small] ?? { x: 0, y: 0 };
  expect(dotAt(dots, x, y, 4)).toBe(small);
  expect(dotAt(dots, x + 100, y, 4)).toBeNull();
});

test('arrows reach the dot that lies that way, and every dot on one spot', () => {
  const { dots } = yieldPlot(four, lines, frame);
  const at = (id: string) => dots.findIndex((dot) => dot.building.id === id);
  expect(stepDot(dots, null, 'ArrowRight')).toBe(0);
  expect(stepDot(dots, at('empty and poor'), 'ArrowRight')).toBe(at('full and poor'));
  expect(stepDot(dots, at('full and poor'), 'ArrowUp')).toBe(at('full and rich'));
  expect(stepDot(dots, at('full and rich'), 'ArrowLeft')).toBe(at('empty and rich'));
  expect(stepDot(dots, at('full and rich'), 'ArrowRight')).toBe(at('full and rich'));
  expect(stepDot(dots, 0, 'a')).toBeNull();
  const same = yieldPlot([building('a', 0.9, 500), building('b', 0.9, 500)], lines, frame).dots;
  expect(stepDot(same, 0, 'ArrowRight')).toBe(1);
});
