/** Reads a ZIP archive from its end, as other programs do, and checks each checksum: written apart from the writer. */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZippedFile {
  readonly path: string;
  readonly content: Buffer;
}

const directorySignature = 0x0201_4b50;
const endSignature = 0x0605_4b50;

/** @throws when signatures, sizes or checksums disagree */
export function unzip(archive: Uint8Array): ZippedFile[] {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  if (bytes.readUInt32LE(end) !== endSignature) throw new Error('no end of the directory');
  const files: ZippedFile[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== directorySignature) throw new Error('no entry of the directory');
    const pathLength = bytes.readUInt16LE(at + 28);
    const path = bytes.toString('utf8', at + 46, at + 46 + pathLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
    if (content.length !== bytes.readUInt32LE(at + 24)) throw new Error(`${path}: wrong size`);
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${path}: wrong checksum`);
    files.push({ path, content });
    at += 46 + pathLength;
  }
  if (at !== end) throw new Error('the directory ends elsewhere');
  return files;
}

/** All that an archive says, names and contents, in one text. */
export function unzippedText(archive: Uint8Array): string {
  return unzip(archive)
    .flatMap(({ path, content }) => [path, content.toString('utf8')])
    .join('\n');
}
