/**
 * The state of one visit to 找楼 that is nobody else's: the question being dragged, the present answer, the
 * windows on it, what the pointer is over. What can be shared is in the URL; `draft` is ahead of it by a gesture.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Found, Loaded } from '#client/engine-protocol.ts';
import type { Viewport } from '#domain/engine/answer.ts';
import type { BuildingRow } from '#domain/engine/row.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import type { SymbolTarget } from '#views/map/symbol-pointer.ts';

/** What the pointer is over: a building, or on the map a cluster with its members. */
export interface Pointed {
  readonly row: number;
  readonly lon: number | null;
  readonly lat: number | null;
  /** All rows that are lit: one, or the members of a cluster. */
  readonly rows: ReadonlySet<number>;
}

export interface FindState {
  /** What the URL says. */
  readonly settled: Query;
  /** What a gesture says that has not settled yet. */
  readonly draft: Query | null;
  readonly found: Found | null;
  /** The catalogue that every row in here is a row of; it changes together with the answer. */
  readonly shown: Loaded | null;
  readonly window: { readonly offset: number; readonly limit: number };
  readonly viewport: Viewport | null;
  readonly charts: boolean;
  readonly hovered: Pointed | null;
  /** The symbol under the pointer on the map itself, and where it is. */
  readonly tip: SymbolTarget | null;
  /** The building whose card is open, shown by the filter or not. */
  readonly selected: BuildingRow | null;
}

export type FindStore = StoreApi<FindState>;

export const firstWindow = { offset: 0, limit: 40 };

export function createFindStore(): FindStore {
  return createStore<FindState>(() => ({
    settled: emptyQuery,
    draft: null,
    found: null,
    shown: null,
    window: firstWindow,
    viewport: null,
    charts: false,
    hovered: null,
    tip: null,
    selected: null,
  }));
}

export function presentQuery(state: FindState): Query {
  return state.draft ?? state.settled;
}
