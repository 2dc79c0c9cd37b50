import { useLayoutEffect, useRef } from 'react';
import type { Facets } from '#domain/engine/answer.ts';
import { type Clause, isRangeField, isSetField } from '#domain/query/fields.ts';
import type { Query } from '#domain/query/query.ts';
import { type ClausePhrase, describeFilter, type NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import css from './active-filters.module.css';
import { type ChangeQuery, clearFilters, removeClause } from './clauses.ts';

export interface ActiveFiltersProps {
  readonly query: Query;
  /** For how many unknown buildings a clause lets through. */
  readonly facets: Facets | null;
  readonly names: NamesOf;
  readonly onChange: ChangeQuery;
}

/** The question in words: every clause that excludes anything, each with its way out. */
export function ActiveFilters({ query, facets, names, onChange }: ActiveFiltersProps) {
  const { figures, messages } = useLanguage();
  const { filters } = messages;
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useRef<number | null>(null);
  const phrases = describeFilter(query, figures, names);

  // The pressed button goes away with its chip; the keyboard carries on at the next one.
  useLayoutEffect(() => {
    const at = removedAt.current;
    if (at === null) return;
    removedAt.current = null;
    const buttons = list.current?.querySelectorAll('button');
    (buttons?.[Math.min(at, buttons.length - 2)] ?? buttons?.[0])?.focus();
  });

  if (phrases.length === 0) return null;
  const inWords = ({ clause, text, includesUnknown }: ClausePhrase) => {
    if (!includesUnknown) return text;
    const count = unknownCount(facets, clause);
    const unknown =
      count === null ? filters.includeUnknownUncounted : filters.includeUnknown(figures.number(count, 0));
    return filters.withUnknown(text, unknown);
  };
  return (
    <ul ref={list} aria-label={filters.activeFilters} className={css['list']}>
      {phrases.map((phrase, index) => (
        <li key={phrase.clause} className={css['chip']}>
          <span className={css['text']}>{inWords(phrase)}</span>
          <button
            type="button"
            className={css['remove']}
            aria-label={filters.remove(phrase.text)}
            onClick={() => {
              removedAt.current = index;
              onChange(removeClause(query, phrase.clause), 'commit');
            }}
          >
            ×
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={css['clear']}
          onClick={() => onChange(clearFilters(query), 'commit')}
        >
          {filters.clearAll}
        </button>
      </li>
    </ul>
  );
}

function unknownCount(facets: Facets | null, clause: Clause): number | null {
  if (isRangeField(clause)) return facets?.ranges[clause]?.unknown ?? null;
  return isSetField(clause) ? (facets?.sets[clause].unknown ?? null) : null;
}
