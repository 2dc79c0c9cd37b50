import { expect, test } from 'vitest';
import { aUnit } from '../../../tests/builders.ts';
import {
  columnsOf,
  filteredLines,
  orderedLines,
  type TableStorey,
  topDown,
  type UnitColumn,
  unitLines,
} from './unit-lines.ts';

const storeys: readonly TableStorey[] = [
  {
    floor: -1,
    label: 'B1',
    units: [aUnit({ id: 'b', label: 'B101', area: 80, status: 'notForLease' })],
  },
  {
    floor: 2,
    label: '2F',
    units: [
      aUnit({ id: 'x', label: '201', position: 1, area: 100, askingRent: 120 }),
      aUnit({
        id: 'y',
        label: '202',
        position: 2,
        area: 300,
        status: 'leased',
        marketed: true,
        askingRent: 90,
      }),
      aUnit({ id: 'z', label: '203', position: 3, area: 200, status: 'leased', askingRent: 500 }),
    ],
  },
];
const lines = unitLines(storeys, null);
const ids = (column: UnitColumn, descending: boolean) =>
  orderedLines(lines, { column, descending }).map(({ unit }) => unit.id);

test('from the top down, along each floor', () => {
  expect(orderedLines(lines, topDown).map(({ unit }) => unit.id)).toEqual(['x', 'y', 'z', 'b']);
});

test('what is not known, or not on offer, comes last in both directions', () => {
  expect(ids('rent', false)).toEqual(['y', 'x', 'z', 'b']);
  expect(ids('rent', true)).toEqual(['x', 'y', 'z', 'b']);
});

test('the usable area follows from the efficiency with its bound, and is not there without one', () => {
  const [basement] = unitLines(storeys, { value: 0.75, bound: 'atLeast' });
  expect(basement?.usable).toEqual({ value: 60, bound: 'atLeast' });
  expect(lines[0]?.usable).toBeNull();
  expect(columnsOf(lines)).not.toContain('usable');
});

test('a role that sees no leases has no columns for them', () => {
  expect(columnsOf(lines)).not.toContain('tenant');
  const seen = [{ floor: 1, label: '1F', units: [{ ...aUnit(), lease: null }] }];
  expect(columnsOf(unitLines(seen, null))).toEqual(expect.arrayContaining(['tenant', 'ends']));
});

test('floors and statuses narrow together; null does not narrow, an empty list leaves nothing', () => {
  const found = (floors: number[] | null, statuses: ('vacant' | 'leased')[] | null) =>
    filteredLines(lines, { floors, statuses }).map(({ unit }) => unit.id);
  expect(found([2], ['leased'])).toEqual(['y', 'z']);
  expect(found(null, ['vacant'])).toEqual(['x']);
  expect(found(null, null)).toHaveLength(4);
  expect(found([], null)).toEqual([]);
});

test('a lease on a unit that is not let by its status is not ordered by', () => {
  const lease = { enterprise: '甲公司', end: '2027-12-31' };
  const units = [
    { ...aUnit({ id: 'empty', position: 1, status: 'vacant' }), lease },
    { ...aUnit({ id: 'let', position: 2, status: 'leased' }), lease },
  ];
  const seen = unitLines([{ floor: 1, label: '1F', units }], null);
  const ends = orderedLines(seen, { column: 'ends', descending: false });
  expect(ends.map(({ unit }) => unit.id)).toEqual(['let', 'empty']);
});
