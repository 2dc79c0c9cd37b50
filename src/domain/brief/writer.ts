/** Figures of the brief as they are written. */
import type { IndicatorUnit } from '../indicators/spec.ts';
import { coverageInWords } from '../words/coverage.ts';
import { createFigures, type Figures } from '../words/figures.ts';
import type { Locale } from '../words/words.ts';
import { type Change, changeOf } from './change.ts';
import { type BriefPart, filled, type NoteKey } from './parts.ts';
import { type BriefWords, briefWords, type Counted } from './words.ts';

export interface BriefWriter {
  readonly words: BriefWords;
  readonly figures: Figures;
  readonly value: (unit: IndicatorUnit, value: number, note: NoteKey) => BriefPart;
  readonly change: (unit: IndicatorUnit, change: Change, note: NoteKey) => BriefPart;
  readonly count: (value: number, note: NoteKey) => BriefPart;
  /** Nothing where all is covered. */
  readonly covered: (coverage: number | null, note: NoteKey) => readonly BriefPart[];
  /** The pattern that suits how many there are. */
  readonly counted: (pattern: Counted, count: number) => string;
}

export function createWriter(locale: Locale): BriefWriter {
  const words = briefWords[locale];
  const figures = createFigures(locale);
  const number = (text: string, value: number, note: NoteKey): BriefPart => ({
    kind: 'number',
    text,
    value,
    note,
  });
  const value: BriefWriter['value'] = (unit, given, note) =>
    number(valueText(unit, given, words, figures), given, note);
  const count: BriefWriter['count'] = (given, note) => number(figures.number(given, 0), given, note);
  return {
    words,
    figures,
    value,
    count,
    change: (unit, { size, form }, note) => {
      if (form === 'points')
        return number(`${figures.number(size * 100, 1)} ${words.units.points}`, size, note);
      return form === 'share'
        ? number(figures.percent(size), size, note)
        : number(valueText(unit, size, words, figures), size, note);
    },
    covered: (coverage, note) =>
      coverage === null || coverage >= 1
        ? []
        : filled(words.covered, { share: number(coverageInWords(coverage, figures), coverage, note) }),
    counted: (pattern, given) => (given === 1 ? pattern.one : pattern.other),
  };
}

/** A value with its unit, "81.2%", "12万 ㎡"; the same everywhere in the brief. */
export function valueText(unit: IndicatorUnit, value: number, words: BriefWords, figures: Figures): string {
  switch (unit) {
    case 'ratio':
      return figures.percent(value);
    case 'index':
      return figures.fixed(value, 3);
    case 'count':
    case 'tier':
      return figures.number(value, 0);
    case 'years':
    case 'months':
      return `${figures.number(value, 1)} ${words.units[unit]}`;
    case 'yuanPerSqmMonth':
      return `${figures.number(value, 2)} ${figures.words.unit.yuanPerSqmMonth}`;
    case 'sqm':
    case 'yuanPerSqmYear':
      return `${figures.short(value)} ${figures.words.unit[unit]}`;
    case 'yuan':
    case 'yuanPerHead':
      return `${figures.short(value)} ${words.units[unit]}`;
  }
}

/** "up 0.4 pp on the month before", from patterns by direction. */
export function changeParts(
  unit: IndicatorUnit,
  {
    before,
    now,
    isSigned,
  }: { readonly before: number | null; readonly now: number; readonly isSigned: boolean },
  note: NoteKey,
  patterns: BriefWords['before'],
  writer: BriefWriter,
): readonly BriefPart[] {
  const change = changeOf(unit, before, now, isSigned);
  return filled(patterns[change.direction], { by: writer.change(unit, change, note) });
}
