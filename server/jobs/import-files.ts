/** Uploaded files on the disk, until their import is committed or thrown away. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Kept =
  | { readonly ok: true; readonly bytes: number }
  | { readonly ok: false; readonly most: number };

export interface ImportFiles {
  readonly pathOf: (importId: string, fileId: string) => string;
  readonly folderOf: (importId: string) => string;
  /** Writes a body to the disk. Nothing of it stays when it is too large or breaks off. */
  readonly keep: (importId: string, fileId: string, body: ReadableStream<Uint8Array> | null) => Promise<Kept>;
  readonly drop: (importId: string, fileId: string) => Promise<void>;
  readonly dropAll: (importId: string) => Promise<void>;
}

/** @param folder is made when the first file comes */
export function importFiles(folder: string, mostBytes: number): ImportFiles {
  const folderOf = (importId: string) => join(folder, importId);
  const pathOf = (importId: string, fileId: string) => join(folderOf(importId), fileId);
  return {
    pathOf,
    folderOf,
    keep: async (importId, fileId, body) => {
      await mkdir(folderOf(importId), { recursive: true, mode: 0o700 });
      const path = pathOf(importId, fileId);
      const source = body === null ? Readable.from([]) : Readable.fromWeb(body as never);
      let bytes = 0;
      const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > mostBytes) throw new TooLarge();
          yield chunk;
        }
      };
      try {
        await pipeline(source, counted, createWriteStream(path, { mode: 0o600 }));
        return { ok: true, bytes: (await stat(path)).size };
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof TooLarge) return { ok: false, most: mostBytes };
        throw error;
      }
    },
    drop: (importId, fileId) => rm(pathOf(importId, fileId), { force: true }),
    dropAll: (importId) => rm(folderOf(importId), { recursive: true, force: true }),
  };
}

class TooLarge extends Error {}
