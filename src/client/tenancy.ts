/** Tenants and months of one building. Comes with the pages that show them, not with the first. */
import { queryOptions } from '@tanstack/react-query';
import { getBuildingMonths, getTenancy } from '#contract/tenancy.ts';
import { type Api, fetchJson } from './api.ts';
import { retry } from './query.ts';

/** The 36 months up to that of the data. */
export function buildingMonthsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ['months', api.persona, id],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getBuildingMonths, params: { id }, signal }),
    staleTime: 60_000,
    retry,
  });
}

/** Leases, terms and tenants; refused to the public. */
export function tenancyQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ['tenancy', api.persona, id],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getTenancy, params: { id }, signal }),
    staleTime: 60_000,
    retry,
  });
}
