import { expect, test } from 'vitest';
import { aBuilding, aPortfolio, aTaxRecord, aUnit } from '../../../tests/builders.ts';
import { atLeast, exactly, monthNumber } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { type RangeField, rangeFields, setFields } from '../query/fields.ts';
import { defaultSort, emptyFilter, type Filter } from '../query/query.ts';
import { type Role, roles, visibleTo } from '../visibility.ts';
import { buildColumns } from './build-columns.ts';
import {
  boundCodes,
  type Columns,
  neverMonth,
  sumFields,
  unknownBits,
  unknownCode,
  unknownInt,
} from './columns.ts';
import { Engine } from './engine.ts';

const searchKeys = (building: Building) => ({
  texts: [building.nameZh, ...building.aliases],
  sort: building.nameEn ?? '',
});
const columnsOf = (known: Partial<Portfolio>, role: Role = 'manager') =>
  buildColumns(visibleTo(role, aPortfolio(known)), { role, searchKeys });
const valuesOf = (field: RangeField, known: Partial<Building>) => {
  const column = columnsOf({ buildings: [aBuilding(known)] }).ranges[field];
  return [column?.values[0], column?.upper?.[0] ?? null, column?.bound?.[0] ?? null];
};
const totalsOf = (known: Partial<Portfolio>, role: Role = 'manager', filter: Partial<Filter> = {}) =>
  new Engine(columnsOf(known, role)).answer(
    { ...emptyFilter, ...filter, sort: defaultSort },
    { offset: 0, limit: 0, viewport: null, charts: false },
  ).totals;

test('a figure is kept in whole steps of its field', () => {
  expect(valuesOf('gfa', { gfa: exactly(8_147.006) })).toEqual([814_701, null, null]);
  expect(valuesOf('efficiency', { efficiency: exactly(0.72346) })).toEqual([7_235, null, null]);
  expect(valuesOf('year', { completedOn: '2008-05-12' })).toEqual([2_008, null, null]);
});

test('a bound keeps its sign, a span both ends', () => {
  expect(valuesOf('gfa', { gfa: atLeast(85_000) })).toEqual([8_500_000, null, boundCodes.atLeast]);
  expect(valuesOf('height', { floorToFloorHeight: { min: 4.7, max: 6.7 } })).toEqual([470, 670, null]);
});

test('floor-to-floor height and clear height never stand in for each other', () => {
  const columns = columnsOf({ buildings: [aBuilding({ floorToFloorHeight: { min: 4, max: 4 } })] });
  expect(columns.ranges.clear?.values[0]).toBe(unknownInt);
  expect(columns.ranges.height?.values[0]).toBe(400);
});

test('what is not known has the code for it in every column', () => {
  const columns = columnsOf({});
  for (const field of rangeFields) {
    if (field !== 'completeness') expect(columns.ranges[field]?.values[0], field).toBe(unknownInt);
  }
  expect(columns.ranges.completeness?.values[0]).toBe(0);
  for (const field of setFields) {
    const column = columns.sets[field];
    if (field === 'type' || field === 'status') continue;
    expect(column.kind === 'code' ? column.codes[0] : column.bits[0], field).toBe(
      field === 'industry' ? unknownBits : unknownCode,
    );
  }
  expect(columns.columnFree[0]).toBe(unknownCode);
  for (const column of [columns.metro, columns.lon, columns.lat, columns.availableFrom]) {
    expect(column[0]).toBe(unknownInt);
  }
  for (const field of sumFields) expect([...columns.sums[field]], field).toEqual([0]);
});

