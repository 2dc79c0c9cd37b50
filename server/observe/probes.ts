/** What a supervisor asks: whether the process is up, whether it can serve, what it measures. */
import type { Context, Hono } from 'hono';
import type { Store } from '#server/api/store.ts';
import type { Config } from '#server/config.ts';
import type { Log } from './log.ts';
import { type Metrics, metricsType } from './metrics.ts';
import { isLocalCaller, type SocketEnv } from './observe-requests.ts';

export const probePaths = { health: '/healthz', ready: '/readyz', metrics: '/metrics' } as const;

export interface ProbeDeps {
  readonly store: Pick<Store, 'ping'>;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly config: Pick<Config, 'metrics' | 'limits'>;
  readonly stopping: AbortSignal;
}

/** How long an answer of the data counts, in ms: anybody may ask, and each question reaches the database. */
const keptMs = 1_000;

export function routeProbes(
  site: Hono<SocketEnv>,
  { store, metrics, log, config, stopping }: ProbeDeps,
): void {
  const isReady = readiness(store, config.limits.readyMs, log);
  site.get(probePaths.health, (c) => plain(c, 200, { status: 'ok' }));
  site.get(probePaths.ready, async (c) => {
    if (stopping.aborted) return plain(c, 503, { status: 'stopping' });
    return (await isReady()) ? plain(c, 200, { status: 'ok' }) : plain(c, 503, { status: 'noData' });
  });
  site.get(probePaths.metrics, (c) => {
    if (config.metrics === 'off') return c.notFound();
    if (config.metrics === 'loopback' && !isLocalCaller(c)) {
      return c.text(
        'metrics are for programs on this machine; LOULAN_METRICS=open shows them to everybody\n',
        403,
      );
    }
    return c.body(metrics.text(), 200, { 'content-type': metricsType, 'cache-control': 'no-store' });
  });
}

function plain(c: Context, status: 200 | 503, body: Readonly<Record<string, string>>): Response {
  return c.json(body, status, { 'cache-control': 'no-store' });
}

function readiness(store: Pick<Store, 'ping'>, mostMs: number, log: Log): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  const ask = async () => {
    try {
      await within(mostMs, store.ping());
      return true;
    } catch (error) {
      log.error('ready.failed', error);
      return false;
    }
  };
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > keptMs) last = { at: now, answer: ask() };
    return last.answer;
  };
}

async function within<T>(mostMs: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${mostMs} ms`)), mostMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
