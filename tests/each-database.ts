/** The same rules over both kinds of database. */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '#server/store/database.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { aDatabase, withoutAccounts } from './accounts.ts';
import { pgliteDialect } from './pglite.ts';

const dialects = [
  ['SQLite', () => sqliteDialect(openSqlite(':memory:'))],
  ['PostgreSQL in the process', pgliteDialect],
] as const;

/** A database starts in two seconds on a machine that is idle, in twenty on one that is not. */
const startMs = 60_000;

/** @param rules gets the database, which each test finds without accounts */
export function overEachDatabase(rules: (database: () => Database) => void): void {
  describe.each(dialects)('%s', (_, dialect) => {
    let db: Database;
    beforeAll(async () => {
      db = await aDatabase(dialect());
    }, startMs);
    afterAll(() => db.destroy());
    beforeEach(async () => {
      await withoutAccounts(db);
    });
    rules(() => db);
  });
}
