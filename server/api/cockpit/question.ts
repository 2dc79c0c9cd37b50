/** Questions of 驾驶舱: the filter of 找楼 with parameters of their own beside it. */
import { type IsoDate, type IsoMonth, monthFromNumber, monthNumber } from '#domain/measure.ts';
import { formatQuery, parseQuery } from '#domain/query/codec.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import { pairsFrom } from '#domain/query/pairs.ts';
import { type Parsed, parsed, problem, type QueryProblem, refused } from '#domain/query/problem.ts';
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

/** One of some words. */
export function oneOf<const T extends string>(name: string, values: readonly T[]): Reader<T> {
  return (text) => {
    const found = values.find((value) => value === text);
    return found === undefined ? refused(name, text, 'unknownValue', values.join(', ')) : parsed(found);
  };
}

const mostListed = 60;

/** Some of the words that a list knows; each once, in the order given. @param hidden such as the role may not name */
export function someOf<const T extends string>(
  name: string,
  values: readonly T[],
  hidden: readonly string[] = [],
  most = 500,
): Reader<readonly T[]> {
  const known = new Map<string, T>(values.map((value) => [value, value]));
  const allowed = () =>
    values.length <= mostListed ? values.join(', ') : `${values.slice(0, mostListed).join(', ')}, …`;
  return (text) => {
    const given = [...new Set(text.split(',').filter((part) => part !== ''))];
    if (given.length > most) return refused(name, text, 'tooMany', `≤ ${most}`);
    const found: T[] = [];
    for (const part of given) {
      const value = known.get(part);
      if (value === undefined && hidden.includes(part)) return refused(name, part, 'notForRole', allowed());
      if (value === undefined) return refused(name, part, 'unknownValue', allowed());
      found.push(value);
    }
    return parsed(found);
  };
}

/** Taken as it is; whoever knows more judges it. */
export const plainText: Reader<string> = (text) => parsed(text);

/** A month that has begun. @param asOf day of the data */
export function monthUpTo(name: string, asOf: IsoDate): Reader<IsoMonth> {
  const last = asOf.slice(0, 7);
  return (text) => {
    const month = /^\d{4}-\d{2}$/.test(text) ? monthNumber(text) : null;
    if (month === null) return refused(name, text, 'notAMonth', 'YYYY-MM');
    const known = monthFromNumber(month);
    return known > last ? refused(name, text, 'outOfRange', `≤ ${last}`) : parsed(known);
  };
}

/** A share as `0.15` or `15%`. */
export function share(name: string): Reader<number> {
  return (text) => {
    const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text);
    if (!match) return refused(name, text, 'notANumber', '0–1 | 15%');
    const value = match[2] === '%' ? Number(match[1]) / 100 : Number(match[1]);
    return value <= 1 ? parsed(value) : refused(name, text, 'outOfRange', '0–1');
  };
}
