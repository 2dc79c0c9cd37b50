/** `npm run backup` and `npm run restore`, as functions that say what they did. */
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Tables } from '#server/store/database.ts';
import { lockFolder } from '#server/store/folder-lock.ts';
import { type DataPlace, databaseFile, nameOfPlace, whyNotOpened } from '#server/store/open-store.ts';
import { postgresDialect } from '#server/store/postgres.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { BadBackup } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

export type Outcome = { readonly ok: boolean; readonly message: string };

function open(place: DataPlace): Kysely<Tables> {
  const dialect =
    place.kind === 'folder'
      ? sqliteDialect(openSqlite(join(place.folder, databaseFile)))
      : postgresDialect(place.url, place);
  return new Kysely<Tables>({ dialect });
}

/** Where a backup goes when nobody says where. */
export function usualBackupFile(folder: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(':', '');
  return join(folder, `loulan-backup-${time}.jsonl.gz`);
}

/** The server may run meanwhile. */
export async function backup(place: DataPlace, file: string, version: string, now: Date): Promise<Outcome> {
  const target = resolve(file);
  if (existsSync(target)) return no(`${target} exists already; name another file`);
  if (place.kind === 'folder' && !existsSync(join(place.folder, databaseFile))) {
    return no(`there are no data in ${place.folder}; check LOULAN_DATA`);
  }
  let db: Kysely<Tables> | null = null;
  try {
    await mkdir(dirname(target), { recursive: true });
    db = open(place);
    const { tables, rows, revision } = await writeBackup(db, target, { version, madeAt: now.toISOString() });
    const megabytes = ((await stat(target)).size / 1e6).toFixed(1);
    return {
      ok: true,
      message: `${target}: ${rows} rows of ${tables} tables at revision ${revision}, ${megabytes} MB. It holds everything, passwords as hashes too: keep it safe`,
    };
  } catch (error) {
    return no(`no backup was made of ${nameOfPlace(place)}: ${whyNotOpened(error)}`);
  } finally {
    await db?.destroy();
  }
}

/** Only into a place without data; no server may run on it. */
export async function restore(place: DataPlace, file: string): Promise<Outcome> {
  const source = resolve(file);
  if (!existsSync(source)) return no(`there is no file ${source}`);
  let release = () => {};
  let db: Kysely<Tables> | null = null;
  try {
    if (place.kind === 'folder') {
      await mkdir(place.folder, { recursive: true });
      const lock = lockFolder(place.folder);
      if (!lock.ok) return no(`a server is running on ${place.folder}; stop it first`);
      release = lock.release;
    }
    db = open(place);
    const restored = await restoreBackup(db, source);
    if (!restored.ok) {
      return no(
        `${nameOfPlace(place)} holds data already, nothing was touched; set LOULAN_DATA or DATABASE_URL to an empty place`,
      );
    }
    const { head, rows } = restored;
    return {
      ok: true,
      message: `${rows} rows of ${head.madeAt} are back in ${nameOfPlace(place)}; everybody signs in anew`,
    };
  } catch (error) {
    const why = error instanceof BadBackup ? error.message : whyNotOpened(error);
    return no(`${source} was not restored, nothing was written: ${why}`);
  } finally {
    await db?.destroy();
    release();
  }
}

function no(message: string): Outcome {
  return { ok: false, message };
}
