/** One spelling for all the spellings of a pasted text, with the way back to the place in the original. */
import { simplifiedOf } from './traditional.ts';

/** UTF-16 offsets into the original text: the first, and the one behind the last. */
export type Span = readonly [start: number, end: number];

export interface Normalised {
  readonly original: string;
  /** Half width, simplified, one dash, one tilde, no tags, no invisible characters. */
  readonly text: string;
  /** The same with Latin letters in lower case; as long as `text`. */
  readonly lower: string;
  /** Where a piece of `text` stands in the original. */
  readonly spanOf: (start: number, end: number) => Span;
}

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\0]/;
const spaces = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const oneForOne: ReadonlyMap<string, string> = new Map([
  ...['〜', '∼', '˜'].map((mark) => [mark, '~'] as const),
  ...['—', '–', '−', '‐', '‑', '―', '─'].map((mark) => [mark, '-'] as const),
  ...['•', '・', '∙'].map((mark) => [mark, '·'] as const),
  ...['「', '『', '〝'].map((mark) => [mark, '“'] as const),
  ...['」', '』', '〞'].map((mark) => [mark, '”'] as const),
  ...['【', '〔', '〖'].map((mark) => [mark, '['] as const),
  ...['】', '〕', '〗'].map((mark) => [mark, ']'] as const),
  ['\u2028', '\n'],
  ['\u2029', '\n'],
  ['¥', '¥'],
  ['￥', '¥'],
  ['﹪', '%'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['²', '2'],
  ['○', '〇'],
  ['廿', '二十'],
  ['卅', '三十'],
]);
const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  ensp: ' ',
  emsp: ' ',
};
const lineTags = /^<\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|hr)\b/i;

/** What a character becomes: nothing, a space, or another one. Wide commas stay: they part clauses, not digits. */
function plainOf(character: string): string {
  if (invisible.test(character)) return '';
  if (spaces.test(character)) return ' ';
  const known = oneForOne.get(character) ?? simplifiedOf.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  if (code === 0xff0c || code < 0xff01 || code > 0xff5e) return character;
  return String.fromCharCode(code - 0xfee0);
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A tag is no word. What a script or a style sheet holds is none either. */
function tagAt(original: string, at: number): Piece | null {
  if (!/^<[a-z/!]/i.test(original.slice(at, at + 2))) return null;
  const close = original.slice(at, at + 2_000).indexOf('>');
  if (close < 0) return null;
  const tag = original.slice(at, at + close + 1);
  const silent = /^<(script|style)\b/i.exec(tag)?.[1]?.toLowerCase();
  if (silent !== undefined) {
    const rest = original.slice(at).search(new RegExp(`</${silent}\\s{0,9}>`, 'i'));
    const end = rest < 0 ? at + tag.length : original.indexOf('>', at + rest) + 1;
    return { text: '\n', start: at, end };
  }
  const text = lineTags.test(tag) ? '\n' : /^<\/?t[dh]\b/i.test(tag) ? ' ' : '';
  return { text, start: at, end: at + tag.length };
}

function pieceAt(original: string, at: number): Piece {
  const character = original.charAt(at);
  const one = (text: string, length = 1) => ({ text, start: at, end: at + length });
  if (character === '<') return tagAt(original, at) ?? one('<');
  if (character === '&') {
    const name = /^&(#39|[a-z]{2,4});/i.exec(original.slice(at, at + 7))?.[1]?.toLowerCase() ?? '';
    const known = entities[name];
    return known === undefined ? one('&') : one(known, name.length + 2);
  }
  if (character === '\r') return one(original.charAt(at + 1) === '\n' ? '' : '\n');
  const squared = /^m(?:2(?!\d)|²|\^2|２)/i.exec(original.slice(at, at + 4));
  if (squared && !/[a-z]/i.test(original.charAt(at - 1))) return one('㎡', squared[0].length);
  return one(plainOf(character));
}

const digitOrMark = /[\d.%㎡]/;
const han = /\p{Script=Han}/u;

/** A space between a figure and a Chinese word says nothing; between two words it may part them. */
function isIdle(before: string, after: string): boolean {
  if (before === '' || before === ' ' || before === '\n') return true;
  if (digitOrMark.test(before) && before !== '㎡' && before !== '%')
    return han.test(after) || /[㎡%]/.test(after);
  return han.test(before) && digitOrMark.test(after);
}

/**
 * Makes a text comparable. Takes any string, and linear time but for scripts without an end.
 * Every character of the result knows the place in the original that it stands for.
 */
export function normalise(original: string): Normalised {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = ({ text, start, end }: Piece) => {
    parts.push(text);
    for (let letter = 0; letter < text.length; letter++) {
      starts.push(start);
      ends.push(end);
    }
  };
  let pending: Piece | null = null;
  for (let at = 0; at < original.length; ) {
    const piece = pieceAt(original, at);
    at = piece.end;
    if (piece.text === '') continue;
    if (piece.text === ' ') {
      pending ??= piece;
      continue;
    }
    if (pending && !isIdle(parts.at(-1) ?? '', piece.text)) put(pending);
    pending = null;
    put(piece);
  }
  const text = withGroups(parts.join(''));
  return {
    original,
    text,
    lower: text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()),
    spanOf: (start, end) => [
      starts[start] ?? original.length,
      ends[end - 1] ?? starts[start] ?? original.length,
    ],
  };
}

/** 1，500平: a wide comma that parts thousands. */
function withGroups(text: string): string {
  return text.replaceAll(/(?<![\d.])(\d{1,3})，(\d{3})(?=[㎡平方元余多人\-~至到])/g, '$1,$2');
}
