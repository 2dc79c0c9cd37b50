/** The production site in this process, for measurements: a port of its own, any portfolio, every request seen. */
import { Hono } from 'hono';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { parseConfig } from '#server/config.ts';
import { createSite } from '#server/create-server.ts';
import { listen } from '#server/listen.ts';
import { createLog } from '#server/observe/log.ts';
import { currentRequestId, type SocketEnv } from '#server/observe/observe-requests.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { searchKeys } from '#server/text/search-keys.ts';

export interface MeasuredSite {
  readonly url: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<unknown>;
}

/** @param folder a built and compressed page */
export async function startSite(folder: string, portfolio: Portfolio): Promise<MeasuredSite> {
  const parsed = parseConfig({ HOST: '127.0.0.1', PORT: '0' }, folder);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const asked: string[] = [];
  const outer = new Hono<SocketEnv>();
  outer.use(async (c, next) => {
    asked.push(c.req.path);
    await next();
  });
  const site = createSite({
    config: parsed.config,
    files: await readStaticFiles(folder),
    searchKeys,
    store: memoryStore(portfolio),
    published: [],
    version: 'measured',
    log: createLog({
      level: 'errors',
      writeLine: console.error,
      requestId: currentRequestId,
      now: () => new Date(),
    }),
  });
  outer.all('*', (c) => site.fetch(c.req.raw, c.env));
  const { port, stop } = await listen(outer, '127.0.0.1', 0);
  return { url: `http://127.0.0.1:${port}/`, asked, stop };
}
