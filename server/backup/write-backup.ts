import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '#server/store/database.ts';
import {
  type BackupHead,
  type BackupRow,
  type BackupTable,
  type BackupTail,
  backupFormat,
  isLeftOut,
} from './format.ts';

export interface WrittenBackup {
  readonly tables: number;
  readonly rows: number;
  readonly revision: string;
}

/** Rows read from the database at a time. */
const pageRows = 2_000;

/**
 * Writes a backup of one moment while the server goes on. The file appears under its name only when it is
 * whole and on the disk; only its owner may read it, since it holds everything.
 * @throws when the file exists, the disk is full, or the database cannot be read
 */
export async function writeBackup(
  db: Database,
  file: string,
  about: { readonly version: string; readonly madeAt: string },
): Promise<WrittenBackup> {
  const partial = `${file}.partial`;
  const target = await open(file, 'wx', 0o600);
  await target.close();
  try {
    const written = await db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute((trx) => writeLines(trx, partial, about));
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, file);
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    await rm(file, { force: true });
    throw error;
  }
}

async function writeLines(
  trx: Transaction<Tables>,
  file: string,
  about: { readonly version: string; readonly madeAt: string },
): Promise<WrittenBackup> {
  const gzip = createGzip({ level: 6 });
  const done = pipeline(gzip, createWriteStream(file, { flags: 'w', mode: 0o600 }));
  // Awaited below; until then a failed disk must not count as an error that nobody handles.
  done.catch(() => undefined);
  const hash = createHash('sha256');
  const put = async (line: object) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), done]);
  };
  const { lineage, change_seq } = await trx.selectFrom('ledger').selectAll().executeTakeFirstOrThrow();
  const revision = `${lineage}-${change_seq}`;
  const migrations = await trx
    .selectFrom('schema_migrations' as never)
    .select('name' as never)
    .orderBy('name' as never)
    .execute();
  const names = migrations.map((row) => (row as { readonly name: string }).name);
  await put({
    loulan: 'backup',
    format: backupFormat,
    ...about,
    migrations: names,
    revision,
  } satisfies BackupHead);
  const tables = await tablesOf(trx);
  let rows = 0;
  for (const table of tables) {
    await put(table);
    for await (const row of rowsOf(trx, table)) {
      await put(row);
      rows += 1;
    }
  }
  const tail: BackupTail = { end: true, rows, sha256: hash.digest('hex') };
  gzip.end(`${JSON.stringify(tail)}\n`);
  await done;
  return { tables: tables.length, rows, revision };
}

/** Every table of the product with its columns, both in the order of their names. */
async function tablesOf(trx: Transaction<Tables>): Promise<BackupTable[]> {
  const tables = await trx.introspection.getTables();
  return tables
    .filter(({ name, isView }) => !isView && !isLeftOut(name))
    .map(({ name, columns }) => ({ table: name, columns: columns.map((column) => column.name).sort() }))
    .sort((a, b) => (a.table < b.table ? -1 : 1));
}

/** Page by page, in an order that no row can change within one moment. */
async function* rowsOf(trx: Transaction<Tables>, { table, columns }: BackupTable): AsyncGenerator<BackupRow> {
  const names = columns.map((column) => sql.ref(column));
  for (let offset = 0; ; offset += pageRows) {
    const { rows } = await sql<Record<string, string | number | null>>`
      select ${sql.join(names)} from ${sql.table(table)}
      order by ${sql.join(columns.map((_, index) => sql.lit(index + 1)))}
      limit ${sql.lit(pageRows)} offset ${sql.lit(offset)}`.execute(trx);
    for (const row of rows) yield columns.map((column) => row[column] ?? null);
    if (rows.length < pageRows) return;
  }
}
