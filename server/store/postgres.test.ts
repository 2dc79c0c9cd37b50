import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from '../../scripts/postgres.ts';
import { aBuilding, aPortfolio } from '../../tests/builders.ts';
import { describeStore } from '../../tests/contract/store.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { type OpenedStore, openStore } from './open-store.ts';

const programs = postgresPrograms();
const opened: OpenedStore[] = [];
let postgres: OwnPostgres;
let databases = 0;

/** In continuous integration it must be there; elsewhere a machine without it still has PGlite's run. */
if (programs === null && process.env['CI'])
  throw new Error('no PostgreSQL here, and none could be installed');

const place = (url: string) => ({ kind: 'postgres', url, connections: 4, statementMs: 30_000 }) as const;
const options = (portfolio = aPortfolio(), published: readonly string[] = []) => ({
  first: () => portfolio,
  published,
  now: () => new Date('2026-11-01T00:00:00Z'),
});

async function open(url: string, given = options()): Promise<OpenedStore> {
  const outcome = await openStore(place(url), given);
  if (!outcome.ok) throw new Error(outcome.problem);
  opened.push(outcome.opened);
  return outcome.opened;
}

function aDatabase(): string {
  databases += 1;
  return postgres.database(`loulan${databases}`);
}

if (programs !== null) {
  beforeAll(async () => {
    postgres = await ownPostgres(programs);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(opened.map(({ close }) => close()));
    postgres.stop();
  });

  describeStore('PostgreSQL', async (portfolio, published) => {
    const { store } = await open(aDatabase(), options(portfolio, published));
    return store;
  });

  test('PostgreSQL: of several servers that start at once on a new database one fills it', async () => {
    const url = aDatabase();
    const starts = await Promise.all([1, 2, 3].map(() => open(url)));
    expect(starts.filter(({ isNew }) => isNew)).toHaveLength(1);
    const revisions = new Set(await Promise.all(starts.map(({ store }) => store.revision())));
    expect(revisions.size).toBe(1);
  });

  test('PostgreSQL: a write on one server is seen on the other within a second', async () => {
    const url = aDatabase();
    const [{ store: here }, { store: there }] = [await open(url), await open(url)];
    const seen = new Promise((resolve) => there.watch(resolve));
    const write = aWrite(await here.revision(), [changeOf('building', aBuilding(), aBuilding({ lifts: 5 }))]);
    const began = Date.now();
    const committed = await here.commit(write);
    expect(await seen).toBe(committed.ok && committed.revision);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  test('PostgreSQL: a restart of the database is waited out, and the write is there once', async () => {
    const { store } = await open(aDatabase());
    const base = await store.revision();
    postgres.crash();
    const write = store.commit(aWrite(base, [changeOf('building', aBuilding(), aBuilding({ lifts: 5 }))]));
    postgres.start();
    expect(await write).toMatchObject({ ok: true });
    expect(await store.auditEntries({ limit: 10 })).toHaveLength(1);
  });

  test('PostgreSQL: a database that is not there is named, without its password', async () => {
    const url = aDatabase()
      .replace('loulan@', 'loulan:secret@')
      .replace(/\/loulan\d+$/, '/nowhere');
    const outcome = await openStore(place(url), options());
    expect(outcome).toMatchObject({
      ok: false,
      problem: expect.stringContaining('there is no such database'),
    });
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
}
