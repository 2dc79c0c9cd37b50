import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { isObject } from '#domain/plain-object.ts';
import {
  type BackupHead,
  type BackupRow,
  type BackupTable,
  type BackupTail,
  backupFormat,
} from './format.ts';

export type BackupLine =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'row'; readonly row: BackupRow };

/** Thrown for a file that is no backup, or not a whole one. */
export class BadBackup extends Error {}

/**
 * The lines of a backup, its tail checked at the end: whoever writes them somewhere must undo it when this throws.
 * @throws BadBackup when the file is no backup, is of a later version, was cut off or changed
 */
export async function* linesOfBackup(file: string): AsyncGenerator<BackupLine> {
  const hash = createHash('sha256');
  let [rows, isFirst] = [0, true];
  let tail: BackupTail | null = null;
  try {
    for await (const text of linesIn(file)) {
      if (tail !== null) throw new BadBackup('there is something after its end');
      const line: unknown = JSON.parse(text);
      if (isFirst) {
        isFirst = false;
        yield { kind: 'head', head: headOf(line) };
      } else if (Array.isArray(line)) {
        rows += 1;
        yield { kind: 'row', row: line };
      } else if (isObject(line) && line['end'] === true) {
        tail = line as unknown as BackupTail;
        continue;
      } else if (isObject(line) && typeof line['table'] === 'string') {
        yield { kind: 'table', table: line as unknown as BackupTable };
      } else throw new BadBackup('a line of it is of no known kind');
      hash.update(`${text}\n`);
    }
  } catch (error) {
    if (error instanceof BadBackup || !(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw error;
    throw new BadBackup(`it is damaged or no backup of Loulan (${error.message})`, { cause: error });
  }
  if (tail === null) throw new BadBackup('it was cut off: its end is missing');
  if (tail.rows !== rows || tail.sha256 !== hash.digest('hex')) {
    throw new BadBackup('it was changed since it was written: the checksum is another');
  }
}

/** Lines without their ends; what follows the last line end counts as one. */
async function* linesIn(file: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const input = createReadStream(file).on('error', (error) => gunzip.destroy(error));
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input.pipe(gunzip)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function headOf(line: unknown): BackupHead {
  if (!isObject(line) || line['loulan'] !== 'backup') throw new BadBackup('it is no backup of Loulan');
  const head = line as unknown as BackupHead;
  if (head.format > backupFormat) throw new BadBackup(`it was written by a later version (${head.version})`);
  return head;
}
