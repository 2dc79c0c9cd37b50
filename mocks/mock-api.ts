/** The real API over the sample, answering requests of the page, with what the scenario does to its answers. */
import { getCatalogue } from '#contract/endpoints.ts';
import { problemType } from '#contract/problem.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { createApi } from '#server/api/create-api.ts';
import { personaIdentity } from '#server/api/identity.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { toWgs84 } from '#server/text/datum.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { publishedIds as published } from './sample/portfolio.ts';
import { emptied, ofOtherVersion, type Scenario, slowMs, truncated } from './scenarios.ts';

export interface MockApiOptions {
  readonly portfolio: Portfolio;
  /** Asked anew for each request. */
  readonly scenario: () => Scenario;
  /** Where the page lies, ending in `/`. */
  readonly basePath: string;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export type MockApi = (request: Request) => Promise<Response>;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Answers one request of the page; a network error is a `Response` of type `error`.
 * @throws when the page asks for an endpoint that does not exist: a mistake of the page, not of its user
 */
export function createMockApi({ portfolio, scenario, basePath, wait = pause }: MockApiOptions): MockApi {
  const full = apiOver(portfolio);
  let empty: ReturnType<typeof apiOver> | null = null;
  return async (request) => {
    const now = scenario();
    const url = new URL(request.url);
    url.pathname = `/${url.pathname.slice(basePath.length)}`;
    if (now === 'offline') return Response.error();
    if (now === 'slow') await wait(slowMs);
    if (now === 'failing') return failure();
    if (now === 'empty') empty ??= apiOver(emptied(portfolio));
    const api = now === 'empty' && empty ? empty : full;
    const response = await api.fetch(await movedTo(url, request));
    if (response.status === 404) await refuseUnknownEndpoint(request, response);
    return url.pathname === getCatalogue.path && response.status === 200 ? damaged(response, now) : response;
  };
}

/** The request at another URL. Made anew, since a navigation cannot be copied. */
async function movedTo(url: URL, request: Request): Promise<Request> {
  const { method, headers } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers, body: hasBody ? await request.arrayBuffer() : null });
}

function apiOver(portfolio: Portfolio) {
  return createApi({
    store: memoryStore(portfolio, { published }),
    published,
    now: () => new Date(),
    toWgs84,
    addressOf: () => null,
    requestIdOf: () => null,
    searchKeys,
    settings: { version: 'mock', live: false, imports: false, tiles: null, signIn: null },
    identify: personaIdentity(async () => true),
    onError: (error) => console.error(error),
  });
}

function failure(): Response {
  const problem = { type: 'about:blank', title: 'Internal error', status: 500, detail: 'scenario: failing' };
  return new Response(JSON.stringify(problem), { status: 500, headers: { 'content-type': problemType } });
}

async function refuseUnknownEndpoint(request: Request, response: Response): Promise<void> {
  const { type } = (await response.clone().json()) as { readonly type: string };
  if (type.endsWith('#noSuchEndpoint')) throw new Error(`no such endpoint: ${request.method} ${request.url}`);
}

async function damaged(response: Response, scenario: Scenario): Promise<Response> {
  if (scenario !== 'truncated' && scenario !== 'otherVersion') return response;
  const bytes = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  headers.delete('etag');
  return new Response(scenario === 'truncated' ? truncated(bytes) : ofOtherVersion(bytes), { headers });
}
