/** `node:sqlite` under Kysely. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';

/** How long a statement waits for another connection to the same file, in ms, and how often it looks. */
const busyMs = 10_000;
const busyPauseMs = 5;
const busy = 5;
const mostStatements = 64;

export interface SqliteOptions {
  readonly readOnly?: boolean;
}

/**
 * Opens a database file: write-ahead log, every commit on the disk before it is acknowledged.
 * @throws what SQLite reports: no such folder, not a database, read-only
 */
export function openSqlite(file: string, { readOnly = false }: SqliteOptions = {}): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly, timeout: busyMs, enableForeignKeyConstraints: true });
  if (!readOnly) database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return database;
}

/** Migrations run in one transaction here too: SQLite undoes changes of the schema as well as of rows. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  /** A transaction takes the right to write at once: one that reads first could not take it later. */
  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async (options) => patient(await acquire(options));
    driver.beginTransaction = async (connection, { accessMode }) => {
      await connection.executeQuery(
        CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'),
      );
    };
    return driver;
  }
}

/**
 * SQLite's own waiting for another connection would hold up the whole process: the commit of an import in its
 * thread takes seconds. So it is asked again and again instead, and others have their turn.
 */
function patient(connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: connection.streamQuery.bind(connection),
    executeQuery: async (...query) => {
      const latest = Date.now() + busyMs;
      for (;;) {
        try {
          return await connection.executeQuery(...query);
        } catch (error) {
          const isBusy = error instanceof Error && 'errcode' in error && error.errcode === busy;
          if (!isBusy || Date.now() > latest) throw error;
          await new Promise((resolve) => setTimeout(resolve, busyPauseMs));
        }
      }
    },
  };
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  database.exec('pragma busy_timeout = 0');
  return new NodeSqliteDialect({ database: adapted(database) });
}

function adapted(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = statements.get(sql) ?? statementOf(database.prepare(sql));
      statements.delete(sql);
      statements.set(sql, known);
      const [oldest] = statements.keys();
      if (statements.size > mostStatements && oldest !== undefined) statements.delete(oldest);
      return known;
    },
  };
}

function statementOf(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
