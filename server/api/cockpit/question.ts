/** Questions of 驾驶舱: the filter of 找楼 with parameters of their own beside it. */
import { formatQuery, parseQuery } from '#domain/query/codec.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import { pairsFrom } from '#domain/query/pairs.ts';
import { type Parsed, parsed, problem, type QueryProblem } from '#domain/query/problem.ts';
import { defaultSort, emptyQuery, limits, type Query } from '#domain/query/query.ts';
import type { Asked } from '../question.ts';

export type Reader<T> = (text: string) => Parsed<T>;
type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What each reader found; undefined where the parameter was left out or stood empty. */
type Own<R extends Readers> = {
  readonly [K in keyof R]: (R[K] extends Reader<infer T> ? T : never) | undefined;
};

export interface CockpitQuestion<R extends Readers> {
  /** Filter only: order, page and view are dropped. */
  readonly query: Query;
  /** The filter in its shortest form; '' where every building passes. */
  readonly filter: string;
  readonly own: Own<R>;
}

const mostProblems = 20;

/**
 * Reads the question. Parameters with a reader are the question's own, also where the grammar has one of that
 * name for its page (`at`); all others are the grammar's. One bad part refuses it all.
 * @param search query string without `?`, still encoded
 */
export function cockpitAskedFrom<R extends Readers>(
  search: string,
  vocabulary: Vocabulary,
  readers: R,
): Asked<CockpitQuestion<R>> {
  const pairs = pairsFrom(search);
  const isOwn = (name: string) => Object.hasOwn(readers, name);
  const { query, problems } = parseQuery(
    pairs.filter(([name]) => !isOwn(name)),
    vocabulary,
  );
  const found: Record<string, unknown> = {};
  const wrong: QueryProblem[] = [...problems];
  const seen = new Set<string>();
  for (const [name, text] of pairs) {
    const read = isOwn(name) ? readers[name] : undefined;
    if (!read) continue;
    if (seen.has(name)) {
      wrong.push(problem(name, text, 'repeated', 'a,b'));
      continue;
    }
    seen.add(name);
    const result = text === '' ? null : read(text);
    if (result?.ok === false) wrong.push(result.problem);
    else if (result) found[name] = result.value;
  }
  if (wrong.length > 0) return { ok: false, problems: wrong.slice(0, mostProblems) };
  const bare: Query = {
    ...query,
    sort: defaultSort,
    page: 1,
    limit: limits.defaultLimit,
    view: emptyQuery.view,
  };
  return { ok: true, query: bare, filter: formatQuery(bare), own: found as Own<R> };
}

/** Taken as it is; whoever knows more judges it. */
export const plainText: Reader<string> = (text) => parsed(text);
