import { expect, test } from 'vitest';
import type { Loaded } from '#client/engine-protocol.ts';
import type { BuildingRow } from '#domain/engine/row.ts';
import type { SymbolTarget } from '#views/map/symbol-pointer.ts';
import { inCatalogue } from './in-catalogue.ts';

const of = (...ids: string[]) => ({ ids }) as unknown as Loaded;
const before = of('a', 'b', 'c');
const pointed = (row: number, ...rows: number[]) => ({ row, lon: null, lat: null, rows: new Set(rows) });
const state = (row: number) => ({
  shown: before,
  hovered: pointed(row, 0, 1, 2),
  tip: { row, count: 1 } as SymbolTarget,
  selected: { row, id: before.ids[row] } as BuildingRow,
});

test('what is pointed at stays the same building where rows have moved', () => {
  const after = of('new', 'a', 'c');
  const { shown, hovered, tip, selected } = inCatalogue(state(2), after);
  expect(shown).toBe(after);
  expect(hovered).toEqual(pointed(2, 1, 2));
  expect(tip?.row).toBe(2);
  expect(selected).toMatchObject({ id: 'c', row: 2 });
  expect(inCatalogue(state(0), after)).toMatchObject({ tip: { row: 1 }, selected: { id: 'a', row: 1 } });
});

test('nothing points at a building that is gone', () => {
  const { hovered, tip } = inCatalogue(state(1), of('a', 'c'));
  expect([hovered, tip]).toEqual([null, null]);
});

test('within one catalogue nothing is touched', () => {
  const present = state(1);
  const { hovered, selected } = inCatalogue(present, before);
  expect(hovered).toBe(present.hovered);
  expect(selected).toBe(present.selected);
});
