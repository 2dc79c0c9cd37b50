/** Days, months, quarters and years of running text; relative ones are counted from a day that is given. */
import { plusMonths } from '../calendar.ts';
import { type IsoDate, monthFromNumber } from '../measure.ts';
import { numberAt } from './numerals.ts';

/** `value` is YYYY-MM-DD, YYYY-MM or, where the text tells no more, YYYY. */
export interface DateFound {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** The year was written, or told by 今 or 明. */
  readonly hasYear: boolean;
}

interface Part {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly hasYear?: boolean;
}

interface DateRule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, today: Today) => Part | IsoDate | null;
}

interface Today {
  readonly iso: IsoDate;
  readonly year: number;
  readonly month: number;
}

const han = '[〇零一二三四五六七八九十]';
const monthText = `\\d{1,2}|${han}{1,2}`;
const yearText = `(?:19|20|18)\\d{2}|[一二]${han}{3}|今|明|后|去|前|本|当|同`;
const ends = '(?:月?底|月?末|月?初|月?上旬|月?中旬|月?下旬)';
const english =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : (numberAt(text, 0)?.low ?? null);
}

const relativeYears: Readonly<Record<string, number>> = { 今: 0, 本: 0, 当: 0, 明: 1, 后: 2, 去: -1, 前: -2 };

function yearOf(text: string, today: Today): number | null {
  const relative = relativeYears[text];
  return relative === undefined ? numberOf(text) : today.year + relative;
}

/** The month that a part of a year ends with: 三季度, 上半年, 年底, Q2. */
function monthOfPart(text: string): number | null {
  const quarter = /([一二三四1-4])季度?|q([1-4])|([1-4])q/.exec(text);
  if (quarter) return (numberOf(quarter[1] ?? quarter[2] ?? quarter[3]) ?? 0) * 3;
  if (/上半年|年中|mid/.test(text)) return 6;
  if (/年初|early/.test(text)) return 1;
  return /下半年|底|末|内|end|late/.test(text) ? 12 : null;
}

function namedMonth(text: string | undefined): number | null {
  const at = monthNames.indexOf((text ?? '').slice(0, 3));
  return at < 0 ? null : at + 1;
}

/** The next such month from today on. */
function nextMonth(month: number, today: Today): Part {
  const year = month < today.month ? today.year + 1 : today.year;
  return { year, month, day: null, hasYear: false };
}

function later(text: string | undefined, scale: string, today: Today): IsoDate | null {
  const count = text === '半' ? 0.5 : numberOf(text);
  if (count === null) return null;
  if (/年|year/.test(scale)) return count > 50 ? null : plusMonths(today.iso, Math.round(count * 12));
  if (/月|month/.test(scale))
    return count > 600 ? null : plusMonths(today.iso, Math.max(1, Math.floor(count)));
  const days = count * (/周|星期|礼拜|week/.test(scale) ? 7 : 1);
  return days > 4_000 ? null : new Date(Date.parse(today.iso) + days * 86_400_000).toISOString().slice(0, 10);
}

const part = '(?:第?[一二三四1-4]季度?|q[1-4]|上半年|下半年)';

