import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveAnswer } from '../../../tests/naive-engine.ts';
import { randomColumns, testCircles } from '../../../tests/random-columns.ts';
import { type RangeField, rangeFields, rangeSpecs, setFields } from '../query/fields.ts';
import { defaultSort, emptyFilter, type Filter, type Range, type Sort } from '../query/query.ts';
import { Engine } from './engine.ts';

const draggable: readonly RangeField[] = ['available', 'plate', 'vacancy', 'rent', 'height', 'gfa'];

const range = (field: RangeField): fc.Arbitrary<Range> => {
  const { scale } = rangeSpecs[field];
  const end = fc.option(
    fc.integer({ min: 0, max: 60 }).map((step) => (step * 25) / scale),
    { nil: null },
  );
  return fc
    .tuple(end, end)
    .map(([a, b]) => (a !== null && b !== null && a > b ? { lo: b, hi: a } : { lo: a, hi: b }));
};

const ranges = fc
  .array(fc.constantFrom(...draggable), { maxLength: 3 })
  .chain((fields) => fc.tuple(...fields.map((field) => range(field).map((value) => [field, value] as const))))
  .map((pairs) => Object.fromEntries(pairs) as Filter['ranges']);

const filter: fc.Arbitrary<Filter & { sort: Sort }> = fc.record({
  text: fc.constantFrom('', '', 'a', 'b c', 'zz'),
  ranges,
  sets: fc.record(
    {
      type: fc.subarray(['office', 'retailPodium', 'heritageHouse'], { minLength: 1 }),
      circle: fc.subarray([...testCircles], { minLength: 1 }),
      industry: fc.subarray(['finance', 'trade', 'retail'], { minLength: 1 }),
    },
    { requiredKeys: [] },
  ),
  unknown: fc.subarray([
    'available',
    'vacancy',
    'plate',
    'gfa',
    'type',
    'industry',
    'metro',
    'columnFree',
    'by',
  ]),
  columnFree: fc.boolean(),
  metro: fc.option(fc.integer({ min: 1, max: 1500 }), { nil: null, freq: 3 }),
  by: fc.option(fc.constantFrom('2026-03', '2026-09'), { nil: null, freq: 3 }),
  bbox: fc.constantFrom(null, null, { west: 117.18, south: 39.1, east: 117.21, north: 39.125 }),
  within: fc.constantFrom(null, null, [
    [117.17, 39.1],
    [117.2, 39.1],
    [117.2, 39.13],
  ] as const),
  near: fc.constantFrom(null, null, { lon: 117.2, lat: 39.12, radiusM: 900 }),
  sort: fc.record({
    field: fc.constantFrom('available', 'name', 'metro', 'rent', 'vacancy'),
    descending: fc.boolean(),
  }),
});

const view = { offset: 0, limit: 500, viewport: null, charts: true };

test('answers like filter and reduce, whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.array(filter, { minLength: 1, maxLength: 6 }),
      (seed, questions) => {
        const columns = randomColumns(seed, 60);
        const engine = new Engine(columns);
        for (const question of questions) {
          expect(engine.answer(question, view)).toEqual(naiveAnswer(columns, question, view));
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a drag of one range answers at every step like a fresh engine', () => {
  const drag = fc.record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    field: fc.constantFrom(...draggable),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: 2,
      maxLength: 12,
    }),
    base: filter,
  });
  fc.assert(
    fc.property(drag, ({ seed, field, steps, base }) => {
      const columns = randomColumns(seed, 200);
      const dragged = new Engine(columns);
      for (const [a, b] of steps) {
        const ends = {
          lo: (Math.min(a, b) * 25) / rangeSpecs[field].scale,
          hi: (Math.max(a, b) * 25) / rangeSpecs[field].scale,
        };
        const question = { ...base, ranges: { ...base.ranges, [field]: ends } };
        expect(dragged.answer(question, view)).toEqual(new Engine(columns).answer(question, view));
      }
    }),
    { numRuns: 150 },
  );
});

test('a histogram ignores its own range and no other', () => {
  const columns = randomColumns(7, 300);
  const engine = new Engine(columns);
  const open = engine.answer({ ...emptyFilter, sort: defaultSort }, view);
  const narrowed = engine.answer(
    { ...emptyFilter, ranges: { plate: { lo: 2, hi: 4 } }, sort: defaultSort },
    view,
  );
  expect(narrowed.facets.ranges.plate?.counts).toEqual(open.facets.ranges.plate?.counts);
  expect(narrowed.facets.ranges.rent).not.toEqual(open.facets.ranges.rent);
  expect(narrowed.total).toBeLessThan(open.total);
});

test('every field has a histogram or counts', () => {
  const { facets } = new Engine(randomColumns(1, 10)).answer({ ...emptyFilter, sort: defaultSort }, view);
  expect(Object.keys(facets.ranges)).toEqual([...rangeFields]);
  expect(Object.keys(facets.sets).sort()).toEqual([...setFields].sort());
});

test('a column that the role may not see is neither counted nor sorted by', () => {
  const { ranges, ...rest } = randomColumns(3, 40);
  const { taxPerSqm: _hidden, ...seen } = ranges;
  const answer = new Engine({ ...rest, ranges: seen }).answer(
    {
      ...emptyFilter,
      ranges: { taxPerSqm: { lo: 1, hi: 2 } },
      sort: { field: 'taxPerSqm', descending: true },
    },
    view,
  );
  expect(answer.total).toBe(40);
  expect(answer.facets.ranges.taxPerSqm).toBeUndefined();
  expect(answer.scatter).toBeNull();
  expect(answer.totals.taxPerSqm).toBeNull();
});

test('a row says which clauses exclude it', () => {
  const columns = randomColumns(11, 50);
  const engine = new Engine(columns);
  engine.answer({ ...emptyFilter, text: 'no such text', columnFree: true, sort: defaultSort }, view);
  expect(engine.excludedBy(0)).toContain('q');
});
