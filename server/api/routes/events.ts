import type { Context, Hono } from 'hono';
import { getEvents } from '#contract/endpoints.ts';
import { lastEventIdHeader } from '#contract/events.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { isForwarded, type Viewer } from '../identity.ts';
import type { Joined, LiveHub } from '../live/hub.ts';
import { streamHeaders } from '../live/stream-headers.ts';
import { problemResponse } from '../problem.ts';

const retryAfterSeconds = 10;

export function routeEvents(
  app: Hono<ApiEnv>,
  { addressOf }: Pick<RouteDeps, 'addressOf'>,
  hub: LiveHub,
): void {
  app.get(getEvents.path, async (c) => {
    if (c.req.method === 'HEAD') return c.body(null, 200, streamHeaders);
    const { raw: request } = c.req;
    const { viewer } = c.var;
    const known = c.req.header(lastEventIdHeader) || null;
    const party = partyOf(viewer, request, addressOf(request));
    const joined = await hub.join({
      request,
      role: viewer.role,
      account: viewer.account?.id ?? null,
      party,
      known,
    });
    return joined.ok ? c.body(joined.body, 200, streamHeaders) : refused(c, joined);
  });
}

/** Behind a proxy everybody has the proxy's address. */
function partyOf({ account }: Viewer, { headers }: Request, address: string | null): string | null {
  if (account) return `account ${account.id}`;
  return address === null || isForwarded(headers) ? null : `address ${address}`;
}

function refused(c: Context<ApiEnv>, { reason }: Extract<Joined, { ok: false }>): Response {
  const detail =
    reason === 'tooManyStreams'
      ? 'too many streams are open for you; close some pages'
      : 'no more streams can be opened now; the page works without, and may try again';
  const response = problemResponse(c, reason, detail);
  response.headers.set('retry-after', String(retryAfterSeconds));
  return response;
}
