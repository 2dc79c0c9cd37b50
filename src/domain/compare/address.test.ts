import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareViews, formatAddress, moved, parseAddress } from './address.ts';
import { formatSubject, mostSubjects, parseSubjects } from './ids.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const subjects = fc
  .uniqueArray(id, { maxLength: mostSubjects })
  .map((ids) => parseSubjects(ids.join(',')).subjects);
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((given) => given.isWellFormed());
const name = text.filter((given) => given !== '' && !['ids', 'diff', 'view', 'pin'].includes(given));

test('what is written reads back, the pairs of others included', () => {
  const address = fc.record({
    subjects,
    place: fc.nat({ max: mostSubjects }),
    differencesOnly: fc.boolean(),
    view: fc.constantFrom(...compareViews),
    others: fc.array(fc.tuple(name, text), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(address, ({ place, ...rest }) => {
      const stays = place > 0 ? rest.subjects[place] : undefined;
      const given = { ...rest, pinned: stays ? formatSubject(stays) : null };
      expect(parseAddress(formatAddress(given))).toEqual({ ...given, dropped: [] });
    }),
  );
});

test('any text at all is read without a throw, to an address with a stable text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (given) => {
      const written = formatAddress(parseAddress(given));
      expect(formatAddress(parseAddress(written))).toBe(written);
    }),
    { numRuns: 500 },
  );
});

test('a switch or a view that does not exist is the usual one', () => {
  expect(parseAddress('?ids=a,b&diff=yes&view=map')).toMatchObject({ differencesOnly: false, view: 'table' });
  expect(parseAddress('ids=a&diff=1&view=radar')).toMatchObject({ differencesOnly: true, view: 'radar' });
});

test('the column that stays is named unless it is the first, and only if it is there', () => {
  expect(parseAddress('ids=a,b~101,c&pin=b~101').pinned).toBe('b~101');
  expect(parseAddress('ids=a,b&pin=z').pinned).toBeNull();
  expect(formatAddress({ ...parseAddress('ids=a,b'), pinned: 'b' })).toBe('ids=a,b&pin=b');
  expect(formatAddress({ ...parseAddress('ids=a,b&pin=b'), pinned: 'a' })).toBe('ids=a,b');
});

test('moving keeps every subject, and stops at both ends', () => {
  const { subjects: abc } = parseSubjects('a,b,c');
  const ids = (given: typeof abc) => given.map(({ buildingId }) => buildingId).join('');
  expect(ids(moved(abc, 0, 1))).toBe('bac');
  expect(ids(moved(abc, 2, -2))).toBe('cab');
  expect(ids(moved(abc, 2, 1))).toBe('abc');
  expect(ids(moved(abc, 0, -1))).toBe('abc');
  expect(ids(moved(abc, 9, 1))).toBe('abc');
});
