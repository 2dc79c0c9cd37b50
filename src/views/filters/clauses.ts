/** Changes to the question, one gesture each. Every one returns to the first page of the answer. */
import {
  type Clause,
  isRangeField,
  isSetField,
  type RangeField,
  rangeFields,
  type SetField,
  setFields,
  type UnknownableField,
  unknownableFields,
} from '#domain/query/fields.ts';
import { emptyFilter, type Filter, type Query, type Range } from '#domain/query/query.ts';

/** Whether the change is on its way (every move of a drag, every letter) or done. */
export type Phase = 'drag' | 'commit';

export type ChangeQuery = (next: Query, phase: Phase) => void;

function changed(query: Query, part: Partial<Filter>): Query {
  return { ...query, ...part, page: 1 };
}

function without<K extends string, V>(record: Readonly<Partial<Record<K, V>>>, key: K) {
  const copy = { ...record };
  delete copy[key];
  return copy;
}

/** Sets a range; one that is open on both ends is no clause. */
export function setRange(query: Query, field: RangeField, range: Range): Query {
  const open = range.lo === null && range.hi === null;
  const ranges = open ? without(query.ranges, field) : { ...query.ranges, [field]: range };
  return changed(query, { ranges });
}

/** Chooses or drops one value; the chosen ones keep the order of `allowed`, and none chosen is no clause. */
export function toggleValue(query: Query, field: SetField, value: string, allowed: readonly string[]): Query {
  const chosen = query.sets[field] ?? [];
  const next = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : allowed.filter((other) => other === value || chosen.includes(other));
  return changed(query, {
    sets: next.length === 0 ? without(query.sets, field) : { ...query.sets, [field]: next },
  });
}

/** Lets unknown values of one field through, or stops doing so. */
export function setUnknown(query: Query, field: UnknownableField, included: boolean): Query {
  const unknown = unknownableFields.filter((other) =>
    other === field ? included : query.unknown.includes(other),
  );
  return changed(query, { unknown });
}

export function setText(query: Query, text: string): Query {
  return changed(query, { text: text.trim().replace(/\s+/g, ' ') });
}

export function setColumnFree(query: Query, columnFree: boolean): Query {
  return changed(query, { columnFree });
}

export function setMetro(query: Query, metro: Query['metro']): Query {
  return changed(query, { metro });
}

export function setAvailableBy(query: Query, by: Query['by']): Query {
  return changed(query, { by });
}

/** Lifts one clause, together with its leave for unknown values. */
export function removeClause(query: Query, clause: Clause): Query {
  const rest = { unknown: query.unknown.filter((field) => field !== clause) };
  if (isRangeField(clause)) return changed(query, { ...rest, ranges: without(query.ranges, clause) });
  if (isSetField(clause)) return changed(query, { ...rest, sets: without(query.sets, clause) });
  switch (clause) {
    case 'q':
      return changed(query, { ...rest, text: emptyFilter.text });
    case 'columnFree':
    case 'metro':
    case 'by':
    case 'bbox':
    case 'within':
    case 'near':
      return changed(query, { ...rest, [clause]: emptyFilter[clause] });
    default:
      return clause satisfies never;
  }
}

/** Lifts every clause; order, page size and view stay. */
export function clearFilters(query: Query): Query {
  return changed(query, emptyFilter);
}

/** Whether a clause excludes anything as the query stands. */
export function isActive(query: Filter, clause: Clause): boolean {
  if (isRangeField(clause)) {
    const range = query.ranges[clause];
    return range !== undefined && (range.lo !== null || range.hi !== null);
  }
  if (isSetField(clause)) return (query.sets[clause]?.length ?? 0) > 0;
  if (clause === 'q') return query.text !== '';
  return clause === 'columnFree' ? query.columnFree : query[clause] !== null;
}

const otherClauses = ['q', 'columnFree', 'metro', 'by', 'bbox', 'within', 'near'] as const;

/** The clauses that exclude anything, in the order of the grammar. */
export function activeClauses(query: Filter): readonly Clause[] {
  return [...setFields, ...rangeFields, ...otherClauses].filter((clause) => isActive(query, clause));
}
