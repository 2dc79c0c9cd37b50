import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite, sqliteDialect } from './sqlite.ts';

test('who waits for another connection to write does not hold up the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-busy-'));
  const file = join(folder, 'busy.db');
  const other = openSqlite(file);
  other.exec('create table things (name text)');
  const db = new Kysely<{ things: { name: string } }>({ dialect: sqliteDialect(openSqlite(file)) });
  other.exec("begin immediate; insert into things values ('other')");
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  const [single, transaction] = [
    db.insertInto('things').values({ name: 'single' }).execute(),
    db.transaction().execute((trx) => trx.insertInto('things').values({ name: 'transaction' }).execute()),
  ];
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(turns).toBeGreaterThan(5);
  other.exec('commit');
  await Promise.all([single, transaction]);
  clearInterval(timer);
  const { rows } = await sql<{ name: string }>`select name from things order by name`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(['other', 'single', 'transaction']);
  await db.destroy();
  other.close();
  rmSync(folder, { recursive: true });
});
