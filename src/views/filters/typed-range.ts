/** Reads what was typed into the ends of a range, in the units that people use for that field. */
import { monthlyRentFromDaily } from '#domain/measure.ts';
import { type RangeField, rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';
import type { RangeUnit } from '#domain/words/figures.ts';
import { parseTypedNumber } from '#format/typed-number.ts';
import type { End } from './range-axis.ts';

export type TypedEnd =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly reason: 'notANumber' | 'outOfRange' | 'aboveHigh' | 'belowLow' };

/** Unit words taken for each unit, as `parseTypedNumber` hands them over. */
const unitWords: Record<RangeUnit, RegExp> = {
  sqm: /^(m2|平|平米|平方|平方米)?$/,
  ratio: /^%?$/,
  yuanPerSqmMonth: /^(元|¥|(元|¥)?(\/(m2|平|平米|平方米))?\/?(月|天|日))?$/,
  yuanPerSqmYear: /^(元|(元)?\/(m2|平|平米|平方米)[·/]?年?)?$/,
  m: /^(m|米)?$/i,
  year: /^年?$/,
};

/** A rate is typed in percent, with or without the sign; a daily rent (`4.5元/㎡/天`) becomes monthly. */
function inFieldUnit(unit: RangeUnit, value: number, written: string): number {
  if (unit === 'ratio') return value / 100;
  if (unit === 'yuanPerSqmMonth' && /[天日]$/.test(written)) return monthlyRentFromDaily(value);
  return value;
}

/** An empty text opens the end. What is refused changes nothing. */
export function parseRangeEnd(field: RangeField, range: Range, end: End, text: string): TypedEnd {
  if (text.trim() === '') return { ok: true, value: null };
  const spec = rangeSpecs[field];
  const typed = parseTypedNumber(text);
  if (!typed || !unitWords[spec.unit].test(typed.unit)) return { ok: false, reason: 'notANumber' };
  const value = Math.round(inFieldUnit(spec.unit, typed.value, typed.unit) * spec.scale) / spec.scale;
  if (value < spec.min || value > spec.max) return { ok: false, reason: 'outOfRange' };
  if (end === 'lo' && range.hi !== null && value > range.hi) return { ok: false, reason: 'aboveHigh' };
  if (end === 'hi' && range.lo !== null && value < range.lo) return { ok: false, reason: 'belowLow' };
  return { ok: true, value };
}

/** Whole metres from 1 to 100,000, `1.2km` included; null when it is not that. */
export function parseTypedMetres(text: string): number | null {
  const typed = parseTypedNumber(text);
  const factor = typed ? metreWords[typed.unit.toLowerCase()] : undefined;
  if (!typed || factor === undefined) return null;
  const metres = Math.round(typed.value * factor);
  return metres >= 1 && metres <= 100_000 ? metres : null;
}

const metreWords: Readonly<Record<string, number>> = {
  '': 1,
  m: 1,
  米: 1,
  m以内: 1,
  米以内: 1,
  km: 1000,
  公里: 1000,
  千米: 1000,
};

const monthForms = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?$|^(\d{4})(\d{2})$/;

/** `2026-03`, `2026/3`, `2026.3`, `2026年3月`, `202603` as `YYYY-MM`; null when it is no month. */
export function parseTypedMonth(text: string): string | null {
  const match = monthForms.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (!match) return null;
  const month = Number(match[2] ?? match[4]);
  return month >= 1 && month <= 12 ? `${match[1] ?? match[3]}-${String(month).padStart(2, '0')}` : null;
}
