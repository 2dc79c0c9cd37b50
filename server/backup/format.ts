/**
 * A backup is a gzip file of JSON lines: a head, then for each table its columns and its rows, then a tail
 * with the number of rows and a checksum over everything before it. It fits either database.
 */

export const backupFormat = 1;

export interface BackupHead {
  readonly loulan: 'backup';
  readonly format: number;
  readonly version: string;
  readonly madeAt: string;
  /** Migrations that the database had seen, in order. */
  readonly migrations: readonly string[];
  readonly revision: string;
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export type BackupRow = readonly (string | number | null)[];

export interface BackupTail {
  readonly end: true;
  readonly rows: number;
  /** SHA-256 of all lines before this one, line ends included. */
  readonly sha256: string;
}

/** What stays behind: the migrator's own tables, and sessions, since nobody is signed in on another machine. */
export function isLeftOut(table: string): boolean {
  return (
    table.startsWith('schema_migrations') ||
    /^account_(sessions|attempts)$/.test(table) ||
    table.startsWith('sqlite_')
  );
}
