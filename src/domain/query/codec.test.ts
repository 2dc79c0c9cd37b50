import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostSubjects } from '../compare/ids.ts';
import { formatQuery, parameters, parseQuery, queryPairs } from './codec.ts';
import {
  type RangeField,
  rangeFields,
  rangeSpecs,
  type SetField,
  setFields,
  sortFields,
  unknownableFields,
  type Vocabulary,
  valuesOf,
} from './fields.ts';
import { emptyQuery, limits, type Query, type Range } from './query.ts';

const vocabulary: Vocabulary = { circle: ['north', 'south'], subdistrict: ['one', 'two'], hidden: [] };

const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** A range at the precision of its field, with one end at least. */
const range = (field: RangeField): fc.Arbitrary<Range> => {
  const { scale, min, max } = rangeSpecs[field];
  const end = nullable(fc.integer({ min: min * scale, max: max * scale }).map((value) => value / scale));
  return fc
    .tuple(end, end)
    .filter(([a, b]) => a !== null || b !== null)
    .map(([a, b]) => (a !== null && b !== null && a > b ? { lo: b, hi: a } : { lo: a, hi: b }));
};

const eachOf = <K extends string, T>(keys: readonly K[], value: (key: K) => fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, fc.Arbitrary<T>>, {
    requiredKeys: [],
  });

const degrees = (most: number) =>
  fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5);
const lonLat = fc.tuple(degrees(180), degrees(85));
const slug = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/);
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);

