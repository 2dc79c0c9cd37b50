/** Buildings by a few words, for pages that have no catalogue of their own. */
import { queryOptions } from '@tanstack/react-query';
import { listBuildings } from '#contract/endpoints.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery } from '#domain/query/query.ts';
import { type Api, fetchJson } from './api.ts';
import { retry } from './query.ts';

const mostFound = 8;

/** By name, address, pinyin or initials; nothing stands in for the answer, lest a hit of other letters be taken. */
export function searchQuery(api: Api, text: string) {
  const query = formatQuery({
    ...emptyQuery,
    text,
    sort: { field: 'name', descending: false },
    limit: mostFound,
  });
  return queryOptions({
    queryKey: ['search', api.persona, text],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listBuildings, params: {}, query, signal }),
    enabled: text !== '',
    staleTime: 60_000,
    retry,
  });
}
