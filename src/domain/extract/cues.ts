/** Words that announce a figure or state a fact, and where a text has them. */
import type { Measure } from './units.ts';

/**
 * A word beside a figure says which field the figure is of. `field` null: the figure belongs to nothing that is
 * asked for, and no other word may claim it.
 */
export interface FigureRule {
  readonly kind: 'figure';
  readonly field: string | null;
  readonly measures: readonly Measure[];
  readonly words: string;
  /** Used only while no stricter word gives the field. */
  readonly isWeak?: boolean;
  /** Code of the note that tells where such a figure went. */
  readonly note?: string;
}

/** A word that is a value by itself. */
export interface WordRule {
  readonly kind: 'word';
  readonly field: string;
  readonly value: string | boolean;
  readonly words: string;
  /** Right before the word within its clause: it says nothing then. */
  readonly unless?: RegExp;
  /** Right behind it. */
  readonly unlessAfter?: RegExp;
  readonly isWeak?: boolean;
}

export type Rule = FigureRule | WordRule;

export interface Cue<R extends Rule = Rule> {
  readonly rule: R;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

type Entries = ReadonlyMap<string, readonly (readonly [word: string, rules: readonly Rule[]])[]>;

export interface CueTable {
  readonly entries: Entries;
}

/** Words are parted by |, spaces are part of them. */
export function cueTable(rules: readonly Rule[]): CueTable {
  const byWord = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const word of rule.words.split('|')) byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  }
  const entries = new Map<string, [string, readonly Rule[]][]>();
  for (const [word, own] of [...byWord].toSorted(([a], [b]) => b.length - a.length)) {
    const first = word.charAt(0);
    entries.set(first, [...(entries.get(first) ?? []), [word, own]]);
  }
  return { entries };
}

const letter = /[a-z]/;

function standsAlone(lower: string, word: string, at: number): boolean {
  const end = at + word.length;
  if (letter.test(word.charAt(0)) && letter.test(lower.charAt(at - 1))) return false;
  return !(letter.test(word.charAt(word.length - 1)) && letter.test(lower.charAt(end)));
}

/** Every word of a table in a text, the longest where several begin; none within another. */
export function cuesIn(lower: string, { entries }: CueTable): readonly Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < lower.length; at++) {
    const entry = entries
      .get(lower.charAt(at))
      ?.find(([word]) => lower.startsWith(word, at) && standsAlone(lower, word, at));
    if (!entry) continue;
    const [word, rules] = entry;
    for (const rule of rules) found.push({ rule, word, start: at, end: at + word.length });
    at += word.length - 1;
  }
  return found;
}
