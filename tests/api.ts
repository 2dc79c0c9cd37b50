/** A fresh API for one test, asked without a network. */
import { personaHeader } from '#contract/session.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { createApi } from '#server/api/create-api.ts';
import { personaIdentity } from '#server/api/identity.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import type { Store } from '#server/api/store.ts';
import { toWgs84 } from '#server/text/datum.ts';

export interface TestApi {
  readonly get: (
    path: string,
    options?: { persona?: string; headers?: Record<string, string> },
  ) => Promise<Response>;
  readonly request: (path: string, init: RequestInit) => Promise<Response>;
  readonly errors: readonly unknown[];
}

export function anApi(portfolio: Portfolio, store: Store = memoryStore(portfolio)): TestApi {
  const errors: unknown[] = [];
  const api = createApi({
    store,
    identify: personaIdentity(async () => true),
    searchKeys: ({ nameZh, aliases }) => ({ texts: [nameZh, ...aliases], sort: nameZh }),
    now: () => new Date('2026-11-02T08:30:00Z'),
    toWgs84,
    published: [],
    addressOf: () => '127.0.0.1',
    requestIdOf: () => 'r1',
    settings: { version: 'test', live: true, imports: false, tiles: null, signIn: null },
    onError: (error) => errors.push(error),
  });
  return {
    get: async (path, { persona, headers = {} } = {}) =>
      api.request(path, { headers: persona ? { ...headers, [personaHeader]: persona } : headers }),
    request: async (path, init) => api.request(path, init),
    errors,
  };
}
