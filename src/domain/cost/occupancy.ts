/** 入驻成本: what it costs to lease and use a space, month by month and in all. */
import type { Fen, Quantity, YuanPerSqmMonth } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { combined, reversed } from './bound.ts';
import { evenPart, fen, monthsPerYear, presentValue, sum } from './money.ts';
import { type CostInputs, type CostSpace, costBound, costInputs, type MissingInput } from './space.ts';
import { type SubsidyRule, typedSubsidy } from './subsidy.ts';

/** What a lease is paid for; in this order in tables and charts. */
export const costItems = [
  'rent',
  'managementFee',
  'parking',
  'fitOut',
  'moving',
  'deposit',
  'depositFinancing',
  'subsidy',
] as const;
export type CostItem = (typeof costItems)[number];

/** 分; what is paid is positive, what comes back (deposit, subsidy) negative. */
export type CostAmounts = Readonly<Record<CostItem, Fen>>;

export interface CostRow extends CostAmounts {
  /** 0 is the start, before the first month; the deposit comes back with the last. */
  readonly month: number;
  readonly total: Fen;
  /** Of all rows up to this one. */
  readonly cumulative: Fen;
  /** The part of the fit-out that is written off in this month; beside the total, not in it. */
  readonly fitOutWrittenOff: Fen;
}

export interface OccupancyCost {
  readonly inputs: CostInputs;
  /** What stops the total, in a fixed order; [] when there is one. */
  readonly missing: readonly MissingInput[];
  /** Months 0 … term; [] while something is missing. */
  readonly rows: readonly CostRow[];
  readonly totals: CostAmounts | null;
  /** Over the term, in 分. */
  readonly total: Quantity<Fen> | null;
  /** 净有效租金: Σ rent of the term ÷ months, without fee and subsidy; needs no area. */
  readonly netEffectiveRent: Quantity<YuanPerSqmMonth> | null;
  /** total ÷ gross ㎡ ÷ months, 元/㎡/月. */
  readonly perGfa: Quantity<YuanPerSqmMonth> | null;
  /** total ÷ usable ㎡ ÷ months, 元/㎡/月; null without efficiency, whatever else is known. */
  readonly perUsable: Quantity<YuanPerSqmMonth> | null;
  /** Present value of all payments in 分; without `depositFinancing`, which the discounting already holds. */
  readonly presentValue: Quantity<Fen> | null;
}

/**
 * Share of month m (from 1) that is free of rent: all of the first months, or the same share of each.
 * 1.5 free months at the start: 1, 0.5, 0, 0 …
 */
export function freeShare(month: number, { rentFree, rentFreeMonths, termMonths }: CostAssumptions): number {
  const free = Math.min(rentFreeMonths, termMonths);
  return rentFree === 'spread' ? free / termMonths : Math.min(1, Math.max(0, free - (month - 1)));
}

/** Yearly steps taken before month m (from 1). */
export function stepsBefore(month: number, { firstStepMonths }: CostAssumptions): number {
  const past = month - 1 - firstStepMonths;
  return past < 0 ? 0 : Math.floor(past / monthsPerYear) + 1;
}

/** 元/㎡/月 due in month m (from 1): rent × (1 + escalation)^steps × (1 − free share). */
export function rentOfMonth(
  rent: YuanPerSqmMonth,
  month: number,
  assumptions: CostAssumptions,
): YuanPerSqmMonth {
  const stepped = rent * (1 + assumptions.escalation) ** stepsBefore(month, assumptions);
  return stepped * (1 - freeShare(month, assumptions));
}

/** 净有效租金 of the rent alone: the mean of what is due over the months of the term, free ones counted. */
function effectiveRent(rent: Quantity, assumptions: CostAssumptions): Quantity<YuanPerSqmMonth> {
  let due = 0;
  for (let month = 1; month <= assumptions.termMonths; month++) {
    due += rentOfMonth(rent.value, month, assumptions);
  }
  return { value: due / assumptions.termMonths, bound: rent.bound };
}

/**
 * Cost of a lease under the assumptions. Never counts an unknown as zero: what is missing is named, and every
 * figure that needs it is null. A bound of rent, fee or efficiency is carried to each figure.
 * @param subsidyRule what the tenant is given month by month; the typed amounts unless a policy says otherwise
 * @example 1,000 ㎡ at 120 + 28 元/㎡/月 for 36 months: 5,328,000 元 in all, 148 元/㎡/月
 */
