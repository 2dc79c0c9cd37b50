/**
 * The server's stack around a route that gives answers as they lie there: what everything but the engine and the
 * contract costs. `node bench/load-peer.ts texts.json`, with the server's environment.
 */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { createApi } from '#server/api/create-api.ts';
import { isForwarded, personaIdentity, whyNotOpen } from '#server/api/identity.ts';
import { compressAnswers } from '#server/compression.ts';
import { addressOf, listensOnLoopback, parseConfig } from '#server/config.ts';
import { listen } from '#server/listen.ts';
import { createLog } from '#server/observe/log.ts';
import { measuredStore } from '#server/observe/measured-store.ts';
import { createMetrics } from '#server/observe/metrics.ts';
import { currentRequestId, observeRequests, type SocketEnv } from '#server/observe/observe-requests.ts';
import { routeNames } from '#server/observe/route-names.ts';
import { openAccounts } from '#server/open-accounts.ts';
import { securityHeaders } from '#server/security-headers.ts';
import { openStore } from '#server/store/open-store.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { holdYoungGeneration } from '#server/young-generation.ts';

holdYoungGeneration();

const parsed = parseConfig(process.env, '');
if (!parsed.ok) throw new Error(parsed.problems.join());
const { config } = parsed;
const outcome = await openStore(config.data, {
  first: samplePortfolio,
  published: [],
  now: () => new Date(),
});
if (!outcome.ok) throw new Error(outcome.problem);
const texts = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as readonly string[];
const bodies = texts.map((text) => new TextEncoder().encode(text));
const metrics = createMetrics();
const clock = () => performance.now();
const log = createLog({
  level: config.log,
  writeLine: console.log,
  requestId: currentRequestId,
  now: () => new Date(),
});
const store = measuredStore(outcome.opened.store, metrics, clock);
const { accounts } = openAccounts(config, outcome.opened, { log, stopping: new AbortController().signal });
const api = createApi({
  store,
  published: [],
  searchKeys,
  now: () => new Date(),
  toWgs84: (lon, lat) => [lon, lat],
  addressOf: () => null,
  requestIdOf: currentRequestId,
  settings: { version: 'bench', live: true, imports: true, tiles: null, signIn: null },
  identify: personaIdentity(async (request) => {
    const facts = {
      isAllowed: true,
      hasAccounts: await accounts.hasAccounts(),
      isSample: await store.isSample(),
      listensOnLoopback: listensOnLoopback(config),
      host: request.headers.get('host'),
      isForwarded: isForwarded(request.headers),
    };
    return whyNotOpen(facts) === null;
  }),
  onError: (error) => log.error('api.failed', error),
});
api.get('/api/v1/peer/:number', (c) =>
  c.body(bodies[Number(c.req.param('number'))] ?? '', 200, { 'content-type': 'application/json' }),
);
const site = new Hono<SocketEnv>();
site.use(
  observeRequests({ log, metrics, clock, quiet: [], nameOf: routeNames(api.routes.map(({ path }) => path)) }),
);
site.use(securityHeaders(null));
site.use(compressAnswers());
site.all('/api/*', (c) => api.fetch(c.req.raw));
const { port } = await listen(site, config.host, config.port, config.limits);
console.log(addressOf(config.host, port));
