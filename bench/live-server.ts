/**
 * The production site in a process of its own that is told by its parent to write, and how much memory it has.
 * `node bench/live-server.ts account`: with accounts, and a session of one of them for the readers.
 */
import { Kysely } from 'kysely';
import { changeOf } from '#domain/records/change.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { type Accounts, createAccounts } from '#server/accounts/create-accounts.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { parseConfig } from '#server/config.ts';
import { createSite } from '#server/create-server.ts';
import { listen } from '#server/listen.ts';
import { createLog } from '#server/observe/log.ts';
import { currentRequestId } from '#server/observe/observe-requests.ts';
import { migrate, type Tables } from '#server/store/database.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { holdYoungGeneration } from '#server/young-generation.ts';

export type Told = 'memory' | 'write' | 'stop';
export type Tells =
  /** `cookie`: of the session; null without accounts. */
  | { readonly kind: 'port'; readonly port: number; readonly cookie: string | null }
  | { readonly kind: 'memory'; readonly resident: number; readonly heap: number }
  /** `at`: just before the write began, in ms since 1970. */
  | { readonly kind: 'written'; readonly at: number };

// As server/main.ts does.
holdYoungGeneration();
const hasAccounts = process.argv[2] === 'account';
// All readers share one account.
const environment = { HOST: '127.0.0.1', PORT: '0', LOULAN_MAX_STREAMS_PER_PARTY: '2000' };
const parsed = parseConfig(hasAccounts ? environment : { HOST: '127.0.0.1', PORT: '0' }, '');
if (!parsed.ok) throw new Error(parsed.problems.join());
const { config } = parsed;
const accounts = hasAccounts ? await accountsInMemory() : null;
const store = memoryStore(samplePortfolio());
const stopping = new AbortController();
const site = createSite({
  config,
  ...(accounts && { accounts }),
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

async function accountsInMemory(): Promise<Accounts> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(':memory:')) });
  await migrate(db);
  const onError = (error: unknown) => console.error(error);
  const now = () => new Date();
  return createAccounts({ db, ...config.accounts, now, onEvent: () => undefined, onError });
}

/** Of the first administrator, as the browser would send it. */
async function signedIn(link: string | null): Promise<string> {
  const body = {
    token: link?.split('#')[1],
    password: 'correct horse battery',
    name: 'bench',
    login: 'bench@example.org',
  };
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'localhost' },
    body: JSON.stringify(body),
  };
  const response = await site.request('/api/v1/account/link/redeem', init);
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || !cookie) throw new Error(`${response.status}: ${await response.text()}`);
  return cookie.split(';')[0] ?? '';
}

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
tell({ kind: 'port', port, cookie: accounts && (await signedIn(await accounts.firstAdminLink())) });
