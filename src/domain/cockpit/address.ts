/** The address of 驾驶舱: which buildings, which month, what is chosen. Never throws; what it cannot use is named. */
import { type IsoMonth, monthNumber } from '../measure.ts';
import { parseQuery, queryPairs } from '../query/codec.ts';
import type { Vocabulary } from '../query/fields.ts';
import { encode, pairsFrom } from '../query/pairs.ts';
import { type Parsed, parsed, type QueryProblem, refused } from '../query/problem.ts';
import { emptyQuery, type Query } from '../query/query.ts';
import { idPattern } from '../records/id-pattern.ts';

export const cockpitPeriods = ['month', 'quarter', 'year'] as const;
export type CockpitPeriod = (typeof cockpitPeriods)[number];

/** What a figure is held against: the period before it, or the same one a year earlier. */
export const comparisons = ['before', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const defaultThreshold = 0.15;

/** More would not fit into an address. */
export const mostSelected = 200;

/** The month that is running. */
export const now = 'now';

export interface CockpitAddress {
  /** Of the grammar of 找楼 the clauses alone; order, page and view are as when nothing is asked. */
  readonly query: Query;
  /** As it was at the end of this month; `now`: in the one that is running; null: of the last that is whole. */
  readonly month: IsoMonth | typeof now | null;
  readonly period: CockpitPeriod;
  readonly versus: Comparison;
  /** Line of the watch-list, 0–1. */
  readonly threshold: number;
  /** Ids of buildings that are looked at among those that pass; none: all. */
  readonly selected: readonly string[];
}

export interface ParsedCockpitAddress {
  readonly address: CockpitAddress;
  readonly problems: readonly QueryProblem[];
}

export const emptyCockpitAddress: CockpitAddress = {
  query: emptyQuery,
  month: null,
  period: 'month',
  versus: 'year',
  threshold: defaultThreshold,
  selected: [],
};

type Own = Omit<CockpitAddress, 'query'>;

/** Of 找楼's grammar, what does not exclude: links bring it along, and here it says nothing. */
const ofFindOnly: ReadonlySet<string> = new Set(['sort', 'page', 'limit', 'at', 'cols', 'pick']);

const readers: Readonly<Record<string, (text: string) => Parsed<Partial<Own>>>> = {
  month: (text) =>
    text === now || (text.length === 7 && monthNumber(text) !== null)
      ? parsed({ month: text })
      : refused('month', text, 'notAMonth', `YYYY-MM | ${now}`),
  period: (text) => choice('period', text, cockpitPeriods, (period) => ({ period })),
  vs: (text) => choice('vs', text, comparisons, (versus) => ({ versus })),
  threshold: (text) => readThreshold(text),
  sel: (text) => readSelected(text),
};

function choice<V extends string>(
  name: string,
  text: string,
  values: readonly V[],
  use: (value: V) => Partial<Own>,
): Parsed<Partial<Own>> {
  const value = values.find((one) => one === text);
  return value === undefined ? refused(name, text, 'unknownValue', values.join(', ')) : parsed(use(value));
}

/** `0.15` or `15%`; to one hundredth of a percent. */
function readThreshold(text: string): Parsed<Partial<Own>> {
  const allowed = '0–1 | 0%–100%';
  const [, digits = '', percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === '') return refused('threshold', text, 'notANumber', allowed);
  const value = Number(digits) / (percent === '%' ? 100 : 1);
  if (value > 1) return refused('threshold', text, 'outOfRange', allowed);
  return parsed({ threshold: Math.round(value * 10_000) / 10_000 });
}

function readSelected(text: string): Parsed<Partial<Own>> {
  const ids = [...new Set(text.split(','))];
  const wrong = ids.find((id) => !idPattern.test(id));
  if (wrong !== undefined) return refused('sel', wrong, 'unknownValue', 'id,id');
  if (ids.length > mostSelected) return refused('sel', text, 'tooMany', `≤ ${mostSelected}`);
  return parsed({ selected: ids });
}

/** Reads the query part of an address, with or without `?`. */
export function parseCockpitAddress(search: string, vocabulary: Vocabulary): ParsedCockpitAddress {
  const filter: [string, string][] = [];
  const problems: QueryProblem[] = [];
  let own: Own = emptyCockpitAddress;
  const seen = new Set<string>();
  for (const [name, text] of pairsFrom(search)) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (!reader) {
      if (!ofFindOnly.has(name)) filter.push([name, text]);
      continue;
    }
    if (text === '') continue;
    const result = seen.has(name) ? refused(name, text, 'repeated', '') : reader(text);
    seen.add(name);
    if (result.ok) own = { ...own, ...result.value };
    else problems.push(result.problem);
  }
  const read = parseQuery(filter, vocabulary);
  const { month, period, versus, threshold, selected } = own;
  return {
    address: { query: read.query, month, period, versus, threshold, selected },
    problems: [...read.problems, ...problems],
  };
}

/** The query part without `?`, shortest; '' when there is nothing to say. Reads back as the same address. */
export function formatCockpitAddress(address: CockpitAddress): string {
  const { month, period, versus, threshold, selected } = address;
  const pairs = filterPairs(address.query);
  if (month !== null) pairs.push(['month', month]);
  if (period !== emptyCockpitAddress.period) pairs.push(['period', period]);
  if (versus !== emptyCockpitAddress.versus) pairs.push(['vs', versus]);
  if (threshold !== defaultThreshold) pairs.push(['threshold', String(threshold)]);
  if (selected.length > 0) pairs.push(['sel', selected.join(',')]);
  return textOf(pairs);
}

/** The same buildings as 找楼 asks for them. */
export function findTextOf(query: Query): string {
  return textOf(filterPairs(query));
}

function filterPairs(query: Query): [string, string][] {
  const { sort, page, limit, view } = emptyQuery;
  return queryPairs({ ...query, sort, page, limit, view });
}

function textOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}
