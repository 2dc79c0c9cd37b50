/** What is kept of every request: its id, a line of the log, figures. Neither query nor headers nor ids. */
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { isForwarded, isLoopbackHost } from '#server/api/identity.ts';
import type { Log } from './log.ts';
import { durationBuckets, type Metrics } from './metrics.ts';
import { noRoute } from './route-names.ts';
import { currentTrace, requestIdFrom, requestIdHeader, type Trace, withTrace } from './trace.ts';

/** Requests of a test have no sockets. */
export interface SocketEnv {
  Bindings: Partial<HttpBindings>;
}

export interface ObserverDeps {
  readonly log: Log;
  readonly metrics: Metrics;
  /** The pattern of the route that answers a path of the API or of a probe; `other` for anything else. */
  readonly nameOf: (path: string) => string;
  /** Routes of which only failures are logged. */
  readonly quiet: readonly string[];
  /** Milliseconds on a clock that never goes back. */
  readonly clock: () => number;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Must come first, so that it sees what is sent. Ends when the last byte is sent or the caller has left. */
export function observeRequests(deps: ObserverDeps): MiddlewareHandler<SocketEnv> {
  const figures = figuresOf(deps.metrics);
  return (c, next) => {
    const trace: Trace = {
      requestId: requestIdFrom(c.req.header(requestIdHeader), isFromThisMachine(c)),
      address: c.env?.incoming?.socket.remoteAddress ?? null,
      role: null,
    };
    return withTrace(trace, async () => {
      const began = deps.clock();
      const { incoming, outgoing }: SocketEnv['Bindings'] = c.env ?? {};
      const before = incoming?.socket.bytesWritten ?? 0;
      const request = figures.begin();
      const finish = (status: number, isWhole: boolean) => {
        const ms = deps.clock() - began;
        const route = routeOf(c, deps.nameOf);
        const method = methods.has(c.req.method) ? c.req.method : noRoute;
        request.end({ route, method, status, ms });
        if (status < 400 && deps.quiet.includes(route)) return;
        const bytes = (incoming?.socket.bytesWritten ?? 0) - before;
        const facts = { method, route, status, ms: Math.round(ms * 10) / 10, bytes, role: trace.role };
        deps.log.info('request', isWhole ? facts : { ...facts, aborted: true });
      };
      outgoing?.once('close', () =>
        withTrace(trace, () => finish(outgoing.statusCode, outgoing.writableFinished)),
      );
      await next();
      c.res.headers.set(requestIdHeader, trace.requestId);
      if (isEventStream(c.res)) request.isStream();
      if (!outgoing) finish(c.res.status, true);
    });
  };
}

function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

interface Answered {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

function figuresOf(metrics: Metrics) {
  const requests = metrics.counter(
    'loulan_http_requests_total',
    'Requests by route, method and class of status.',
  );
  const duration = metrics.histogram(
    'loulan_http_request_duration_seconds',
    'From the request to the last byte of its answer, without event streams.',
    durationBuckets,
  );
  let [inFlight, streams] = [0, 0];
  metrics.gauge(
    'loulan_http_requests_in_flight',
    'Requests under way, without event streams.',
    () => inFlight,
  );
  metrics.gauge('loulan_event_streams', 'Event streams that are open.', () => streams);
  return {
    begin: () => {
      let [stream, isOver] = [false, false];
      inFlight++;
      return {
        /** A caller may have left before the stream began. */
        isStream: () => {
          if (isOver) return;
          stream = true;
          inFlight--;
          streams++;
        },
        end: ({ route, method, status, ms }: Answered) => {
          isOver = true;
          if (stream) streams--;
          else {
            inFlight--;
            duration(ms / 1000, { route });
          }
          requests({ route, method, status: `${Math.trunc(status / 100)}xx` });
        },
      };
    },
  };
}

/** Files of the built page go by what they are. */
function routeOf(c: Context<SocketEnv>, nameOf: (path: string) => string): string {
  const name = nameOf(c.req.path);
  if (name !== noRoute || c.res.status >= 400 || c.req.path.startsWith('/api/')) return name;
  return c.res.headers.get('content-type')?.startsWith('text/html') ? 'page' : 'file';
}

/** Whether the socket comes from this machine; false where there is none. */
export function isFromThisMachine(c: Context<SocketEnv>): boolean {
  const address = c.env?.incoming?.socket.remoteAddress;
  return address !== undefined && isLoopbackHost(address.replace(/^::ffff:/, ''));
}

/** Whether a program on this machine asks for itself: no proxy, no page elsewhere whose name was re-bound. */
export function isLocalCaller(c: Context<SocketEnv>): boolean {
  const host = c.req.header('host')?.replace(/:\d+$/, '').toLowerCase();
  return (
    isFromThisMachine(c) && host !== undefined && isLoopbackHost(host) && !isForwarded(c.req.raw.headers)
  );
}

/** The id of the request that is being answered; null outside of one. */
export function currentRequestId(): string | null {
  return currentTrace()?.requestId ?? null;
}
