import { expect, test } from 'vitest';
import { parseQuery } from './codec.ts';
import type { Vocabulary } from './fields.ts';
import { emptyQuery } from './query.ts';

const vocabulary: Vocabulary = { circle: ['xiaobailou'], subdistrict: ['quanyechang'], hidden: [] };
const rest = 'columnFree=1&plate=2000..2500';
const restRead = { ...emptyQuery, columnFree: true, ranges: { plate: { lo: 2000, hi: 2500 } } };

test.each([
  ['gfa', 'abc..', 'notANumber', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '5000', 'notARange', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '..', 'notARange', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '1..2..3', 'notARange', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '0x10..', 'notANumber', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '1e999..', 'notANumber', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '40%..', 'notANumber', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['gfa', '9000..1000', 'lowAboveHigh', 'lo..hi | lo.. | ..hi, 0–20000000'],
  ['vacancy', '..40', 'outOfRange', 'lo..hi | lo.. | ..hi, 0–1'],
  ['year', '1200..', 'outOfRange', 'lo..hi | lo.. | ..hi, 1400–2200'],
  ['circle', 'atlantis', 'unknownValue', 'xiaobailou'],
  ['type', 'castle', 'unknownValue', 'office, retailPodium, heritageHouse'],
  ['within', '117.1,39.1;117.2,39.2', 'notAShape', 'lon,lat;lon,lat;lon,lat… (3–100)'],
  ['within', '117.1,39.1;117.2,39.2;x', 'notAShape', 'lon,lat;lon,lat;lon,lat… (3–100)'],
  ['bbox', '117.2,39.1,117.1,39.2', 'lowAboveHigh', 'west,south,east,north'],
  ['bbox', '117.2,39.1,117.1', 'notAShape', 'west,south,east,north'],
  ['bbox', '-181,39.1,117.1,40', 'notAShape', 'west,south,east,north'],
  ['near', '117.2,39.1', 'notAShape', 'lon,lat,metres (1–100000)'],
  ['near', '117.2,39.1,0', 'outOfRange', 'lon,lat,metres (1–100000)'],
  ['page', '0', 'outOfRange', '1–1000000'],
  ['page', '-1', 'notANumber', '1–1000000'],
  ['page', '1000001', 'outOfRange', '1–1000000'],
  ['limit', '0', 'outOfRange', '1–500'],
  ['limit', '501', 'outOfRange', '1–500'],
  ['limit', '99999999999999999999', 'outOfRange', '1–500'],
  ['metro', 'near', 'notANumber', '1–100000'],
  ['by', '2026-13', 'notAMonth', 'YYYY-MM'],
  ['by', '2026-3', 'notAMonth', 'YYYY-MM'],
  ['at', '39.1,117.2', 'notAShape', 'lat,lon,zoom'],
  ['at', '39.1,117.2,99', 'outOfRange', 'lat,lon,zoom (zoom 3–20)'],
  ['sel', '../etc', 'unknownValue', 'A–Z a–z 0–9 - _ . (≤ 64)'],
  ['cols', 'gfa,<b>', 'unknownValue', 'name,name…'],
  ['pick', 'b~', 'unknownValue', 'id | id~unit, …'],
] as const)('%s=%s is dropped and named as %s with what is allowed; the rest applies', (...bad) => {
  const [parameter, value, reason, allowed] = bad;
  for (const text of [`${parameter}=${encodeURIComponent(value)}&${rest}`, `${rest}&${parameter}=${value}`]) {
    expect(parseQuery(text, vocabulary)).toEqual({
      query: restRead,
      problems: [{ parameter, value, reason, allowed }],
    });
  }
});

test('a switch is 1 or absent', () => {
  expect(parseQuery('columnFree=yes', vocabulary)).toEqual({
    query: emptyQuery,
    problems: [{ parameter: 'columnFree', value: 'yes', reason: 'notASwitch', allowed: '1' }],
  });
});

test('10 kB of text is refused with a short quotation of it', () => {
  const { query, problems } = parseQuery(`q=${'楼'.repeat(10_000)}&${rest}`, vocabulary);
  expect(query).toEqual(restRead);
  expect(problems).toEqual([
    { parameter: 'q', value: `${'楼'.repeat(59)}…`, reason: 'tooLong', allowed: '≤ 100' },
  ]);
});

test('text of exactly the longest length is taken', () => {
  expect(parseQuery(`q=${'楼'.repeat(100)}`, vocabulary).query.text).toHaveLength(100);
});

test('a polygon of more corners than allowed is refused', () => {
  const corners = (count: number) => new Array(count).fill('117.2,39.1').join(';');
  expect(parseQuery(`within=${corners(100)}`, vocabulary).query.within).toHaveLength(100);
  expect(parseQuery(`within=${corners(101)}`, vocabulary).problems).toMatchObject([{ reason: 'notAShape' }]);
});

test('every bad parameter is named, not only the first', () => {
  const { query, problems } = parseQuery('gfa=abc..&page=0&circle=x&nonsense=1&height=3..', vocabulary);
  expect(problems.map(({ parameter }) => parameter)).toEqual(['gfa', 'page', 'circle', 'nonsense']);
  expect(query).toEqual({ ...emptyQuery, ranges: { height: { lo: 3, hi: null } } });
});

test('one bad value drops its whole list, and is the value that is named', () => {
  const { query, problems } = parseQuery('type=office,castle', vocabulary);
  expect(query.sets.type).toBeUndefined();
  expect(problems).toMatchObject([{ parameter: 'type', value: 'castle', reason: 'unknownValue' }]);
});

test('of a repeated parameter the first applies and every other is named', () => {
  const { query, problems } = parseQuery('gfa=1..2&gfa=3..4&gfa=5..6', vocabulary);
  expect(query.ranges.gfa).toEqual({ lo: 1, hi: 2 });
  expect(problems).toMatchObject([
    { parameter: 'gfa', value: '3..4', reason: 'repeated' },
    { parameter: 'gfa', value: '5..6', reason: 'repeated' },
  ]);
});

test('a list says each value once, in the order of the vocabulary', () => {
  expect(parseQuery('grade=B,premium,B,A', vocabulary).query.sets.grade).toEqual(['premium', 'A', 'B']);
});

test('an empty value asks for nothing', () => {
  expect(parseQuery('q=&gfa=&type=&page=&&=', vocabulary)).toEqual({ query: emptyQuery, problems: [] });
});

test('a rate may be written as a percentage, other fields may not', () => {
  const { query } = parseQuery('vacancy=12.5%25..40%25&efficiency=..75%', vocabulary);
  expect(query.ranges).toEqual({ vacancy: { lo: 0.125, hi: 0.4 }, efficiency: { lo: null, hi: 0.75 } });
});

test('figures are rounded to the precision of their field', () => {
  const { query } = parseQuery('gfa=1000.004..&vacancy=..0.123456&near=117.123456,39.1,10.6', vocabulary);
  expect(query.ranges).toEqual({ gfa: { lo: 1000, hi: null }, vacancy: { lo: null, hi: 0.1235 } });
  expect(query.near).toEqual({ lon: 117.12346, lat: 39.1, radiusM: 11 });
});

test('text is trimmed and its spaces are single', () => {
  expect(parseQuery('q=++五号\u3000%0A院+', vocabulary).query.text).toBe('五号 院');
});

test.each([
  ['taxPerSqm=1000..', 'taxPerSqm', 'notForRole'],
  ['taxPerSqm=nonsense', 'taxPerSqm', 'notForRole'],
  ['sort=-taxPerSqm', 'sort', 'unknownValue'],
  ['unknown=taxPerSqm', 'unknown', 'unknownValue'],
])('a hidden field is refused in %s, and is not among what is allowed', (text, parameter, reason) => {
  const hidden: Vocabulary = { ...vocabulary, hidden: ['taxPerSqm'] };
  const { query, problems } = parseQuery(`${text}&${rest}`, hidden);
  expect(query).toEqual(restRead);
  expect(problems).toMatchObject([{ parameter, reason }]);
  expect(problems[0]?.allowed).not.toContain('taxPerSqm');
  expect(parseQuery(text.replace('nonsense', '1..'), vocabulary).problems).toEqual([]);
});

test('an unknown or hidden name is refused even where it stands empty', () => {
  const hiding = { ...vocabulary, hidden: ['taxPerSqm'] as const };
  const { problems } = parseQuery('__proto__&taxPerSqm=', hiding);
  expect(problems.map(({ parameter, reason }) => [parameter, reason])).toEqual([
    ['__proto__', 'unknownParameter'],
    ['taxPerSqm', 'notForRole'],
  ]);
});

test('every bad value of a list is named', () => {
  const { problems } = parseQuery('type=office,nope,nada', vocabulary);
  expect(problems).toMatchObject([{ parameter: 'type', value: 'nope,nada' }]);
});

test('a flood of parameters is cut off and said', () => {
  const flood = Array.from({ length: 5000 }, (_, i) => `a${i}=1`).join('&');
  const { problems } = parseQuery(flood, vocabulary);
  expect(problems.length).toBeLessThan(110);
  expect(problems.at(-1)?.reason).toBe('tooMany');
});
