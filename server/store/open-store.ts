/** From where the data lie to a store that is ready. */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, Kysely } from 'kysely';
import type { BuildingId } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { type Entity, entities } from '#domain/records/entity.ts';
import { type OneAtATime, oneAtATime } from '#server/api/one-at-a-time.ts';
import { type Database, migrate, type Tables } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { postgresDialect } from './postgres.ts';
import { retried } from './retry.ts';
import { seedOnce } from './seed.ts';
import { type SqlStore, sqlStore } from './sql-store.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

export type DataPlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 'postgres';
      readonly url: string;
      readonly connections: number;
      readonly statementMs: number;
    };

export interface OpenOptions {
  readonly first: () => Portfolio;
  readonly published: readonly BuildingId[];
  readonly now: () => Date;
  readonly onPollError?: (error: unknown) => void;
}

export interface OpenedStore {
  readonly store: SqlStore;
  readonly db: Database;
  readonly kind: 'sqlite' | 'postgres';
  /** The right to write, one after the other, for whatever writes in this process. */
  readonly exclusively: OneAtATime;
  /** Whether this start filled the database. */
  readonly isNew: boolean;
  readonly close: () => Promise<void>;
}

export type Opened =
  | { readonly ok: true; readonly opened: OpenedStore }
  | { readonly ok: false; readonly problem: string };

export const databaseFile = 'loulan.db';
const pollMs = 500;

/**
 * Opens, brings up to date and, when it is new, fills a database. A folder that another process uses, that
 * cannot be written or whose disk is full is a `problem` that says how to mend it.
 */
export async function openStore(place: DataPlace, options: OpenOptions): Promise<Opened> {
  try {
    return place.kind === 'folder'
      ? await openFolder(place.folder, options)
      : await openPostgres(place, options);
  } catch (error) {
    return { ok: false, problem: `${nameOfPlace(place)}: ${whyNotOpened(error)}` };
  }
}

/**
 * A second way into data that this process has opened: for a thread of its own. It neither locks the folder
 * nor changes the schema, and sees writes of others only when it loads.
 * @param kinds what is loaded of the data, all where nothing is said
 */
export async function openBeside(
  place: DataPlace,
  exclusively: OneAtATime,
  published: readonly BuildingId[],
  kinds: readonly Entity[] = entities,
): Promise<{ readonly store: SqlStore; readonly close: () => Promise<void> }> {
  const dialect =
    place.kind === 'folder'
      ? sqliteDialect(openSqlite(join(place.folder, databaseFile)))
      : postgresDialect(place.url, { ...place, connections: 2 });
  const db = new Kysely<Tables>({ dialect });
  const store = await sqlStore({ db, published, exclusively, pollMs: 0, kinds });
  return { store, close: () => db.destroy() };
}

async function openFolder(folder: string, options: OpenOptions): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  if (!lock.ok) {
    const who = lock.holder ? ` (${lock.holder})` : '';
    return {
      ok: false,
      problem: `the data folder ${folder} is in use by another Loulan${who}; stop that one, or set LOULAN_DATA to another folder`,
    };
  }
  try {
    const file = join(folder, databaseFile);
    const isNew = !existsSync(file);
    const database = openSqlite(file);
    // It holds hashes of passwords; what SQLite puts beside it takes over its rights.
    if (isNew) chmodSync(file, 0o600);
    const opened = await openDialect(sqliteDialect(database), 'sqlite', options);
    const close = async () => {
      await opened.close();
      lock.release();
    };
    return { ok: true, opened: { ...opened, close } };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openPostgres(place: DataPlace & { kind: 'postgres' }, options: OpenOptions): Promise<Opened> {
  return { ok: true, opened: await openDialect(postgresDialect(place.url, place), 'postgres', options) };
}

/** @throws what the database reports; it is closed then */
export async function openDialect(
  dialect: Dialect,
  kind: OpenedStore['kind'],
  { first, published, now, onPollError }: OpenOptions,
): Promise<OpenedStore> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await retried(() => migrate(db));
    const isNew = await retried(() => seedOnce(db, first, now().toISOString()));
    const exclusively = oneAtATime();
    const store = await sqlStore({
      db,
      published,
      exclusively,
      pollMs,
      ...(onPollError && { onPollError }),
    });
    const close = async () => {
      store.stop();
      await db.destroy();
    };
    return { store, db, kind, exclusively, isNew, close };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Never the password. */
export function nameOfPlace(place: DataPlace): string {
  if (place.kind === 'folder') return `the data folder ${place.folder}`;
  const url = URL.canParse(place.url) ? new URL(place.url) : null;
  return `the database ${url ? `${url.host}${url.pathname}` : 'of DATABASE_URL'}`;
}

const sqliteHints: Readonly<Record<number, string>> = {
  8: 'it is read-only; give this account the right to write there, or set LOULAN_DATA',
  11: 'its content is damaged; restore the last backup (npm run restore)',
  13: 'the disk is full; make room and start again, nothing was lost',
  14: 'the file cannot be opened; check its owner and rights, or set LOULAN_DATA',
  26: 'loulan.db is no database; move it away or restore the last backup (npm run restore)',
};

const codeHints: Readonly<Record<string, string>> = {
  EACCES: 'no right to write there; change its owner or rights, or set LOULAN_DATA',
  EPERM: 'no right to write there; change its owner or rights, or set LOULAN_DATA',
  EROFS: 'it is read-only; set LOULAN_DATA to a folder on another disk',
  ENOSPC: 'the disk is full; make room and start again, nothing was lost',
  ENOTDIR: 'a file of that name is in the way; set LOULAN_DATA to a folder',
  EEXIST: 'a file of that name is in the way; set LOULAN_DATA to a folder',
  ECONNREFUSED: 'nobody answers there; is PostgreSQL running, and is DATABASE_URL right?',
  ENOTFOUND: 'there is no such host; check DATABASE_URL',
  '28P01': 'wrong user or password in DATABASE_URL',
  '28000': 'this user may not log in; check DATABASE_URL and pg_hba.conf',
  '3D000': 'there is no such database; create it first (createdb)',
  '42501': 'the user of DATABASE_URL may not create tables there',
};

export function whyNotOpened(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
  const hint = sqliteHints[errcode] ?? codeHints[code];
  return hint ? `${hint} (${error.message})` : error.message;
}