const rules: readonly DateRule[] = [
  {
    pattern: /((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})(?![\d㎡平米])/y,
    read: ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(${yearText})年 ?(${monthText})月(?:份)? ?(\\d{1,2}|${han}{1,3})[日号]`, 'y'),
    read: ([, year = '', month, day], today) => ({
      year: yearOf(year, today) ?? 0,
      month: numberOf(month),
      day: numberOf(day),
    }),
  },
  {
    pattern: new RegExp(`(${yearText})年 ?(${monthText})月(?:份)?${ends}?`, 'y'),
    read: ([, year = '', month], today) => ({
      year: yearOf(year, today) ?? 0,
      month: numberOf(month),
      day: null,
    }),
  },
  {
    pattern: new RegExp(`(${yearText})年? ?(${part}|年?底|年?末|年初|年中|初|中)`, 'y'),
    read: ([all, year = '', rest = ''], today) => {
      if (!all.includes('年') && /^(?:底|末|中|初)$/.test(rest)) return null;
      const text = rest === '初' ? '年初' : rest === '中' ? '年中' : rest;
      return { year: yearOf(year, today) ?? 0, month: monthOfPart(text), day: null };
    },
  },
  {
    pattern: new RegExp(`([今明后])(${monthText})月(?:份)?${ends}?`, 'y'),
    read: ([, year = '', month], today) => ({
      year: yearOf(year, today) ?? 0,
      month: numberOf(month),
      day: null,
    }),
  },
  {
    pattern: /((?:19|20)\d{2})[-./](\d{1,2})(?![\d㎡平米.万%元])/y,
    read: ([, year, month]) => ({ year: Number(year), month: Number(month), day: null }),
  },
  {
    pattern: new RegExp(`(${yearText})年(?!限|间|代|均|度)(?:内)?`, 'y'),
    read: ([all, year = ''], today) => ({
      year: yearOf(year, today) ?? 0,
      month: all.endsWith('内') ? 12 : null,
      day: null,
    }),
  },
  {
    pattern: new RegExp(
      `(?<![平米㎡块元每/])(半|\\d{1,3}|${han}{1,3}|两) ?(个月|年|周|个?星期|个?礼拜|天)(?:之内|以内|内|以?后|之后)`,
      'y',
    ),
    read: ([, count, scale = ''], today) => later(count === '两' ? '二' : count, scale, today),
  },
  {
    pattern: new RegExp(
      `(?<![\\d个${'一二三四五六七八九十'}])(${monthText})月(?:份)? ?(\\d{1,2})[日号]`,
      'y',
    ),
    read: ([, month, day], today) => ({ ...nextMonth(numberOf(month) ?? 0, today), day: numberOf(day) }),
  },
  {
    pattern: new RegExp(`(?<![\\d个/])(${monthText})月(?:份)?${ends}?(?![租均付])`, 'y'),
    read: ([, month], today) => nextMonth(numberOf(month) ?? 0, today),
  },
  {
    pattern: /(下个?|本|这个?)月(?:底|末|初|中旬)?(?!租)/y,
    read: ([, which = ''], today) => {
      const at = today.year * 12 + today.month - 1 + (which.startsWith('下') ? 1 : 0);
      return { year: Math.floor(at / 12), month: (at % 12) + 1, day: null };
    },
  },
  {
    pattern:
      /(?<![\d一二两三四五六七八九十个今明后去前半])(年底|年末|年内|下半年|上半年|月底|第?[一二三四]季度)/y,
    read: ([, text = ''], today) => {
      if (text === '月底') return { year: today.year, month: today.month, day: null };
      return nextMonth(monthOfPart(text) ?? 12, today);
    },
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${english})\\.?,? ((?:19|20)\\d{2})`, 'y'),
    read: ([, day, month, year]) => ({ year: Number(year), month: namedMonth(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(`(${english})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d{2})`, 'y'),
    read: ([, month, day, year]) => ({ year: Number(year), month: namedMonth(month), day: Number(day) }),
  },
  {
    pattern: new RegExp(
      `(?:(?:early|mid|late|the end of|end of)[- ])?(?<![a-z])(${english})\\.?,? (?:of )?((?:19|20)\\d{2}|next year|this year)`,
      'y',
    ),
    read: ([, month, year = ''], today) => ({
      year: englishYear(year, today),
      month: namedMonth(month),
      day: null,
    }),
  },
  {
    pattern:
      /(?:the )?(q[1-4]|(?:first|second|third|fourth) quarter)(?: of)? ((?:19|20)\d{2}|next year|this year)/y,
    read: ([, quarter = '', year = ''], today) => ({
      year: englishYear(year, today),
      month: monthOfPart(
        `q${/\d/.exec(quarter)?.[0] ?? ['first', 'second', 'third', 'fourth'].indexOf(quarter.split(' ')[0] ?? '') + 1}`,
      ),
      day: null,
    }),
  },
  {
    pattern: /((?:19|20)\d{2}) (q[1-4])/y,
    read: ([, year, quarter = '']) => ({ year: Number(year), month: monthOfPart(quarter), day: null }),
  },
  {
    pattern:
      /(?:the )?(early|mid|late|end of|year-end|end-)[- ]?((?:19|20)\d{2}|next year|this year|the year)/y,
    read: ([, which = '', year = ''], today) => ({
      year: englishYear(year, today),
      month: monthOfPart(which === 'early' ? 'early' : which === 'mid' ? 'mid' : 'end'),
      day: null,
    }),
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:by|before|in|from|next|end of|until|no later than|early|late|mid) )(next )?(${english})(?![a-z])(?: next year)?`,
      'y',
    ),
    read: ([all, , month], today) => {
      const named = namedMonth(month) ?? 0;
      return all.endsWith('next year')
        ? { year: today.year + 1, month: named, day: null }
        : nextMonth(named, today);
    },
  },
  {
    pattern:
      /(?<=\b(?:by|before|in|since|of|during|late|early|mid|from|until|built:?|completed:?|completion:|delivered|opened|year:) )((?:19|20|18)\d{2})(?![\d,.]*\d| ?(?:sqm|㎡|sq|people))/y,
    read: ([, year]) => ({ year: Number(year), month: null, day: null }),
  },
  {
    pattern: /(?:within|in) (?:the next )?(\d{1,2}|two|three|six) (months?|weeks?|years?)/y,
    read: ([, count = '', scale = ''], today) => {
      const words: Readonly<Record<string, string>> = { two: '2', three: '3', six: '6' };
      return later(words[count] ?? count, scale, today);
    },
  },
];

function englishYear(text: string, today: Today): number {
  if (/next/.test(text)) return today.year + 1;
  return /^\d/.test(text) ? Number(text) : today.year;
}

function written({ year, month, day }: Part): string | null {
  if (year < 1840 || year > 2100) return null;
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  const iso = monthFromNumber(year * 12 + month - 1);
  if (day === null) return iso;
  return day < 1 || day > 31 ? null : `${iso}-${String(day).padStart(2, '0')}`;
}

const mayBegin = /[\d一二三四五六七八九十今明后去前本当同下上这年月半两第a-z]/;

function dateAt(lower: string, at: number, today: Today): DateFound | null {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(lower);
    if (!match) continue;
    const found = read(match, today);
    if (found === null) continue;
    const value = typeof found === 'string' ? found : written(found);
    if (value === null) continue;
    const hasYear = typeof found === 'string' || found.hasYear !== false;
    return { start: at, end: at + match[0].length, value, hasYear };
  }
  return null;
}

/**
 * Dates in the order of the text.
 * @param today the day from which 明年, 年内 and 三个月内 are counted
 */
export function datesIn(lower: string, today: IsoDate): readonly DateFound[] {
  const from: Today = { iso: today, year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const found: DateFound[] = [];
  for (let at = 0; at < lower.length; at++) {
    const letter = lower.charAt(at);
    if (!mayBegin.test(letter)) continue;
    if (/[\da-z]/.test(letter) && /[\da-z.]/.test(lower.charAt(at - 1))) continue;
    const date = dateAt(lower, at, from);
    if (!date) continue;
    found.push(date);
    at = date.end - 1;
  }
  return found;
}
