/** Live updates for the whole page: one stream, however many parts listen. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type Api, ApiError, openEvents } from './api.ts';
import { useClient } from './context.tsx';
import { type LiveState, LiveUpdates, liveOff, type Shown } from './live-updates.ts';
import { isConcerned, isPersonal, type Staleness, settingsQuery } from './query.ts';

const LiveContext = createContext<LiveState>(liveOff);

/** How far the page is behind the server. */
export function useLive(): LiveState {
  return useContext(LiveContext);
}

/** A tab that nobody looks at is left after this long, in ms. */
const lookedAwayMs = 5_000;

/** @param shown header of the catalogue that the page shows; null before it shows one */
export function LiveProvider({
  shown,
  children,
}: {
  readonly shown: Shown | null;
  readonly children: ReactNode;
}) {
  const { api } = useClient();
  const queries = useQueryClient();
  const isTold = useQuery(settingsQuery(api)).data?.live ?? false;
  const [state, setState] = useState(liveOff);
  const updates = useRef<LiveUpdates | null>(null);
  const latestShown = useRef(shown);
  useEffect(() => {
    if (!isTold) return;
    const made = updatesFor(api, queries, setState);
    updates.current = made;
    if (latestShown.current) made.showing(latestShown.current);
    made.start();
    const stopWatching = watchVisitor(made);
    return () => {
      stopWatching();
      made.stop();
      updates.current = null;
      setState(liveOff);
    };
  }, [api, queries, isTold]);
  useEffect(() => {
    latestShown.current = shown;
    if (shown) updates.current?.showing(shown);
  }, [shown]);
  return <LiveContext value={state}>{children}</LiveContext>;
}

function updatesFor(api: Api, queries: QueryClient, onState: (state: LiveState) => void): LiveUpdates {
  const line = {
    open: (since: string | null, signal: AbortSignal) => openEvents(api, since, signal),
    random: Math.random,
  };
  return new LiveUpdates(line, {
    refresh: (stale) => refresh(queries, stale),
    identityChanged: () => forgetPerson(queries),
    onState,
  });
}

/**
 * Somebody else is asking from now on: what the one before could see goes, also where nobody looks at it now. The
 * catalogue and who is asking are swapped for their successors, since the whole page stands on them.
 */
function forgetPerson(queries: QueryClient): void {
  const personal = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => isPersonal(queryKey);
  queries.removeQueries({ predicate: personal, type: 'inactive' });
  const isSwapped = ([kind]: readonly unknown[]) => kind === 'catalogue' || kind === 'me';
  const others = {
    predicate: (query: { readonly queryKey: readonly unknown[] }) =>
      personal(query) && !isSwapped(query.queryKey),
  };
  queries.invalidateQueries({ predicate: personal }).catch(reportError);
  queries.resetQueries(others).catch(reportError);
}

/** What is shown stays until its successor is there. What the server refuses has its answer. */
async function refresh(queries: QueryClient, stale: Staleness): Promise<boolean> {
  const concerned = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => isConcerned(queryKey, stale),
  };
  await queries.invalidateQueries(concerned);
  return queries
    .getQueryCache()
    .findAll({ ...concerned, type: 'active' })
    .every(({ state: { isInvalidated, error } }) => {
      const isRefused = error instanceof ApiError && error.failure === 'refused';
      return !isInvalidated || isRefused;
    });
}

/** Comes back when the tab is looked at again, and tries at once when the browser sees its network change. */
function watchVisitor(updates: LiveUpdates): () => void {
  let leaving: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    if (leaving) clearTimeout(leaving);
    leaving = null;
    if (document.visibilityState === 'hidden') leaving = setTimeout(() => updates.pause(), lookedAwayMs);
    else updates.resume();
  };
  const tryNow = () => updates.tryNow();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', tryNow);
  window.addEventListener('offline', tryNow);
  return () => {
    if (leaving) clearTimeout(leaving);
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', tryNow);
    window.removeEventListener('offline', tryNow);
  };
}
