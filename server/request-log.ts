import type { MiddlewareHandler } from 'hono';

/** One line a request: when, method, path, status, time. Neither query nor headers, which may be private. */
export function logRequests(
  writeLine: (line: string) => void,
  now: () => number = Date.now,
): MiddlewareHandler {
  return async (c, next) => {
    const start = now();
    await next();
    const path = c.req.path.replaceAll(/[^\x21-\x7e]/g, '?').slice(0, 200);
    const line = [new Date(start).toISOString(), c.req.method, path, c.res.status, `${now() - start}ms`];
    writeLine(line.join(' '));
  };
}
