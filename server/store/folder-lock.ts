/** One process a data folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type FolderLock =
  | { readonly ok: true; readonly release: () => void }
  /** `holder`: what the other process wrote down about itself; null when it cannot be read. */
  | { readonly ok: false; readonly holder: string | null };

/**
 * Takes a folder until the process ends, however it ends: the lock is one of the operating system, on a
 * file that SQLite holds open.
 * @throws when the folder cannot be written to
 */
export function lockFolder(folder: string): FolderLock {
  const note = join(folder, 'loulan.pid');
  const lock = new DatabaseSync(join(folder, 'loulan.lock'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive;');
  } catch (error) {
    lock.close();
    const isHeld = error instanceof Error && 'errcode' in error && error.errcode === 5;
    if (!isHeld) throw error;
    return { ok: false, holder: textOf(note) };
  }
  writeFileSync(note, `process ${process.pid}, since ${new Date().toISOString()}`);
  return { ok: true, release: () => lock.close() };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').slice(0, 200);
  } catch {
    return null;
  }
}
