/** A look at a database from outside, beside a server that may run on it: nothing is locked, nothing changed. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Kysely, sql, type Transaction } from 'kysely';
import { noRecords, type Portfolio } from '#domain/model/portfolio.ts';
import { applyChanges, type Change, changeOf } from '#domain/records/change.ts';
import { checkRecord } from '#domain/records/check.ts';
import { type AnyRecord, type Entity, entities, keyOf } from '#domain/records/entity.ts';
import { readAudit } from './audit-rows.ts';
import type { Database, LedgerRow, Tables } from './database.ts';
import { migrations } from './migrations/all.ts';
import { type DataPlace, databaseFile } from './open-store.ts';
import { postgresDialect } from './postgres.ts';
import { recordOf, tableOf } from './record-columns.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

/** A record that is none, by any reader's measure. */
export interface UnfitRecord {
  readonly entity: Entity;
  readonly key: string;
  readonly why: string;
}

/** A record whose last entry in the audit log tells something else than what is kept. */
export interface OutOfStep {
  readonly entity: Entity;
  readonly key: string;
  readonly sequence: number;
}

export interface Schema {
  /** Migrations of this version that the database has not seen. */
  readonly waiting: readonly string[];
  /** Migrations that this version does not know. */
  readonly foreign: readonly string[];
}

export interface Inspection {
  readonly schema: Schema;
  /** What SQLite's own check found; empty where all is well, and for PostgreSQL. */
  readonly damage: readonly string[];
  readonly bytes: number;
  /** null where the schema is not that of this version, or the one row of the ledger is missing. */
  readonly content: Content | null;
}

export interface Content {
  /** null while the database was never filled. */
  readonly portfolio: Portfolio | null;
  readonly records: number;
  readonly unfit: readonly UnfitRecord[];
  /** How many of the latest entries of the audit log were compared with what is kept. */
  readonly compared: number;
  readonly outOfStep: readonly OutOfStep[];
  /** Rows that claim a later write than the ledger knows. */
  readonly ahead: number;
  readonly accounts: number;
  readonly admins: number;
}

/** Of the audit log, latest first. */
const mostEntries = 2_000;

/**
 * Looks at everything once, as of one moment. null where there is no database yet.
 * @throws what the database reports when it cannot be opened or read
 */
export async function inspect(place: DataPlace): Promise<Inspection | null> {
  const file = place.kind === 'folder' ? join(place.folder, databaseFile) : null;
  if (file !== null && !existsSync(file)) return null;
  const dialect =
    place.kind === 'folder'
      ? sqliteDialect(openSqlite(file ?? '', { readOnly: true }))
      : postgresDialect(place.url, { ...place, connections: 1 });
  const db = new Kysely<Tables>({ dialect });
  try {
    return await inspectDatabase(db, file);
  } finally {
    await db.destroy();
  }
}

/** @param file of SQLite; null for PostgreSQL */
export function inspectDatabase(db: Database, file: string | null): Promise<Inspection> {
  return db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute((trx) => inspection(trx, file));
}

async function inspection(trx: Transaction<Tables>, file: string | null): Promise<Inspection> {
  const damage = file === null ? [] : await damageIn(trx);
  const bytes = file === null ? await sizeOf(trx) : fileBytes(file);
  if (damage.length > 0) return { schema: { waiting: [], foreign: [] }, damage, bytes, content: null };
  const schema = await schemaOf(trx);
  const isOurs = schema.waiting.length === 0 && schema.foreign.length === 0;
  return { schema, damage, bytes, content: isOurs ? await contentOf(trx) : null };
}

async function damageIn(trx: Transaction<Tables>): Promise<string[]> {
  const { rows } = await sql<{ readonly quick_check: string }>`pragma quick_check(5)`.execute(trx);
  return rows.map((row) => row.quick_check).filter((told) => told !== 'ok');
}

async function sizeOf(trx: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ readonly bytes: number }>`
    select pg_database_size(current_database()) as bytes`.execute(trx);
  return Number(rows[0]?.bytes ?? 0);
}

function fileBytes(file: string): number {
  return [file, `${file}-wal`].reduce((sum, part) => sum + (existsSync(part) ? statSync(part).size : 0), 0);
}

