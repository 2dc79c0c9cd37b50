/** Options of the queries about accounts. */
import { queryOptions } from '@tanstack/react-query';
import { getOwnAccount, listSessions } from '#contract/account-endpoints.ts';
import { listAccounts } from '#contract/administration-endpoints.ts';
import { type Api, fetchJson } from './api.ts';

export function ownAccountQuery(api: Api) {
  return queryOptions({
    queryKey: ['account'],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getOwnAccount, params: {}, signal }),
    retry: false,
  });
}

export function sessionsQuery(api: Api) {
  return queryOptions({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listSessions, params: {}, signal }),
    retry: false,
  });
}

export function accountsQuery(api: Api) {
  return queryOptions({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listAccounts, params: {}, signal }),
    retry: false,
  });
}
