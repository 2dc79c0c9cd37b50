/** The files of what is compared, asked for side by side: one that fails keeps no other one waiting. */
import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { usePlaceNames } from '#client/place-names.ts';
import { buildingQuery } from '#client/query.ts';
import type { BuildingDetail } from '#contract/building-detail.ts';
import { type ComparedColumn, columnOf } from '#domain/compare/file.ts';
import type { Subject } from '#domain/compare/ids.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';

/** `gone`: there is none, or the role may not see it: the two look alike. */
export type Compared =
  | {
      readonly state: 'ready';
      readonly subject: Subject;
      readonly column: ComparedColumn & { readonly file: BuildingDetail };
    }
  | { readonly state: 'loading' | 'failed' | 'gone'; readonly subject: Subject; readonly column: null };

interface Fetched {
  readonly file: BuildingDetail | null;
  readonly state: 'ready' | 'loading' | 'failed' | 'gone';
}

/** A file that could not be brought up to date is still the file, unless it is gone. */
function fetched({ data, error }: UseQueryResult<BuildingDetail>): Fetched {
  const problem = error instanceof ApiError ? error.problem : null;
  if (problem?.status === 404) return { file: null, state: 'gone' };
  if (data) return { file: data, state: 'ready' };
  return { file: null, state: error ? 'failed' : 'loading' };
}

const combine = (results: UseQueryResult<BuildingDetail>[]) => results.map(fetched);

function comparedOf(subject: Subject, { file, state }: Fetched): Compared {
  if (!file) return { state: state === 'ready' ? 'loading' : state, subject, column: null };
  const column = columnOf(file, subject);
  return column
    ? { state: 'ready', subject, column: { ...column, file } }
    : { state: 'gone', subject, column: null };
}

const onItsWay: Fetched = { file: null, state: 'loading' };

export function useCompared(subjects: readonly Subject[]): readonly Compared[] {
  const { api } = useClient();
  const ids = useMemo(() => [...new Set(subjects.map(({ buildingId }) => buildingId))], [subjects]);
  const files = useQueries({ queries: ids.map((id) => buildingQuery(api, id)), combine });
  return useMemo(
    () => subjects.map((subject) => comparedOf(subject, files[ids.indexOf(subject.buildingId)] ?? onItsWay)),
    [subjects, ids, files],
  );
}

/** Asks once more for one file. */
export function useRetry(): (subject: Subject) => void {
  const { api } = useClient();
  const client = useQueryClient();
  return useCallback(
    ({ buildingId }) => void client.refetchQueries({ queryKey: buildingQuery(api, buildingId).queryKey }),
    [api, client],
  );
}

/** Names of places; their ids while the names load. */
export function useNamesOf(): NamesOf {
  const { locale } = useLanguage();
  const nameOf = usePlaceNames(locale);
  return useCallback((field, id) => nameOf(field, id) ?? id, [nameOf]);
}
