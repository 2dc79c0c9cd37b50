import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { type Database, migrate, migrateTo, type Tables } from '#server/store/database.ts';
import { chunks, rowsAtOnce } from '#server/store/record-rows.ts';
import type { BackupHead, BackupRow, BackupTable } from './format.ts';
import { BadBackup, linesOfBackup } from './read-backup.ts';

export type Restored =
  | { readonly ok: true; readonly rows: number; readonly head: BackupHead }
  /** `occupied`: the database holds data already, and nothing was touched. */
  | { readonly ok: false; readonly reason: 'occupied' };

/** Rows that are held before they are written. */
const pageRows = 5_000;

/**
 * Fills a database that was never filled, in one transaction, and brings it up to date. Its revisions begin
 * anew, so that no page mistakes its data for those it has.
 * @throws BadBackup when the file is not a whole backup; the database stays empty then
 */
export async function restoreBackup(db: Database, file: string): Promise<Restored> {
  const head = await headOf(file);
  const last = head.migrations.at(-1);
  if (last === undefined) throw new BadBackup('it names no migrations');
  if (await isOccupied(db)) return { ok: false, reason: 'occupied' };
  await migrateTo(db, last);
  const rows = await db.transaction().execute((trx) => fill(trx, file));
  await migrate(db);
  return { ok: true, rows, head };
}

async function headOf(file: string): Promise<BackupHead> {
  for await (const line of linesOfBackup(file)) if (line.kind === 'head') return line.head;
  throw new BadBackup('it is empty');
}

async function isOccupied(db: Database): Promise<boolean> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'ledger')) return false;
  const ledger = await db.selectFrom('ledger').select('seeded_at').executeTakeFirst();
  return ledger !== undefined && ledger.seeded_at !== null;
}

/** What migrations put into new tables gives way to what the backup has there. */
async function fill(trx: Transaction<Tables>, file: string): Promise<number> {
  const known = new Map((await trx.introspection.getTables()).map(({ name, columns }) => [name, columns]));
  let table: BackupTable | null = null;
  let waiting: BackupRow[] = [];
  let rows = 0;
  const flush = async () => {
    if (table !== null) await insert(trx, table, waiting);
    rows += waiting.length;
    waiting = [];
  };
  for await (const line of linesOfBackup(file)) {
    if (line.kind === 'table') {
      await flush();
      table = line.table;
      const columns = known.get(table.table)?.map(({ name }) => name);
      const strange = table.columns.find((column) => !columns?.includes(column));
      if (strange !== undefined) {
        throw new BadBackup(`it has a column that does not exist: ${table.table}.${strange}`);
      }
      await sql`delete from ${sql.table(table.table)}`.execute(trx);
    } else if (line.kind === 'row') {
      waiting.push(line.row);
      if (waiting.length >= pageRows) await flush();
    }
  }
  await flush();
  await trx
    .updateTable('ledger')
    .set({ lineage: randomUUID().slice(0, 8) })
    .execute();
  return rows;
}

async function insert(
  trx: Transaction<Tables>,
  { table, columns }: BackupTable,
  rows: readonly BackupRow[],
): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (const chunk of chunks(rows, Math.min(rowsAtOnce(columns.length), 1_000))) {
    const values = sql.join(chunk.map((row) => sql`(${sql.join([...row])})`));
    await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(trx);
  }
}
