/** A workbook as the archive that it is, opened only after its table of contents was held to the limits. */
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';

export interface Archive {
  readonly names: ReadonlySet<string>;
  /** null when there is no such part. */
  readonly inflatedBytes: (name: string) => number | null;
  /** Chunks of a part; breaks off with `corrupt` where it is not what the contents say. */
  readonly chunks: (name: string) => AsyncIterable<Buffer>;
  /** A small part as text; "" when there is none. */
  readonly text: (name: string) => Promise<string>;
  readonly close: () => void;
}

/** Parts below this may be packed as tightly as they like. */
const smallBytes = 1024 * 1024;
/** Of parts that are read whole: contents, styles. */
const mostWholeBytes = 8 * 1024 * 1024;

/**
 * Opens a zip. Sizes are those of its contents; the streams fail as soon as a part turns out to be longer.
 * @throws UnreadableFile
 */
export async function openArchive(source: Uint8Array | string, limits: FileLimits): Promise<Archive> {
  const zip = await opened(source);
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > limits.entries) {
      refuse('tooManyEntries', { found: zip.entryCount, most: limits.entries });
    }
    let inflated = 0;
    for await (const entry of entriesOf(zip)) {
      inflated += entry.uncompressedSize;
      checkEntry(entry, inflated, limits);
      if (entries.has(entry.fileName)) refuse('corrupt', { part: entry.fileName });
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  const chunks = (name: string) => chunksOf(zip, entries.get(name) ?? null, name);
  return {
    names: new Set(entries.keys()),
    inflatedBytes: (name) => entries.get(name)?.uncompressedSize ?? null,
    chunks,
    text: async (name) => {
      const entry = entries.get(name);
      if (!entry) return '';
      if (entry.uncompressedSize > mostWholeBytes) {
        refuse('inflatesTooMuch', { part: name, found: entry.uncompressedSize, most: mostWholeBytes });
      }
      const decoder = new TextDecoder('utf-8');
      let text = '';
      for await (const chunk of chunks(name)) text += decoder.decode(chunk, { stream: true });
      return text + decoder.decode();
    },
    close: () => zip.close(),
  };
}

async function opened(source: Uint8Array | string): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
  try {
    if (typeof source === 'string') return await openPromise(source, options);
    return await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch {
    return refuse('corrupt');
  }
}

/** yauzl refuses names that leave the folder, and contents that do not fit. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof Error && /path|fileName|character/i.test(error.message)) refuse('unsafeName');
    throw error instanceof Error && 'problem' in error ? error : refuseCorrupt();
  }
}

function refuseCorrupt(): never {
  return refuse('corrupt');
}

function checkEntry(entry: Entry, inflated: number, { inflatedBytes, ratio }: FileLimits): void {
  const part = entry.fileName;
  if (entry.isEncrypted()) refuse('encrypted', { part });
  if (inflated > inflatedBytes) refuse('inflatesTooMuch', { part, found: inflated, most: inflatedBytes });
  const factor = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > smallBytes && factor > ratio) {
    refuse('inflatesTooMuch', { part, found: Math.round(factor), most: ratio });
  }
}

async function* chunksOf(zip: ZipFile, entry: Entry | null, part: string): AsyncGenerator<Buffer> {
  if (!entry) return;
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (error instanceof Error && 'problem' in error) throw error;
    refuse('corrupt', { part });
  } finally {
    stream?.destroy();
  }
}
