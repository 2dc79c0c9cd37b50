import { expect, test } from 'vitest';
import { planRows } from '#domain/stacking/plan-rows.ts';
import { aTower } from '../../../tests/towers.ts';
import { layoutPlan } from './layout.ts';
import { sheetParts } from './sheets.ts';
import { paperFor } from './use-paper.ts';

const drawn = (floors: number) => {
  const rows = planRows(aTower({ floors, units: 3, below: 3 }), { above: null, below: 3 });
  const room = paperFor(rows.length);
  return { room, layout: layoutPlan({ rows, blocks: [], room, zoom: 1, labelWidth: 30 }) };
};

test('no floor is cut, nothing is left out or shown twice, and each part fits its sheet', () => {
  for (const floors of [12, 45, 80, 118]) {
    const { room, layout } = drawn(floors);
    const parts = sheetParts(layout, room.sheets);
    expect(parts).toHaveLength(room.sheets);
    const ends = parts.map(({ top, height }) => top + height);
    expect(parts.slice(1).map(({ top }) => top)).toEqual(ends.slice(0, -1));
    expect(ends.at(-1)).toBe(layout.height);
    for (const { height } of parts) expect(height).toBeLessThanOrEqual(830);
    for (const { y, height } of layout.rows)
      expect(ends.filter((end) => end > y && end < y + height)).toEqual([]);
  }
});

test('what fits on one sheet is one part, and floors on several have room for their text', () => {
  expect(sheetParts(drawn(12).layout, 1)).toHaveLength(1);
  for (const row of drawn(80).layout.rows) expect(row.height).toBeGreaterThanOrEqual(13);
});
