import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSubjects, mostSubjects, parseSubjects, type Subject } from './ids.ts';

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const subject: fc.Arbitrary<Subject> = fc.record({
  buildingId: id,
  unitId: fc.option(id, { nil: null }),
});

test('what is written reads back, in its order', () => {
  const few = fc.uniqueArray(subject, {
    maxLength: mostSubjects,
    selector: (one) => formatSubjects([one]),
  });
  fc.assert(
    fc.property(few, (subjects) => {
      expect(parseSubjects(formatSubjects(subjects))).toEqual({ subjects, dropped: [] });
    }),
  );
});

test('any text at all is read without a throw, and what is read can be written', () => {
  const pieces = fc.constantFrom('a', 'b.c', '~', ',', '%', ' ', '五', '\ud83d', '-', 'x'.repeat(70));
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces, maxLength: 40 }));
  fc.assert(
    fc.property(texts, (text) => {
      const { subjects, dropped } = parseSubjects(text);
      expect(subjects.length).toBeLessThanOrEqual(mostSubjects);
      expect(parseSubjects(formatSubjects(subjects))).toEqual({ subjects, dropped: [] });
      for (const { text: named } of dropped) {
        expect(named.length).toBeLessThanOrEqual(60);
        expect(named.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a repeated, an impossible and a seventh id are dropped, each with its reason', () => {
  const { subjects, dropped } = parseSubjects('a,b~1,a,五号院,c,d,e~2~3,e,f,g,');
  expect(formatSubjects(subjects)).toBe('a,b~1,c,d,e,f');
  expect(dropped).toEqual([
    { text: 'a', reason: 'repeated' },
    { text: '五号院', reason: 'notAnId' },
    { text: 'e~2~3', reason: 'notAnId' },
    { text: 'g', reason: 'tooMany' },
  ]);
});

test('a building and a unit of it are two', () => {
  expect(parseSubjects('a,a~1').subjects).toEqual([
    { buildingId: 'a', unitId: null },
    { buildingId: 'a', unitId: '1' },
  ]);
});
