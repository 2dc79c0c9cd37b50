/** The built page: read once into memory, so that a request touches neither the disk nor a path. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context, MiddlewareHandler } from 'hono';
import { matchesTag } from './api/etag.ts';
import { bestEncoding, type Encoding, encodings, endingOf } from './encoding.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

interface Variant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong: another encoding is another tag. */
  readonly etag: string;
}

export interface StaticFile {
  readonly type: string;
  /** Files with a hash in their name never change. */
  readonly isImmutable: boolean;
  readonly plain: Variant;
  readonly encoded: Readonly<Partial<Record<Encoding, Variant>>>;
}

/** By URL path: `/index.html`, `/assets/find-B3x.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

function variantOf(bytes: Uint8Array<ArrayBuffer>): Variant {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}

/**
 * Reads a built page with its compressed twins.
 * @throws when the folder or its `index.html` is missing
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = new Map<string, Variant>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    contents.set(url, variantOf(new Uint8Array(await readFile(file))));
  }
  if (!contents.has('/index.html')) throw new Error(`missing index.html in ${folder}`);
  const endings = Object.values(endingOf);
  const files = new Map<string, StaticFile>();
  for (const [url, plain] of contents) {
    if (endings.some((ending) => url.endsWith(ending))) continue;
    const encoded: Partial<Record<Encoding, Variant>> = {};
    for (const encoding of encodings) {
      const twin = contents.get(url + endingOf[encoding]);
      if (twin) encoded[encoding] = twin;
    }
    const type = types[path.extname(url)] ?? 'application/octet-stream';
    files.set(url, { type, isImmutable: url.startsWith('/assets/'), plain, encoded });
  }
  return files;
}

/** Serves the files; a navigation to a path without a file gets the page, which knows its own routes. */
export function serveStaticFiles(files: StaticFiles): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const file = fileFor(files, c);
    return file ? answerWith(c, file) : next();
  };
}

function fileFor(files: StaticFiles, c: Context): StaticFile | undefined {
  const url = c.req.path;
  const file = files.get(url);
  if (file) return file;
  const isNavigation = !/\.\w+$/.test(url) && (c.req.header('accept') ?? '').includes('text/html');
  return url === '/' || isNavigation ? files.get('/index.html') : undefined;
}

function answerWith(c: Context, file: StaticFile): Response {
  const encoding = bestEncoding(c.req.header('accept-encoding'));
  const twin = encoding && file.encoded[encoding];
  const { bytes, etag } = twin || file.plain;
  const headers: Record<string, string> = {
    etag,
    vary: 'accept-encoding',
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (matchesTag(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
  headers['content-type'] = file.type;
  headers['content-length'] = String(bytes.byteLength);
  if (twin && encoding) headers['content-encoding'] = encoding;
  return c.body(bytes, 200, headers);
}
