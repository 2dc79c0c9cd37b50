import type { RatioOfSums } from '../order.ts';
import type { Clause, RangeField, SetField } from '../query/fields.ts';

/** Counts of one range field over the rows that pass every *other* clause. */
export interface Histogram {
  /** Rising edges in the field's own unit, one more than `counts`. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Rows whose value is not known, or known only as a bound that does not decide the clause. */
  readonly unknown: number;
}

/** Counts of one set field over the rows that pass every *other* clause. */
export interface SetCounts {
  readonly counts: Readonly<Record<string, number>>;
  readonly unknown: number;
}

export interface Facets {
  /** A field that the role may not see is absent. */
  readonly ranges: Readonly<Partial<Record<RangeField, Histogram>>>;
  readonly sets: Readonly<Record<SetField, SetCounts>>;
}

/** Aggregates over the rows that pass; every rate is a ratio of sums with its coverage by floor area. */
export interface Totals {
  /** Σ known GFA, ㎡. */
  readonly gfa: number;
  /** Σ known available area, ㎡, null when none is known, with the share of GFA for which it is. */
  readonly availableArea: { readonly value: number | null; readonly coverage: number | null };
  /** ㎡; null when no building's blocks are known. */
  readonly maxContiguousArea: number | null;
  readonly vacancyRate: RatioOfSums;
  readonly occupancyRate: RatioOfSums;
  readonly availabilityRate: RatioOfSums;
  /** 元/㎡/月 over the area on offer with a rent. */
  readonly askingRent: RatioOfSums;
  /** 元/㎡·year; null when the role may not see tax. */
  readonly taxPerSqm: RatioOfSums | null;
}

/** How many more buildings would be shown if one clause were lifted. */
export interface Relaxation {
  readonly clause: Clause;
  readonly gain: number;
}

/** What the map draws, as columns: entry i is one building, or a cluster where `count[i]` > 1. */
export interface Symbols {
  readonly length: number;
  /** Row of the building; of a cluster, one of its rows. */
  readonly row: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly count: Uint32Array;
  /** ㎡; of a cluster, the sum of what is known. NaN: unknown. */
  readonly available: Float64Array;
  /** 0–1; of a cluster, the ratio of sums. NaN: unknown. */
  readonly vacancy: Float32Array;
  /** Index into `carrierTypes`; of a cluster, of one of its rows. */
  readonly shape: Uint8Array;
}

/** Upper ends of the vacancy classes; the last class has none. */
export const vacancyClassEnds = [0.08, 0.15, 0.3, 0.5] as const;
export const vacancyClassCount = vacancyClassEnds.length + 1;

/** Class 0–4 of a vacancy rate (15 % is still in 8–15 %), or −1 when unknown. */
export function vacancyClass(vacancyRate: number): number {
  if (Number.isNaN(vacancyRate)) return -1;
  let found = 0;
  while (found < vacancyClassEnds.length && vacancyRate > (vacancyClassEnds[found] ?? 1)) found++;
  return found;
}

/** Buildings of each circle by vacancy class, ignoring the circle clause; the last class counts the unknown. */
export interface CircleVacancy {
  readonly circles: readonly string[];
  /** circle-major, `vacancyClassCount + 1` counts each. */
  readonly counts: Uint32Array;
  /** Σ vacant and Σ rentable ㎡ of each circle: the circle's rate is their ratio. */
  readonly vacant: Float64Array;
  readonly rentable: Float64Array;
}

/** Occupancy, here 1 − vacancy so that a brush is a filter, against tax per ㎡, of at most `scatterLimit` buildings; beyond that an even sample. */
export interface Scatter {
  readonly row: Uint32Array;
  readonly occupancy: Float32Array;
  readonly taxPerSqm: Float32Array;
  /** Passing buildings with both figures known, drawn or not. */
  readonly known: number;
}

export const scatterLimit = 1_500;

export interface Answer {
  /** Rows that pass. */
  readonly total: number;
  /** All rows. */
  readonly of: number;
  readonly totals: Totals;
  readonly facets: Facets;
  /** Clauses that exclude by themselves, the most excluding first. */
  readonly relaxations: readonly Relaxation[];
  /** The window of rows, in order. */
  readonly rows: Uint32Array;
  readonly offset: number;
  readonly symbols: Symbols | null;
  readonly circleVacancy: CircleVacancy | null;
  readonly scatter: Scatter | null;
}

/** What beside the filter is asked for. */
export interface View {
  readonly offset: number;
  readonly limit: number;
  readonly viewport: Viewport | null;
  readonly charts: boolean;
}

export interface Viewport {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Leaflet zoom: the world is 256 × 2^zoom pixels wide. */
  readonly zoom: number;
}
