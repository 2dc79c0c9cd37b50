import type { Store } from '#server/api/store.ts';
import { durationBuckets, type Metrics } from './metrics.ts';

/**
 * The store, with figures of how often and how long it loads and writes.
 * @param clock milliseconds that never go back
 */
export function measuredStore(store: Store, metrics: Metrics, clock: () => number): Store {
  const loads = metrics.histogram(
    'loulan_data_load_duration_seconds',
    'Reading the data, all of them or what changed.',
    durationBuckets,
  );
  const writes = metrics.histogram(
    'loulan_data_write_duration_seconds',
    'Writes: kept, or refused because somebody was faster, or failed.',
    durationBuckets,
  );
  return {
    ...store,
    loadPortfolio: async (since, onMany) => {
      const began = clock();
      const loaded = await store.loadPortfolio(since, onMany);
      loads((clock() - began) / 1000, { extent: loaded.changes === null ? 'all' : 'changes' });
      return loaded;
    },
    commit: async (write) => {
      const began = clock();
      let outcome = 'failed';
      try {
        const committed = await store.commit(write);
        outcome = committed.ok ? 'kept' : committed.reason;
        return committed;
      } finally {
        writes((clock() - began) / 1000, { outcome });
      }
    },
  };
}
