/** The tables as Kysely sees them, and how a database is brought up to date. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/all.ts';
import type { RecordTable, Row } from './record-columns.ts';

export interface AuditRow {
  sequence: number;
  number: number;
  at: string;
  actor_id: string | null;
  actor_name: string;
  actor_role: string;
  address: string | null;
  request_id: string | null;
  origin: string;
  batch_id: string | null;
  entity: string;
  record_key: string;
  before_json: string | null;
  after_json: string | null;
}

/** The one row that every write updates first: it orders them. */
export interface LedgerRow {
  id: number;
  /** Drawn when a database is made or restored: sequence numbers of another one mean nothing here. */
  lineage: string;
  change_seq: number;
  as_of: string | null;
  district: string | null;
  seeded_at: string | null;
}

export interface AnswerRow {
  key: string;
  fingerprint: string;
  status: number;
  body: string;
  at: string;
}

export interface ImportRow {
  id: string;
  created_at: string;
  changed_at: string;
  status: string;
  /** What the API tells of it, as JSON, without its status. */
  state: string;
}

export interface ImportMappingRow {
  source: string;
  fingerprint: string;
  mapping: string;
  used_at: string;
}

export type Tables = { [T in RecordTable]: Row } & {
  audit: AuditRow;
  ledger: LedgerRow;
  answers: AnswerRow;
  imports: ImportRow;
  import_mappings: ImportMappingRow;
};

export type Database = Kysely<Tables>;

function migratorOf(db: Database): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'schema_migrations',
    migrationLockTableName: 'schema_migrations_lock',
  });
}

/**
 * Brings the schema up to date. Of several that start at once one does it and the others wait for it.
 * @throws when a migration fails, or when the database is of a later version of the program
 */
export async function migrate(db: Database): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw explained(error);
}

/** Brings an empty database to the schema that a certain migration left. @throws as {@link migrate} */
export async function migrateTo(db: Database, name: string): Promise<void> {
  if (!Object.hasOwn(migrations, name)) {
    throw new Error(`the data belong to a later version of Loulan: there is no migration ${name}`);
  }
  const { error } = await migratorOf(db).migrateTo(name);
  if (error) throw explained(error);
}

function explained(error: unknown): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (!text.includes('previously executed migration')) return error;
  return new Error(`the database belongs to a later version of Loulan: ${text}`, { cause: error });
}
