/** 购置: what it costs to buy a space, use it for the term and sell it again; laid beside leasing it. */
import { type Bound, exactly, type Fen, type Quantity } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { combined } from './bound.ts';
import { annuity, evenPart, fen, monthsPerYear, presentValue, sum } from './money.ts';
import { occupancyCost } from './occupancy.ts';
import { type CostInputs, type CostSpace, costInputs, type MissingInput, ownFigures } from './space.ts';

export const purchaseItems = [
  'downPayment',
  'purchaseTaxes',
  'interest',
  'principal',
  'running',
  'managementFee',
  'parking',
  'fitOut',
  'moving',
  'loanRest',
  'resale',
] as const;
export type PurchaseItem = (typeof purchaseItems)[number];

/** 分; what is paid is positive, the sale at the end negative. */
export type PurchaseAmounts = Readonly<Record<PurchaseItem, Fen>>;

export interface PurchaseRow extends PurchaseAmounts {
  /** 0 is the start; the sale, and what is left of the loan, stand in the last. */
  readonly month: number;
  readonly total: Fen;
  readonly cumulative: Fen;
}

export interface PurchaseCase {
  /** What stops the purchase; what only the lease lacks is in `leaseMissing`. */
  readonly missing: readonly MissingInput[];
  readonly leaseMissing: readonly MissingInput[];
  /** In 分, whole space. */
  readonly price: Quantity<Fen> | null;
  readonly loan: Quantity<Fen> | null;
  /** Of the annuity, in 分; 0 without a loan. */
  readonly monthlyPayment: Quantity<Fen> | null;
  readonly rows: readonly PurchaseRow[];
  readonly totals: PurchaseAmounts | null;
  /** Paid less what the sale brings, over the term, in 分. Below 0 when the sale brings more. */
  readonly total: Quantity<Fen> | null;
  readonly presentValue: Quantity<Fen> | null;
  /** Present value of buying − of leasing; below 0 buying is cheaper. null when either is not known. */
  readonly againstLease: Quantity<Fen> | null;
}

const yearsTried = 30;

/**
 * Buys at month 0 with a loan in equal payments, pays fee, parking, fit-out and moving as a tenant does, and sells at
 * the end of the term for price × (1 + yearly change)^years. Taxes on the sale are left out.
 * @example 1,000 ㎡ at 20,000 元/㎡, half borrowed at 3.6 % for 10 years: 10,000,000 元 down, 99,354.99 元 a month
 */
export function purchaseCase(space: CostSpace, assumptions: CostAssumptions): PurchaseCase {
  const lease = occupancyCost(space, assumptions);
  const { inputs } = lease;
  const asked = priceOf(space, assumptions);
  const missing = missingOf(asked, inputs);
  const leaseMissing = lease.missing.filter((input) => !missing.includes(input));
  const terms = termsOf(asked, assumptions, inputs);
  if (terms === null) {
    const nothing = { price: null, loan: null, monthlyPayment: null, rows: [], totals: null, total: null };
    return { missing, leaseMissing, ...nothing, presentValue: null, againstLease: null };
  }
  // The sale at the end takes back part of the price, so no bound keeps its direction.
  const told = (value: Fen, isExact = terms.isExact): Quantity<Fen> =>
    isExact ? exactly(value) : { value, bound: 'about' };
  const rows = purchaseRows(terms, assumptions);
  const value = presentValueOf(rows, assumptions);
  const first = rows[1];
  const priced = (fen: Fen): Quantity<Fen> => ({ value: fen, bound: terms.priceBound });
  return {
    missing,
    leaseMissing,
    price: priced(terms.price),
    loan: priced(terms.loan),
    monthlyPayment: priced(first ? first.interest + first.principal : 0),
    rows,
    totals: totalsOf(rows),
    total: told(rows.at(-1)?.cumulative ?? 0),
    presentValue: told(value),
    againstLease:
      lease.presentValue &&
      told(value - lease.presentValue.value, terms.isExact && lease.presentValue.bound === 'exact'),
  };
}

interface PurchaseTerms {
  readonly area: number;
  readonly fee: number;
  readonly price: Fen;
  readonly loan: Fen;
  /** Of the price of the whole, and of what is borrowed and paid of it. */
  readonly priceBound: Bound;
  readonly isExact: boolean;
}

/** 元/㎡, or 元 for the whole. */
interface Price {
  readonly amount: Quantity;
  readonly per: 'sqm' | 'total';
}

