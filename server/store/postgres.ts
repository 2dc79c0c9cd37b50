/** PostgreSQL under Kysely. */
import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

export interface PostgresOptions {
  /** Connections that may be open at once. */
  readonly connections: number;
  /** How long a statement may run, in ms. */
  readonly statementMs: number;
}

const bigintType = 20;

/** Whole numbers of 8 bytes come as numbers: none that is stored exceeds 2^53. Everything else as `pg` has it. */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format: 'text') =>
  oid === bigintType ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;

/** A pool over a `postgres://` URL. Nothing is connected before the first query. */
export function postgresDialect(url: string, { connections, statementMs }: PostgresOptions): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    options: `-c plan_cache_mode=force_custom_plan -c statement_timeout=${statementMs}`,
    types: { getTypeParser },
    application_name: 'loulan',
  });
  // A connection that breaks fails the query that it was on, and is replaced when one is next needed. Without
  // listeners its error, idle or not, would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}
