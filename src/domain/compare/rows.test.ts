import { describe, expect, it } from 'vitest';
import { aComparedFile as aFile } from '../../../tests/compared-file.ts';
import { type ComparedFile, columnOf } from './file.ts';
import { compareRows, fileFieldOf, type RowId, rowIds } from './rows.ts';

const unit = {
  id: 'u1',
  label: '1201',
  area: 300,
  status: 'vacant',
  askingRent: 110,
  availableFrom: '2026-11-01',
  minDivisibleArea: null,
} as const;
const withUnits = (known: Partial<ComparedFile> = {}) =>
  aFile({ storeys: [{ floor: 12, label: '12F', units: [unit] }], ...known });

const whole = (known: Partial<ComparedFile> = {}) =>
  columnOf(aFile(known), { buildingId: 'b1', unitId: null });

function rowOf(id: RowId, ...columns: Parameters<typeof compareRows>[0]) {
  return compareRows(columns).find((row) => row.id === id);
}

describe('compareRows', () => {
  it('keeps a bound and marks it only where it surely wins', () => {
    const stated = whole({ efficiency: { value: 0.75, bound: 'atLeast' } });
    const exactly = (value: number) => whole({ efficiency: { value, bound: 'exact' } });
    expect(rowOf('efficiency', stated, exactly(0.74))).toMatchObject({
      cells: [{ value: 0.75, bound: 'atLeast' }, { value: 0.74 }],
      best: [true, false],
      difference: 'different',
    });
    expect(rowOf('efficiency', stated, exactly(0.8))?.best).toEqual([false, false]);
  });

  it('calls no floor plate better than another', () => {
    const plate = (value: number) => whole({ floorPlate: { value, bound: 'exact' } });
    expect(rowOf('floorPlate', plate(900), plate(2200))).toMatchObject({
      rule: 'none',
      best: [false, false],
    });
  });

  it('has no row for what the role may not see', () => {
    expect(rowOf('taxPerSqm', whole(), whole())).toBeUndefined();
    expect(rowOf('taxPerSqm', whole({ taxPerSqm: null }), whole({ taxPerSqm: 1200 }))).toMatchObject({
      cells: [null, { value: 1200 }],
      difference: 'undecided',
    });
  });

  it('says of an undelivered building that it has no vacancy, not that nobody told', () => {
    expect(rowOf('vacancyRate', whole({ status: 'toppedOut' }), whole())?.cells).toEqual([
      { kind: 'inapplicable', why: 'notDelivered' },
      null,
    ]);
  });

  it('says of a building that is only sold that it has no rent', () => {
    expect(rowOf('askingRent', whole({ tenure: 'sale' }), whole({ tenure: 'both' }))?.cells).toEqual([
      { kind: 'inapplicable', why: 'saleOnly' },
      null,
    ]);
  });

  it('does not decide between distances that the position leaves open', () => {
    const away = (metroDistanceM: number, precisionM: number | null) =>
      whole({ metroDistanceM, position: { precisionM } });
    expect(rowOf('metroDistanceM', away(300, 200), away(400, 0))?.best).toEqual([false, false]);
    expect(rowOf('metroDistanceM', away(300, 20), away(400, 20))?.best).toEqual([true, false]);
    expect(rowOf('metroDistanceM', away(300, null), away(400, 20))?.best).toEqual([false, false]);
  });

  it('takes rent and date of a unit from the unit, and never its building for it', () => {
    const column = columnOf(withUnits({ askingRent: 90 }), { buildingId: 'b1', unitId: 'u1' });
    expect(rowOf('askingRent', column, whole({ askingRent: 100 }))).toMatchObject({
      cells: [{ value: 110 }, { value: 100 }],
      best: [false, true],
    });
    const silent = { ...withUnits({ askingRent: 90 }) };
    const storeys = [{ floor: 12, label: '12F', units: [{ ...unit, askingRent: null }] }];
    const other = columnOf({ ...silent, storeys }, { buildingId: 'b1', unitId: 'u1' });
    expect(rowOf('askingRent', other, whole({ askingRent: 100 }))?.cells[0]).toBeNull();
  });

  it('has rows of units only where a unit is compared', () => {
    const column = columnOf(withUnits(), { buildingId: 'b1', unitId: 'u1' });
    expect(rowOf('unitArea', whole(), whole())).toBeUndefined();
    expect(rowOf('unitArea', column, whole())?.cells).toEqual([
      { kind: 'figure', value: 300, upper: null, bound: 'exact', spread: 0 },
      { kind: 'inapplicable', why: 'wholeBuilding' },
    ]);
    expect(columnOf(withUnits(), { buildingId: 'b1', unitId: 'u2' })).toBeNull();
  });

  it('waits for a file that is on its way', () => {
    expect(rowOf('gfa', whole({ gfa: { value: 1, bound: 'exact' } }), null)).toMatchObject({
      cells: [{ value: 1 }, undefined],
      difference: 'same',
    });
    expect(compareRows([null, null])).toEqual([]);
  });
});

it('a row of a fact leads to its field of the file; those of a unit and of the file itself do not', () => {
  const own = rowIds.filter((id) => fileFieldOf(id, false) === null);
  expect(own).toEqual([
    'unitStorey',
    'unitStatus',
    'unitArea',
    'minDivisibleArea',
    'availableFrom',
    'completeness',
  ]);
  expect(fileFieldOf('askingRent', false)).toBe('askingRent');
  expect(fileFieldOf('askingRent', true)).toBeNull();
});