function priceOf(space: CostSpace, assumptions: CostAssumptions): Price | null {
  const typed = ownFigures(space, assumptions).price ?? assumptions.price;
  if (typed !== null) return { amount: exactly(typed.amount), per: typed.per };
  return space.salePrice && { amount: space.salePrice, per: 'sqm' };
}

function missingOf(price: Price | null, { managementFee, missing }: CostInputs): readonly MissingInput[] {
  return [
    ...missing.filter((input) => input === 'area' || input === 'efficiency'),
    ...(managementFee === null ? (['managementFee'] as const) : []),
    ...(price === null ? (['price'] as const) : []),
  ];
}

function termsOf(
  asked: Price | null,
  { downPayment }: CostAssumptions,
  { gfaArea, managementFee }: CostInputs,
): PurchaseTerms | null {
  if (asked === null || gfaArea === null || managementFee === null) return null;
  const { amount, per } = asked;
  const price = fen(per === 'total' ? amount.value : amount.value * gfaArea.value);
  const bounds = [amount, gfaArea, managementFee].map(({ bound }) => bound);
  return {
    area: gfaArea.value,
    fee: managementFee.value,
    price,
    loan: price - Math.round(price * downPayment),
    priceBound: per === 'total' ? amount.bound : combined(amount.bound, gfaArea.bound),
    isExact: bounds.every((bound) => bound === 'exact'),
  };
}

function purchaseRows(terms: PurchaseTerms, assumptions: CostAssumptions): readonly PurchaseRow[] {
  const { area, fee, price, loan } = terms;
  const { termMonths } = assumptions;
  const schedule = annuity(loan, assumptions.loanRate, assumptions.loanYears * monthsPerYear);
  const years = termMonths / monthsPerYear;
  const running = fen(area * assumptions.runningCost * years);
  const resale = Math.round(price * (1 + assumptions.priceChange) ** years);
  const monthlyFee = fen(area * fee);
  const parking = fen(assumptions.parkingSpaces * assumptions.parkingFee);
  const rows: PurchaseRow[] = [];
  let cumulative = 0;
  for (let month = 0; month <= termMonths; month++) {
    const isStart = month === 0;
    const isEnd = month === termMonths;
    const paid = schedule[month - 1];
    const amounts: PurchaseAmounts = {
      downPayment: isStart ? price - loan : 0,
      purchaseTaxes: isStart ? Math.round(price * assumptions.purchaseTaxes) : 0,
      interest: paid?.interest ?? 0,
      principal: paid?.principal ?? 0,
      running: evenPart(running, termMonths, month - 1),
      managementFee: isStart ? 0 : monthlyFee,
      parking: isStart ? 0 : parking,
      fitOut: isStart ? fen(area * assumptions.fitOut) : 0,
      moving: isStart ? fen(assumptions.moving) : 0,
      loanRest: isEnd ? (paid?.balance ?? 0) : 0,
      resale: isEnd ? -resale || 0 : 0,
    };
    let total = 0;
    for (const item of purchaseItems) total += amounts[item];
    cumulative += total;
    rows.push({ month, ...amounts, total, cumulative });
  }
  return rows;
}

function presentValueOf(rows: readonly PurchaseRow[], { discountRate }: CostAssumptions): Fen {
  return presentValue(
    rows.map((row) => row.total),
    discountRate,
  );
}

function totalsOf(rows: readonly PurchaseRow[]): PurchaseAmounts {
  const of = (item: PurchaseItem) => sum(rows.map((row) => row[item]));
  return {
    downPayment: of('downPayment'),
    purchaseTaxes: of('purchaseTaxes'),
    interest: of('interest'),
    principal: of('principal'),
    running: of('running'),
    managementFee: of('managementFee'),
    parking: of('parking'),
    fitOut: of('fitOut'),
    moving: of('moving'),
    loanRest: of('loanRest'),
    resale: of('resale'),
  };
}

/**
 * The first full year of use after which having bought and sold is no dearer than having leased, in present value.
 * Both cases anew for each length of use, since deposit, free months and the sale move with the end.
 * @returns null: in none of 30 years, or something is missing
 */
export function breakEvenYear(space: CostSpace, assumptions: CostAssumptions): number | null {
  const terms = termsOf(priceOf(space, assumptions), assumptions, costInputs(space, assumptions));
  if (terms === null) return null;
  for (let year = 1; year <= yearsTried; year++) {
    const held = { ...assumptions, termMonths: year * monthsPerYear };
    const lease = occupancyCost(space, held).presentValue;
    if (lease === null) return null;
    if (presentValueOf(purchaseRows(terms, held), held) <= lease.value) return year;
  }
  return null;
}
