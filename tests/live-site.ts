/** The whole site on a port of its own, over a store that a test may write to. */
import { Hono } from 'hono';
import type { Building } from '#domain/model/building.ts';
import { changeOf } from '#domain/records/change.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { parseConfig } from '#server/config.ts';
import { createSite } from '#server/create-server.ts';
import { listen } from '#server/listen.ts';
import { createLog } from '#server/observe/log.ts';
import { currentRequestId, type SocketEnv } from '#server/observe/observe-requests.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { aWrite } from './contract/write.ts';

export interface LiveSite {
  readonly url: string;
  readonly building: (id: string) => Promise<Building>;
  /** Writes one building; null takes it away. */
  readonly write: (before: Building | null, after: Building | null) => Promise<void>;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * @param folder a built and compressed page
 * @param port 0: any free one
 */
export async function aLiveSite(folder: string, port = 0): Promise<LiveSite> {
  const parsed = parseConfig({ HOST: '127.0.0.1', PORT: String(port) }, folder);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const store = memoryStore(samplePortfolio());
  const stopping = new AbortController();
  const asked: string[] = [];
  const site = createSite({
    config: parsed.config,
    files: await readStaticFiles(folder),
    store,
    searchKeys,
    version: 'test',
    published: [],
    log: createLog({
      level: 'errors',
      writeLine: console.error,
      requestId: currentRequestId,
      now: () => new Date(),
    }),
    stopping: stopping.signal,
  });
  const outer = new Hono<SocketEnv>();
  outer.use(async (c, next) => {
    asked.push(c.req.path);
    await next();
  });
  outer.all('*', (c) => site.fetch(c.req.raw, c.env));
  const { port: own, stop } = await listen(outer, '127.0.0.1', port);
  return {
    url: `http://127.0.0.1:${own}/`,
    asked,
    building: async (id) => {
      const { portfolio } = await store.loadPortfolio();
      const found = portfolio.buildings.find((building) => building.id === id);
      if (!found) throw new Error(`no such building: ${id}`);
      return found;
    },
    write: async (before, after) => {
      const { revision, portfolio } = await store.loadPortfolio();
      const change = changeOf('building', before, after);
      const committed = await store.commit(aWrite(revision, [change], { asOf: portfolio.asOf }));
      if (!committed.ok) throw new Error(committed.reason);
    },
    stop: async () => {
      stopping.abort();
      await stop();
    },
  };
}
