/** Reads what was typed for an assumption, in the units that people use for it: `5.2元/㎡/天`, `3%`, `1.2万`, `3年`. */
import { type CostAssumptions, daysIn, type PriceAmount, type RentAmount } from '#domain/cost/assumptions.ts';
import {
  type AssumptionField,
  type AssumptionUnit,
  assumptionSpecs,
  atPrecision,
  type RangeViolation,
  whyNotAssumption,
} from '#domain/cost/range.ts';
import { parseTypedNumber } from '#format/typed-number.ts';

export type TypedAssumption<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly violation: RangeViolation };

export type TypingContext = Pick<CostAssumptions, 'termMonths' | 'rentFreeMonths' | 'rentUnit' | 'dayCount'>;

const yuan = '(元|¥|￥|cny)?';
const sqm = '(m2|平|平米|平方|平方米)';
const month = '(个?月|months?)';

/** Unit words as `parseTypedNumber` hands them over, in lower case; the wide ￥ arrives as ¥. */
const unitWords: Readonly<Record<AssumptionUnit, RegExp>> = {
  sqm: new RegExp(`^${sqm}?$`),
  months: /^(个?月|months?|m|年|years?|y)?$/,
  years: /^(年|years?|y)?$/,
  ratio: /^%?$/,
  count: /^(个|个车位|位|spaces?)?$/,
  yuan: new RegExp(`^${yuan}$`),
  yuanPerSqm: new RegExp(`^${yuan}(/${sqm})?$`),
  yuanPerSqmMonth: new RegExp(`^${yuan}(/${sqm})?(/?(${month}|天|日|day|d))?$`),
  yuanPerSqmDay: new RegExp(`^${yuan}(/${sqm})?(/?(天|日|day|d))?$`),
  yuanPerSqmYear: new RegExp(`^${yuan}(/${sqm})?([·/]?(年|year))?$`),
  yuanPerSpaceMonth: new RegExp(`^${yuan}(/?(个|位|车位|space))?(/?${month})?$`),
};

const isYears = /^(年|years?|y)$/;
const isDaily = /(天|日|day|d)$/;
const isMonthly = /(月|months?)$/;

interface Figure {
  readonly value: number;
  readonly unit: string;
}

function read(unit: AssumptionUnit, text: string): Figure | null {
  const typed = parseTypedNumber(text);
  const written = typed?.unit.toLowerCase() ?? '';
  return typed && unitWords[unit].test(written) ? { value: typed.value, unit: written } : null;
}

/** Figures in the unit of the field: rates 0–1, terms in months, a daily fee as a monthly one. */
function inFieldUnit(field: AssumptionField, { value, unit }: Figure, context: TypingContext): number {
  const own: AssumptionUnit = assumptionSpecs[field].unit;
  if (own === 'ratio') return value / 100;
  if (own === 'months' && isYears.test(unit)) return value * 12;
  if (own === 'yuanPerSqmMonth' && isDaily.test(unit)) return value * daysIn(context.dayCount);
  return value;
}

function judged(field: AssumptionField, value: number, context: TypingContext): TypedAssumption<number> {
  const violation = whyNotAssumption(field, value, context);
  return violation ? { ok: false, violation } : { ok: true, value: atPrecision(field, value) };
}

/** A rate is typed in percent, with or without the sign. An empty text is null; the caller knows whether it may be. */
export function parseAssumption(
  field: AssumptionField,
  text: string,
  context: TypingContext,
): TypedAssumption<number> {
  if (text.trim() === '') return { ok: true, value: null };
  const figure = read(assumptionSpecs[field].unit, text);
  return judged(field, figure === null ? Number.NaN : inFieldUnit(field, figure, context), context);
}

/** A plain number is in the unit in which rents are shown; a written unit goes before it. */
export function parseRent(text: string, context: TypingContext): TypedAssumption<RentAmount> {
  if (text.trim() === '') return { ok: true, value: null };
  const figure = read('yuanPerSqmMonth', text);
  const isSaid = figure !== null && (isDaily.test(figure.unit) || isMonthly.test(figure.unit));
  const per = isSaid ? (isDaily.test(figure.unit) ? 'day' : 'month') : context.rentUnit;
  const amount = judged(per === 'day' ? 'rentPerDay' : 'rent', figure?.value ?? Number.NaN, context);
  return amount.ok
    ? { ok: true, value: amount.value === null ? null : { amount: amount.value, per } }
    : amount;
}

/** From this on a price without a unit is the price of the whole: no ㎡ costs 元 1,000,000. */
const wholeFrom = assumptionSpecs.pricePerSqm.max;

/** `2.5万` and `25000元/㎡` are for a ㎡, `6000万元` and `1.2亿` for the whole. */
export function parsePrice(text: string, context: TypingContext): TypedAssumption<PriceAmount> {
  if (text.trim() === '') return { ok: true, value: null };
  const figure = read('yuanPerSqm', text);
  const isWhole = figure !== null && !figure.unit.includes('/') && figure.value > wholeFrom;
  const amount = judged(isWhole ? 'priceTotal' : 'pricePerSqm', figure?.value ?? Number.NaN, context);
  if (!amount.ok) return amount;
  return {
    ok: true,
    value: amount.value === null ? null : { amount: amount.value, per: isWhole ? 'total' : 'sqm' },
  };
}
