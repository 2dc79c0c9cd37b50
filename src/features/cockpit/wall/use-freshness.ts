/** How old the figures on the wall are, and their renewal: by the stream of changes, and by a timer. */
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useLive } from '#client/live.tsx';

export interface Freshness {
  /** When the oldest figure that is shown was answered, ms since 1970; 0 before there is any. */
  readonly updatedAt: number;
  /** The server does not answer: what is shown is what there was. */
  readonly isLost: boolean;
}

/** In ms. A server that was lost is asked more often, until it answers. */
const every = { usual: 300_000, lost: 15_000 };

const kinds: readonly unknown[] = ['cockpit', 'me', 'district'];
const isOfWall = ({ queryKey: [kind] }: { readonly queryKey: QueryKey }) => kinds.includes(kind);

export function useFreshness(): Freshness {
  const queries = useQueryClient();
  const live = useLive().status;
  const cache = queries.getQueryCache();
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache]);
  const updatedAt = useSyncExternalStore(subscribe, () => {
    const times = cache
      .findAll({ type: 'active', queryKey: ['cockpit'] })
      .flatMap(({ state }) => (state.dataUpdatedAt > 0 ? [state.dataUpdatedAt] : []));
    return times.length === 0 ? 0 : Math.min(...times);
  });
  const hasFailed = useSyncExternalStore(subscribe, () =>
    cache
      .findAll({ type: 'active', predicate: isOfWall })
      .some(({ state }) => state.error !== null || state.fetchStatus === 'paused'),
  );
  const isLost = hasFailed || live === 'offline';
  useEffect(() => {
    const renew = () =>
      void queries.refetchQueries({ type: 'active', predicate: isOfWall }, { cancelRefetch: false });
    const timer = setInterval(renew, isLost ? every.lost : every.usual);
    return () => clearInterval(timer);
  }, [queries, isLost]);
  return { updatedAt, isLost };
}
