/**
 * The query grammar: one codec for the page's URL and the API's query string.
 * `parseQuery` never throws: what it cannot read is dropped and named. `formatQuery` writes the shortest
 * text that reads back as the same query, with its parameters in a fixed order.
 */
import { isRangeField, isSetField, rangeFields, setFields, type Vocabulary } from './fields.ts';
import { encode, pairsFrom } from './pairs.ts';
import {
  parseAt,
  parseBbox,
  parseColumns,
  parseCount,
  parseId,
  parseMonth,
  parseNear,
  parsePicks,
  parseRange,
  parseSet,
  parseSort,
  parseSwitch,
  parseText,
  parseUnknown,
  parseWithin,
} from './parts.ts';
import { type Parsed, parsed, problem, type QueryProblem } from './problem.ts';
import { defaultSort, emptyQuery, limits, type Query, type Range, type ViewState } from './query.ts';

const otherParameters = [
  'q',
  'unknown',
  'columnFree',
  'metro',
  'by',
  'bbox',
  'within',
  'near',
  'sort',
  'page',
  'limit',
  'at',
  'sel',
  'cols',
  'pick',
] as const;

/** Every parameter of the grammar, in the order in which they are written. */
export const parameters: readonly string[] = ['q', ...setFields, ...rangeFields, ...otherParameters.slice(1)];

export interface ParsedQuery {
  readonly query: Query;
  readonly problems: readonly QueryProblem[];
}

type Draft = { -readonly [K in keyof Query]: Query[K] };

/**
 * Reads a query string (with or without `?`) or a list of pairs.
 * The result is always usable; each bad part is left out of it and named in `problems`.
 */
export function parseQuery(
  source: string | Iterable<readonly [string, string]>,
  vocabulary: Vocabulary,
): ParsedQuery {
  const pairs = typeof source === 'string' ? pairsFrom(source) : source;
  const draft: Draft = { ...emptyQuery };
  const problems: QueryProblem[] = [];
  const seen = new Set<string>();
  for (const [name, text] of pairs) {
    if (seen.size + problems.length > limits.parameters) {
      problems.push(problem(name, text, 'tooMany', `≤ ${limits.parameters}`));
      break;
    }
    if (seen.has(name)) {
      problems.push(problem(name, text, 'repeated', 'a,b'));
      continue;
    }
    seen.add(name);
    if (text === '' && mayAsk(name, vocabulary)) continue;
    const trouble = readParameter(draft, name, text, vocabulary);
    if (trouble) problems.push(trouble);
  }
  return { query: draft, problems };
}

/** A parameter that is known and not hidden may stand empty; it says nothing then. */
function mayAsk(name: string, vocabulary: Vocabulary): boolean {
  if (name === '') return true;
  return parameters.includes(name) && !(vocabulary.hidden as readonly string[]).includes(name);
}

type Reader = (text: string, vocabulary: Vocabulary) => Parsed<Partial<Draft>>;

/** Turns a parser of one part into a reader of the parameter that fills it. */
function fills<K extends keyof Query>(
  part: K,
  parse: (text: string, vocabulary: Vocabulary) => Parsed<Query[K]>,
): Reader {
  return (text, vocabulary) => {
    const result = parse(text, vocabulary);
    return result.ok ? parsed({ [part]: result.value } as Partial<Draft>) : result;
  };
}

const readers: Readonly<Record<string, Reader>> = {
  q: fills('text', parseText),
  unknown: fills('unknown', (text, { hidden }) => parseUnknown(text, hidden)),
  columnFree: fills('columnFree', (text) => parseSwitch('columnFree', text)),
  metro: fills('metro', (text) => parseCount('metro', text, 1, 100_000)),
  by: fills('by', parseMonth),
  bbox: fills('bbox', parseBbox),
  within: fills('within', parseWithin),
  near: fills('near', parseNear),
  sort: fills('sort', (text, { hidden }) => parseSort(text, hidden)),
  page: fills('page', (text) => parseCount('page', text, 1, limits.page)),
  limit: fills('limit', (text) => parseCount('limit', text, 1, limits.limit)),
};

const viewReaders: Readonly<Record<string, (text: string) => Parsed<Partial<ViewState>>>> = {
  at: (text) => mapParsed(parseAt(text), (at) => ({ at })),
  sel: (text) => mapParsed(parseId('sel', text), (selected) => ({ selected })),
  cols: (text) => mapParsed(parseColumns(text), (columns) => ({ columns })),
  pick: (text) => mapParsed(parsePicks(text), (picked) => ({ picked })),
};

function mapParsed<T, U>(result: Parsed<T>, use: (value: T) => U): Parsed<U> {
  return result.ok ? parsed(use(result.value)) : result;
}

function readParameter(
  draft: Draft,
  name: string,
  text: string,
  vocabulary: Vocabulary,
): QueryProblem | null {
  if (isRangeField(name)) {
    if (vocabulary.hidden.includes(name)) return problem(name, text, 'notForRole', '');
    return take(parseRange(name, text), (range) => {
      draft.ranges = { ...draft.ranges, [name]: range };
    });
  }
  if (isSetField(name)) {
    return take(parseSet(name, text, vocabulary), (values) => {
      draft.sets = { ...draft.sets, [name]: values };
    });
  }
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (reader) return take(reader(text, vocabulary), (part) => Object.assign(draft, part));
  const viewReader = Object.hasOwn(viewReaders, name) ? viewReaders[name] : undefined;
  if (!viewReader) return problem(name, text, 'unknownParameter', parameters.join(', '));
  return take(viewReader(text), (part) => {
    draft.view = { ...draft.view, ...part };
  });
}

function take<T>(result: Parsed<T>, use: (value: T) => void): QueryProblem | null {
  if (!result.ok) return result.problem;
  use(result.value);
  return null;
}

export function formatRange(range: Range): string {
  return `${range.lo ?? ''}..${range.hi ?? ''}`;
}

function isOpen(range: Range): boolean {
  return range.lo === null && range.hi === null;
}

/** The pairs of the grammar that differ from the defaults. */
export function queryPairs(query: Query): [string, string][] {
  const pairs: [string, string][] = [];
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') pairs.push([name, String(value)]);
  };
  add('q', query.text);
  for (const field of setFields) add(field, query.sets[field]?.join(',') ?? null);
  for (const field of rangeFields) {
    const range = query.ranges[field];
    if (range && !isOpen(range)) add(field, formatRange(range));
  }
  add('unknown', query.unknown.join(','));
  add('columnFree', query.columnFree ? 1 : null);
  add('metro', query.metro);
  add('by', query.by);
  const { bbox, within, near, sort, view } = query;
  add('bbox', bbox && `${bbox.west},${bbox.south},${bbox.east},${bbox.north}`);
  add('within', within?.map((corner) => corner.join(',')).join(';') ?? null);
  add('near', near && `${near.lon},${near.lat},${near.radiusM}`);
  const isDefaultSort = sort.field === defaultSort.field && sort.descending === defaultSort.descending;
  add('sort', isDefaultSort ? null : `${sort.descending ? '-' : ''}${sort.field}`);
  add('page', query.page === 1 ? null : query.page);
  add('limit', query.limit === limits.defaultLimit ? null : query.limit);
  add('at', view.at && `${view.at.lat},${view.at.lon},${view.at.zoom}`);
  add('sel', view.selected);
  add('cols', view.columns?.join(',') ?? null);
  add('pick', view.picked.join(','));
  return pairs;
}

/** The query string without `?`; '' for the empty query. */
export function formatQuery(query: Query): string {
  return queryPairs(query)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');
}
