import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRows } from '#domain/stacking/plan-rows.ts';
import type { PlanStorey, StoreyCounts } from '#domain/stacking/storey.ts';
import { aPlanUnit, aStorey, aTower, blocksOf } from '../../../tests/towers.ts';
import { type LaidFloor, layoutPlan } from './layout.ts';
import { zoomStops } from './plan-size.ts';

const room = { width: 700, height: 640 };

function laid(
  storeys: readonly PlanStorey[],
  { zoom = 1, counts }: { zoom?: number; counts?: StoreyCounts } = {},
) {
  const rows = planRows(storeys, counts);
  return layoutPlan({ rows, blocks: blocksOf(storeys), room, zoom, labelWidth: 40 });
}

const floorsIn = (layout: ReturnType<typeof laid>): readonly LaidFloor[] =>
  layout.rows.filter((row) => row.kind === 'floor');
const unitsOf = (...areas: readonly number[]) =>
  areas.map((area, index) => aPlanUnit({ id: `${areas.length}-${index}`, label: `${index}`, area }));
const widths = (floor: LaidFloor | undefined) => floor?.cells.map(({ width }) => width) ?? [];
const widthOf = (floor: LaidFloor | undefined) => widths(floor).reduce((sum, width) => sum + width, 0);

test('units are as wide as their areas within a floor, floors within the building', () => {
  const [upper, lower] = floorsIn(
    laid([
      aStorey({ floor: 1, units: unitsOf(600, 200, 200) }),
      aStorey({ floor: 2, units: unitsOf(300, 200) }),
    ]),
  );
  const [first = 0, second = 0] = widths(lower);
  expect(first / second).toBeCloseTo(3);
  expect(widthOf(upper) / widthOf(lower)).toBeCloseTo(0.5);
});

test('area that no unit accounts for is a piece of its own at the end', () => {
  const [floor] = floorsIn(laid([aStorey({ area: 1_000, units: unitsOf(400, 350) })]));
  expect(floor?.cells.map(({ kind, area }) => [kind, area])).toEqual([
    ['unit', 400],
    ['unit', 350],
    ['rest', 250],
  ]);
  expect((widths(floor)[2] ?? 0) / widthOf(floor)).toBeCloseTo(0.25);
});

test('a floor without units is one unknown piece of its own width, not an empty one', () => {
  const [upper, lower] = floorsIn(
    laid([aStorey({ floor: 1, area: 1_000, units: unitsOf(1_000) }), aStorey({ floor: 2, area: 500 })]),
  );
  expect(upper?.cells.map(({ kind, area }) => [kind, area])).toEqual([['blank', 500]]);
  expect(widthOf(upper) / widthOf(lower)).toBeCloseTo(0.5);
});

test('a floor of which no area is known is seen all the same', () => {
  const floors = floorsIn(laid([aStorey({ floor: 1 }), aStorey({ floor: 2, units: unitsOf(800) })]));
  for (const floor of floors) expect(widthOf(floor)).toBeGreaterThan(100);
  expect(floors[1]?.cells[0]?.area).toBeNull();
});

test('units that add up to more than their floor are all drawn, and the floor is marked', () => {
  const [floor] = floorsIn(laid([aStorey({ area: 500, units: unitsOf(400, 400) })]));
  expect(floor?.isOverfull).toBe(true);
  expect(floor?.cells.map(({ kind }) => kind)).toEqual(['unit', 'unit']);
});

test('split levels are floors of their own between the floors around them', () => {
  const layout = laid([
    aStorey({ floor: 1, label: 'L1', units: unitsOf(500) }),
    aStorey({ floor: 1.5, label: 'L1夹层', units: unitsOf(120, 80) }),
    aStorey({ floor: 2, label: 'L2', units: unitsOf(480) }),
  ]);
  expect(layout.rows.map((row) => (row.kind === 'floor' ? row.storey.label : 'gap'))).toEqual([
    'L2',
    'L1夹层',
    'L1',
  ]);
});

test('a gap has room for its words however low the floors are, and all still fit', () => {
  const layout = laid(aTower({ floors: 60, units: 3 }), { counts: { above: 60, below: 4 } });
  const gap = layout.rows.find(({ kind }) => kind === 'gap');
  expect(layout.rows[0]?.height).toBeLessThan(12);
  expect(gap?.height).toBeGreaterThanOrEqual(12);
  expect(layout.height).toBeLessThanOrEqual(room.height);
});

test('a gap is lower than a floor and has nothing in it', () => {
  const layout = laid([
    aStorey({ floor: 1, units: unitsOf(500) }),
    aStorey({ floor: 9, units: unitsOf(500, 20) }),
  ]);
  const [, gap, floor] = layout.rows;
  expect(gap).toMatchObject({ kind: 'gap', from: 2, to: 8 });
  expect(gap?.height).toBeLessThan(floor?.height ?? 0);
  expect(layout.cellOf.size).toBe(3);
});

