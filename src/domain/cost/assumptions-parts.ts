/** The parameters of the grammar of assumptions, one reader and one writer for each notation. */
import { parseSubject } from '../compare/ids.ts';
import type { ProblemReason } from '../query/problem.ts';
import {
  type CostAssumptions,
  defaultAssumptions,
  noOwnFigures,
  type OwnFigures,
  type PriceAmount,
  type RentAmount,
} from './assumptions.ts';
import { type AssumptionField, assumptionSpecs, atPrecision, whyNotAssumption } from './range.ts';

interface Trouble {
  readonly reason: ProblemReason;
  readonly allowed: string;
}

/** What could be read, and what is wrong with the rest. */
export interface Reading {
  readonly part: Partial<CostAssumptions>;
  readonly trouble: Trouble | null;
}

export interface Parameter {
  readonly read: (text: string) => Reading;
  /** null: nothing differs from the defaults. */
  readonly write: (assumptions: CostAssumptions) => string | null;
}

type Result<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Trouble);

function refused(reason: ProblemReason, allowed: string): { readonly ok: false } & Trouble {
  return { ok: false, reason, allowed };
}

function filling<T>(result: Result<T>, fill: (value: T) => Partial<CostAssumptions>): Reading {
  if (result.ok) return { part: fill(result.value), trouble: null };
  return { part: {}, trouble: { reason: result.reason, allowed: result.allowed } };
}

const decimal = /^-?(\d+\.?\d*|\.\d+)$/;
/** Wide enough for each field alone; how term and rent-free months bear on each other is checked at the end. */
const freely = { termMonths: assumptionSpecs.termMonths.max, rentFreeMonths: 0 };

function parsedFigure(field: AssumptionField, text: string): Result<number> {
  const { unit, min, max } = assumptionSpecs[field];
  const isPercent = unit === 'ratio' && text.endsWith('%');
  const digits = isPercent ? text.slice(0, -1) : text;
  const allowed = `${min}–${max}`;
  if (!decimal.test(digits)) return refused('notANumber', allowed);
  const written = isPercent ? Number(digits) / 100 : Number(digits);
  const violation = whyNotAssumption(field, written, freely);
  if (violation === null) return { ok: true, value: atPrecision(field, written) };
  return refused(violation.reason === 'outOfRange' ? 'outOfRange' : 'notANumber', allowed);
}

/** Assumptions that are plain figures. */
type FigureField = {
  [K in keyof CostAssumptions]: K extends AssumptionField
    ? CostAssumptions[K] extends number | null
      ? K
      : never
    : never;
}[keyof CostAssumptions];

/** `1800`; a rate `0.05` or `5%`. */
export function figure(field: FigureField): Parameter {
  return {
    read: (text) => filling(parsedFigure(field, text), (value) => ({ [field]: value })),
    write: (assumptions) => {
      const value = assumptions[field];
      return value === null || value === defaultAssumptions[field] ? null : String(value);
    },
  };
}

/** `10x800`. */
export function product(first: FigureField, second: FigureField): Parameter {
  return {
    read: (text) => {
      const [a = '', b = '', ...rest] = text.split('x');
      const results = [parsedFigure(first, a), parsedFigure(second, b)] as const;
      const wrong = results.find((result) => !result.ok);
      const allowed = [first, second].map((field) => {
        const { min, max } = assumptionSpecs[field];
        return `${min}–${max}`;
      });
      if (rest.length > 0 || wrong !== undefined) {
        const reason = wrong && !wrong.ok ? wrong.reason : 'notANumber';
        return { part: {}, trouble: { reason, allowed: `n x n: ${allowed.join(' x ')}` } };
      }
      const [left, right] = results;
      return {
        part: { ...(left.ok && { [first]: left.value }), ...(right.ok && { [second]: right.value }) },
        trouble: null,
      };
    },
    write: (assumptions) => {
      const isDefault = [first, second].every((field) => assumptions[field] === defaultAssumptions[field]);
      return isDefault ? null : `${assumptions[first]}x${assumptions[second]}`;
    },
  };
}

/** One of a few words; `words` gives each value its word. */
export function choice<K extends 'areaBasis' | 'rentUnit' | 'dayCount' | 'rentFree'>(
  field: K,
  words: Readonly<Record<CostAssumptions[K], string>>,
): Parameter {
  const entries = Object.entries<string>(words);
  return {
    read: (text) => {
      const chosen = entries.find(([, word]) => word === text);
      if (chosen) return { part: { [field]: chosen[0] }, trouble: null };
      const allowed = entries.map(([, word]) => word).join(', ');
      return { part: {}, trouble: { reason: 'unknownValue', allowed } };
    },
    write: (assumptions) =>
      assumptions[field] === defaultAssumptions[field] ? null : words[assumptions[field]],
  };
}

