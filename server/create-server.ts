/** The whole site as one app: headers, compression, the API, the built page. */
import { Hono } from 'hono';
import type { BuildingId } from '#domain/measure.ts';
import type { Accounts } from './accounts/create-accounts.ts';
import { accountIdentity } from './accounts/identity.ts';
import { createApi } from './api/create-api.ts';
import { type Identify, isForwarded, personaIdentity, whyNotOpen } from './api/identity.ts';
import type { SearchKeysOf } from './api/read-model.ts';
import type { Store } from './api/store.ts';
import { unsafeMethods } from './api/unsafe-methods.ts';
import { compressAnswers } from './compression.ts';
import { type Config, listensOnLoopback, tileOrigin } from './config.ts';
import { createImportApp, type ImportApp, type ImportAppDeps } from './jobs/import-app.ts';
import type { Log } from './observe/log.ts';
import { measuredStore } from './observe/measured-store.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import { currentRequestId, observeRequests, type SocketEnv } from './observe/observe-requests.ts';
import { probePaths, routeProbes } from './observe/probes.ts';
import { routeNames } from './observe/route-names.ts';
import { currentTrace } from './observe/trace.ts';
import type { OpenedImports } from './open-imports.ts';
import { securityHeaders } from './security-headers.ts';
import { type StaticFiles, serveStaticFiles } from './static-files.ts';
import { turn } from './store/record-rows.ts';
import { toWgs84 } from './text/datum.ts';

export interface SiteDeps {
  readonly config: Config;
  readonly store: Store;
  /** Without them nobody can sign in. */
  readonly accounts?: Accounts;
  readonly imports?: OpenedImports;
  readonly published: readonly BuildingId[];
  readonly searchKeys: SearchKeysOf;
  readonly files: StaticFiles;
  readonly version: string;
  readonly log: Log;
  /** Where the figures of this site are kept; its own when there is none. */
  readonly metrics?: Metrics;
  /** Aborted when the server begins to stop: ends what would never end by itself. */
  readonly stopping?: AbortSignal;
}

/** A site under test has no sockets: its requests come from nowhere. */
export function createSite(deps: SiteDeps): Hono<SocketEnv> {
  const { config, accounts, published, searchKeys, files, version, log } = deps;
  const metrics = deps.metrics ?? createMetrics();
  const stopping = deps.stopping ?? new AbortController().signal;
  const clock = () => performance.now();
  const store = measuredStore(deps.store, metrics, clock);
  const site = new Hono<SocketEnv>();
  const addressOf = () => currentTrace()?.address ?? null;
  const personas = personasOfSample({ ...deps, store });
  const identity = (isSignOfLife: boolean) =>
    accounts ? accountIdentity({ accounts, personas, addressOf, isSignOfLife }) : personas;
  const identities = { identify: tracedIdentity(identity(true)), identifyAgain: identity(false) };
  const doubts = accounts?.watch ?? null;
  const onError = (error: unknown) => log.error('api.failed', error);
  const api = createApi({
    store,
    published,
    searchKeys,
    now: () => new Date(),
    toWgs84,
    maxBodyBytes: config.limits.bodyBytes,
    addressOf,
    requestIdOf: currentRequestId,
    settings: {
      version,
      live: true,
      imports: deps.imports !== undefined,
      tiles: config.tiles,
      signIn: accounts ? { service: accounts.service, passwordLength: accounts.passwordLength } : null,
    },
    ...identities,
    live: { ...liveOptions(config, stopping), doubts },
    onError,
    pause: turn,
  });
  const importApp = deps.imports
    ? importAppOf(deps.imports, { ...identities, doubts, addressOf, onError, stopping, config })
    : null;
  const probes = Object.values(probePaths);
  const patterns = [
    ...api.routes.map(({ path }) => path),
    ...(accounts?.paths ?? []),
    ...(importApp?.paths ?? []),
    ...probes,
  ];
  site.use(observeRequests({ log, metrics, clock, quiet: probes, nameOf: routeNames(patterns) }));
  site.use(securityHeaders(config.tiles && tileOrigin(config.tiles.url)));
  site.use(compressAnswers());
  routeProbes(site, { store, metrics, log, config, stopping });
  site.all('/api/*', (c) => {
    if (accounts?.answers(c.req.path)) return accounts.handle(c.req.raw, addressOf());
    return (importApp?.answers(c.req.path) ? importApp : api).fetch(c.req.raw);
  });
  site.all('/api', (c) => api.fetch(c.req.raw));
  site.use(unsafeMethods(config.limits.bodyBytes));
  site.use(serveStaticFiles(files));
  answerTheRest(site, log);
  return site;
}

function liveOptions({ limits }: Config, stopping: AbortSignal) {
  const { heartbeatMs, streams: maxReaders, streamsPerParty: maxPerParty } = limits;
  return { heartbeatMs, maxReaders, maxPerParty, stopping };
}

function answerTheRest(site: Hono<SocketEnv>, log: Log): void {
  site.notFound((c) => c.text('404 没有这个页面 — no such page\n', 404));
  site.onError((error, c) => {
    log.error('site.failed', error);
    return c.text(`500 出错了 — something went wrong; request ${currentRequestId() ?? ''}\n`, 500);
  });
}

function importAppOf(
  opened: OpenedImports,
  {
    config,
    ...deps
  }: Pick<ImportAppDeps, 'identify' | 'identifyAgain' | 'doubts' | 'addressOf' | 'onError' | 'stopping'> & {
    config: Config;
  },
): ImportApp {
  const { bodyBytes: maxBodyBytes, heartbeatMs } = config.limits;
  const now = () => new Date();
  return createImportApp({
    ...opened,
    ...deps,
    maxBodyBytes,
    heartbeatMs,
    now,
    requestIdOf: currentRequestId,
  });
}

function personasOfSample({ config, store, accounts }: SiteDeps): Identify {
  return personaIdentity(async (request) => {
    const facts = {
      isAllowed: config.personas === 'sample',
      hasAccounts: (await accounts?.hasAccounts()) ?? false,
      isSample: await store.isSample(),
      listensOnLoopback: listensOnLoopback(config),
      host: request.headers.get('host'),
      isForwarded: isForwarded(request.headers),
    };
    return whyNotOpen(facts) === null;
  });
}

/** Tells the log in which role a request is answered. */
function tracedIdentity(identify: Identify): Identify {
  return async (request) => {
    const identified = await identify(request);
    const trace = currentTrace();
    if (trace && identified.ok) trace.role = identified.viewer.role;
    return identified;
  };
}
