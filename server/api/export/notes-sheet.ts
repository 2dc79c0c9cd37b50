/** The last sheet of a workbook: what the others are, in words. */
import { bounds } from '#domain/measure.ts';
import type { Locale, Words } from '#domain/words/words.ts';
import { dayNumber } from './typed-cells.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import { workbookNotesEn, workbookNotesZh } from './workbook-notes.ts';
import type { Styles } from './workbook-styles.ts';

/** A heading, '' for one more line under the same, and what it says. */
export type Note = readonly [name: string, value: string | number | { readonly date: string }];

export function workbookNotes(locale: Locale): typeof workbookNotesZh {
  return locale === 'zh' ? workbookNotesZh : workbookNotesEn;
}

export function notesSheet(notes: readonly Note[], locale: Locale, styles: Styles): Sheet {
  const label = styles.of('label');
  const wrapped = styles.of('wrapped');
  const date = styles.of('wrapped', 'yyyy-mm-dd');
  return {
    name: workbookNotes(locale).sheet,
    widths: [18, 100],
    table: null,
    paper: { orientation: 'portrait' },
    rows: notes.map(([name, value]): readonly SheetCell[] => [
      name === '' ? null : { value: name, style: label },
      typeof value === 'object'
        ? { value: dayNumber(value.date) ?? value.date, style: date }
        : { value, style: wrapped },
    ]),
  };
}

/** How cells are to be read, in every workbook. */
export function cellNotes(words: Words): readonly Note[] {
  const texts = workbookNotes(words.locale);
  const signs = bounds.map((bound) => words.bound[bound].trim()).filter((sign) => sign !== '');
  return [
    [words.unknown, texts.unknown(words.unknown)],
    [texts.bound, texts.boundNote(signs.join(' '))],
    [texts.rate, texts.rateNote],
    [texts.date, texts.dateNote],
    [texts.text, texts.textNote],
  ];
}

/** A heading with several lines under it. */
export function paragraph(name: string, lines: readonly string[]): readonly Note[] {
  return lines.map((line, place) => [place === 0 ? name : '', line]);
}
