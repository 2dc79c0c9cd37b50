import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../query/codec.ts';
import { emptyQuery } from '../query/query.ts';
import {
  type CockpitAddress,
  cockpitPeriods,
  comparisons,
  emptyCockpitAddress,
  findTextOf,
  formatCockpitAddress,
  mostSelected,
  parseCockpitAddress,
} from './address.ts';

const vocabulary = { circle: ['xiaobailou', 'binjiangdao'], subdistrict: ['xiaobailou'], hidden: [] };
const read = (text: string) => parseCockpitAddress(text, vocabulary);

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const filter = fc.constantFrom(
  '',
  'q=五号院',
  'type=office,heritageHouse&circle=xiaobailou',
  'grade=A&vacancy=0.15..&unknown=vacancy',
);
const address: fc.Arbitrary<CockpitAddress> = fc.record({
  query: filter.map((text) => parseQuery(text, vocabulary).query),
  month: fc.constantFrom(null, 'now', '2023-11', '2026-09'),
  period: fc.constantFrom(...cockpitPeriods),
  versus: fc.constantFrom(...comparisons),
  threshold: fc.integer({ min: 0, max: 10_000 }).map((steps) => steps / 10_000),
  selected: fc.uniqueArray(id, { maxLength: 6 }),
});

test('what is written reads back', () => {
  fc.assert(
    fc.property(address, (given) => {
      expect(read(formatCockpitAddress(given))).toEqual({ address: given, problems: [] });
    }),
  );
});

test('any text at all is read without a throw, to an address with a stable text', () => {
  const part = fc.constantFrom(
    'month=',
    'sel=',
    'threshold=',
    'vs=',
    'period=',
    'circle=',
    '&',
    '2026-09',
    '%',
  );
  const noise = fc
    .array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 12 })))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(noise, (given) => {
      const written = formatCockpitAddress(read(given).address);
      expect(formatCockpitAddress(read(written).address)).toBe(written);
    }),
    { numRuns: 500 },
  );
});

test('nothing asked is the empty text', () => {
  expect(read('')).toEqual({ address: emptyCockpitAddress, problems: [] });
  expect(formatCockpitAddress(emptyCockpitAddress)).toBe('');
});

test.each([
  ['month=2026-13', 'month', 'notAMonth'],
  ['month=2026-09-30', 'month', 'notAMonth'],
  ['period=week', 'period', 'unknownValue'],
  ['vs=plan', 'vs', 'unknownValue'],
  ['threshold=-0.1', 'threshold', 'notANumber'],
  ['threshold=101%', 'threshold', 'outOfRange'],
  ['sel=a,b c', 'sel', 'unknownValue'],
  [`sel=${Array.from({ length: mostSelected + 1 }, (_, at) => `b${at}`).join(',')}`, 'sel', 'tooMany'],
  ['month=2026-01&month=2026-02', 'month', 'repeated'],
  ['circle=nowhere', 'circle', 'unknownValue'],
  ['hasOwnProperty=1', 'hasOwnProperty', 'unknownParameter'],
])('%s is left out and named', (text, parameter, reason) => {
  const { address: usable, problems } = read(text);
  expect(problems).toEqual([expect.objectContaining({ parameter, reason })]);
  const month = reason === 'repeated' ? '2026-01' : null;
  expect(usable).toEqual({ ...emptyCockpitAddress, month });
});

test('a share may be written in percent', () => {
  expect(read('threshold=36%25').address.threshold).toBe(0.36);
  expect(read('threshold=36%').address.threshold).toBe(0.36);
});

test('what only 找楼 shows is taken without complaint and not kept', () => {
  const { address: usable, problems } = read(
    '?circle=xiaobailou&sort=-gfa&page=3&at=39,117,12&cols=gfa&pick=a',
  );
  expect(problems).toEqual([]);
  expect(formatCockpitAddress(usable)).toBe('circle=xiaobailou');
});

test('找楼 is asked for the same buildings, by the filter alone', () => {
  const { address: usable } = read('grade=A&month=2026-09&sel=a,b&vs=before&threshold=0.2');
  expect(findTextOf(usable.query)).toBe('grade=A');
  expect(usable.query).toEqual({ ...emptyQuery, sets: { grade: ['A'] } });
});
