/** Numbers and days of the form as people type them: `1,500㎡`, `4.5元/㎡/天`, `3.5米`, `2027-3`. */
import type { BudgetUnit } from '#domain/matching/requirement.ts';
import { checkField } from '#domain/records/check.ts';
import { maybe } from '#domain/records/field.ts';
import { parseTypedNumber } from '#format/typed-number.ts';
import type { Typed } from '#ui/typed-field.tsx';
import type { MatchLanguage } from './use-match-words.ts';

export type NumberUnit = 'sqm' | 'm' | 'floors' | 'people' | BudgetUnit;

/** What may stand behind a number, in half-width letters. */
const accepted: Readonly<Record<NumberUnit, readonly string[]>> = {
  sqm: ['m2', '平', '平米', '平方米', '平方', 'sqm'],
  m: ['m', '米'],
  floors: ['层', 'floors', 'floor'],
  people: ['人', '名', 'people'],
  perSqmDay: ['元', '元/m2/天', '元/平/天', '元/平米/天', '元/m2·天', 'yuan', 'yuan/m2/day'],
  perSqmMonth: ['元', '元/m2/月', '元/平/月', '元/平米/月', '元/m2·月', 'yuan', 'yuan/m2/month'],
  perMonth: ['元', '元/月', 'yuan', 'yuan/month'],
  perYear: ['元', '元/年', 'yuan', 'yuan/year'],
};

export interface NumberSpec {
  readonly unit: NumberUnit;
  readonly range: { readonly min: number; readonly max: number };
  readonly isWhole?: boolean;
}

/** Reads a number in its unit; 2公里 is 2,000 m. */
export function typedNumber(
  text: string,
  { unit, range, isWhole = false }: NumberSpec,
  { match, figures }: MatchLanguage,
): Typed<number> {
  if (text.trim() === '') return { ok: true, value: null };
  const typed = parseTypedNumber(text);
  if (typed === null) return { ok: false, message: match.refused.number };
  const isFar = unit === 'm' && ['km', '公里', '千米'].includes(typed.unit.toLowerCase());
  if (typed.unit !== '' && !isFar && !accepted[unit].includes(typed.unit.toLowerCase())) {
    const names: Readonly<Record<NumberUnit, string>> = { ...match.units, ...match.budgetUnits };
    return { ok: false, message: match.refused.unit(names[unit]) };
  }
  const value = isFar ? typed.value * 1000 : typed.value;
  if (value < range.min || value > range.max) {
    const message = match.refused.range(figures.number(range.min), figures.number(range.max));
    return { ok: false, message };
  }
  if (isWhole && !Number.isInteger(value)) return { ok: false, message: match.refused.whole };
  return { ok: true, value };
}

/** A month or a day; `2027-3`, `2027/03`, `2027年3月` are the same month. */
export function typedStart(text: string, { match }: MatchLanguage): Typed<string> {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return { ok: true, value: null };
  const found = /^(\d{4})[-/.年](\d{1,2})(?:月|(?:[-/.月](\d{1,2})日?))?$/.exec(clean);
  const [, year = '', month = '', day] = found ?? [];
  const written = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join(
    '-',
  );
  const isReal = found !== null && checkField('startBy', maybe({ kind: 'dateOrMonth' }), written) === null;
  return isReal ? { ok: true, value: written } : { ok: false, message: match.refused.date };
}
