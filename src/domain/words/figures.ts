/** The one formatter of figures: page, exports and API speak numbers alike. */
import type { Quantity } from '../measure.ts';
import { type RangeField, rangeSpecs } from '../query/fields.ts';
import type { Range } from '../query/query.ts';
import { wordsEn } from './en.ts';
import type { Locale, Words } from './words.ts';
import { wordsZh } from './zh.ts';

export type RangeUnit = (typeof rangeSpecs)[RangeField]['unit'];

export interface Figures {
  readonly words: Words;
  /** 12,345.6 — grouped, at most `digits` decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** 12,345.60 — grouped, always `digits` decimals, so that a column of amounts lines up. */
  readonly fixed: (value: number, digits: number) => string;
  /** 0.174 → "17.4%"; never more than one decimal. */
  readonly percent: (ratio: number, digits?: number) => string;
  /** Above six digits in 万 / 亿 (zh) or K / M / B (en), three significant digits. */
  readonly short: (value: number) => string;
  /** A value of a range field without its unit: `exact` for tables, else short for charts and chips. */
  readonly inUnit: (unit: RangeUnit, value: number) => string;
  /** With its unit, "2,200 ㎡"; unknown as the word for it. */
  readonly withUnit: (unit: RangeUnit, value: number | null) => string;
  /** With its bound, "≥ 85,000 ㎡". */
  readonly quantity: (unit: RangeUnit, quantity: Quantity | null) => string;
  /** "2,000–2,500 ㎡", "≤ 40%", "≥ 3.8 m". */
  readonly range: (field: RangeField, range: Range) => string;
  /** Metres below 1,000, kilometres above. */
  readonly distance: (metres: number) => string;
  /** "2026-10" → "2026年10月". */
  readonly month: (month: string) => string;
  readonly date: (date: string) => string;
}

const digitsOf: Record<RangeUnit, number> = {
  sqm: 2,
  ratio: 1,
  yuanPerSqmMonth: 2,
  yuanPerSqmYear: 0,
  m: 2,
  year: 0,
};

/** 4.7 m, 2,200 ㎡: a space; 40%: none. */
function join(figure: string, unit: string): string {
  return unit === '' || unit === '%' ? figure : `${figure} ${unit}`;
}

export function createFigures(locale: Locale): Figures {
  const words = locale === 'zh' ? wordsZh : wordsEn;
  const tag = locale === 'zh' ? 'zh-CN' : 'en';
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = formats.get(key) ?? new Intl.NumberFormat(tag, options);
    formats.set(key, known);
    return known;
  };
  const number = (value: number, digits = 2) =>
    format(`n${digits}`, { maximumFractionDigits: digits }).format(value);
  const fixed = (value: number, digits: number) =>
    format(`f${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const percent = (ratio: number, digits = 1) =>
    format(`p${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(ratio);
  const compact = format('c', { notation: 'compact', maximumSignificantDigits: 3 });
  const short = (value: number) =>
    Math.abs(value) < 1e6 && Math.abs(value) < (locale === 'zh' ? 1e5 : 1e6)
      ? number(value, 0)
      : compact.format(value);
  const inUnit = (unit: RangeUnit, value: number) => {
    if (unit === 'ratio') return percent(value);
    if (unit === 'year') return String(value);
    return number(value, digitsOf[unit]);
  };
  const withUnit = (unit: RangeUnit, value: number | null) =>
    value === null ? words.unknown : join(inUnit(unit, value), words.unit[unit]);
  return {
    words,
    number,
    fixed,
    percent,
    short,
    inUnit,
    withUnit,
    quantity: (unit, quantity) =>
      quantity === null ? words.unknown : words.bound[quantity.bound] + withUnit(unit, quantity.value),
    range: (field, range) => rangeText(words, inUnit, field, range),
    distance: (metres) => (metres < 1000 ? `${number(metres, 0)} m` : `${number(metres / 1000, 1)} km`),
    month: (month) => dateText(locale, month),
    date: (date) => dateText(locale, date),
  };
}

function rangeText(words: Words, inUnit: Figures['inUnit'], field: RangeField, { lo, hi }: Range): string {
  const unit = rangeSpecs[field].unit;
  if (lo !== null && hi !== null) {
    const both = lo === hi ? inUnit(unit, lo) : `${inUnit(unit, lo)}–${inUnit(unit, hi)}`;
    return join(both, words.unit[unit]);
  }
  if (lo !== null) return join(`≥ ${inUnit(unit, lo)}`, words.unit[unit]);
  return hi === null ? '' : join(`≤ ${inUnit(unit, hi)}`, words.unit[unit]);
}

function dateText(locale: Locale, date: string): string {
  if (locale === 'en') return date;
  const [year = '', month, day] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}
