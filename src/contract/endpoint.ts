/** The API as data. An endpoint is written down once; client, server, mock and OpenAPI all read it from here. */
import type * as z from 'zod/mini';
import type { Role } from '#domain/visibility.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type OtherStatus = 304 | 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503 | 507;

/** Text for people, in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Question of 驾驶舱. */
export type IndicatorQuery =
  | 'filter'
  | 'indicators'
  | 'explanation'
  | 'watchlist'
  | 'atMonth'
  | 'filteredMonths';

export interface Endpoint {
  /** Name of the operation, unique among all endpoints. */
  readonly id: string;
  readonly method: Method;
  /** From the root of the site; `{name}` stands for a parameter. */
  readonly path: `/api/${string}`;
  /** What each parameter of the path is. */
  readonly params: Readonly<Record<string, Bilingual>>;
  /**
   * `search` is the query grammar; `export` the same with `lang`; `page` is `before` and `limit`; `audit` and
   * `accountEvents` the same with filters; `text` is `q` and `limit`; `months` is `from` and `to`; `file` is `name`; `wantedPath` is
   * `to`;
   * `lang` is the language alone; `costs` is the grammar of assumptions with `lang`; `comparison` the same with
   * `ids`. Of 驾驶舱: `filter` is what of the grammar decides which buildings; the others are that with parameters
   * of their own, see `indicator-parameters.ts`.
   */
  readonly query:
    | 'none'
    | 'search'
    | 'export'
    | 'page'
    | 'audit'
    | 'accountEvents'
    | 'text'
    | 'months'
    | 'file'
    | 'lang'
    | 'costs'
    | 'comparison'
    | 'wantedPath'
    | IndicatorQuery;
  /** Request headers that mean something here. */
  readonly headers: readonly ('if-match' | 'idempotency-key' | 'last-event-id')[];
  /** null where nothing is sent, or nothing that a schema describes. */
  readonly body: z.ZodMiniType | null;
  readonly bodyType: string;
  /** Status of an answer that went well. */
  readonly success: 200 | 201 | 202 | 204;
  readonly response: {
    readonly type: string;
    /** null where the answer is not JSON. */
    readonly schema: z.ZodMiniType | null;
  };
  /** Statuses beside success that a caller should expect. */
  readonly statuses: readonly OtherStatus[];
  /** Who may ask. What each may see of the answer is decided by the data. */
  readonly roles: readonly Role[];
  readonly summary: Bilingual;
  readonly description: Bilingual | null;
}

/**
 * Writes an endpoint down with all that its type can tell.
 * @__NO_SIDE_EFFECTS__
 */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

/** What most endpoints have in common: nothing in the path, in the query or beside it, JSON both ways. */
export const plainEndpoint = {
  params: {},
  query: 'none',
  headers: [],
  body: null,
  bodyType: 'application/json',
  success: 200,
  description: null,
} as const satisfies Partial<Endpoint>;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** Values for the placeholders of a path; `{}` where it has none. */
export type PathParams<Path extends string> = Readonly<Record<NamesIn<Path>, string>>;

/**
 * The URL of an endpoint.
 * @param base where the site is served, ending in `/`: `/` or `/demo/`
 * @param query query string without `?`, as `formatQuery` writes it
 */
export function urlOf<E extends Pick<Endpoint, 'path'>>(
  base: string,
  { path }: E,
  params: PathParams<E['path']>,
  query = '',
): string {
  const values: Readonly<Record<string, string>> = params;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  return `${base}${filled.slice(1)}${query === '' ? '' : `?${query}`}`;
}
