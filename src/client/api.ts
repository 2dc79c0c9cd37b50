/** Calls to the API by its contract: the endpoint says path and shape, this says who asks and what went wrong. */
import type * as z from 'zod/mini';
import type { Endpoint, PathParams } from '#contract/endpoint.ts';
import { urlOf } from '#contract/endpoint.ts';
import { getEvents } from '#contract/endpoints.ts';
import { lastEventIdHeader } from '#contract/events.ts';
import { type Problem, problemSchema } from '#contract/problem.ts';
import { type Persona, personaHeader } from '#contract/session.ts';

export interface Api {
  /** Where the site is served, ending in `/`. */
  readonly base: string;
  /** The role to ask as, where the server leaves the choice to the visitor; null where it does not. */
  readonly persona: Persona | null;
}

/** `network`: no answer; `server`: 5xx; `refused`: 4xx, with the problem; `unreadable`: not what the contract says. */
export type ApiFailure = 'network' | 'server' | 'refused' | 'unreadable';

export class ApiError extends Error {
  readonly failure: ApiFailure;
  readonly problem: Problem | null;

  constructor(failure: ApiFailure, message: string, problem: Problem | null = null) {
    super(message);
    this.name = 'ApiError';
    this.failure = failure;
    this.problem = problem;
  }
}

interface Call<E extends Endpoint> {
  readonly endpoint: E;
  readonly params: PathParams<E['path']>;
  readonly query?: string;
  /** A file goes as it is, everything else as JSON. */
  readonly body?: unknown;
  /** Those that the endpoint names, such as `if-match`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

async function send<E extends Endpoint>(
  api: Api,
  { endpoint, params, query = '', body, headers: own, signal }: Call<E>,
): Promise<Response> {
  const url = urlOf(api.base, endpoint, params, query);
  const headers: Record<string, string> = {
    ...(api.persona && { [personaHeader]: api.persona }),
    ...(body !== undefined && { 'content-type': endpoint.bodyType }),
    ...own,
  };
  let response: Response;
  try {
    response = await fetch(url, {
      method: endpoint.method,
      headers,
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('network', `${endpoint.method} ${url}: no answer`);
  }
  if (response.ok) return response;
  throw await errorFrom(response, `${endpoint.method} ${url}: ${response.status}`);
}

async function errorFrom(response: Response, message: string): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  const problem = parsed.success ? parsed.data : null;
  return new ApiError(response.status >= 500 ? 'server' : 'refused', message, problem);
}

/** An endpoint whose answer is JSON of a known shape. */
type JsonEndpoint<S extends z.ZodMiniType> = Endpoint & { readonly response: { readonly schema: S } };

/** The body of a response; a connection that breaks off in the middle of it is a failure of the network. */
async function readBody<E extends Endpoint, T>({ endpoint, signal }: Call<E>, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('network', `${endpoint.id}: broke off`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws ApiError */
export async function fetchJson<S extends z.ZodMiniType, E extends JsonEndpoint<S>>(
  api: Api,
  call: Call<E>,
): Promise<z.infer<E['response']['schema']>> {
  const response = await send(api, call);
  const body = parseJson(await readBody(call, response.text()));
  const parsed = call.endpoint.response.schema.safeParse(body);
  if (!parsed.success) throw new ApiError('unreadable', `${call.endpoint.id}: not what the contract says`);
  return parsed.data as z.infer<E['response']['schema']>;
}

/** For endpoints that answer with nothing. @throws ApiError */
export async function fetchNothing<E extends Endpoint>(api: Api, call: Call<E>): Promise<void> {
  await send(api, call);
}

/** @throws ApiError */
export async function fetchBytes<E extends Endpoint>(api: Api, call: Call<E>): Promise<ArrayBuffer> {
  const response = await send(api, call);
  return readBody(call, response.arrayBuffer());
}

/** A file to save, named as the server names it. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

/** @throws ApiError */
export async function fetchFile<E extends Endpoint>(api: Api, call: Call<E>): Promise<Download> {
  const response = await send(api, call);
  const disposition = response.headers.get('content-disposition') ?? '';
  const content = await readBody(call, response.blob());
  return { name: fileNameFrom(disposition) ?? call.endpoint.id, content };
}

/** `filename*=UTF-8''…` (RFC 8187); null where there is none or its escapes are broken. */
function fileNameFrom(disposition: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  try {
    return encoded ? decodeURIComponent(encoded) : null;
  } catch {
    return null;
  }
}

/**
 * The stream of changes, refused or open.
 * @param since revision of the data that the page holds
 * @throws what `fetch` throws when there is no answer
 */
export function openEvents(api: Api, since: string | null, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = {};
  if (api.persona) headers[personaHeader] = api.persona;
  if (since !== null) headers[lastEventIdHeader] = since;
  return fetch(urlOf(api.base, getEvents, {}), { headers, signal, cache: 'no-store' });
}
