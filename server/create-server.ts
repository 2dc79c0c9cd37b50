/** The whole site as one app: headers, compression, the API, the built page. */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { BuildingId } from '#domain/measure.ts';
import { createApi } from './api/create-api.ts';
import { isForwarded, personaIdentity, whyNotOpen } from './api/identity.ts';
import type { SearchKeysOf } from './api/read-model.ts';
import type { Store } from './api/store.ts';
import { unsafeMethods } from './api/unsafe-methods.ts';
import { compressAnswers } from './compression.ts';
import { type Config, listensOnLoopback, tileOrigin } from './config.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { type StaticFiles, serveStaticFiles } from './static-files.ts';
import { toWgs84 } from './text/datum.ts';

export interface SiteDeps {
  readonly config: Config;
  readonly store: Store;
  readonly published: readonly BuildingId[];
  readonly searchKeys: SearchKeysOf;
  readonly files: StaticFiles;
  readonly version: string;
  readonly writeLine: (line: string) => void;
}

/** A site under test has no sockets: its requests come from nowhere. */
export function createSite({
  config,
  store,
  published,
  searchKeys,
  files,
  version,
  writeLine,
}: SiteDeps): Hono {
  const site = new Hono();
  const addresses = new WeakMap<Request, string>();
  const api = createApi({
    store,
    published,
    searchKeys,
    now: () => new Date(),
    toWgs84,
    addressOf: (request) => addresses.get(request) ?? null,
    requestIdOf: () => null,
    settings: { version, tiles: config.tiles },
    identify: personaIdentity(async (request) => {
      const facts = {
        isAllowed: config.personas === 'sample',
        isSample: await store.isSample(),
        listensOnLoopback: listensOnLoopback(config),
        host: request.headers.get('host'),
        isForwarded: isForwarded(request.headers),
      };
      return whyNotOpen(facts) === null;
    }),
    onError: (error, request) => {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      writeLine(`error ${request.method} ${new URL(request.url).pathname} ${oneLine(cause)}`);
    },
  });
  if (config.log === 'requests') site.use(logRequests(writeLine));
  site.use(securityHeaders(config.tiles && tileOrigin(config.tiles.url)));
  site.use(compressAnswers());
  const answerApi = (c: Context) => {
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
    const address = incoming?.socket.remoteAddress;
    if (address !== undefined) addresses.set(c.req.raw, address);
    return api.fetch(c.req.raw);
  };
  site.all('/api/*', answerApi);
  site.all('/api', answerApi);
  site.use(unsafeMethods());
  site.use(serveStaticFiles(files));
  site.notFound((c) => c.text('404 没有这个页面 — no such page\n', 404));
  return site;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' | ');
}
