import { expect, test } from 'vitest';
import { corpusFile, corpusFiles, readText, scoreOf } from '../../../tests/extract-corpus.ts';

const texts = corpusFiles.flatMap(corpusFile);

test.each(['building', 'requirement'] as const)(
  'of what is read from %s texts 98 % is right, and of what they say 95 % is read',
  (kind) => {
    const own = texts.filter((text) => text.kind === kind);
    expect(own.length).toBeGreaterThanOrEqual(40);
    const { precision, recall, slips } = scoreOf(own);
    expect(precision, JSON.stringify(slips)).toBeGreaterThanOrEqual(0.98);
    expect(recall, JSON.stringify(slips)).toBeGreaterThanOrEqual(0.95);
  },
);

test('ids of the corpus are unique', () => {
  const ids = texts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(texts.map(({ id, ...text }) => [id, text] as const))(
  '%s: each value stands where it says',
  (_, text) => {
    const { items, notes } = readText(text);
    for (const { fields } of items) {
      for (const { span, text: words } of Object.values(fields)) {
        expect(words).toBe(text.text.slice(...span));
        expect(words).not.toBe('');
      }
    }
    for (const { span, text: words } of notes) if (span) expect(words).toBe(text.text.slice(...span));
  },
);
