import { expect, test } from 'vitest';
import { aPlanLease, aPlanUnit, aStorey, aTower } from '../../../tests/towers.ts';
import { type Colouring, coloured, colourings, offeredColourings } from './colouring.ts';
import type { PlanUnit } from './storey.ts';

const asOf = '2026-10-31';
const floorOf = (units: readonly Partial<PlanUnit>[]) => [
  aStorey({ units: units.map((unit, index) => aPlanUnit({ id: `${index}`, ...unit })) }),
];
const classesOf = (units: readonly Partial<PlanUnit>[], colouring: Colouring) =>
  coloured(floorOf(units), colouring, asOf).classes.map(({ meaning: { by, ...rest }, area }) => [
    by,
    ...Object.values(rest),
    area,
  ]);
const leasedWith = (lease: Parameters<typeof aPlanLease>[0], area = 100): Partial<PlanUnit> => ({
  status: 'leased',
  area,
  lease: aPlanLease(lease),
});

test('what a role may not see is no colouring', () => {
  const units = { floors: 6, units: 4 };
  expect(offeredColourings(aTower({ ...units, isPublic: true }))).toEqual(['status', 'rent']);
  expect(offeredColourings(aTower(units))).toEqual(['status', 'expiry', 'industry', 'rent']);
});

test('rent is no colouring where no rent is on file', () => {
  expect(offeredColourings(floorOf([{ status: 'vacant' }]))).toEqual(['status']);
});

test('a let unit that is on offer again is told apart from both', () => {
  const units = [{ status: 'leased', marketed: true }, { status: 'leased' }, { status: 'vacant' }] as const;
  expect(classesOf(units, 'status')).toEqual([
    ['status', 'vacant', 100],
    ['status', 'marketed', 100],
    ['status', 'leased', 100],
  ]);
});

test.each(colourings)('every unit is in one class by %s: the areas of all classes add up', (colouring) => {
  const storeys = aTower({ floors: 40, units: 9, below: 2, seed: 7 });
  const { classes, toneOf } = coloured(storeys, colouring, asOf);
  const units = storeys.flatMap((storey) => storey.units);
  const total = units.reduce((sum, { area }) => sum + area, 0);
  expect(classes.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(total, 6);
  expect(classes.reduce((sum, own) => sum + own.units, 0)).toBe(units.length);
  expect(new Set(units.map(toneOf))).toEqual(new Set(classes.map(({ tone }) => tone)));
  expect(new Set(classes.map(({ tone }) => tone)).size).toBe(classes.length);
});

test('leases that end sooner are darker, and years beyond the sixth are one class', () => {
  const years = [2026, 2027, 2028, 2029, 2030, 2031, 2034];
  const units = years.map((year) => leasedWith({ end: `${year}-05-31` }));
  const { classes } = coloured(floorOf(units), 'expiry', asOf);
  expect(classes.map(({ meaning }) => meaning)).toEqual([
    ...[2026, 2027, 2028, 2029, 2030].map((year) => ({ by: 'year', year, orLater: false })),
    { by: 'year', year: 2031, orLater: true },
  ]);
  expect(classes.map(({ tone }) => tone)).toEqual(['ramp6', 'ramp5', 'ramp4', 'ramp3', 'ramp2', 'ramp1']);
});

test('a lease that has run out but is still on file counts with this year', () => {
  expect(classesOf([leasedWith({ end: '2024-05-31' })], 'expiry')).toEqual([['year', 2026, false, 100]]);
});

test('a leased unit without a lease on file is unknown, a vacant one has none', () => {
  const units = [
    { status: 'leased', lease: null },
    { status: 'vacant', lease: null, area: 50 },
  ] as const;
  expect(classesOf(units, 'expiry')).toEqual([
    ['none', 50],
    ['unknown', 100],
  ]);
  expect(classesOf(units, 'industry')).toEqual([
    ['none', 50],
    ['unknown', 100],
  ]);
});

test('the six industries with the most area have a colour, the others share one, an unknown one has none', () => {
  const units = [...'ABCDEFGH'].map((industry, index) => leasedWith({ industry }, 800 - index * 100));
  expect(classesOf([...units, leasedWith({ industry: null }, 5)], 'industry')).toEqual([
    ...[...'ABCDEF'].map((section, index) => ['industry', section, 800 - index * 100]),
    ['other', 300],
    ['unknown', 5],
  ]);
});

test('rents fall into round classes: what is paid counts before what is asked', () => {
  const units = [
    { ...leasedWith({ contractRent: 85 }), askingRent: 200 },
    { status: 'vacant', askingRent: 99.99, area: 20 },
    { status: 'vacant', askingRent: 100, area: 30 },
    { status: 'vacant', area: 7 },
    { status: 'ownerOccupied', area: 9 },
  ] as const;
  expect(classesOf(units, 'rent')).toEqual([
    ['rent', 85, 90, 100],
    ['rent', 95, 100, 20],
    ['rent', 100, 105, 30],
    ['none', 9],
    ['unknown', 7],
  ]);
});

test('a rent that a role may not see is not unknown to it: nobody asks one', () => {
  const units = [{ status: 'leased' }, { status: 'vacant', askingRent: 90 }] as const;
  expect(classesOf(units, 'rent')).toEqual([
    ['rent', 90, 91, 100],
    ['none', 100],
  ]);
});

test('a lease on a unit that is not let by its status has no weight', () => {
  const lease = aPlanLease({ end: '2028-05-31', industry: 'I', contractRent: 85 });
  const units = [
    { status: 'vacant', lease, askingRent: 100 },
    { status: 'ownerOccupied', lease, area: 50 },
  ] as const;
  expect(classesOf(units, 'expiry')).toEqual([['none', 150]]);
  expect(classesOf(units, 'industry')).toEqual([['none', 150]]);
  expect(classesOf(units, 'rent')).toEqual([
    ['rent', 100, 101, 100],
    ['none', 50],
  ]);
});
