/** A filter in words: the page's chips, the header of an export, the metadata of a file. */
import { type Clause, rangeFields, type SetField, setFields } from '../query/fields.ts';
import type { Filter, Sort } from '../query/query.ts';
import type { Figures } from './figures.ts';

/** What a district calls its circles and subdistricts. */
export type NamesOf = (field: 'circle' | 'subdistrict', id: string) => string;

export interface ClausePhrase {
  readonly clause: Clause;
  /** "标准层面积 2,000–2,500 ㎡" */
  readonly text: string;
  /** Whether the clause lets unknown values through. */
  readonly includesUnknown: boolean;
}

/** The name of one value of a set field. */
export function nameOfValue(field: SetField, value: string, figures: Figures, names: NamesOf): string {
  if (field === 'circle' || field === 'subdistrict') return names(field, value);
  const { words } = figures;
  const tables = {
    type: words.carrierType,
    grade: words.grade,
    tenure: words.tenure,
    status: words.status,
    industry: words.industry,
    green: words.green,
  };
  const table: Readonly<Record<string, string>> = tables[field];
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}

/** One phrase for each clause that excludes anything, in the order of the grammar. */
export function describeFilter(filter: Filter, figures: Figures, names: NamesOf): readonly ClausePhrase[] {
  const { words } = figures;
  const phrases: ClausePhrase[] = [];
  const add = (clause: Clause, text: string) => {
    const includesUnknown = (filter.unknown as readonly string[]).includes(clause);
    phrases.push({ clause, text, includesUnknown });
  };
  if (filter.text !== '') add('q', `${words.clause.q} “${filter.text}”`);
  for (const field of setFields) {
    const values = filter.sets[field];
    if (!values || values.length === 0) continue;
    const named = values.map((value) => nameOfValue(field, value, figures, names));
    add(field, `${words.clause[field]} ${named.join(words.listSeparator)}`);
  }
  for (const field of rangeFields) {
    const range = filter.ranges[field];
    if (range && (range.lo !== null || range.hi !== null)) {
      add(field, `${words.clause[field]} ${figures.range(field, range)}`);
    }
  }
  if (filter.columnFree) add('columnFree', words.clause.columnFree);
  if (filter.metro !== null) add('metro', words.withinMetro(figures.distance(filter.metro)));
  if (filter.by !== null) add('by', words.availableBy(figures.month(filter.by)));
  if (filter.bbox) add('bbox', words.clause.bbox);
  if (filter.within) add('within', words.clause.within);
  if (filter.near) add('near', words.nearPoint(figures.distance(filter.near.radiusM)));
  return phrases;
}

/** The whole filter as one sentence; says so when nothing is filtered. */
export function filterInWords(filter: Filter, figures: Figures, names: NamesOf): string {
  const { words } = figures;
  const phrases = describeFilter(filter, figures, names).map(({ text, includesUnknown }) =>
    includesUnknown ? `${text} (${words.includeUnknown})` : text,
  );
  return phrases.length > 0 ? phrases.join(words.clauseSeparator) : words.filterAll;
}

export function sortInWords({ field, descending }: Sort, { words }: Figures): string {
  if (field === 'name') return words.sortedByName(descending);
  return words.sortedBy(field === 'metro' ? words.sort.metro : words.clause[field], descending);
}