/** `1`: yes. */
export function switched(field: 'rentIncludesFee' | 'rentFreeCoversFee' | 'depositCoversFee'): Parameter {
  return {
    read: (text) =>
      text === '1'
        ? { part: { [field]: true }, trouble: null }
        : { part: {}, trouble: { reason: 'notASwitch', allowed: '1' } },
    write: (assumptions) => (assumptions[field] ? '1' : null),
  };
}

function parsedRent(text: string): Result<RentAmount> {
  const isDaily = text.endsWith('d');
  const amount = parsedFigure(isDaily ? 'rentPerDay' : 'rent', isDaily ? text.slice(0, -1) : text);
  return amount.ok ? { ok: true, value: { amount: amount.value, per: isDaily ? 'day' : 'month' } } : amount;
}

function formatRent({ amount, per }: RentAmount): string {
  return per === 'day' ? `${amount}d` : String(amount);
}

function parsedPrice(text: string): Result<PriceAmount> {
  const isTotal = text.endsWith('t');
  const amount = parsedFigure(isTotal ? 'priceTotal' : 'pricePerSqm', isTotal ? text.slice(0, -1) : text);
  return amount.ok ? { ok: true, value: { amount: amount.value, per: isTotal ? 'total' : 'sqm' } } : amount;
}

function formatPrice({ amount, per }: PriceAmount): string {
  return per === 'total' ? `${amount}t` : String(amount);
}

/** `120` 元/㎡/月, `5.2d` 元/㎡/天. */
export const rent: Parameter = {
  read: (text) => filling(parsedRent(text), (value) => ({ rent: value })),
  write: (assumptions) => assumptions.rent && formatRent(assumptions.rent),
};

/** `25000` 元/㎡, `60000000t` 元 in all. */
export const price: Parameter = {
  read: (text) => filling(parsedPrice(text), (value) => ({ price: value })),
  write: (assumptions) => assumptions.price && formatPrice(assumptions.price),
};

const mostOwn = 24;
const ownAllowed = `building[~unit],rent:120|5.2d,fee:28,eff:0.72,price:25000|6000000t;… (≤ ${mostOwn})`;

/** `b-012,rent:5.2d,fee:28;b-013~u1,eff:0.72`: figures of single spaces. What is right in it is kept. */
export const own: Parameter = {
  read: (text) => {
    const figures: Record<string, OwnFigures> = {};
    let trouble: Trouble | null = null;
    for (const entry of text.split(';')) {
      const [id = '', ...parts] = entry.split(',');
      const isUsable =
        parseSubject(id) !== null && !Object.hasOwn(figures, id) && Object.keys(figures).length < mostOwn;
      const read = isUsable ? readOwn(parts) : null;
      if (read && !isEmpty(read.figures)) figures[id] = read.figures;
      trouble ??= read === null ? { reason: 'unknownValue', allowed: ownAllowed } : read.trouble;
    }
    return { part: { own: figures }, trouble };
  },
  write: (assumptions) => {
    const entries = Object.entries(assumptions.own).filter(([, figures]) => !isEmpty(figures));
    return entries.length === 0 ? null : entries.map(([id, figures]) => formatOwn(id, figures)).join(';');
  },
};

/** Nothing is typed for the space. */
export function isEmpty(figures: OwnFigures): boolean {
  return Object.values(figures).every((value) => value === null);
}

function readOwn(parts: readonly string[]): {
  readonly figures: OwnFigures;
  readonly trouble: Trouble | null;
} {
  let figures = noOwnFigures;
  let trouble: Trouble | null = parts.length === 0 ? { reason: 'unknownValue', allowed: ownAllowed } : null;
  for (const part of parts) {
    const cut = part.indexOf(':');
    const read = ownPart(part.slice(0, Math.max(cut, 0)), part.slice(cut + 1));
    if (read.ok) figures = { ...figures, ...read.value };
    else trouble ??= { reason: read.reason, allowed: read.allowed };
  }
  return { figures, trouble };
}

function ownPart(name: string, text: string): Result<Partial<OwnFigures>> {
  const as = <T>(result: Result<T>, fill: (value: T) => Partial<OwnFigures>): Result<Partial<OwnFigures>> =>
    result.ok ? { ok: true, value: fill(result.value) } : result;
  switch (name) {
    case 'rent':
      return as(parsedRent(text), (value) => ({ rent: value }));
    case 'fee':
      return as(parsedFigure('managementFee', text), (managementFee) => ({ managementFee }));
    case 'eff':
      return as(parsedFigure('efficiency', text), (efficiency) => ({ efficiency }));
    case 'price':
      return as(parsedPrice(text), (value) => ({ price: value }));
    default:
      return refused('unknownValue', ownAllowed);
  }
}

function formatOwn(id: string, figures: OwnFigures): string {
  const parts = [
    figures.rent && `rent:${formatRent(figures.rent)}`,
    figures.managementFee !== null && `fee:${figures.managementFee}`,
    figures.efficiency !== null && `eff:${figures.efficiency}`,
    figures.price && `price:${formatPrice(figures.price)}`,
  ];
  return [id, ...parts.filter(Boolean)].join(',');
}
