/** Bytes of a text file as text: UTF-8, UTF-16 or GB 18030, the encodings that spreadsheets in China write. */
import { refuse } from './file-problem.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** How much of a file is looked at to tell its kind. */
const sample = 65_536;

/** @throws UnreadableFile when the bytes are no text in any of the encodings */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (marked) return { text: decoded(bytes, marked), encoding: marked };
  if (nulShare(bytes) > 0.01) refuse('notText');
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  // GB 18030 gives some character for nearly any bytes: a UTF-8 file with one broken byte must not become nonsense.
  if (isMostlyUtf8(bytes)) refuse('encoding', { row: brokenLine(bytes, 'utf-8') });
  const gb = strict(bytes, 'gb18030');
  if (gb === null) refuse('encoding', { row: brokenLine(bytes, 'gb18030') });
  return { text: gb, encoding: 'gb18030' };
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: in any table most commas, digits and line ends have one byte that is 0. */
function wideEncoding(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, sample);
  const zeros: [number, number] = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const least = length * 0.1;
  if (zeros[1] > least && zeros[0] < zeros[1] / 20) return 'utf-16le';
  return zeros[0] > least && zeros[1] < zeros[0] / 20 ? 'utf-16be' : null;
}

function nulShare(bytes: Uint8Array): number {
  const head = bytes.subarray(0, sample);
  return head.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0) / Math.max(1, head.length);
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): string {
  return strict(bytes, encoding) ?? refuse('encoding', { row: brokenLine(bytes, encoding) });
}

function strict(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function loose(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = loose(bytes.subarray(0, 4 * 1024 * 1024), 'utf-8');
  const broken = text.split('\ufffd').length - 1;
  const wide = text.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  return wide > broken * 10;
}

/** The line of the first character that cannot be decoded. */
function brokenLine(bytes: Uint8Array, encoding: TextEncoding): number | null {
  const text = loose(bytes, encoding);
  const at = text.indexOf('\ufffd');
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}
