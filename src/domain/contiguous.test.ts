import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aBuilding, aFloor, aUnit } from '../../tests/builders.ts';
import type { Unit, UnitStatus } from './model/unit.ts';
import { unitStatuses } from './model/unit.ts';
import { contiguousBlocks, isVacant, overfullFloors, spaceOf } from './space.ts';

const vacant = (id: string, floor: number, position: number, area = 100) =>
  aUnit({ id, floor, position, area });
const let_ = (id: string, floor: number, position: number, area = 100) =>
  aUnit({ id, floor, position, area, status: 'leased' });
const blocks = (...units: Unit[]) =>
  contiguousBlocks(units).map(({ floors, unitIds, area }) => [floors.join(), unitIds.join(), area]);

test('vacant neighbours on a floor are one block, a tenant between them makes two', () => {
  expect(blocks(vacant('a', 3, 1), vacant('b', 3, 2, 200), let_('c', 3, 3), vacant('d', 3, 4))).toEqual([
    ['3', 'a,b', 300],
    ['3', 'd', 100],
  ]);
});

test('a place that is on no file is a gap', () => {
  expect(blocks(vacant('a', 3, 1), vacant('b', 3, 3), let_('c', 3, 4))).toEqual([
    ['3', 'a', 100],
    ['3', 'b', 100],
  ]);
});

test('neighbours are found by position, not by the order of the list', () => {
  expect(blocks(let_('d', 3, 4), vacant('b', 3, 2), vacant('a', 3, 1))).toEqual([['3', 'a,b', 200]]);
});

test('wholly vacant floors stack, and are not listed again by themselves', () => {
  expect(blocks(vacant('a', 13, 1, 1000), vacant('b', 12, 1, 600), vacant('c', 12, 2, 500))).toEqual([
    ['12,13', 'b,c,a', 2100],
  ]);
});

test('a floor that is let in part joins no stack, and its vacant part stays on its floor', () => {
  expect(blocks(vacant('a', 1, 1), vacant('b', 2, 1, 70), let_('c', 2, 2), vacant('d', 3, 1, 90))).toEqual([
    ['1', 'a', 100],
    ['3', 'd', 90],
    ['2', 'b', 70],
  ]);
});

test('a floor on no file interrupts a stack', () => {
  expect(blocks(vacant('a', 1, 1), vacant('b', 3, 1))).toEqual([
    ['1', 'a', 100],
    ['3', 'b', 100],
  ]);
});

test('the street floor stands on the first basement, since there is no floor 0', () => {
  expect(blocks(vacant('a', -2, 1), vacant('b', -1, 1), vacant('c', 1, 1))).toEqual([
    ['-2,-1,1', 'a,b,c', 300],
  ]);
  expect(blocks(vacant('a', -2, 1), vacant('c', 1, 1))).toHaveLength(2);
});

test.each(unitStatuses.filter((status) => status !== 'vacant'))('%s space is in no block', (status) => {
  expect(contiguousBlocks([aUnit({ status, marketed: true })])).toEqual([]);
});

test('equal blocks are listed from the bottom up', () => {
  expect(blocks(vacant('b', 5, 1), vacant('a', 3, 1)).map(([floors]) => floors)).toEqual(['3', '5']);
});

/** A building of a few floors in a row, with mostly vacant units and now and then a missing place. */
const building: fc.Arbitrary<readonly Unit[]> = fc
  .array(
    fc.record({
      floor: fc.constantFrom(-2, -1, 1, 2, 3, 5),
      position: fc.integer({ min: 1, max: 6 }),
      cents: fc.integer({ min: 1, max: 300_000 }),
      status: fc.constantFrom<UnitStatus>('vacant', 'vacant', 'vacant', 'leased', 'reserved', 'notForLease'),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    [...new Map(drafts.map((draft) => [`${draft.floor}/${draft.position}`, draft]))].map(
      ([id, { cents, ...place }]) => aUnit({ ...place, id, area: cents / 100 }),
    ),
  );

const centsOf = (areas: readonly number[]) => areas.reduce((sum, area) => sum + Math.round(area * 100), 0);

test('every vacant unit is in exactly one block, and no other unit in any', () => {
  fc.assert(
    fc.property(building, (units) => {
      const found = contiguousBlocks(units);
      const inBlocks = found.flatMap(({ unitIds }) => unitIds);
      expect(inBlocks.toSorted()).toEqual(
        units
          .filter(isVacant)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(centsOf(found.map(({ area }) => area))).toBe(
        centsOf(units.filter(isVacant).map(({ area }) => area)),
      );
    }),
  );
});

test('a block lists its floors rising without a gap, and the floors of its units', () => {
  fc.assert(
    fc.property(building, (units) => {
      for (const { floors, unitIds } of contiguousBlocks(units)) {
        const own = units.filter(({ id }) => unitIds.includes(id)).map(({ floor }) => floor);
        expect([...floors]).toEqual([...new Set(own)].sort((a, b) => a - b));
        const places = floors.map((floor) => (floor < 0 ? floor + 1 : floor));
        expect(places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1)).toBe(true);
      }
    }),
  );
});

test('the order of the units does not matter', () => {
  fc.assert(
    fc.property(building, (units) => {
      const areas = (of: readonly Unit[]) => contiguousBlocks(of).map(({ floors, area }) => [floors, area]);
      expect(areas(units.toReversed())).toEqual(areas(units));
    }),
  );
});

test('the largest block is what a building says it has in one piece', () => {
  fc.assert(
    fc.property(building, (units) => {
      fc.pre(units.length > 0);
      const areas = contiguousBlocks(units).map(({ area }) => area);
      expect(spaceOf(aBuilding(), units).maxContiguousArea).toBe(Math.max(0, ...areas));
    }),
  );
});

test('letting a vacant unit never enlarges the largest block', () => {
  fc.assert(
    fc.property(building, fc.nat(), (units, pick) => {
      const vacancies = units.filter(isVacant);
      const chosen = vacancies[pick % Math.max(1, vacancies.length)];
      fc.pre(chosen !== undefined);
      const after = units.map((unit) => (unit === chosen ? { ...unit, status: 'leased' as const } : unit));
      const largest = (of: readonly Unit[]) => contiguousBlocks(of)[0]?.area ?? 0;
      expect(largest(after)).toBeLessThanOrEqual(largest(units));
    }),
  );
});

test('a floor is overfull when its units exceed it, its own building’s only, an unknown floor never', () => {
  const units = [
    vacant('a', 1, 1, 60.01),
    vacant('b', 1, 2, 40),
    aUnit({ id: 'c', buildingId: 'b2', area: 500 }),
  ];
  const floor = (area: number | null) => aFloor({ floor: 1, area });
  expect(overfullFloors([floor(100)], units)).toEqual([floor(100)]);
  expect(overfullFloors([floor(100.01)], units)).toEqual([]);
  expect(overfullFloors([floor(null)], units)).toEqual([]);
  expect(overfullFloors([aFloor({ floor: 2, area: 0 })], units)).toEqual([]);
});

test('areas add up in whole 1/100 ㎡, so that a floor filled to the last decimal is not overfull', () => {
  const tenths = Array.from({ length: 10 }, (_, i) => vacant(`u${i}`, 1, i, 0.1));
  expect(overfullFloors([aFloor({ area: 1 })], tenths)).toEqual([]);
  expect(contiguousBlocks(tenths)[0]?.area).toBe(1);
});
