/** All buildings that pass a filter, page by page, for pages that name them without a catalogue of their own. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listBuildings } from '#contract/endpoints.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Filter, limits } from '#domain/query/query.ts';
import { type Api, fetchJson } from './api.ts';
import { retry } from './query.ts';

export const listingPageSize = limits.limit;

/**
 * One page of the largest size, with the counts that each filter would leave.
 * @param page from 1
 */
export function listingQuery(api: Api, filter: Filter, page = 1) {
  const query = formatQuery({
    ...filter,
    sort: emptyQuery.sort,
    page,
    limit: listingPageSize,
    view: emptyQuery.view,
  });
  return queryOptions({
    queryKey: ['cockpit', api.persona, listBuildings.id, query],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listBuildings, params: {}, query, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry,
  });
}
