import { expect, test } from 'vitest';
import { planRows } from '#domain/stacking/plan-rows.ts';
import { aPlanUnit, aStorey, aTower } from '../../../tests/towers.ts';
import { layoutPlan } from './layout.ts';
import { cellAt, firstStand, moved, type Stand, standOf } from './moves.ts';

const layoutOf = (storeys: Parameters<typeof planRows>[0]) =>
  layoutPlan({
    rows: planRows(storeys),
    blocks: [],
    room: { width: 800, height: 600 },
    zoom: 1,
    labelWidth: 40,
  });
const floor = (number: number, ...areas: readonly number[]) =>
  aStorey({
    floor: number,
    units: areas.map((area, index) => aPlanUnit({ id: `${number}${'abcdef'[index]}`, area })),
  });
const layout = layoutOf([floor(1, 100, 100, 100, 100), floor(2, 200, 200), floor(5), floor(6, 100, 300)]);

function walk(from: string, ...keys: readonly string[]): string {
  let stand: Stand | null = standOf(layout, from);
  for (const key of keys) {
    const [name = '', ctrl] = key.split('+').toReversed();
    stand = stand && moved(layout, stand, name, ctrl === 'Ctrl');
  }
  if (!stand) throw new Error(`no way from ${from}`);
  return cellAt(layout, stand)?.id ?? `label ${stand.row}`;
}

test('left and right go along the floor and stop at its ends; left of the first piece is the label', () => {
  expect(walk('1a', 'ArrowRight', 'ArrowRight')).toBe('1c');
  expect(walk('1d', 'ArrowRight')).toBe('1d');
  expect(walk('1a', 'ArrowLeft', 'ArrowLeft')).toBe('label 4');
  expect(walk('1a', 'ArrowLeft', 'ArrowUp', 'ArrowRight')).toBe('2a');
});

test('up and down go to the piece above or below, and come back to where they came from', () => {
  expect(walk('1d', 'ArrowUp')).toBe('2b');
  expect(walk('1d', 'ArrowUp', 'ArrowDown')).toBe('1d');
  expect(walk('1b', 'ArrowUp', 'ArrowDown')).toBe('1b');
});

test('a gap is skipped, and a floor without units is not', () => {
  expect(walk('2a', 'ArrowUp')).toBe('blank 5');
  expect(walk('2a', 'ArrowUp', 'ArrowUp')).toBe('6b');
  expect(walk('6a', 'ArrowUp')).toBe('6a');
});

test('Home and End go to the ends of the floor, with Ctrl to the top and the bottom', () => {
  expect(walk('1c', 'Home')).toBe('1a');
  expect(walk('1a', 'End')).toBe('1d');
  expect(walk('1c', 'Ctrl+Home')).toBe('6b');
  expect(walk('6a', 'Ctrl+End')).toBe('1a');
});

test('the first stand is on the top floor, and other keys do not move', () => {
  const first = firstStand(layout);
  expect(first && cellAt(layout, first)?.id).toBe('6a');
  expect(first && moved(layout, first, 'x', false)).toBeNull();
  expect(firstStand(layoutOf([]))).toBeNull();
});

test('every piece of a tower is reached by arrows from the first', () => {
  const tower = layoutOf(aTower({ floors: 12, units: 7, below: 2, seed: 3 }));
  const reached = new Set<string>();
  const open = [firstStand(tower)];
  while (open.length > 0) {
    const stand = open.pop() ?? null;
    const id = stand && (cellAt(tower, stand)?.id ?? `label ${stand.row}`);
    if (!stand || !id || reached.has(id)) continue;
    reached.add(id);
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
      open.push(moved(tower, stand, key, false));
  }
  expect(reached.size).toBe(tower.cellOf.size + tower.rows.length);
});
