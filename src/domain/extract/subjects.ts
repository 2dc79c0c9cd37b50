/** Where a text about several buildings, or of several enterprises, goes over to the next. */
import { englishNamesIn, namesIn } from './names.ts';
import type { Span } from './normalise.ts';
import type { Reading } from './reading.ts';

export interface Segment {
  readonly span: Span;
  /** What the building is called as a part of another: A座. null where it has a name of its own. */
  readonly label: { readonly value: string; readonly span: Span } | null;
}

export interface Segments {
  /** What stands before, between and behind, and holds for all. */
  readonly shared: readonly Span[];
  readonly own: readonly Segment[];
}

const letters = '[A-Za-z]|[东西南北]|\\d{1,2}号|[一二三四五六七八九]号';
const part = new RegExp(
  `(?:^|[，,。;；\\n:(]|其中|其中的|而|另有|[、和与])[ ]?((?:${letters})(?:座|栋|塔楼|塔|楼))(?![口前后下上内外旁和与、及/])`,
  'g',
);
const englishPart =
  /(?:^|[.;,\n] ?)((?:Tower|Block|Building) (?:[A-F]|One|Two|Three|[1-9]))(?![\w-])(?! and)/g;

interface Mark {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function marksOf(text: string, pattern: RegExp): Mark[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    return {
      value: value.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
      start,
      end: start + value.length,
    };
  });
}

/** 均为甲级写字楼 is said of all towers. */
function lastEnd(text: string, from: number, sentenceEnd: number): number {
  const ofAll = text.slice(from, sentenceEnd).search(/[，,](?:均|皆|都|两座|两栋|各座|全部|整体|项目|both)/);
  return ofAll < 0 ? sentenceEnd : from + ofAll;
}

const telling = new Set(['area', 'length', 'storeys', 'percent', 'rent']);

/** A座…；B座…: parts with figures of their own. */
export function partsOf(reading: Reading): Segments | null {
  const { text, figures, clauses, spanOf } = reading;
  const marks = [...marksOf(text, part), ...marksOf(text, englishPart)].toSorted((a, b) => a.start - b.start);
  const starts = marks.filter(({ value }, index) => index === 0 || marks[index - 1]?.value !== value);
  const firsts = starts.filter(
    ({ value }, index) => starts.findIndex((one) => one.value === value) === index,
  );
  if (firsts.length < 2) return null;
  const own = firsts.map((mark, index): Segment & { readonly from: number; readonly to: number } => {
    const next = firsts[index + 1]?.start;
    const to = next ?? lastEnd(text, mark.end, clauses.sentenceEnd(mark.end));
    return {
      from: mark.start,
      to,
      span: spanOf(mark.start, to),
      label: { value: mark.value, span: spanOf(mark.start, mark.end) },
    };
  });
  const isTold = own.every(({ from, to }) =>
    figures.some(({ start, measure }) => start >= from && start < to && telling.has(measure)),
  );
  if (!isTold) return null;
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return null;
  const shared = [spanOf(0, first.from), spanOf(Math.min(last.to, text.length), text.length)].filter(
    ([from, to]) => to > from,
  );
  return { shared, own };
}

/** A stretch of text about one building; two stretches of one name are about the same. */
export interface Subject {
  readonly name: string;
  readonly span: Span;
}

/** Places where a text begins to speak of another building, by its name at the head of a sentence. */
export function subjectsOf(reading: Reading): readonly Subject[] {
  const { text, spanOf } = reading;
  const heads = [...namesIn(text), ...englishNamesIn(text)]
    .filter(({ rank }) => rank >= 3)
    .toSorted((a, b) => a.start - b.start);
  const starts: { readonly value: string; readonly at: number }[] = [];
  for (const { value, start } of heads) {
    const before = starts.at(-1);
    if (before && (isSame(before.value, value) || before.at === start)) continue;
    starts.push({ value, at: headOf(text, start) });
  }
  if (starts.length < 2) return [];
  return starts.map(({ value, at }, index) => ({
    name: starts.find((one) => isSame(one.value, value))?.value ?? value,
    span: spanOf(index === 0 ? 0 : at, starts[index + 1]?.at ?? text.length),
  }));
}

/** 五号院 and 五号院写字楼 are one; so are a Chinese name and the English one in brackets behind it. */
function isSame(one: string, other: string): boolean {
  return (
    one.includes(other) ||
    other.includes(one) ||
    /[A-Za-z]/.test(one.charAt(0)) !== /[A-Za-z]/.test(other.charAt(0))
  );
}

/** Number and mark of a list belong to what they number. */
function headOf(text: string, at: number): number {
  const lead =
    /(?:[\d.、()一二三四五六七八①-⑩\-* ]{0,6}(?:项目名称|楼宇名称|名称|另有|此外|另外)?[::，,]? ?[“"《[]?)$/.exec(
      text.slice(Math.max(0, at - 14), at),
    );
  return at - (lead?.[0].length ?? 0);
}

const numbered = /(?:^|\n)[ ]?(?:[(]?\d{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十]{1,2}、|[-*·] ?)/g;

/** The entries of a numbered list. */
export function entriesOf(reading: Reading): readonly Span[] {
  const { text, spanOf } = reading;
  const starts = Array.from(text.matchAll(numbered), ({ index }) => index);
  if (starts.length < 2) return [];
  return starts.map((start, index) => spanOf(start, starts[index + 1] ?? text.length));
}
