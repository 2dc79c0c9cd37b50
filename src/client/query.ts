/** Options of every query the page makes: keys are made here and nowhere else. */
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { getBuilding, getCatalogue, getMe, getSettings, listBuildings } from '#contract/endpoints.ts';
import { limits } from '#domain/query/query.ts';
import { type Api, ApiError, fetchBytes, fetchJson } from './api.ts';

/** Once more after a hiccup of the network; what the server refused stays refused. */
export function retry(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.failure === 'network';
}

export function catalogueQuery(api: Api) {
  return queryOptions({
    queryKey: ['catalogue', api.persona],
    queryFn: ({ signal }) => fetchBytes(api, { endpoint: getCatalogue, params: {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
    retry,
  });
}

export function buildingQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ['building', api.persona, id],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getBuilding, params: { id }, signal }),
    staleTime: 60_000,
    retry,
  });
}

/** Buildings around a point, at most `limit` of them, by the grammar of 找楼. */
export function aroundQuery(
  api: Api,
  { lon, lat }: { readonly lon: number; readonly lat: number },
  metres: number,
) {
  const query = new URLSearchParams({
    near: `${lon},${lat},${metres}`,
    limit: String(limits.limit),
  }).toString();
  return queryOptions({
    queryKey: ['around', api.persona, query],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listBuildings, params: {}, query, signal }),
    staleTime: 60_000,
    retry,
  });
}

export function meQuery(api: Api) {
  return queryOptions({
    queryKey: ['me', api.persona],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getMe, params: {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry,
  });
}

export function settingsQuery(api: Api) {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getSettings, params: {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry,
  });
}

/** The base map is a file of the site; an operator may put an official one in its place. */
export function basemapQuery(api: Api) {
  return queryOptions({
    queryKey: ['basemap'],
    queryFn: async ({ signal }): Promise<unknown> => {
      const response = await fetch(`${api.base}basemap.geojson`, { signal });
      if (!response.ok) throw new ApiError('server', `basemap.geojson: ${response.status}`);
      return response.json();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry,
  });
}

/** What of the server's data may be others than before. */
export interface Staleness {
  readonly all: boolean;
  readonly buildings: ReadonlySet<string>;
}

/** Lists over all buildings, where any change may show. Logs are not: a reader keeps the place. */
const overAll: readonly unknown[] = [
  'catalogue',
  'around',
  'record',
  'enterprises',
  'removals',
  'cockpit',
  'matches',
];

/** Of one building. */
const ofBuilding: readonly unknown[] = ['building', 'records', 'months', 'tenancy'];

/** Whether a query may be answered otherwise now: lists over all always, those of one building when it is named. */
export function isConcerned([kind, , id]: QueryKey, { all, buildings }: Staleness): boolean {
  if (overAll.includes(kind)) return true;
  return ofBuilding.includes(kind) && (all || (typeof id === 'string' && buildings.has(id)));
}

/** Whether a query depends on who is asking. */
export function isPersonal([kind]: QueryKey): boolean {
  return kind !== 'settings' && kind !== 'basemap';
}