test('whoever welcomes anybody is found by every industry; not stated is unknown', () => {
  const found = (industry: string) =>
    new Engine(
      columnsOf({
        buildings: [
          aBuilding({ id: 'any', targetIndustries: [] }),
          aBuilding({ id: 'finance', targetIndustries: ['finance'] }),
          aBuilding({ id: 'unstated' }),
        ],
      }),
    ).answer(
      { ...emptyFilter, sets: { industry: [industry] }, sort: { field: 'name', descending: false } },
      { offset: 0, limit: 9, viewport: null, charts: false },
    );
  expect([...found('finance').rows]).toEqual([0, 1]);
  expect([...found('culture').rows]).toEqual([0]);
  expect(found('culture').facets.sets.industry).toMatchObject({
    counts: { finance: 2, culture: 1 },
    unknown: 1,
  });
});

test('nothing on offer is never, an undated offer unknown, else the earliest month', () => {
  const from = (known: Parameters<typeof aUnit>[0]) => columnsOf({ units: [aUnit(known)] }).availableFrom[0];
  expect(from({ status: 'leased' })).toBe(neverMonth);
  expect(from({ availableFrom: null })).toBe(unknownInt);
  expect(from({ availableFrom: '2026-03-31' })).toBe(monthNumber('2026-03'));
});

test('the distance to the metro and the position come from the model', () => {
  const columns = columnsOf({
    buildings: [aBuilding({ position: { lon: 117.2, lat: 39.12, precisionM: 200 } })],
  });
  expect([columns.metro[0], columns.lon[0], columns.lat[0]]).toEqual([0, 1_172_000_000, 391_200_000]);
  expect(columns.positionPrecisionM[0]).toBe(200);
});

test('names rank by their sort key, equal keys by row', () => {
  const names = ['c', 'a', 'b', 'a'].map((nameEn, i) => aBuilding({ id: `b${i}`, nameEn }));
  expect([...columnsOf({ buildings: names }).nameRank]).toEqual([3, 0, 2, 1]);
});

test('search text is in lower case', () => {
  const columns = columnsOf({ buildings: [aBuilding({ nameZh: 'Tower 甲', aliases: ['TWR'] })] });
  expect(columns.searchText).toEqual(['tower 甲\ntwr']);
});

const taxed = {
  buildings: [aBuilding({ rentableArea: exactly(1_000), gfa: exactly(1_200) })],
  taxRecords: [aTaxRecord({ totalTax: 123_456_789_00 })],
};

const taxSums = ({ sums }: Columns) =>
  [sums.taxHigh, sums.taxLow, sums.taxRentable, sums.taxKnownWeight].map((column) => column[0]);

test.each(roles)('tax is in the columns of %s exactly if that role may see it', (role) => {
  const columns = columnsOf(taxed, role);
  const mayShow = role === 'manager' || role === 'admin';
  expect(columns.ranges.taxPerSqm?.values[0]).toBe(mayShow ? 12_345_679 : undefined);
  expect(taxSums(columns)).toEqual(mayShow ? [12_345, 6_789, 100_000, 120_000] : [0, 0, 0, 0]);
});

test('a role that sees no tax gets none even from a portfolio that was not cut for it', () => {
  const columns = buildColumns(aPortfolio(taxed), { role: 'public', searchKeys });
  expect(columns.ranges.taxPerSqm).toBeUndefined();
  expect(taxSums(columns)).toEqual([0, 0, 0, 0]);
});

const small = aBuilding({ id: 'small', gfa: exactly(100), rentableArea: exactly(100) });
const large = aBuilding({ id: 'large', gfa: exactly(900), rentableArea: exactly(900) });
const twoRates = {
  buildings: [small, large],
  units: [
    aUnit({ id: 's', buildingId: 'small', area: 50 }),
    aUnit({ id: 's2', buildingId: 'small', position: 2, area: 50, status: 'leased' }),
    aUnit({ id: 'l', buildingId: 'large', area: 90 }),
    aUnit({ id: 'l2', buildingId: 'large', position: 2, area: 810, status: 'leased' }),
  ],
  taxRecords: [
    aTaxRecord({ buildingId: 'small', totalTax: 1_000_000 }),
    aTaxRecord({ buildingId: 'large', totalTax: 900_000 }),
  ],
};

