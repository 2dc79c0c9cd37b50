/** Options of the queries about accounts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getOwnAccount, listSessions } from '#contract/account-endpoints.ts';
import type { AccountEventKind } from '#contract/accounts.ts';
import { listAccountEvents, listAccounts } from '#contract/administration-endpoints.ts';
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

/** null: all of them. */
export interface AccountEventFilter {
  /** Id. */
  readonly account: string | null;
  readonly kind: AccountEventKind | null;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What happened to accounts, latest first. It grows by whatever is done, so it is asked for anew each time. */
export function accountEventsQuery(api: Api, filter: AccountEventFilter) {
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return infiniteQueryOptions({
    queryKey: ['accounts', 'events', filter],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: { readonly next: string | null }) => next,
    queryFn: ({ signal, pageParam }) => {
      const before = pageParam === null ? [] : [['before', pageParam]];
      const query = new URLSearchParams([...asked, ...before]).toString();
      return fetchJson(api, { endpoint: listAccountEvents, params: {}, query, signal });
    },
    staleTime: 0,
    retry: false,
  });
}
