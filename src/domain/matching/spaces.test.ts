import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aBuilding, aUnit } from '../../../tests/builders.ts';
import { atLeast, exactly } from '../measure.ts';
import type { Unit } from '../model/unit.ts';
import { isAvailable } from '../space.ts';
import { piecesOf, statedSpace } from './loose-spaces.ts';
import { offerOf } from './offer.ts';
import { type FoundSpace, findSpaces, type SpaceQuestion } from './spaces.ts';

const vacant = (id: string, floor: number, position: number, area: number, more: Partial<Unit> = {}) =>
  aUnit({ id, floor, position, area, ...more });
const let_ = (id: string, floor: number, position: number, area: number) =>
  aUnit({ id, floor, position, area, status: 'leased' });
const told = ({ kind, units, area }: FoundSpace) => `${kind} ${units.map(({ id }) => id).join('+')} ${area}`;

function spaces(
  units: readonly Unit[],
  low: number,
  high: number,
  more: Partial<SpaceQuestion> = {},
): string[] {
  const target = Number.isFinite(high) ? (low + high) / 2 : low;
  const question = { range: { low, high }, target, maxFloors: 2, most: 5, ...more };
  return findSpaces(offerOf(units), question).map(told);
}

/** Floor 5: 600 + 700 + (let) + 400; floors 6 and 7: 1,000 each, wholly vacant; floor 8: 500 vacant beside a tenant. */
const tower = [
  vacant('5a', 5, 1, 600),
  vacant('5b', 5, 2, 700),
  let_('5c', 5, 3, 300),
  vacant('5d', 5, 4, 400),
  vacant('6a', 6, 1, 1000),
  vacant('7a', 7, 1, 450),
  vacant('7b', 7, 2, 550),
  vacant('8a', 8, 1, 500),
  let_('8b', 8, 2, 500),
];

test('neighbours, whole floors and whole floors with neighbours next to them are found, nearest to the middle first', () => {
  expect(spaces(tower, 1500, 2000, { most: 99 })).toEqual([
    'floorsAndNeighbours 5b+6a 1700',
    'floorsAndNeighbours 5a+6a 1600',
    'floorsAndNeighbours 6a+7b 1550',
    'floors 6a+7a+7b 2000',
    'floorsAndNeighbours 7a+7b+8a 1500',
  ]);
});

test('a tenant or a missing place between two units keeps them apart', () => {
  expect(spaces(tower, 1000, 1150)).not.toContain('neighbours 5b+5d 1100');
  expect(spaces([vacant('a', 1, 1, 100), vacant('b', 1, 3, 100)], 200, 200)).toEqual(['floors a+b 200']);
  expect(spaces([vacant('a', 1, 1, 100), vacant('b', 1, 3, 100), let_('c', 1, 4, 1)], 200, 200)).toEqual([]);
});

test('floors are adjacent where nothing lies between them: floor 1 stands on floor −1', () => {
  expect(spaces([vacant('a', -1, 1, 500), vacant('b', 1, 1, 500)], 1000, 1000)).toEqual(['floors a+b 1000']);
  expect(spaces([vacant('a', 2, 1, 500), vacant('b', 4, 1, 500)], 1000, 1000)).toEqual([]);
});

test('no more floors than are asked for are taken', () => {
  expect(spaces(tower, 1500, 2000, { maxFloors: 1 })).toEqual([]);
  expect(spaces(tower, 3400, 3500, { maxFloors: 3 })).toEqual([]);
  expect(spaces(tower, 2500, 2800, { maxFloors: 3 })).toEqual([
    'floorsAndNeighbours 5a+6a+7a+7b 2600',
    'floorsAndNeighbours 5b+6a+7a+7b 2700',
    'floorsAndNeighbours 6a+7a+7b+8a 2500',
  ]);
});

test('a unit that is too large is divided, and what is left is no less than its least part', () => {
  const large = vacant('a', 3, 1, 3000, { minDivisibleArea: 500 });
  expect(spaces([large], 1500, 2000)).toEqual(['part a 1750']);
  expect(spaces([large], 2400, 2800)).toEqual(['part a 2500']);
  expect(spaces([large], 2600, 2800)).toEqual([]);
  expect(spaces([large], 300, 400)).toEqual([]);
  expect(spaces([large], 2900, 3100)).toEqual(['unit a 3000']);
  expect(spaces([vacant('a', 3, 1, 3000)], 1500, 2000)).toEqual([]);
});

test('let space that is marketed already is on offer, reserved space is not', () => {
  const marketed = aUnit({ id: 'm', area: 100, status: 'leased', marketed: true });
  expect(
    spaces([marketed, aUnit({ id: 'r', position: 2, area: 100, status: 'reserved' })], 100, 200),
  ).toEqual(['unit m 100']);
});

test('pieces in one building are few, and not more than is asked for', () => {
  const units = [
    vacant('a', 1, 1, 300),
    let_('x', 1, 2, 10),
    vacant('b', 1, 3, 200),
    let_('y', 2, 1, 9),
    vacant('c', 5, 1, 260),
  ];
  const question = { range: { low: 500, high: 540 }, target: 520, maxFloors: 2, most: 1 };
  const found = piecesOf(offerOf(units), question);
  expect(found && told(found)).toBe('pieces a+b 500');
  expect(piecesOf(offerOf(units), { ...question, range: { low: 900, high: 990 } })).toBeNull();
});

