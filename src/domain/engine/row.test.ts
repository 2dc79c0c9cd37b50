import { expect, test } from 'vitest';
import { aBuilding, aPortfolio, aUnit } from '../../../tests/builders.ts';
import { atLeast, exactly } from '../measure.ts';
import type { Building } from '../model/building.ts';
import { rangeFields } from '../query/fields.ts';
import type { Role } from '../visibility.ts';
import { buildColumns } from './build-columns.ts';
import { labelOf, rangeValueOf, rowOf } from './row.ts';

const columnsOf = (known: Partial<Building>, role: Role = 'manager') =>
  buildColumns(aPortfolio({ buildings: [aBuilding(known)], units: [aUnit({ area: 250.5 })] }), {
    role,
    searchKeys: () => ({ texts: [], sort: '' }),
  });

test('a row says what the model says', () => {
  const row = rowOf(
    columnsOf({
      nameEn: 'Tower',
      carrierType: 'heritageHouse',
      status: 'toppedOut',
      grade: 'B',
      gradeBasis: 'claim',
      tenure: 'both',
      circleId: 'xiaobailou',
      subdistrictId: 'quanyechang',
      columnFree: false,
      position: { lon: 117.2101, lat: 39.1154, precisionM: 200 },
      gfa: atLeast(85_000),
      floorToFloorHeight: { min: 4.7, max: 6.7 },
      clearHeight: exactly(3.05),
    }),
    0,
  );
  expect(row).toMatchObject({
    row: 0,
    id: 'b1',
    nameZh: '甲座',
    nameEn: 'Tower',
    carrierType: 'heritageHouse',
    status: 'toppedOut',
    grade: 'B',
    gradeClaimed: true,
    tenure: 'both',
    circleId: 'xiaobailou',
    subdistrictId: 'quanyechang',
    columnFree: false,
    position: { lon: 117.2101, lat: 39.1154, precisionM: 200 },
    synthetic: true,
    values: {
      gfa: { value: 85_000, upper: null, bound: 'atLeast' },
      height: { value: 4.7, upper: 6.7, bound: 'exact' },
      clear: { value: 3.05, upper: null, bound: 'exact' },
      available: { value: 250.5, upper: null, bound: 'exact' },
    },
  });
  expect(row.metroM).toBeGreaterThan(0);
});

test('what is not known is null, never 0, false or ""', () => {
  const row = rowOf(columnsOf({}), 0);
  expect(row).toMatchObject({
    nameEn: null,
    grade: null,
    gradeClaimed: false,
    tenure: null,
    circleId: null,
    subdistrictId: null,
    columnFree: null,
    metroM: null,
    position: null,
  });
  for (const field of ['gfa', 'plate', 'vacancy', 'rent', 'height', 'clear', 'year', 'taxPerSqm'] as const) {
    expect(row.values[field], field).toBeNull();
  }
});

test('a span of equal ends is one value', () => {
  const columns = columnsOf({ floorToFloorHeight: { min: 4.2, max: 4.2 } });
  expect(rangeValueOf(columns, 'height', 0)).toEqual({ value: 4.2, upper: null, bound: 'exact' });
});

test('a hidden field has no key, a visible one always has', () => {
  expect(Object.keys(rowOf(columnsOf({}), 0).values)).toEqual([...rangeFields]);
  expect(rowOf(columnsOf({}, 'public'), 0).values).not.toHaveProperty('taxPerSqm');
  expect(rangeValueOf(columnsOf({}, 'public'), 'taxPerSqm', 0)).toBeNull();
});

test('a field of several values has no single label', () => {
  const columns = columnsOf({ targetIndustries: ['finance'], grade: 'A' });
  expect(labelOf(columns, 'industry', 0)).toBeNull();
  expect(labelOf(columns, 'grade', 0)).toBe('A');
});