/** As a person's text arrives: trimmed, single spaces, whole characters, no longer than allowed. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'%&+#=?;,:/ "\'<>\\天津🏢é%2B'), maxLength: 40 }),
  )
  .map((given) => given.toWellFormed().trim().replace(/\s+/g, ' ').slice(0, limits.text))
  .filter((given) => given === given.trim() && given.isWellFormed());

const query: fc.Arbitrary<Query> = fc.record({
  text,
  ranges: eachOf(rangeFields, range),
  sets: eachOf(setFields, (field: SetField) =>
    fc.subarray([...valuesOf(field, vocabulary)], { minLength: 1 }),
  ),
  unknown: fc.subarray([...unknownableFields]),
  columnFree: fc.boolean(),
  metro: nullable(fc.integer({ min: 1, max: 100_000 })),
  by: nullable(fc.tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))).map(
    (month) => month && `${month[0]}-${String(month[1]).padStart(2, '0')}`,
  ),
  bbox: nullable(fc.tuple(lonLat, lonLat)).map(
    (box) =>
      box && {
        west: Math.min(box[0][0], box[1][0]),
        south: Math.min(box[0][1], box[1][1]),
        east: Math.max(box[0][0], box[1][0]),
        north: Math.max(box[0][1], box[1][1]),
      },
  ),
  within: nullable(fc.array(lonLat, { minLength: 3, maxLength: 12 })),
  near: nullable(
    fc.record({ lon: degrees(180), lat: degrees(85), radiusM: fc.integer({ min: 1, max: 100_000 }) }),
  ),
  sort: fc.record({ field: fc.constantFrom(...sortFields), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: limits.page }),
  limit: fc.integer({ min: 1, max: limits.limit }),
  view: fc.record({
    at: nullable(
      fc.record({
        lat: degrees(85),
        lon: degrees(180),
        zoom: fc.integer({ min: 12, max: 80 }).map((quarters) => quarters / 4),
      }),
    ),
    selected: nullable(id),
    columns: nullable(fc.uniqueArray(slug, { minLength: 1, maxLength: 8 })),
    picked: fc.uniqueArray(
      fc.oneof(
        id,
        fc.tuple(id, id).map((pair) => pair.join('~')),
      ),
      { maxLength: mostSubjects },
    ),
  }),
});

test('what is written reads back as the same query, without a problem', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(formatQuery(asked), vocabulary)).toEqual({ query: asked, problems: [] });
    }),
    { numRuns: 400 },
  );
});

test('pairs that a router has decoded read like the text', () => {
  fc.assert(
    fc.property(query, (asked) => {
      expect(parseQuery(queryPairs(asked), vocabulary).query).toEqual(asked);
      expect(parseQuery(new URLSearchParams(formatQuery(asked)), vocabulary).query).toEqual(asked);
      expect(parseQuery(`?${formatQuery(asked)}`, vocabulary).query).toEqual(asked);
    }),
    { numRuns: 100 },
  );
});

test('a query has one text: parameters in the order of the grammar, defaults left out', () => {
  fc.assert(
    fc.property(query, fc.integer(), (asked, seed) => {
      const written = formatQuery(asked);
      const names = queryPairs(asked).map(([name]) => name);
      expect(names).toEqual(parameters.filter((name) => names.includes(name)));
      const shuffled = written
        .split('&')
        .map((part, i) => [Math.imul(seed + i, 0x9e3779b1), part] as const)
        .sort(([a], [b]) => a - b)
        .map(([, part]) => part)
        .join('&');
      expect(formatQuery(parseQuery(shuffled, vocabulary).query)).toBe(written);
    }),
    { numRuns: 150 },
  );
  expect(formatQuery(emptyQuery)).toBe('');
});

test('the text is readable: commas, colons and spaces are not escaped', () => {
  const asked = {
    ...emptyQuery,
    text: '五号院 A',
    sets: { type: ['office', 'heritageHouse'] },
    ranges: { plate: { lo: 2000, hi: 2500 }, vacancy: { lo: null, hi: 0.4 } },
  };
  expect(formatQuery(asked)).toBe(
    'q=%E4%BA%94%E5%8F%B7%E9%99%A2+A&type=office,heritageHouse&plate=2000..2500&vacancy=..0.4',
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
    maxLength: 200,
  }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...parameters, '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' '),
        fc.oneof(
          fc.constantFrom(
            '..',
            '1..',
            '..-1',
            '0',
            '1e999',
            '-0',
            'NaN',
            '%',
            '%zz',
            '%E4%BA',
            '1,2,3',
            '__proto__',
          ),
          fc.string({ unit: 'binary', maxLength: 12 }),
        ),
      ),
      { maxLength: 12 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
);

test('any text at all is read without a throw, to a query that has a stable text', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const { query: asked, problems } = parseQuery(given, vocabulary);
      const written = formatQuery(asked);
      const again = parseQuery(written, vocabulary);
      expect(again.problems).toEqual([]);
      expect(formatQuery(again.query)).toBe(written);
      for (const { parameter, value } of problems) {
        expect(parameter.length).toBeLessThanOrEqual(60);
        expect(value.length).toBeLessThanOrEqual(60);
      }
    }),
    { numRuns: 1500 },
  );
});

test('half a character does not break the address', () => {
  expect(formatQuery({ ...emptyQuery, text: 'a\ud83d' })).toBe('q=a%EF%BF%BD');
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[x]', 'ranges.__proto__'])(
  'the name %s is an unknown parameter and reaches no prototype',
  (name) => {
    const { query: asked, problems } = parseQuery(`${name}=1..2&columnFree=1`, vocabulary);
    expect(problems).toMatchObject([{ parameter: name, value: '1..2', reason: 'unknownParameter' }]);
    expect(asked).toEqual({ ...emptyQuery, columnFree: true });
    expect(Object.getPrototypeOf(asked)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(asked.ranges)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  },
);

test.each(['__proto__', 'constructor', 'toString'])(
  'the value %s is refused wherever names are chosen',
  (value) => {
    for (const name of [...setFields, 'unknown', 'sort', 'gfa', 'columnFree', 'page']) {
      const { query: asked, problems } = parseQuery(`${name}=${value}`, vocabulary);
      expect(problems.map(({ parameter }) => parameter)).toEqual([name]);
      expect(asked).toEqual(emptyQuery);
    }
  },
);

test('a broken percent escape stays as it stands, and what is beside it is read', () => {
  expect(parseQuery('q=50%25+%zz&columnFree=1', vocabulary)).toEqual({
    query: { ...emptyQuery, text: '50%25 %zz', columnFree: true },
    problems: [],
  });
  expect(parseQuery('q=%E4%BA%94%E5%8F%B7+%2B', vocabulary).query.text).toBe('五号 +');
});
