/**
 * Requests made from the API's description, right ones and hostile ones, over every kind of store. Prints what
 * was answered, and the shortest sequence found that is not answered as described.
 *
 *   npm run bench:generated                  6,000 requests to each store, another seed each time
 *   npm run bench:generated -- 20000 7       another number, a certain seed
 */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from 'kysely';
import { ownAccountEndpoints } from '#contract/account-endpoints.ts';
import { administrationEndpoints } from '#contract/administration-endpoints.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import type { Store } from '#server/api/store.ts';
import { type OpenedStore, openDialect } from '#server/store/open-store.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { someOfEach, withRemovals } from '../tests/generated/district.ts';
import { sendGenerated } from '../tests/generated/run.ts';
import { personaWorld } from '../tests/generated/worlds.ts';
import { pgliteDialect } from '../tests/pglite.ts';
import { report } from './report.ts';

const requests = Number(process.argv[2] ?? 6_000);
const seed = Number(process.argv[3] ?? Date.now() % 1e9);
const folder = await mkdtemp(join(tmpdir(), 'loulan-generated-'));
let files = 0;

function overSql(kind: OpenedStore['kind'], dialect: () => Dialect): () => Promise<Store> {
  let last: OpenedStore | null = null;
  return async () => {
    await last?.close();
    const now = () => new Date('2026-11-01T00:00:00Z');
    last = await openDialect(dialect(), kind, { first: () => someOfEach, published: [], now });
    return last.store;
  };
}

const stores: readonly { name: string; make: () => Promise<Store>; longest: number }[] = [
  { name: 'memory', make: async () => memoryStore(someOfEach), longest: 24 },
  {
    name: 'SQLite',
    make: overSql('sqlite', () => {
      files += 1;
      return sqliteDialect(openSqlite(join(folder, `${files}.db`)));
    }),
    longest: 60,
  },
  // A fresh database takes a second here: fewer, longer sequences.
  { name: 'PostgreSQL in the process', make: overSql('postgres', pgliteDialect), longest: 400 },
];

const except = [...ownAccountEndpoints, ...administrationEndpoints].map(({ id }) => id);
console.log(`seed ${seed}`);
for (const { name, make, longest } of stores) {
  const began = performance.now();
  const makeWorld = async () => personaWorld(someOfEach, await withRemovals(await make()));
  const outcome = await sendGenerated({ portfolio: someOfEach, makeWorld, requests, seed, longest, except });
  const counts = new Map<number, number>();
  for (const own of outcome.statuses.values()) {
    for (const [status, count] of own) counts.set(status, (counts.get(status) ?? 0) + count);
  }
  report(`${name}: requests`, outcome.sent, '', requests, false);
  report(`${name}: not answered as described`, outcome.failure === null ? 0 : 1, '', 0);
  report(`${name}: operations that never went well`, outcome.neverWell.length, '', null);
  report(`${name}: took`, (performance.now() - began) / 1000, 's', null);
  const told = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  console.log(`  ${told.join(', ')}`);
  if (outcome.neverWell.length > 0) console.log(`  never well: ${outcome.neverWell.join(', ')}`);
  if (outcome.failure !== null) console.log(outcome.failure);
}
rmSync(folder, { recursive: true });
