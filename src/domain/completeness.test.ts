import { expect, test } from 'vitest';
import { aBuilding } from '../../tests/builders.ts';
import { completenessOf } from './completeness.ts';
import { exactly } from './measure.ts';

const full = aBuilding({
  address: '和平区',
  position: { lon: 117.2, lat: 39.1, precisionM: null },
  completedOn: '2008-05',
  grade: 'A',
  gfa: exactly(1),
  rentableArea: exactly(1),
  floorPlate: exactly(1),
  floorToFloorHeight: { min: 4, max: 4 },
  clearHeight: exactly(3),
  efficiency: exactly(0.7),
  columnFree: false,
  greenCertificate: 'none',
  tenure: 'lease',
  targetIndustries: [],
  lifts: 0,
  parking: 0,
  managementFee: exactly(0),
  hvac: 'VRV',
  power: '10 kV',
});

test('an empty file is 0, a full one with rent and inventory is 1', () => {
  expect(completenessOf(aBuilding(), false, false)).toBe(0);
  expect(completenessOf(full, true, true)).toBe(1);
});

test('false, 0, "none" and "anybody" are known: only null is missing', () => {
  const { columnFree, lifts, greenCertificate, targetIndustries } = full;
  const stated = completenessOf(
    aBuilding({ columnFree, lifts, greenCertificate, targetIndustries }),
    false,
    false,
  );
  const missing = aBuilding({
    columnFree: null,
    lifts: null,
    greenCertificate: null,
    targetIndustries: null,
  });
  expect(stated).toBeGreaterThan(0);
  expect(completenessOf(missing, false, false)).toBe(0);
});

test('every known thing adds, and what decides about space adds most', () => {
  const of = (known: Partial<typeof full>) => completenessOf(aBuilding(known), false, false);
  expect(of({ floorPlate: exactly(1) })).toBeGreaterThan(of({ lifts: 4 }));
  expect(of({ lifts: 4, parking: 9 })).toBeGreaterThan(of({ lifts: 4 }));
  expect(completenessOf(aBuilding(), true, false)).toBe(completenessOf(aBuilding(), false, true));
  expect(completenessOf(aBuilding(), true, true)).toBeCloseTo(
    2 * completenessOf(aBuilding(), true, false),
    12,
  );
});

test('what is not for everybody does not count: a steward completes nothing', () => {
  const steward = { name: '示例', phone: null };
  expect(completenessOf(aBuilding({ steward, remarks: ['示例'] }), false, false)).toBe(0);
});
