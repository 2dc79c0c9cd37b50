import { expect, test } from 'vitest';
import { aBuilding, aUnit } from '../../tests/builders.ts';
import { atLeast, exactly, monthNumber } from './measure.ts';
import { buildingStatuses } from './model/building.ts';
import { isAvailable, isOccupied, isVacant, spaceOf } from './space.ts';

const delivered = aBuilding({ gfa: exactly(1_200), rentableArea: exactly(1_000) });
const units = [
  aUnit({ id: 'vacant', position: 1, area: 200, askingRent: 100 }),
  aUnit({ id: 'marketed', position: 2, area: 100, status: 'leased', marketed: true, askingRent: 70 }),
  aUnit({ id: 'leased', position: 3, area: 300, status: 'leased', askingRent: 500 }),
  aUnit({ id: 'own', position: 4, area: 150, status: 'ownerOccupied' }),
  aUnit({ id: 'reserved', position: 5, area: 250, status: 'reserved', marketed: true, askingRent: 900 }),
];

test('vacant, available and occupied are three different things', () => {
  const those = (is: (unit: (typeof units)[number]) => boolean) => units.filter(is).map(({ id }) => id);
  expect(those(isVacant)).toEqual(['vacant']);
  expect(those(isAvailable)).toEqual(['vacant', 'marketed']);
  expect(those(isOccupied)).toEqual(['marketed', 'leased', 'own']);
});

test('let space that is marketed again is available, not vacant', () => {
  const space = spaceOf(delivered, units);
  expect(space.vacantArea).toBe(200);
  expect(space.vacancyRate).toBe(0.2);
  expect(space.availableArea).toEqual(exactly(300));
  expect(space.availabilityRate).toBe(0.3);
  expect(space.occupancyRate).toBe(0.55);
  expect(space.maxContiguousArea).toBe(200);
});

test('availability is never below vacancy', () => {
  const { vacancyRate, availabilityRate } = spaceOf(delivered, units);
  expect(availabilityRate ?? 0).toBeGreaterThanOrEqual(vacancyRate ?? 1);
});

test('where everything is let or vacant, occupancy and vacancy make 1', () => {
  const all = [aUnit({ area: 400 }), aUnit({ id: 'u2', area: 600, status: 'leased' })];
  const { vacancyRate, occupancyRate } = spaceOf(delivered, all);
  expect((vacancyRate ?? 0) + (occupancyRate ?? 0)).toBe(1);
});

test('现代城: 4,408 of 8,147 is 54.1 % availability, and vacancy is not known', () => {
  const space = spaceOf(
    aBuilding({ status: 'toppedOut', gfa: exactly(8_147), statedAvailableArea: exactly(4_408) }),
    [],
  );
  expect(space.availabilityRate).toBeCloseTo(0.541, 3);
  expect(space.availabilityBase).toBe(8_147);
  expect(space.availableArea).toEqual(exactly(4_408));
  expect(space.vacancyRate).toBeNull();
  expect(space.vacantArea).toBeNull();
  expect(space.maxContiguousArea).toBeNull();
});

test.each(buildingStatuses.filter((status) => status !== 'delivered'))(
  'a building that is %s has availability but neither vacancy nor occupancy',
  (status) => {
    const space = spaceOf({ ...delivered, status }, units);
    expect(space).toMatchObject({
      vacantArea: null,
      vacancyRate: null,
      occupiedArea: null,
      occupancyRate: null,
      availabilityRate: 0.3,
      maxContiguousArea: 200,
    });
  },
);

test('without a rentable area there is no vacancy rate, and availability is on the GFA', () => {
  const space = spaceOf({ ...delivered, rentableArea: null }, units);
  expect(space.vacantArea).toBe(200);
  expect(space.vacancyRate).toBeNull();
  expect(space.occupancyRate).toBeNull();
  expect(space.availabilityRate).toBe(0.25);
});

test('a rentable area that is only a bound divides nothing', () => {
  expect(spaceOf({ ...delivered, rentableArea: atLeast(900) }, units).vacancyRate).toBeNull();
  expect(spaceOf({ ...delivered, rentableArea: { value: 800, bound: 'about' } }, units).vacancyRate).toBe(
    0.25,
  );
  expect(spaceOf({ ...delivered, rentableArea: exactly(0) }, units).vacancyRate).toBeNull();
});

test('of a building without units and statements nothing is known', () => {
  const space = spaceOf(aBuilding(), []);
  for (const value of Object.values(space)) expect(value).toBeNull();
});

test('a full building has 0 available and 0 vacant, which is known', () => {
  const space = spaceOf(delivered, [aUnit({ area: 1_000, status: 'leased' })]);
  expect(space).toMatchObject({
    availableArea: exactly(0),
    vacancyRate: 0,
    occupancyRate: 1,
    maxContiguousArea: 0,
    askingRent: null,
    rentedArea: null,
    availableFrom: Number.POSITIVE_INFINITY,
  });
});

test('the asking rent is weighted by area, over what is on offer with a rent', () => {
  const space = spaceOf(delivered, [...units, aUnit({ id: 'unpriced', position: 9, area: 5_000 })]);
  expect(space.askingRent).toBe(90);
  expect(space.rentedArea).toBe(300);
});

test('the stated rent stands in while no unit on offer carries one', () => {
  const stated = { ...delivered, statedAskingRent: exactly(88) };
  expect(spaceOf(stated, [aUnit({ area: 250 })])).toMatchObject({ askingRent: 88, rentedArea: 250 });
  expect(spaceOf(stated, units).askingRent).toBe(90);
  expect(spaceOf({ ...stated, statedAvailableArea: exactly(400) }, [])).toMatchObject({
    askingRent: 88,
    rentedArea: 400,
  });
});

test('units on file outweigh what was stated', () => {
  expect(spaceOf({ ...delivered, statedAvailableArea: exactly(999) }, units).availableArea).toEqual(
    exactly(300),
  );
});

test('space can be had from the earliest date on offer', () => {
  const from = (...dates: (string | null)[]) =>
    spaceOf(
      delivered,
      dates.map((availableFrom, i) => aUnit({ id: `u${i}`, position: i, availableFrom })),
    ).availableFrom;
  expect(from('2026-09-15', '2026-03-01', null)).toBe(monthNumber('2026-03'));
  expect(from(null, null)).toBeNull();
  expect(from('soon')).toBeNull();
});

test('the date of space that is not on offer does not count', () => {
  const soonButLet = aUnit({ status: 'leased', availableFrom: '2026-01-01' });
  const later = aUnit({ id: 'u2', position: 2, availableFrom: '2027-01-01' });
  expect(spaceOf(delivered, [soonButLet, later]).availableFrom).toBe(monthNumber('2027-01'));
});
