/** The engine over the district that ships, as the page uses it. */
import { expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { rangeFields, rangeSpecs } from '../query/fields.ts';
import { defaultSort, emptyFilter, type Filter } from '../query/query.ts';
import { overfullFloors } from '../space.ts';
import { visibleTo } from '../visibility.ts';
import { buildColumns } from './build-columns.ts';
import { unknownInt } from './columns.ts';
import { Engine } from './engine.ts';

const portfolio = samplePortfolio();
const engine = new Engine(buildColumns(portfolio, { role: 'manager', searchKeys }));
const { columns } = engine;
const ask = (filter: Partial<Filter>) =>
  engine.answer(
    { ...emptyFilter, ...filter, sort: defaultSort },
    { offset: 0, limit: 500, viewport: null, charts: true },
  );
const idsOf = (rows: Iterable<number>) => Array.from(rows, (row) => columns.ids[row]);

test('the sample has 212 buildings, each once', () => {
  expect(ask({}).total).toBe(212);
  expect(new Set(columns.ids).size).toBe(212);
});

test.each(['五号院', '五號院', 'wuhaoyuan', 'why', 'whydz', '五号院D座'])('%s finds 五号院写字楼', (text) => {
  expect(idsOf(ask({ text }).rows)).toContain('wuhaoyuan');
});

test('what the officer asks first has an answer, and every row of it keeps the question', () => {
  const asked = {
    ranges: { plate: { lo: 2000, hi: 2500 }, vacancy: { lo: null, hi: 0.4 } },
    columnFree: true,
  };
  const { rows, total, relaxations } = ask(asked);
  expect(total).toBeGreaterThan(0);
  for (const row of rows) {
    expect(columns.columnFree[row]).toBe(1);
    expect(columns.ranges.vacancy?.values[row]).toBeLessThanOrEqual(4_000);
    expect(columns.ranges.plate?.values[row]).toBeGreaterThanOrEqual(200_000);
  }
  expect(relaxations.map(({ clause }) => clause)).toContain('columnFree');
  expect(idsOf(ask({ ...asked, unknown: ['vacancy'] }).rows)).toContain('wuhaoyuan');
  expect(idsOf(rows)).not.toContain('wuhaoyuan');
});

test('the histograms of the whole district count every building', () => {
  const { facets } = ask({});
  for (const field of rangeFields) {
    const histogram = facets.ranges[field];
    const counted = histogram?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
    const known = columns.ranges[field]?.values.filter((value) => value !== unknownInt).length;
    expect(counted, field).toBe(known);
  }
});

test('what is known of each building is within the bounds of its field', () => {
  for (const field of rangeFields) {
    const { min, max, scale } = rangeSpecs[field];
    for (const value of columns.ranges[field]?.values ?? []) {
      if (value !== unknownInt) expect(value / scale >= min && value / scale <= max, field).toBe(true);
    }
  }
});

test('totals are plausible and no coverage exceeds 1', () => {
  const { totals } = ask({});
  const { vacancyRate, occupancyRate, availabilityRate, askingRent, taxPerSqm } = totals;
  expect((vacancyRate.value ?? 0) + (occupancyRate.value ?? 0)).toBeLessThanOrEqual(1);
  for (const ratio of [vacancyRate, occupancyRate, availabilityRate, askingRent, taxPerSqm]) {
    expect(ratio?.coverage).toBeGreaterThan(0);
    expect(ratio?.coverage).toBeLessThanOrEqual(1);
  }
  expect(totals.availableArea.coverage).toBeLessThanOrEqual(1);
  expect(askingRent.value).toBeGreaterThan(60);
  expect(askingRent.value).toBeLessThan(140);
});

test('the two real records keep their unknowns', () => {
  const row = columns.ids.indexOf('xiandaicheng');
  expect(columns.ranges.vacancy?.values[row]).toBe(unknownInt);
  expect(columns.ranges.available?.values[row]).toBe(440_800);
  expect([columns.sums.offered[row], columns.sums.offeredBase[row]]).toEqual([440_800, 814_700]);
  const tower = columns.ids.indexOf('wuhaoyuan');
  for (const field of ['vacancy', 'rent', 'year', 'available', 'taxPerSqm'] as const) {
    expect(columns.ranges[field]?.values[tower], field).toBe(unknownInt);
  }
});

test('no floor holds more than it is large', () => {
  const unitsOf = Map.groupBy(portfolio.units, (unit) => unit.buildingId);
  const floorsOf = Map.groupBy(portfolio.floors, (floor) => floor.buildingId);
  for (const [id, floors] of floorsOf) expect(overfullFloors(floors, unitsOf.get(id) ?? []), id).toEqual([]);
});

test('the public find the same buildings without tax', () => {
  const open = new Engine(buildColumns(visibleTo('public', portfolio), { role: 'public', searchKeys }));
  const answer = open.answer(
    { ...emptyFilter, ranges: { plate: { lo: 2000, hi: 2500 } }, sort: defaultSort },
    { offset: 0, limit: 500, viewport: null, charts: true },
  );
  expect([...answer.rows]).toEqual([...ask({ ranges: { plate: { lo: 2000, hi: 2500 } } }).rows]);
  expect(answer.scatter).toBeNull();
  expect(answer.totals.taxPerSqm).toBeNull();
});
