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

/** Above this a price without a unit is the price of the whole: hardly a ㎡ costs so much, hardly a space less. */
const wholeFrom = 200_000;
const wholeSign = /^(总价|total):?/i;
const wholeUnit = new RegExp(`^${yuan}(/?套|总价|(/?in)?total)$`);

/** Whether a figure without a unit is the price of the whole. */
export function isWholePrice(amount: number): boolean {
  return amount > wholeFrom;
}

/**
 * `总价15万`, `15万元/套` and `150,000 total` are for the whole, `25000元/㎡` for a ㎡; without such words a figure
 * is for a ㎡ up to 200,000 元 (`2.5万`), and for the whole above (`60万元`, `1.2亿`).
 */
export function parsePrice(text: string, context: TypingContext): TypedAssumption<PriceAmount> {
  const clean = text.normalize('NFKC').trim();
  if (clean === '') return { ok: true, value: null };
  const whole = readWhole(clean);
  const figure = whole ?? read('yuanPerSqm', clean);
  const isWhole =
    whole !== null || (figure !== null && !figure.unit.includes('/') && isWholePrice(figure.value));
  const amount = judged(isWhole ? 'priceTotal' : 'pricePerSqm', figure?.value ?? Number.NaN, context);
  if (!amount.ok) return amount;
  return {
    ok: true,
    value: amount.value === null ? null : { amount: amount.value, per: isWhole ? 'total' : 'sqm' },
  };
}

/** null: the text does not say that the price is for the whole. */
function readWhole(text: string): Figure | null {
  const sign = wholeSign.exec(text)?.[0] ?? '';
  const typed = parseTypedNumber(text.slice(sign.length));
  if (typed === null) return null;
  const unit = typed.unit.toLowerCase();
  const isSaid = wholeUnit.test(unit) || (sign !== '' && unitWords.yuan.test(unit));
  return isSaid ? { value: typed.value, unit } : null;
}