test('the ground lies under floor 1, above the basements', () => {
  const layout = laid(aTower({ floors: 3, units: 2, below: 2 }));
  const first = floorsIn(layout).find(({ storey }) => storey.floor === 1);
  expect(layout.ground).toBe((first?.y ?? 0) + (first?.height ?? 0));
  const houseless = laid([aStorey({ floor: -1, units: unitsOf(100) })]);
  expect(houseless.ground).toBe(houseless.rows[0]?.y);
});

test('wholly vacant floors that are stacked are outlined as one shape, neighbours on a floor as another', () => {
  const layout = laid([
    aStorey({
      floor: 1,
      units: [aPlanUnit({ id: 'a', status: 'leased' }), aPlanUnit({ id: 'b' }), aPlanUnit({ id: 'c' })],
    }),
    aStorey({ floor: 2, units: [aPlanUnit({ id: 'd', status: 'leased' })] }),
    aStorey({ floor: 3, units: [aPlanUnit({ id: 'e', area: 300 }), aPlanUnit({ id: 'f' })] }),
    aStorey({ floor: 4, units: [aPlanUnit({ id: 'g', area: 250 })] }),
    aStorey({ floor: 5, units: [aPlanUnit({ id: 'h', status: 'leased' }), aPlanUnit({ id: 'i' })] }),
  ]);
  expect(
    layout.outlines.map(({ block, isLargest, path }) => [
      block.unitIds.join(''),
      isLargest,
      path.match(/M/g)?.length,
    ]),
  ).toEqual([
    ['bc', false, 1],
    ['efg', true, 1],
  ]);
  expect(layout.largest?.bottom).toBeCloseTo(
    (layout.cellOf.get('e')?.y ?? 0) + (layout.cellOf.get('e')?.height ?? 0),
  );
  expect(layout.largest?.top).toBe(layout.cellOf.get('g')?.y);
});

test('80 floors are all in sight at first, and can be read when zoomed', () => {
  const storeys = aTower({ floors: 80, units: 12 });
  expect(laid(storeys).height).toBeLessThanOrEqual(room.height);
  const { readable } = zoomStops(planRows(storeys), room.height);
  const zoomed = laid(storeys, { zoom: readable });
  expect(zoomed.rows[0]?.height).toBeGreaterThanOrEqual(23);
  expect(zoomed.width).toBe(laid(storeys).width);
  expect(laid(storeys, { zoom: readable * 2 }).width).toBeGreaterThan(room.width);
});

test('a house of two floors is neither blown up to the room nor a stamp', () => {
  const house = laid([
    aStorey({ floor: 1, area: 190, units: unitsOf(90, 60) }),
    aStorey({ floor: 2, area: 170, units: unitsOf(150) }),
  ]);
  expect(house.height).toBeLessThan(140);
  expect(house.right - house.left).toBeGreaterThanOrEqual(280);
  expect(house.right - house.left).toBeLessThan(500);
});

test('nothing on file gives nothing to draw', () => {
  expect(laid([])).toMatchObject({ rows: [], outlines: [], largest: null });
});

test('whatever the areas, pieces fill their floor without overlap, stay visible and inside the drawing', () => {
  const area = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5_000, noNaN: true }));
  const storey = fc.record({
    area: fc.option(fc.double({ min: 0, max: 20_000, noNaN: true })),
    areas: fc.array(area, { maxLength: 30 }),
  });
  const zoom = fc.double({ min: 1, max: 8, noNaN: true });
  fc.assert(
    fc.property(fc.array(storey, { minLength: 1, maxLength: 30 }), zoom, (specs, factor) => {
      const layout = laid(
        specs.map((spec, index) =>
          aStorey({
            floor: index + 1,
            area: spec.area,
            units: spec.areas.map((own, place) => aPlanUnit({ id: `${index}/${place}`, area: own })),
          }),
        ),
        { zoom: factor },
      );
      let y = layout.rows[0]?.y ?? 0;
      for (const row of layout.rows) {
        expect(row.y).toBeCloseTo(y);
        expect(row.height).toBeGreaterThanOrEqual(4);
        y += row.height;
        let x = layout.left;
        for (const cell of row.kind === 'floor' ? row.cells : []) {
          expect(cell.x).toBeCloseTo(x);
          expect(cell.width).toBeGreaterThanOrEqual(cell.kind === 'rest' ? 0.5 : 3.9);
          x += cell.width;
        }
        expect(x).toBeLessThanOrEqual(layout.right + 0.01);
      }
      expect(y).toBeLessThanOrEqual(layout.height);
    }),
    { seed: 43 },
  );
});