async function schemaOf(trx: Transaction<Tables>): Promise<Schema> {
  const known = Object.keys(migrations);
  const tables = await trx.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'schema_migrations')) return { waiting: known, foreign: [] };
  const { rows } = await sql<{ readonly name: string }>`select name from schema_migrations`.execute(trx);
  const seen = rows.map(({ name }) => name);
  return {
    waiting: known.filter((name) => !seen.includes(name)),
    foreign: seen.filter((name) => !known.includes(name)),
  };
}

async function contentOf(trx: Transaction<Tables>): Promise<Content | null> {
  const ledger = await trx.selectFrom('ledger').selectAll().where('id', '=', 1).executeTakeFirst();
  if (!ledger) return null;
  const { fit, unfit, ahead } = await recordsIn(trx, ledger);
  const { compared, outOfStep } = await auditAgainst(trx, fit);
  const { accounts, admins } = await accountsIn(trx);
  return {
    portfolio: portfolioOf(ledger, fit),
    records: fit.size + unfit.length,
    unfit,
    compared,
    outOfStep,
    ahead,
    accounts,
    admins,
  };
}

type Named = `${Entity} ${string}`;
type Fit = ReadonlyMap<Named, { readonly entity: Entity; readonly record: AnyRecord }>;

async function recordsIn(trx: Transaction<Tables>, { change_seq }: LedgerRow) {
  const fit = new Map<Named, { entity: Entity; record: AnyRecord }>();
  const unfit: UnfitRecord[] = [];
  let ahead = 0;
  for (const entity of entities) {
    const rows = await trx.selectFrom(tableOf[entity]).selectAll().execute();
    for (const row of rows) {
      if (Number(row['change_seq']) > change_seq) ahead += 1;
      if (row['deleted_at'] !== null) continue;
      const read = readRow(entity, row);
      if (read.ok) fit.set(`${entity} ${read.key}`, { entity, record: read.record });
      else unfit.push({ entity, key: read.key, why: read.why });
    }
  }
  return { fit, unfit, ahead };
}

function readRow(entity: Entity, row: Parameters<typeof recordOf>[1]) {
  const parts = Object.values(row).slice(0, 3).join(', ').slice(0, 80);
  try {
    const record = recordOf(entity, row);
    const key = keyOf(entity, record);
    const checked = checkRecord(entity, record);
    if (checked.ok) return { ok: true, key, record } as const;
    const why = checked.problems
      .map(({ field, reason, value }) => `${field}: ${reason} (${value})`)
      .join('; ');
    return { ok: false, key, why } as const;
  } catch (error) {
    return { ok: false, key: parts, why: error instanceof Error ? error.message : String(error) } as const;
  }
}

function portfolioOf({ district, as_of }: LedgerRow, fit: Fit): Portfolio | null {
  if (district === null || as_of === null) return null;
  return applyChanges({ ...noRecords, district: JSON.parse(district), asOf: as_of }, creationsOf(fit));
}

function creationsOf(fit: Fit): Change[] {
  return [...fit.values()].map(({ entity, record }) => changeOf(entity, null, record as never));
}

/** The last entry of each record tells what it is now; fields that came later are in no old entry. */
async function auditAgainst(trx: Transaction<Tables>, fit: Fit) {
  const entries = await readAudit(trx, { limit: mostEntries });
  const seen = new Set<Named>();
  const outOfStep: OutOfStep[] = [];
  for (const { sequence, change } of entries) {
    const name: Named = `${change.entity} ${change.key}`;
    if (seen.has(name)) continue;
    seen.add(name);
    if (!isSame(change.after, fit.get(name)?.record ?? null)) {
      outOfStep.push({ entity: change.entity, key: change.key, sequence });
    }
  }
  return { compared: seen.size, outOfStep };
}

function isSame(told: AnyRecord | null, kept: AnyRecord | null): boolean {
  if (told === null || kept === null) return told === kept;
  const now = kept as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(told).every(([field, value]) => isDeepStrictEqual(now[field], value));
}

async function accountsIn(trx: Transaction<Tables>): Promise<{ accounts: number; admins: number }> {
  const { rows } = await sql<{ readonly accounts: number; readonly admins: number }>`
    select count(*) as accounts,
      sum(case when role = 'admin' and disabled_at is null then 1 else 0 end) as admins
    from account_users`.execute(trx);
  const [row] = rows;
  return { accounts: Number(row?.accounts ?? 0), admins: Number(row?.admins ?? 0) };
}
