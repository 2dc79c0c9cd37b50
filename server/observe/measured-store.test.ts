import { expect, test } from 'vitest';
import { towerAndHouse } from '../../tests/tower-and-house.ts';
import { memoryStore } from '../api/memory-store.ts';
import { measuredStore } from './measured-store.ts';
import { createMetrics } from './metrics.ts';

test('loads are timed by whether everything was read, and give what the store gives', async () => {
  const metrics = createMetrics();
  let now = 0;
  const store = memoryStore(towerAndHouse);
  const measured = measuredStore(store, metrics, () => (now += 20));
  const loaded = await measured.loadPortfolio();
  expect(loaded).toEqual(await store.loadPortfolio());
  expect(metrics.text()).toContain('loulan_data_load_duration_seconds_sum{extent="all"} 0.02\n');
});

test('a write that fails is timed and still fails', async () => {
  const metrics = createMetrics();
  const store = { ...memoryStore(towerAndHouse), commit: () => Promise.reject(new Error('disk full')) };
  const write = {
    base: 'x',
    changes: [],
    actor: { id: null, name: '', role: 'admin', address: null },
    at: '',
    asOf: '2026-11-01',
    origin: 'edit',
    batchId: null,
    requestId: null,
    answer: null,
  } as const;
  await expect(measuredStore(store, metrics, () => 0).commit(write)).rejects.toThrow('disk full');
  expect(metrics.text()).toContain('loulan_data_write_duration_seconds_count{outcome="failed"} 1\n');
});