export function occupancyCost(
  space: CostSpace,
  assumptions: CostAssumptions,
  subsidyRule: SubsidyRule = typedSubsidy(assumptions),
): OccupancyCost {
  const inputs = costInputs(space, assumptions);
  const { gfaArea, usableArea, netRent, managementFee, missing } = inputs;
  const netEffectiveRent = netRent && effectiveRent(netRent, assumptions);
  if (gfaArea === null || netRent === null || managementFee === null) {
    const nothing = {
      rows: [],
      totals: null,
      total: null,
      perGfa: null,
      perUsable: null,
      presentValue: null,
    };
    return { inputs, missing, netEffectiveRent, ...nothing };
  }
  const terms: LeaseTerms = { area: gfaArea.value, rent: netRent.value, fee: managementFee.value };
  const rows = cashFlow(terms, assumptions, subsidyRule);
  const totals = totalsOf(rows);
  const total = rows.at(-1)?.cumulative ?? 0;
  const bound = costBound(inputs, assumptions);
  const perSqm = (area: number) => total / 100 / area / assumptions.termMonths;
  return {
    inputs,
    missing,
    rows,
    totals,
    total: { value: total, bound },
    netEffectiveRent,
    perGfa: { value: perSqm(gfaArea.value), bound: boundPerGfa(inputs, assumptions) },
    perUsable: usableArea && {
      value: perSqm(usableArea.value),
      bound: combined(withoutArea(inputs, assumptions), reversed(inputs.efficiency?.bound ?? 'exact')),
    },
    presentValue: {
      value: presentValue(
        rows.map((row) => row.total - row.depositFinancing),
        assumptions.discountRate,
      ),
      bound,
    },
  };
}

interface LeaseTerms {
  readonly area: number;
  readonly rent: number;
  readonly fee: number;
}

/** Everything of one month but deposit and subsidy, which look at the whole term. */
function cashFlow(terms: LeaseTerms, assumptions: CostAssumptions, rule: SubsidyRule): readonly CostRow[] {
  const { area, rent, fee } = terms;
  const { termMonths } = assumptions;
  const rents = Array.from({ length: termMonths }, (_, index) =>
    fen(area * rentOfMonth(rent, index + 1, assumptions)),
  );
  const subsidies = rule({ gfaArea: area, termMonths, rent: rents });
  const depositBase = rent + (assumptions.depositCoversFee ? fee : 0);
  const deposit = fen(area * depositBase * assumptions.depositMonths);
  const financing = fen((deposit / 100) * assumptions.costOfCapital * (termMonths / monthsPerYear));
  const fitOut = fen(area * assumptions.fitOut);
  const life = Math.min(assumptions.fitOutLifeMonths, termMonths);
  const parking = fen(assumptions.parkingSpaces * assumptions.parkingFee);
  const rows: CostRow[] = [];
  let cumulative = 0;
  for (let month = 0; month <= termMonths; month++) {
    const isStart = month === 0;
    const freeOfFee = assumptions.rentFreeCoversFee ? freeShare(month, assumptions) : 0;
    const amounts: CostAmounts = {
      rent: rents[month - 1] ?? 0,
      managementFee: isStart ? 0 : fen(area * fee * (1 - freeOfFee)),
      parking: isStart ? 0 : parking,
      fitOut: isStart ? fitOut : 0,
      moving: isStart ? fen(assumptions.moving) : 0,
      deposit: (isStart ? deposit : 0) - (month === termMonths ? deposit : 0),
      depositFinancing: evenPart(financing, termMonths, month - 1),
      subsidy: -(subsidies[month - 1] ?? 0) || 0,
    };
    const total = totalOf(amounts);
    cumulative += total;
    rows.push({
      month,
      ...amounts,
      total,
      cumulative,
      fitOutWrittenOff: evenPart(fitOut, life, month - 1),
    });
  }
  return rows;
}

function totalOf(amounts: CostAmounts): Fen {
  let total = 0;
  for (const item of costItems) total += amounts[item];
  return total;
}

function totalsOf(rows: readonly CostRow[]): CostAmounts {
  const of = (item: CostItem) => sum(rows.map((row) => row[item]));
  return {
    rent: of('rent'),
    managementFee: of('managementFee'),
    parking: of('parking'),
    fitOut: of('fitOut'),
    moving: of('moving'),
    deposit: of('deposit'),
    depositFinancing: of('depositFinancing'),
    subsidy: of('subsidy'),
  };
}

/** The bound of rent and fee alone. */
function withoutArea(inputs: CostInputs, assumptions: CostAssumptions) {
  return costBound({ ...inputs, gfaArea: null }, assumptions);
}

/**
 * Only amounts that do not grow with the area make a cost for each gross ㎡ depend on how many there are: parking
 * and moving weigh less on a larger area, a capped subsidy helps it less.
 */
function boundPerGfa(inputs: CostInputs, assumptions: CostAssumptions) {
  const area = inputs.gfaArea?.bound ?? 'exact';
  const { parkingSpaces, parkingFee, moving, subsidyTotal, subsidyRate, subsidyAreaCap } = assumptions;
  const hasFixedCosts = parkingSpaces * parkingFee > 0 || moving > 0;
  const hasFixedSubsidy = subsidyTotal > 0 || (subsidyRate > 0 && subsidyAreaCap !== null);
  return combined(
    withoutArea(inputs, assumptions),
    hasFixedCosts ? reversed(area) : 'exact',
    hasFixedSubsidy ? area : 'exact',
  );
}
