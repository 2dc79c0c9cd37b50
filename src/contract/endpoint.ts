/** The API as data. An endpoint is written down once; client, server, mock and OpenAPI all read it from here. */
import type * as z from 'zod/mini';
import type { Role } from '#domain/visibility.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Text for people, in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface Endpoint {
  /** Name of the operation, unique among all endpoints. */
  readonly id: string;
  readonly method: Method;
  /** From the root of the site; `{name}` stands for a parameter. */
  readonly path: `/api/${string}`;
  /** What each parameter of the path is. */
  readonly params: Readonly<Record<string, Bilingual>>;
  /** `search` is the query grammar; `export` the same with `lang`. */
  readonly query: 'none' | 'search' | 'export';
  readonly body: z.ZodMiniType | null;
  readonly response: {
    readonly type: string;
    /** null where the answer is not JSON. */
    readonly schema: z.ZodMiniType | null;
  };
  /** Statuses beside 200 that a caller should expect. */
  readonly statuses: readonly (304 | 400 | 404)[];
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
