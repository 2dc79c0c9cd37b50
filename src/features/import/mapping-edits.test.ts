import { expect, test } from 'vitest';
import {
  type PartMapping,
  unitsFor,
  withConstant,
  withCorrections,
  withTarget,
  withUnit,
} from './mapping-edits.ts';

const mapping: PartMapping = {
  entity: 'unit',
  columns: [
    { column: 0, target: 'building.name', unit: null },
    { column: 2, target: 'area', unit: 'sqm' },
  ],
  constants: [{ target: 'status', text: '空置' }],
  datum: 'wgs84',
};

test('a column that fills a field takes it from the column or the constant that filled it before', () => {
  expect(withTarget(mapping, 1, 'area').columns).toEqual([
    { column: 0, target: 'building.name', unit: null },
    { column: 1, target: 'area', unit: null },
  ]);
  expect(withTarget(mapping, 1, 'status').constants).toEqual([]);
});

test('a column that fills nothing is left out', () => {
  expect(withTarget(mapping, 2, '').columns).toEqual([{ column: 0, target: 'building.name', unit: null }]);
});

test('a unit is set for its column alone, among those that measure the field', () => {
  expect(withUnit(mapping, 2, 'tenThousandSqm').columns[1]).toMatchObject({ unit: 'tenThousandSqm' });
  expect(unitsFor(mapping, 'area')).toEqual(['sqm', 'tenThousandSqm']);
});

test('an empty constant is none', () => {
  expect(withConstant(mapping, 'status', ' ').constants).toEqual([]);
  expect(withConstant(mapping, 'floor', '3F').constants).toHaveLength(2);
});

test('the latest correction of a cell counts', () => {
  const known = [{ row: 4, column: 3, text: 'a' }];
  const typed = new Map([
    ['4:3', '85.5'],
    ['5:1', '2'],
  ]);
  expect(withCorrections(known, typed)).toEqual([
    { row: 4, column: 3, text: '85.5' },
    { row: 5, column: 1, text: '2' },
  ]);
});
