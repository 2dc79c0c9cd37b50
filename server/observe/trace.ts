/** The request that is being answered, known wherever its answer is worked out. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/visibility.ts';

export interface Trace {
  readonly requestId: string;
  /** Of the socket; null where there is none. Not for the log. */
  readonly address: string | null;
  /** null until the viewer is known, and where nobody asks who it is. */
  role: Role | null;
}

const traces = new AsyncLocalStorage<Trace>();

export function withTrace<T>(trace: Trace, run: () => T): T {
  return traces.run(trace, run);
}

/** null outside of a request. */
export function currentTrace(): Trace | null {
  return traces.getStore() ?? null;
}

export const requestIdHeader = 'x-request-id';

/**
 * The id that a proxy on this machine gave the request, if it is 8–64 letters, digits, `-`, `_` or `.`; a new
 * one otherwise. Callers from elsewhere do not write into the log.
 */
export function requestIdFrom(given: string | undefined, isFromThisMachine: boolean): string {
  return isFromThisMachine && given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}
