import { expect, test } from 'vitest';
import { formatMatchAddress, parseMatchAddress, percentWeights } from './address.ts';
import { openRequirement, type Requirement } from './requirement.ts';

const full: Requirement = {
  areaMin: 1500,
  areaMax: 2000.5,
  basis: 'usable',
  contiguous: false,
  maxFloors: 3,
  budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
  tenure: 'both',
  carrierTypes: ['office', 'heritageHouse'],
  circles: ['xiaobailou'],
  subdistricts: ['tiyuguan'],
  grades: ['premium', 'A'],
  floorToFloorHeight: 4,
  clearHeight: 2.8,
  columnFree: 'preferred',
  metroWithin: 500,
  startBy: '2027-03',
  industry: 'finance',
  heads: 60,
};

test('a requirement comes back from its address as it was', () => {
  for (const includesFee of [true, false, null]) {
    const requirement: Requirement = { ...full, budget: { amount: 4.5, unit: 'perMonth', includesFee } };
    const weights = { ...percentWeights, cost: 0, place: 100 };
    const text = formatMatchAddress({ requirement, weights });
    expect(parseMatchAddress(text)).toEqual({ requirement, weights, dropped: [] });
  }
});

test('an empty list and the usual weights are not written', () => {
  const requirement = { ...openRequirement, circles: [] };
  expect(formatMatchAddress({ requirement, weights: percentWeights })).toBe('');
});

test.each([
  ['areaMin=-5', 'areaMin'],
  ['areaMin=1e3', 'areaMin'],
  ['areaMin=0', 'areaMin'],
  ['heads=1.5', 'heads'],
  ['budget=4.5', 'budget'],
  ['budget=4.5,perSqmDay,2', 'budget'],
  ['budget=4.5,perSqmDay,1,1', 'budget'],
  ['carrierTypes=office,shed', 'carrierTypes'],
  ['contiguous=toString', 'contiguous'],
  ['startBy=soon', 'startBy'],
  ['weights=0,0,0,0,0', 'weights'],
  ['weights=1,2', 'weights'],
  ['toString=1', 'toString'],
  ['areaMin=%E0%A4%A', 'areaMin'],
])('%s is left out and named', (text, name) => {
  const read = parseMatchAddress(`${text}&tenure=lease`);
  expect(read).toEqual({
    requirement: { ...openRequirement, tenure: 'lease' },
    weights: percentWeights,
    dropped: [name],
  });
});

test('the first of a repeated name is taken', () => {
  const { requirement, dropped } = parseMatchAddress('areaMin=100&areaMin=200');
  expect([requirement.areaMin, dropped]).toEqual([100, ['areaMin']]);
});
