/** What a person assumes of a lease or a purchase; what an assumption leaves open comes from the space itself. */
import {
  dailyRentFromMonthly,
  daysPerMonth,
  monthlyRentFromDaily,
  type Ratio,
  type SquareMetres,
  type Yuan,
  type YuanPerSqmMonth,
} from '../measure.ts';

export const areaBases = ['gfa', 'usable'] as const;
export type AreaBasis = (typeof areaBases)[number];

export const rentPeriods = ['month', 'day'] as const;
export type RentPeriod = (typeof rentPeriods)[number];

/** A rent as it was typed, on the gross-floor-area basis: 元/㎡/月 or 元/㎡/天. */
export interface RentAmount {
  readonly amount: number;
  readonly per: RentPeriod;
}

/** A price as it was typed: 元/㎡ of gross floor area, or 元 for the whole space. */
export interface PriceAmount {
  readonly amount: number;
  readonly per: 'sqm' | 'total';
}

/** By how many days a daily rent becomes a monthly one: 365/12, or the 30 that some landlords use. */
export const dayCounts = ['calendar', 'thirty'] as const;
export type DayCount = (typeof dayCounts)[number];

export function daysIn(count: DayCount): number {
  return count === 'thirty' ? 30 : daysPerMonth;
}

/** 元/㎡/月, whichever way the rent was typed: `5.2元/㎡/天` is 158.17 by the calendar and 156 by thirty days. */
export function monthlyRent({ amount, per }: RentAmount, count: DayCount): YuanPerSqmMonth {
  return per === 'day' ? monthlyRentFromDaily(amount, daysIn(count)) : amount;
}

/** The same rent in the unit in which it is to be shown. */
export function rentPer(period: RentPeriod, rent: YuanPerSqmMonth, count: DayCount): number {
  return period === 'day' ? dailyRentFromMonthly(rent, daysIn(count)) : rent;
}

/** Figures typed for one space in place of what is on file; null leaves the file's. */
export interface OwnFigures {
  readonly rent: RentAmount | null;
  /** 元/㎡/月. */
  readonly managementFee: YuanPerSqmMonth | null;
  readonly efficiency: Ratio | null;
  readonly price: PriceAmount | null;
}

export const noOwnFigures: OwnFigures = { rent: null, managementFee: null, efficiency: null, price: null };

export interface LeaseAssumptions {
  /** Whether `area` is 建筑面积 or 使用面积. */
  readonly areaBasis: AreaBasis;
  /** ㎡ on that basis; null: the space's own gross area. */
  readonly area: SquareMetres | null;
  readonly termMonths: number;
  /** null: the asking rent of the space. */
  readonly rent: RentAmount | null;
  /** In which unit rents are shown and plain numbers are read; changes no result. */
  readonly rentUnit: RentPeriod;
  readonly dayCount: DayCount;
  /** The rent, asked or typed, already holds the management fee. */
  readonly rentIncludesFee: boolean;
  /** Yearly step of the rent, 0.03 = 3 %; the fee has no steps. */
  readonly escalation: Ratio;
  /** Months at the first rent; then a step every 12 months. */
  readonly firstStepMonths: number;
  /** Within the term, halves allowed. Frees the rent. */
  readonly rentFreeMonths: number;
  /** `start`: nothing is due at first; `spread`: each month is lowered by the same share. */
  readonly rentFree: 'start' | 'spread';
  /** Rent-free months free the management fee as well. */
  readonly rentFreeCoversFee: boolean;
  /** 元/㎡/月; null: the fee of the building. */
  readonly managementFee: YuanPerSqmMonth | null;
  readonly parkingSpaces: number;
  /** 元 for each space and month. */
  readonly parkingFee: Yuan;
  /** 元/㎡ of gross area, paid at the start. */
  readonly fitOut: number;
  /** Written off in equal parts over this or the term, whichever is shorter. */
  readonly fitOutLifeMonths: number;
  /** 元, paid at the start. */
  readonly moving: Yuan;
  /** Months of the first rent, paid at the start, returned at the end. */
  readonly depositMonths: number;
  /** The deposit is counted on rent and fee. */
  readonly depositCoversFee: boolean;
  /** Yearly cost of the money that the deposit binds; 0 leaves it out. */
  readonly costOfCapital: Ratio;
  /** 元, once. */
  readonly subsidyTotal: Yuan;
  /** 元/㎡/月 for `subsidyMonths` from the first rent on. */
  readonly subsidyRate: number;
  readonly subsidyMonths: number;
  /** ㎡ for which `subsidyRate` is paid at most; null: all. */
  readonly subsidyAreaCap: SquareMetres | null;
  /** Yearly, for present values. */
  readonly discountRate: Ratio;
  /** By the id of the space, as `formatSubject` writes it. */
  readonly own: Readonly<Record<string, OwnFigures>>;
}

export interface PurchaseAssumptions {
  /** null: the price of the space. */
  readonly price: PriceAmount | null;
  /** Share of the price that is not borrowed. */
  readonly downPayment: Ratio;
  readonly loanRate: Ratio;
  readonly loanYears: number;
  /** Taxes and fees of buying, as a share of the price. */
  readonly purchaseTaxes: Ratio;
  /** 元/㎡ of gross area and year, beside the management fee: upkeep, property tax, insurance. */
  readonly runningCost: number;
  /** How the price changes in a year, −0.2–0.2; decides what is got back when selling at the end of the term. */
  readonly priceChange: Ratio;
}

export interface CostAssumptions extends LeaseAssumptions, PurchaseAssumptions {}

/** Nothing that costs is assumed but what is on file; term, deposit, loan and taxes as is usual. */
export const defaultAssumptions: CostAssumptions = {
  areaBasis: 'gfa',
  area: null,
  termMonths: 36,
  rent: null,
  rentUnit: 'month',
  dayCount: 'calendar',
  rentIncludesFee: false,
  escalation: 0,
  firstStepMonths: 12,
  rentFreeMonths: 0,
  rentFree: 'start',
  rentFreeCoversFee: false,
  managementFee: null,
  parkingSpaces: 0,
  parkingFee: 0,
  fitOut: 0,
  fitOutLifeMonths: 60,
  moving: 0,
  depositMonths: 2,
  depositCoversFee: false,
  costOfCapital: 0,
  subsidyTotal: 0,
  subsidyRate: 0,
  subsidyMonths: 36,
  subsidyAreaCap: null,
  discountRate: 0.045,
  own: {},
  price: null,
  downPayment: 0.5,
  loanRate: 0.035,
  loanYears: 10,
  purchaseTaxes: 0.03,
  runningCost: 0,
  priceChange: 0,
};
