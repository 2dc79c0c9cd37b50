import type { Bbox, Ring } from '../geo.ts';
import type { BuildingId, IsoMonth, Metres } from '../measure.ts';
import type { RangeField, SetField, SortField, UnknownableField } from './fields.ts';

/** Closed on both ends; null is open. */
export interface Range {
  readonly lo: number | null;
  readonly hi: number | null;
}

export interface Sort {
  readonly field: SortField;
  readonly descending: boolean;
}

/** Which buildings. Absent clauses exclude nothing. */
export interface Filter {
  readonly text: string;
  readonly ranges: Readonly<Partial<Record<RangeField, Range>>>;
  readonly sets: Readonly<Partial<Record<SetField, readonly string[]>>>;
  /** Fields whose unknown (or undecidable) values pass. */
  readonly unknown: readonly UnknownableField[];
  /** Only buildings known to be column-free. */
  readonly columnFree: boolean;
  /** Within so many metres of a metro station, straight line. */
  readonly metro: Metres | null;
  /** Some space is available by the end of this month. */
  readonly by: IsoMonth | null;
  readonly bbox: Bbox | null;
  readonly within: Ring | null;
  readonly near: { readonly lon: number; readonly lat: number; readonly radiusM: Metres } | null;
}

/** What the page shows beside the filter. The API accepts these and leaves them alone. */
export interface ViewState {
  readonly at: { readonly lat: number; readonly lon: number; readonly zoom: number } | null;
  readonly selected: BuildingId | null;
  /** Visible table columns in order; null is the default set. */
  readonly columns: readonly string[] | null;
  /** What is put aside to be compared, in that order; texts of `compare/ids.ts`. */
  readonly picked: readonly string[];
}

/** One question: filter, order, page, view. Its text form is the page's URL query and the API's. */
export interface Query extends Filter {
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  readonly view: ViewState;
}

export const limits = {
  page: 1_000_000,
  limit: 500,
  defaultLimit: 50,
  text: 100,
  corners: 100,
  list: 64,
  /** Parameters of one query; the grammar has fewer. */
  parameters: 100,
} as const;

export const emptyFilter: Filter = {
  text: '',
  ranges: {},
  sets: {},
  unknown: [],
  columnFree: false,
  metro: null,
  by: null,
  bbox: null,
  within: null,
  near: null,
};

export const defaultSort: Sort = { field: 'available', descending: true };

export const emptyQuery: Query = {
  ...emptyFilter,
  sort: defaultSort,
  page: 1,
  limit: limits.defaultLimit,
  view: { at: null, selected: null, columns: null, picked: [] },
};
