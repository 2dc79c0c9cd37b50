/** What is lit in every view at once. Views read it by themselves: a hover renders nothing. */
import type { Highlight, SymbolsSource } from '#views/map/district-map.tsx';
import type { HighlightStore } from '#views/table/highlight.ts';
import type { FindState, FindStore, Pointed } from './find-store.ts';

type Part = (state: FindState) => unknown;

function subscribeTo(store: FindStore, parts: readonly Part[]) {
  return (changed: () => void) =>
    store.subscribe((state, before) => {
      if (parts.some((part) => part(state) !== part(before))) changed();
    });
}

const hovered: Part = (state) => state.hovered;
const selected: Part = (state) => state.selected;

export function rowLights(store: FindStore): HighlightStore {
  return {
    subscribe: subscribeTo(store, [hovered, selected]),
    hovered: () => store.getState().hovered?.row ?? null,
    hoveredRows: () => store.getState().hovered?.rows ?? noRows,
    selected: () => store.getState().selected?.row ?? null,
  };
}

const noRows: ReadonlySet<number> = new Set();

function placeOf(row: number, at: { readonly lon: number | null; readonly lat: number | null } | null) {
  return at && at.lon !== null && at.lat !== null ? { row, lon: at.lon, lat: at.lat } : null;
}

export function mapLights(store: FindStore): Highlight {
  return {
    subscribe: subscribeTo(store, [hovered, selected]),
    get: () => {
      const state = store.getState();
      return {
        hovered: state.hovered && placeOf(state.hovered.row, state.hovered),
        selected: state.selected && placeOf(state.selected.row, state.selected.position),
      };
    },
  };
}

export function mapSymbols(store: FindStore): SymbolsSource {
  return {
    subscribe: subscribeTo(store, [(state) => state.found?.answer.symbols]),
    get: () => store.getState().found?.answer.symbols ?? null,
  };
}

/** One building under the pointer. */
export function pointAt(row: number, at: { readonly lon: number; readonly lat: number } | null): Pointed {
  return { row, lon: at?.lon ?? null, lat: at?.lat ?? null, rows: new Set([row]) };
}
