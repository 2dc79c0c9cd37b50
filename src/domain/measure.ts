/**
 * Units and ids in the types. A measure is a number with a flavour: a plain number may become one, but one
 * measure never silently becomes another (`SquareMetres` does not fit where `Metres` is asked for).
 * Conversion happens only in the named functions below.
 */
declare const flavour: unique symbol;
type Flavoured<T, F extends string> = T & { readonly [flavour]?: F };

/** ㎡ on the gross-floor-area basis, unless the name ends in `Usable`. */
export type SquareMetres = Flavoured<number, 'm2'>;
export type Metres = Flavoured<number, 'm'>;
/** 0–1; a rate is never stored as a percentage. */
export type Ratio = Flavoured<number, 'ratio'>;
export type YuanPerSqmMonth = Flavoured<number, 'yuan/m2/month'>;
export type Yuan = Flavoured<number, 'yuan'>;
/** 分, an integer: how money is stored. */
export type Fen = Flavoured<number, 'fen'>;

/** `YYYY-MM-DD` */
export type IsoDate = Flavoured<string, 'date'>;
/** `YYYY-MM` */
export type IsoMonth = Flavoured<string, 'month'>;

export type BuildingId = Flavoured<string, 'building'>;
export type UnitId = Flavoured<string, 'unit'>;
export type LeaseId = Flavoured<string, 'lease'>;
export type EnterpriseId = Flavoured<string, 'enterprise'>;
export type CircleId = Flavoured<string, 'circle'>;
export type SubdistrictId = Flavoured<string, 'subdistrict'>;
export type StationId = Flavoured<string, 'station'>;

/** How a stated figure stands to the true one: "超8.5万㎡" is `atLeast` 85,000. */
export const bounds = ['exact', 'atLeast', 'atMost', 'about'] as const;
export type Bound = (typeof bounds)[number];

/** A stated figure that may be a bound. */
export interface Quantity<T extends number = number> {
  readonly value: T;
  readonly bound: Bound;
}

export function exactly<T extends number>(value: T): Quantity<T> {
  return { value, bound: 'exact' };
}

export function atLeast<T extends number>(value: T): Quantity<T> {
  return { value, bound: 'atLeast' };
}

/** 365 / 12, the days in a month by which 元/㎡/天 and 元/㎡/月 are converted; some landlords use 30. */
export const daysPerMonth = 365 / 12;

/** 元/㎡/天 → 元/㎡/月. */
export function monthlyRentFromDaily(yuanPerSqmDay: number, days: number = daysPerMonth): YuanPerSqmMonth {
  return yuanPerSqmDay * days;
}

/** 元/㎡/月 → 元/㎡/天. */
export function dailyRentFromMonthly(rent: YuanPerSqmMonth, days: number = daysPerMonth): number {
  return rent / days;
}

export function yuanFromFen(fen: Fen): Yuan {
  return fen / 100;
}

export function fenFromYuan(yuan: Yuan): Fen {
  return Math.round(yuan * 100);
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Months since year 0 for `YYYY-MM` or the month of `YYYY-MM-DD`; null when it is neither. */
export function monthNumber(date: IsoMonth | IsoDate): number | null {
  const match = monthPattern.exec(date.slice(0, 7));
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

/** The inverse of {@link monthNumber}. */
export function monthFromNumber(months: number): IsoMonth {
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, '0')}-${String(months - year * 12 + 1).padStart(2, '0')}`;
}
