/** What goes wrong with a medium, told in the words of the port. */
import { type MediumTrouble, StoreTrouble } from '#server/api/store.ts';
import { isPassing } from './retry.ts';

/** Primary result codes of SQLite. */
const sqliteTroubles: Readonly<Record<number, MediumTrouble>> = {
  5: 'busy',
  8: 'readOnly',
  10: 'broken',
  11: 'broken',
  13: 'full',
  14: 'unreachable',
  26: 'broken',
};

const postgresTroubles: Readonly<Record<string, MediumTrouble>> = {
  '25006': 'readOnly',
  '53100': 'full',
  '53300': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  ENOTFOUND: 'unreachable',
};

/** The trouble behind a failure; the failure itself when it is none of the medium's. */
export function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const trouble = troubleOf(error);
  return trouble === null ? error : new StoreTrouble(trouble, error);
}

function troubleOf(error: Error): MediumTrouble | null {
  if ('errcode' in error && typeof error.errcode === 'number') {
    return sqliteTroubles[error.errcode & 0xff] ?? null;
  }
  const code = 'code' in error ? String(error.code) : '';
  return postgresTroubles[code] ?? (isPassing(error) ? 'unreachable' : null);
}