test('the vacancy of several buildings is the ratio of sums, not the mean of ratios', () => {
  const { vacancyRate, occupancyRate } = totalsOf(twoRates);
  const mean = (0.5 + 0.1) / 2;
  expect(vacancyRate).toEqual({ value: 0.14, numerator: 140, denominator: 1_000, coverage: 1 });
  expect(vacancyRate.value).not.toBeCloseTo(mean, 2);
  expect(occupancyRate.value).toBe(0.86);
});

test('tax per ㎡ of several buildings is the ratio of sums, not the mean of ratios', () => {
  const { taxPerSqm } = totalsOf(twoRates);
  expect(taxPerSqm?.value).toBe(19);
  expect(taxPerSqm?.value).not.toBeCloseTo((100 + 10) / 2, 2);
  expect(totalsOf(twoRates, 'staff').taxPerSqm).toBeNull();
});

test('an unknown building lowers the coverage, not the rate', () => {
  const { vacancyRate, availableArea, gfa } = totalsOf({
    ...twoRates,
    buildings: [small, large, aBuilding({ id: 'unknown', gfa: exactly(1_000) })],
  });
  expect(vacancyRate).toMatchObject({ value: 0.14, coverage: 0.5 });
  expect(availableArea).toEqual({ value: 140, coverage: 0.5 });
  expect(gfa).toBe(2_000);
});

test('undelivered buildings join neither the vacancy nor its coverage, but the availability', () => {
  const { vacancyRate, availabilityRate } = totalsOf({
    ...twoRates,
    buildings: [
      small,
      large,
      aBuilding({
        id: 'new',
        status: 'toppedOut',
        gfa: exactly(1_000),
        statedAvailableArea: exactly(860),
      }),
    ],
  });
  expect(vacancyRate).toMatchObject({ value: 0.14, coverage: 1 });
  expect(availabilityRate).toMatchObject({ value: 0.5, coverage: 1 });
});

test('no coverage exceeds 1, even where a rentable area is known without a GFA', () => {
  const { availableArea, availabilityRate, taxPerSqm, vacancyRate } = totalsOf({
    buildings: [
      aBuilding({ id: 'small', rentableArea: exactly(900) }),
      aBuilding({ id: 'large', gfa: exactly(100) }),
    ],
    units: twoRates.units.filter(({ buildingId }) => buildingId === 'small'),
    taxRecords: twoRates.taxRecords,
  });
  expect(availableArea).toEqual({ value: 50, coverage: 0 });
  expect(availabilityRate.coverage).toBe(0);
  expect(taxPerSqm?.coverage).toBe(0);
  expect(vacancyRate.coverage).toBe(0.9);
});

test('nothing available is 0 where it is known, and unknown where it is not', () => {
  const full = [aUnit({ status: 'leased' })];
  const of = (known: Partial<Building>) =>
    totalsOf({ buildings: [aBuilding(known)], units: full }).availableArea.value;
  expect(of({ gfa: exactly(100) })).toBe(0);
  expect(of({ rentableArea: exactly(100) })).toBe(0);
  expect(totalsOf({ buildings: [aBuilding({ gfa: exactly(100) })] }).availableArea.value).toBeNull();
  expect(totalsOf({ buildings: [] }).availableArea.value).toBe(0);
});

test('the asking rent of several buildings is weighted by the area that carries one', () => {
  const { askingRent } = totalsOf({
    buildings: [small, large],
    units: [
      aUnit({ id: 's', buildingId: 'small', area: 100, askingRent: 120 }),
      aUnit({ id: 'l', buildingId: 'large', area: 300, askingRent: 60 }),
      aUnit({ id: 'l2', buildingId: 'large', position: 2, area: 400 }),
    ],
  });
  expect(askingRent).toMatchObject({ value: 75, coverage: 0.5 });
});
