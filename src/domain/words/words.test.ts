import { expect, test } from 'vitest';
import { wordsEn } from './en.ts';
import type { Words } from './words.ts';
import { wordsZh } from './zh.ts';

/** Every path to a text, with the text. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value('\u2460', '\u2461'))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const textsOf = (words: Words) => new Map(texts(words));

test('both languages have the same words', () => {
  expect([...textsOf(wordsEn).keys()].sort()).toEqual([...textsOf(wordsZh).keys()].sort());
});

/** Words that are nothing in a language: a year has no unit in English, an exact figure no sign. */
const mayBeEmpty = ['.bound.exact', '.unit.year', '.tenThousand.big', '.tenThousand.huge'];

test.each([
  ['zh', wordsZh],
  ['en', wordsEn],
] as const)('no word of %s is empty or padded but the separators and signs', (_, words) => {
  for (const [path, text] of textsOf(words)) {
    if (!mayBeEmpty.includes(path)) expect(text.trim(), path).not.toBe('');
    if (!path.startsWith('.bound.') && !path.endsWith('Separator')) expect(text, path).toBe(text.trim());
  }
});

test.each([
  ['zh', wordsZh],
  ['en', wordsEn],
] as const)('in %s no two values or clauses share a word', (_, words) => {
  const { carrierType, status, grade, tenure, green, industry, role, clause } = words;
  for (const table of [carrierType, status, grade, tenure, green, industry, role]) {
    const named = Object.values(table);
    expect(new Set(named).size).toBe(named.length);
  }
  const named = Object.values(clause);
  expect(new Set(named).size).toBe(named.length);
});

test('sentences carry what they are given', () => {
  for (const words of [wordsZh, wordsEn]) {
    for (const say of [words.withinMetro, words.availableBy, words.nearPoint])
      expect(say('①')).toContain('①');
    expect(words.sortedBy('①', true)).toContain('①');
    expect(words.sortedBy('①', true)).not.toBe(words.sortedBy('①', false));
  }
});

test('the Chinese words are Chinese and the English words are not', () => {
  for (const [path, text] of textsOf(wordsEn)) expect(text, path).not.toMatch(/\p{Script=Han}/u);
  for (const table of [wordsZh.clause, wordsZh.industry, wordsZh.status, wordsZh.grade, wordsZh.role]) {
    for (const text of Object.values(table)) expect(text).toMatch(/\p{Script=Han}/u);
  }
});