test('a building without units has what it states, cut nobody knows how', () => {
  const question = { range: { low: 1500, high: 2000 }, target: 1750, maxFloors: 2, most: 1 };
  const stated = (value: number, more = {}) =>
    statedSpace(aBuilding({ statedAvailableArea: exactly(value), ...more }), question);
  expect(stated(4408)).toMatchObject({ kind: 'asStated', area: 1750, wholeArea: 4408, units: [] });
  expect(stated(1600)).toMatchObject({ area: 1600 });
  expect(stated(1400)).toBeNull();
  expect(stated(4408, { divisible: false })).toBeNull();
  expect(statedSpace(aBuilding({ statedAvailableArea: atLeast(1400) }), question)).toMatchObject({
    area: 1750,
  });
  expect(statedSpace(aBuilding({ gfa: exactly(1400) }), question)).toBeNull();
});

/** By the definition alone: any set of units that is one of the kinds. Small buildings only. */
function bruteForce(units: readonly Unit[], { low, high }: { low: number; high: number }, maxFloors: number) {
  const offered = units.filter(isAvailable);
  const found: string[] = [];
  for (let bits = 1; bits < 2 ** offered.length; bits++) {
    const own = offered.filter((_, i) => (bits >> i) & 1);
    const area = own.reduce((sum, unit) => sum + unit.area, 0);
    if (area < low || area > high) continue;
    if (isSpace(own, units, maxFloors))
      found.push(
        own
          .map(({ id }) => id)
          .toSorted()
          .join('+'),
      );
  }
  return found.toSorted();
}

function isSpace(own: readonly Unit[], all: readonly Unit[], maxFloors: number): boolean {
  const floors = [...new Set(own.map(({ floor }) => floor))].toSorted((a, b) => a - b);
  if (floors.length > maxFloors) return false;
  const step = (at: number) => (floors[at] ?? 0) - (floors[at - 1] ?? 0) - (floors[at - 1] === -1 ? 1 : 0);
  if (floors.some((_, at) => at > 0 && step(at) !== 1)) return false;
  const isWhole = (floor: number) => all.every((unit) => unit.floor !== floor || own.includes(unit));
  const isRun = (floor: number) => {
    const places = own
      .filter((unit) => unit.floor === floor)
      .map(({ position }) => position)
      .toSorted((a, b) => a - b);
    return places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
  };
  const partial = floors.filter((floor) => !isWhole(floor));
  if (partial.length === 0) return true;
  const [only] = partial;
  const isAtEnd = only === floors[0] || only === floors.at(-1);
  return partial.length === 1 && isAtEnd && only !== undefined && isRun(only);
}

const someUnits = fc
  .uniqueArray(
    fc.record({
      floor: fc.constantFrom(-1, 1, 2, 3),
      position: fc.integer({ min: 1, max: 4 }),
      area: fc.integer({ min: 1, max: 9 }).map((tens) => tens * 10.25),
      status: fc.constantFrom('vacant' as const, 'vacant' as const, 'vacant' as const, 'leased' as const),
    }),
    { selector: ({ floor, position }) => `${floor}/${position}`, minLength: 1, maxLength: 10 },
  )
  .map((units) => units.map((unit, at) => aUnit({ ...unit, id: `u${at}` })));

const someRange = fc
  .tuple(fc.integer({ min: 0, max: 250 }), fc.integer({ min: 0, max: 200 }))
  .map(([low, more]) => ({ low, high: low + more }));

test('exactly the spaces are found that trying every set of units finds', () => {
  fc.assert(
    fc.property(someUnits, someRange, fc.integer({ min: 1, max: 3 }), (units, range, maxFloors) => {
      const question = { range, target: (range.low + range.high) / 2, maxFloors, most: 1_000 };
      const found = findSpaces(offerOf(units), question);
      const ids = found.map((space) =>
        space.units
          .map(({ id }) => id)
          .toSorted()
          .join('+'),
      );
      expect(ids.toSorted()).toEqual(bruteForce(units, range, maxFloors));
      for (const { area, units: own } of found) {
        expect(area).toBeCloseTo(
          own.reduce((sum, unit) => sum + unit.area, 0),
          6,
        );
      }
    }),
    { numRuns: 400 },
  );
});

test('the best few are the first of all, whatever the order of the units', () => {
  fc.assert(
    fc.property(
      someUnits,
      someRange,
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      (units, range, most, isOpen) => {
        const high = isOpen ? Number.POSITIVE_INFINITY : range.high;
        const target = isOpen ? range.low : (range.low + range.high) / 2;
        const question = { range: { ...range, high }, target, maxFloors: 2 };
        const all = findSpaces(offerOf(units), { ...question, most: 1_000 }).map(told);
        expect(findSpaces(offerOf(units.toReversed()), { ...question, most }).map(told)).toEqual(
          all.slice(0, most),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('with a wider search, spaces within the range come first and then those nearest to it', () => {
  const found = spaces(tower, 1100, 1200, { search: { low: 0, high: 3000 }, most: 3 });
  expect(found).toEqual(['unit 6a 1000', 'neighbours 5a+5b 1300', 'neighbours 7a+7b 1000']);
});
