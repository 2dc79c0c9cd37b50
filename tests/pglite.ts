/** PostgreSQL in the process, under Kysely's dialect for the real one. */
import { PGlite, types } from '@electric-sql/pglite';
import { type Dialect, PostgresDialect } from 'kysely';

/** A fresh database in memory. One connection: whoever comes second waits. */
export function pgliteDialect(): Dialect {
  const lite = new PGlite({ parsers: { [types.INT8]: Number } });
  let last: Promise<void> = Promise.resolve();
  const connect = async () => {
    let release: () => void = () => undefined;
    const before = last;
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    const query = async (sql: string, parameters: readonly unknown[]) => {
      const { rows, affectedRows } = await lite.query(sql, [...parameters]);
      return {
        rows,
        rowCount: affectedRows ?? rows.length,
        command: sql.trim().split(' ')[0]?.toUpperCase(),
      };
    };
    return { query, release };
  };
  const pool = { connect, end: () => lite.close(), options: {} };
  return new PostgresDialect({ pool: pool as never });
}
