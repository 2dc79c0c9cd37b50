import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useClient } from '#client/context.tsx';
import type { Loaded } from '#client/engine-protocol.ts';
import type { Query } from '#domain/query/query.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { Locale } from '#domain/words/words.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { type FindState, presentQuery } from './find-store.ts';
import { Finder, type Navigate } from './finder.ts';

/** What every part of the page works with. */
export interface FindContextValue {
  readonly finder: Finder;
  readonly names: NamesOf;
  readonly status: StatusQueue;
  /** Opens a building's records for editing; null where the role may not. */
  readonly onEdit: ((id: string) => void) | null;
  readonly files: FileWay;
  /** A link to the comparison of these ids. */
  readonly compareLink: (ids: string, text: string) => ReactNode;
}

/** The way to the file of a building. */
export interface FileWay {
  readonly open: (id: string) => void;
  /** A link to it, as the router of the site makes them. */
  readonly link: (id: string, text: string) => ReactNode;
}

export const FindContext = createContext<FindContextValue | null>(null);

export function useFind(): FindContextValue {
  const value = useContext(FindContext);
  if (!value) throw new Error('useFind is used outside of the find page');
  return value;
}

export function useFindState<T>(select: (state: FindState) => T): T {
  return useStore(useFind().finder.store, select);
}

/** One part of the question: whoever needs no more is not drawn again when another part changes. */
export function useQueryPart<T>(select: (query: Query) => T): T {
  return useFindState((state) => select(presentQuery(state)));
}

export function usePresentQuery(): Query {
  return useFindState(presentQuery);
}

/** One finder for the life of the page. */
export function useFinder(navigate: Navigate): Finder {
  const { engine } = useClient();
  const latest = useRef(navigate);
  useEffect(() => {
    latest.current = navigate;
  });
  const [finder] = useState(() => new Finder(engine, () => latest.current));
  useEffect(() => finder.start(), [finder]);
  return finder;
}

/** The district's own names of its circles and subdistricts. */
export function namesFrom(loaded: Loaded | null, locale: Locale): NamesOf {
  const named = (
    places: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[] = [],
  ) => new Map(places.map((place) => [place.id, locale === 'zh' ? place.nameZh : place.nameEn]));
  const district = loaded?.header.district;
  const tables = { circle: named(district?.circles), subdistrict: named(district?.subdistricts) };
  return (field, id) => tables[field].get(id) ?? id;
}
