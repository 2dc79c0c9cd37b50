/** The texts by which journeys find things: the product's own catalogues, so that a rewording breaks nothing. */
import { createFigures } from '#domain/words/figures.ts';
import type { Locale } from '#domain/words/words.ts';
import { cardMessages } from '#format/messages/card.ts';
import { chartsMessages } from '#format/messages/charts.ts';
import { editingEn, editingZh } from '#format/messages/editing.ts';
import { recordsEn, recordsZh } from '#format/messages/records.ts';
import { messages } from '#format/messages.ts';

function wordsOf(locale: Locale) {
  const figures = createFigures(locale);
  const own =
    locale === 'zh' ? { editing: editingZh, records: recordsZh } : { editing: editingEn, records: recordsEn };
  const later = { card: cardMessages[locale], charts: chartsMessages[locale] };
  return {
    ...messages[locale],
    ...later,
    ...own,
    figures,
    clause: figures.words.clause,
    role: figures.words.role,
  };
}

export type PageWords = ReturnType<typeof wordsOf>;
export const zh = wordsOf('zh');
export const en = wordsOf('en');
