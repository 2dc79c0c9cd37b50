/** A ZIP archive written as it is read: nothing of an entry is kept but its sizes and checksum (APPNOTE 6.3). */
import { utf8Of } from './byte-stream.ts';

export interface ZipEntry {
  /** ASCII. */
  readonly path: string;
  readonly pieces: Iterable<string>;
}

type Bytes = Uint8Array<ArrayBuffer>;

interface Written {
  readonly path: Bytes;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const version = 20;
/** Sizes and checksum follow the data, since nobody knows them before. */
const sizesFollow = 8;
const deflate = 8;
/** 1980-01-01: the same answer is the same bytes, whenever it is made. */
const dosDate = 0x21;
const most = 0xffff_ffff;

/**
 * Each entry is read to its end before the next is asked for, so that a later one may depend on it.
 * @throws when an entry or the archive passes 4 GiB
 */
export async function* zipChunks(entries: Iterable<ZipEntry>): AsyncGenerator<Bytes> {
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const path = new TextEncoder().encode(entry.path);
    const header = record(
      0x0403_4b50,
      [version, sizesFollow, deflate, 0, dosDate, 0, 0, 0, 0, 0, 0, path.length, 0],
      path,
    );
    yield header;
    const tally = { crc: 0, size: 0 };
    let packed = 0;
    for await (const chunk of deflated(counted(entry.pieces, tally))) {
      packed += chunk.length;
      yield chunk;
    }
    const descriptor = record(0x0807_4b50, [tally.crc, packed, tally.size].flatMap(halves));
    yield descriptor;
    written.push({ path, offset, packed, ...tally });
    offset += header.length + packed + descriptor.length;
    if (offset > most || tally.size > most) throw new Error(`invalid archive: ${entry.path} passes 4 GiB`);
  }
  const directory = written.map(directoryRecord);
  yield* directory;
  const length = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  const { length: count } = written;
  yield record(0x0605_4b50, [0, 0, count, count, ...halves(length), ...halves(offset), 0]);
}

function directoryRecord({ path, offset, crc, packed, size }: Written): Bytes {
  const sizes = [crc, packed, size].flatMap(halves);
  return record(
    0x0201_4b50,
    [
      version,
      version,
      sizesFollow,
      deflate,
      0,
      dosDate,
      ...sizes,
      path.length,
      0,
      0,
      0,
      0,
      0,
      0,
      ...halves(offset),
    ],
    path,
  );
}

/** A 32-bit number as two of 16 bits, the lower first. */
function halves(value: number): readonly number[] {
  return [value & 0xffff, value >>> 16];
}

/** A signature, fields of 16 bits, and a path. */
function record(signature: number, fields: readonly number[], path: Bytes = new Uint8Array()): Bytes {
  const head = 4 + fields.length * 2;
  const bytes = new Uint8Array(head + path.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [place, field] of fields.entries()) view.setUint16(4 + place * 2, field, true);
  bytes.set(path, head);
  return bytes;
}

function* counted(pieces: Iterable<string>, tally: { crc: number; size: number }): Generator<Bytes> {
  for (const chunk of utf8Of(pieces)) {
    tally.crc = crc32(chunk, tally.crc);
    tally.size += chunk.length;
    yield chunk;
  }
}

/** Feeds the compressor one chunk at a time, and none while its output waits to be read. */
async function* deflated(chunks: Iterable<Bytes>): AsyncGenerator<Bytes> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const feeding = (async () => {
    for (const chunk of chunks) {
      await writer.ready;
      await writer.write(chunk);
    }
    await writer.close();
  })();
  // Told to the reader as well; without this the process would hear of it as a rejection nobody handles.
  feeding.catch((error) => writer.abort(error).catch(() => undefined));
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    isDone = true;
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
  await feeding;
}

const crcTable = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

/**
 * CRC-32 as in ZIP and PNG.
 * @param before of what came before these bytes; 0 at the start
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
