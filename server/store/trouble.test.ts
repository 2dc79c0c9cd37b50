import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import { oneAtATime } from '#server/api/one-at-a-time.ts';
import { StoreTrouble } from '#server/api/store.ts';
import { aPortfolio, aUnit } from '../../tests/builders.ts';
import { aWrite } from '../../tests/contract/write.ts';
import type { Tables } from './database.ts';
import { openDialect } from './open-store.ts';
import { sqlStore } from './sql-store.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'loulan-trouble-'));
afterAll(() => rmSync(folder, { recursive: true }));

const units = Array.from({ length: 3_000 }, (_, i) => changeOf('unit', null, aUnit({ id: `u${i}` })));

/** A filled database, opened again in some way. */
async function storeOver(name: string, open: (file: string) => DatabaseSync) {
  const file = join(folder, name);
  const options = { first: () => aPortfolio(), published: [], now: () => new Date('2026-11-01T00:00:00Z') };
  const filled = await openDialect(sqliteDialect(openSqlite(file)), 'sqlite', options);
  await filled.close();
  const database = open(file);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  const store = await sqlStore({ db, published: [], exclusively: oneAtATime(), pollMs: 0 });
  return { database, store, close: () => db.destroy() };
}

test('a disk that gets full in the middle of a write is told, nothing of the write is kept, and it goes on', async () => {
  const { database, store, close } = await storeOver('full.db', (file) => openSqlite(file));
  const pages = Number(Object.values(database.prepare('pragma page_count').get() ?? {})[0]);
  database.exec(`pragma max_page_count = ${pages + 20}`);
  const before = await store.loadPortfolio();
  const failed = await store.commit(aWrite(before.revision, units)).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StoreTrouble);
  expect(failed).toMatchObject({ trouble: 'full' });
  expect(await store.loadPortfolio()).toMatchObject({
    revision: before.revision,
    portfolio: before.portfolio,
  });
  expect(await store.auditEntries({ limit: 5 })).toEqual([]);
  database.exec('pragma max_page_count = 1000000');
  expect(await store.commit(aWrite(before.revision, units))).toMatchObject({ ok: true });
  expect((await store.loadPortfolio()).portfolio.units).toHaveLength(units.length);
  await close();
});

test('a medium that cannot be written to is told, and can still be read', async () => {
  const { store, close } = await storeOver('read-only.db', (file) => openSqlite(file, { readOnly: true }));
  const { revision } = await store.loadPortfolio();
  const failed = await store.commit(aWrite(revision, units.slice(0, 1))).catch((error: unknown) => error);
  expect(failed).toMatchObject({ trouble: 'readOnly' });
  expect((await store.loadPortfolio()).portfolio.buildings).toHaveLength(1);
  await close();
});
