/** What holds for every request that may change something, whatever its endpoint. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemResponse } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

export function isSafe(method: string): boolean {
  return safe.has(method);
}

const defaultBodyBytes = 1024 * 1024;

/**
 * Whether a browser sent a request from a page of another origin. Tools that are no browser send neither
 * header and are let through: they carry nobody's session.
 */
export function isCrossOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.headers.get('origin');
  return origin !== null && hostOf(origin) !== new URL(request.url).host;
}

/** The scheme may differ where a proxy ends TLS. `Origin: null`, of a sandboxed page, has no host. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Same origin, JSON, and not too large; safe methods pass untouched, since a limit on them costs throughput. */
export function unsafeMethods(mostBytes = defaultBodyBytes): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => problemResponse(c, 'bodyTooLarge', `invalid body: more than ${mostBytes} bytes`),
  });
  return async (c, next) => {
    if (isSafe(c.req.method)) return next();
    if (isCrossOrigin(c.req.raw)) {
      const origin = c.req.header('origin') ?? 'another site';
      return problemResponse(c, 'crossOrigin', `invalid origin: ${origin}`);
    }
    const type = c.req.header('content-type');
    if (type !== undefined && !/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type)) {
      return problemResponse(c, 'notJson', `invalid content-type: ${type} (allowed: application/json)`);
    }
    return limit(c, next);
  };
}
