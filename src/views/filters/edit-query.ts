import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Query } from '#domain/query/query.ts';
import type { ChangeQuery, Phase } from './clauses.ts';

/** Changes the question as it stands when the gesture happens. */
export type EditQuery = (change: (query: Query) => Query, phase: Phase) => void;

/** One function for all filters that never changes, so that a filter is drawn anew only for its own values. */
export function useEditQuery(query: Query, onChange: ChangeQuery): EditQuery {
  const latest = useRef({ query, onChange });
  useLayoutEffect(() => {
    latest.current = { query, onChange };
  });
  return useCallback((change, phase) => {
    latest.current.onChange(change(latest.current.query), phase);
  }, []);
}
