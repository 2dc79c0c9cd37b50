/** The read model: one row a building, one typed array a field. What a role may not see has no column. */
import type { RangeField, SetField } from '../query/fields.ts';

/** "Not known" in an Int32 column. */
export const unknownInt = -2_147_483_648;
/** "Not known" in a code column. */
export const unknownCode = 255;
/** "Not known" in a bit-set column. */
export const unknownBits = 0xffff_ffff;
/** In `availableFrom`: nothing is on offer, ever. */
export const neverMonth = 2_147_483_647;

/** Codes of `RangeColumn.bound`. */
export const boundCodes = { exact: 0, atLeast: 1, atMost: 2, about: 3 } as const;

/** A quantity × `rangeSpecs[field].scale`, rounded to an integer. */
export interface RangeColumn {
  readonly values: Int32Array;
  /** Upper ends where the field is a span (层高 4.7–6.7); null where every value is a point. */
  readonly upper: Int32Array | null;
  /** How each value stands to the true one; null where all are exact. */
  readonly bound: Uint8Array | null;
}

/** One code a row into `labels`, or, for a field with several values a row, one bit a label. */
export type SetColumn =
  | { readonly kind: 'code'; readonly labels: readonly string[]; readonly codes: Uint8Array }
  | { readonly kind: 'bits'; readonly labels: readonly string[]; readonly bits: Uint32Array };

/**
 * Summands of the totals, integers that fit 32 bits: areas in 1/100 ㎡ (up to 21 million ㎡),
 * rent in 元 a month, tax in 元 split into `taxHigh` × 10,000 + `taxLow`.
 */
export const sumFields = [
  'gfa',
  'vacancyWeight',
  'vacancyKnownWeight',
  'vacant',
  'occupied',
  'vacancyRentable',
  'available',
  'availableKnownWeight',
  'offered',
  'offeredBase',
  'rentAmount',
  'rentArea',
  'taxHigh',
  'taxLow',
  'taxRentable',
  'taxKnownWeight',
] as const;
export type SumField = (typeof sumFields)[number];
export const sumStride = sumFields.length;

export interface Columns {
  readonly rowCount: number;
  readonly ranges: Readonly<Partial<Record<RangeField, RangeColumn>>>;
  readonly sets: Readonly<Record<SetField, SetColumn>>;
  /** 1 yes, 0 no, {@link unknownCode}. */
  readonly columnFree: Uint8Array;
  /** Metres to the nearest metro station, straight line. */
  readonly metro: Int32Array;
  /** Months since year 0, {@link neverMonth}, {@link unknownInt}. */
  readonly availableFrom: Int32Array;
  /** Degrees × 1e7. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly sums: Readonly<Record<SumField, Int32Array>>;
  /** Rank of the name in the order of its pinyin. */
  readonly nameRank: Int32Array;
  /** Lower-case text in which a search looks: names, address, pinyin, initials. */
  readonly searchText: readonly string[];
  readonly ids: readonly string[];
  readonly namesZh: readonly string[];
  /** '' where there is none. */
  readonly namesEn: readonly string[];
  readonly gradeClaimed: Uint8Array;
  readonly synthetic: Uint8Array;
  readonly positionPrecisionM: Int32Array;
}
