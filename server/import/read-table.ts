/** An uploaded file as sheets, whatever kind it is; what cannot be read is refused with what, where and how to mend. */
import { open, readFile } from 'node:fs/promises';
import type { Sheet } from '#domain/intake/cell.ts';
import { readCsv } from './csv-table.ts';
import { type FileProblem, fileProblem, refuse, UnreadableFile } from './file-problem.ts';
import { readGeoJson } from './geojson-table.ts';
import { type FileLimits, fileLimits } from './limits.ts';
import { readWorkbook } from './workbook.ts';

export type TableKind = 'csv' | 'xlsx' | 'geojson';

export type TableRead =
  | { readonly ok: true; readonly kind: TableKind; readonly sheets: readonly Sheet[] }
  | FileProblem;

/**
 * Reads CSV (UTF-8, UTF-16, GB 18030), XLSX and GeoJSON. What a file is, its bytes say; its name only tells
 * GeoJSON from a text table and gives a text table its name.
 * @param source the bytes, or where they lie on the disk: a workbook is then never held whole
 */
export async function readTable(
  source: Uint8Array | string,
  fileName: string,
  limits: FileLimits = fileLimits,
): Promise<TableRead> {
  try {
    const { head, size } = await headOf(source);
    if (size === 0) return fileProblem('emptyFile');
    if (size > limits.bytes) return fileProblem('tooManyBytes', { found: size, most: limits.bytes });
    if (/\.xls[mt]$/i.test(fileName) && isZip(head)) return fileProblem('macros');
    if (isZip(head)) return { ok: true, kind: 'xlsx', sheets: await readWorkbook(source, limits) };
    const bytes = typeof source === 'string' ? await readFile(source) : source;
    if (isCompoundFile(head)) return fileProblem(isEncryptedPackage(bytes) ? 'encrypted' : 'oldFormat');
    checkKind(head, fileName);
    const name = fileName.replace(/\.[^.]*$/, '');
    if (isGeoJson(head, fileName)) {
      return { ok: true, kind: 'geojson', sheets: [readGeoJson(bytes, name, limits)] };
    }
    return { ok: true, kind: 'csv', sheets: [readCsv(bytes, name, limits)] };
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem;
    throw error;
  }
}

const headBytes = 512;

async function headOf(
  source: Uint8Array | string,
): Promise<{ readonly head: Uint8Array; readonly size: number }> {
  if (typeof source !== 'string') return { head: source.subarray(0, headBytes), size: source.length };
  const file = await open(source);
  try {
    const { size } = await file.stat();
    const { bytesRead, buffer } = await file.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

function isZip(head: Uint8Array): boolean {
  return startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]);
}

/** OLE compound file: .xls, or the safe in which Office puts a workbook with a password. */
function isCompoundFile(head: Uint8Array): boolean {
  return startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

function isEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** Names that promise a workbook over bytes that are none, and kinds that are no table. */
function checkKind(head: Uint8Array, fileName: string): void {
  if (/\.xls[xmb]?$/i.test(fileName)) refuse('corrupt');
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46]) || startsWith(head, [0x1f, 0x8b])) refuse('otherFormat');
}

function isGeoJson(head: Uint8Array, fileName: string): boolean {
  if (/\.(?:geo)?json$/i.test(fileName)) return true;
  return /^\ufeff?\s*\{/.test(new TextDecoder('utf-8').decode(head));
}
