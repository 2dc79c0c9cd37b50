/** Data that the code before a migration left behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { changeOf, inKeyOrder } from '#domain/records/change.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { writeBackup } from '#server/backup/write-backup.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { pgliteDialect } from '../../tests/pglite.ts';
import { aPlan, oneOfEach } from '../../tests/records.ts';
import { type Database, migrate, migrateTo, type Tables } from './database.ts';
import { databaseFile, openStore } from './open-store.ts';
import { keyColumns, tableColumns, tableOf } from './record-columns.ts';
import { seedOnce } from './seed.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'loulan-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = '2026-10-31T08:00:00.000Z';
/** What a database of the third migration can hold. */
const old = { ...oneOfEach, monthCorrections: [], renewalPlans: [], targets: [] };

async function filledBefore(db: Database): Promise<void> {
  await migrateTo(db, '003-imports');
  await seedOnce(db, () => old, at);
  await sql`insert into audit (sequence, number, at, actor_name, actor_role, origin, entity, record_key, after_json)
    values (1, 0, ${at}, '王晓梅', 'staff', 'edit', 'unit', 'b1~u1', ${JSON.stringify(old.units[0])})`.execute(
    db,
  );
}

const inMemory = [
  ['SQLite', () => sqliteDialect(openSqlite(':memory:'))],
  ['PostgreSQL in the process', pgliteDialect],
] as const;

describe.each(inMemory)('%s', (_, dialect) => {
  test('tables of records have the columns of the table of fields, whichever migration made them', async () => {
    const db = new Kysely<Tables>({ dialect: dialect() });
    await migrate(db);
    const tables = new Map((await db.introspection.getTables()).map(({ name, columns }) => [name, columns]));
    for (const entity of ['monthCorrection', 'renewalPlan', 'target', 'month', 'unit'] as const) {
      const found = (tables.get(tableOf[entity]) ?? []).map(({ name, isNullable }) => [name, isNullable]);
      const wanted = tableColumns(entity).map(({ name, nullable }) => [name, nullable]);
      expect(found.toSorted()).toEqual([...wanted, ['change_seq', false], ['deleted_at', true]].toSorted());
      expect(keyColumns(entity).length).toBeGreaterThan(0);
    }
    await db.destroy();
  }, 60_000);

  test('a backup of before the migration is restored, and takes the new records', async () => {
    const from = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(':memory:')) });
    await filledBefore(from);
    const file = join(folder, `${_}.gz`);
    await writeBackup(from, file, { version: '0.9.0', madeAt: at });
    const to = new Kysely<Tables>({ dialect: dialect() });
    expect(await restoreBackup(to, file)).toMatchObject({ ok: true });
    const { count } = await to
      .selectFrom('months')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(old.months.length);
    expect(await to.selectFrom('targets').selectAll().execute()).toEqual([]);
    await Promise.all([from.destroy(), to.destroy()]);
  }, 60_000);
});

test('a database of before the migration opens, keeps everything, and takes the new records', async () => {
  const place = { kind: 'folder', folder } as const;
  const before = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(join(folder, databaseFile))) });
  await filledBefore(before);
  await before.destroy();
  const opened = await openStore(place, {
    first: () => {
      throw new Error('it was filled before');
    },
    published: [],
    now: () => new Date(at),
  });
  if (!opened.ok) throw new Error(opened.problem);
  const { store, isNew, close } = opened.opened;
  expect(isNew).toBe(false);
  const { portfolio } = await store.loadPortfolio();
  expect(portfolio).toEqual(inKeyOrder(old));
  expect(await store.auditEntries({ limit: 10 })).toMatchObject([{ actor: { name: '王晓梅' } }]);
  const committed = await store.commit(
    aWrite(await store.revision(), [changeOf('renewalPlan', null, aPlan)]),
  );
  expect(committed.ok).toBe(true);
  expect((await store.loadPortfolio()).portfolio.renewalPlans).toEqual([aPlan]);
  await close();
});
