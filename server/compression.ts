/** Compression of what is made on the fly. Built files come compressed already. */
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { catalogueType } from '#contract/endpoints.ts';
import { bestEncoding, type Encoding } from './encoding.ts';

const compressible = /^(text\/|application\/([\w.-]+\+)?json|application\/vnd\.(loulan|apache\.arrow)\.)/;
/** Below this the headers weigh more than what is saved. */
const leastBytes = 1024;
/** A snapshot per role and encoding, and the last generation's. */
const mostKept = 12;

const quality = { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 };
const compressAll: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>>> = {
  br: async (bytes) => new Uint8Array(await promisify(zlib.brotliCompress)(bytes, { params: quality })),
  gzip: async (bytes) => new Uint8Array(await promisify(zlib.gzip)(bytes)),
};

/** Compresses answers; the catalogue once for each of its tags, all else as it streams by. */
export function compressAnswers(): MiddlewareHandler {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return async (c, next) => {
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    if (!compressible.test(type) || c.res.headers.has('content-encoding')) return;
    // A compressor collects what an event stream must pass on at once.
    if (/\bno-transform\b/.test(c.res.headers.get('cache-control') ?? '')) return;
    c.res.headers.append('vary', 'accept-encoding');
    const encoding = bestEncoding(c.req.header('accept-encoding'));
    const length = c.res.headers.get('content-length');
    if (!encoding || c.res.status === 206 || c.req.method === 'HEAD') return;
    if (length !== null && Number(length) < leastBytes) return;
    // Taken before the headers: the Node adapter makes a new response when the body is first touched.
    const { body } = c.res;
    const { headers, status } = c.res;
    if (!body) return;
    const tag = headers.get('etag');
    const compressed =
      type === catalogueType && tag !== null
        ? await keptAs(kept, `${encoding} ${tag}`, async () =>
            compressAll[encoding](new Uint8Array(await new Response(body).arrayBuffer())),
          )
        : compressedStream(body, encoding);
    c.res = new Response(compressed, { status, headers });
    c.res.headers.set('content-encoding', encoding);
    if (compressed instanceof Uint8Array) c.res.headers.set('content-length', String(compressed.byteLength));
    else c.res.headers.delete('content-length');
  };
}

async function keptAs(
  kept: Map<string, Promise<Uint8Array<ArrayBuffer>>>,
  key: string,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return made;
}

function compressedStream(body: ReadableStream<Uint8Array>, encoding: Encoding): ReadableStream {
  const compressor = encoding === 'br' ? zlib.createBrotliCompress({ params: quality }) : zlib.createGzip();
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  source.on('error', (error) => compressor.destroy(error));
  compressor.on('close', () => source.destroy());
  return Readable.toWeb(source.pipe(compressor)) as ReadableStream;
}
