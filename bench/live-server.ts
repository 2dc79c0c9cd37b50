/** The production site in a process of its own that is told by its parent to write, and how much memory it has. */

import { changeOf } from '#domain/records/change.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { parseConfig } from '#server/config.ts';
import { createSite } from '#server/create-server.ts';
import { listen } from '#server/listen.ts';
import { createLog } from '#server/observe/log.ts';
import { currentRequestId } from '#server/observe/observe-requests.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { holdYoungGeneration } from '#server/young-generation.ts';

export type Told = 'memory' | 'write' | 'stop';
export type Tells =
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'memory'; readonly resident: number; readonly heap: number }
  /** `at`: just before the write began, in ms since 1970. */
  | { readonly kind: 'written'; readonly at: number };

// As server/main.ts does.
holdYoungGeneration();
const parsed = parseConfig({ HOST: '127.0.0.1', PORT: '0' }, '');
if (!parsed.ok) throw new Error(parsed.problems.join());
const store = memoryStore(samplePortfolio());
const stopping = new AbortController();
const site = createSite({
  config: parsed.config,
  files: new Map(),
  store,
  searchKeys,
  version: 'bench',
  published: [],
  log: createLog({
    level: 'errors',
    writeLine: console.error,
    requestId: currentRequestId,
    now: () => new Date(),
  }),
  stopping: stopping.signal,
});
const { port, stop } = await listen(site, '127.0.0.1', 0);

const tell = (message: Tells) => process.send?.(message);

async function write(): Promise<number> {
  const { revision, portfolio } = await store.loadPortfolio();
  const [building] = portfolio.buildings;
  if (!building) throw new Error('the sample has no buildings');
  const change = changeOf('building', building, { ...building, lifts: (building.lifts ?? 0) + 1 });
  const at = performance.timeOrigin + performance.now();
  const committed = await store.commit({
    base: revision,
    changes: [change],
    actor: { id: null, name: 'bench', role: 'staff', address: null },
    at: new Date(at).toISOString(),
    asOf: portfolio.asOf,
    origin: 'edit',
    batchId: null,
    requestId: null,
    answer: null,
  });
  if (!committed.ok) throw new Error(committed.reason);
  return at;
}

/** What stays after the collector has run three times, with a moment in which sockets may settle. */
async function memory(): Promise<Tells> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { kind: 'memory', resident: rss, heap: heapUsed + external };
}

process.on('message', async (told: Told) => {
  if (told === 'memory') tell(await memory());
  if (told === 'write') tell({ kind: 'written', at: await write() });
  if (told === 'stop') {
    stopping.abort();
    await stop();
    process.exit(0);
  }
});
tell({ kind: 'port', port });
