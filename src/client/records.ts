/** Records in the page: reading, writing and following them. Comes with the pages that do so, not with the first. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import { listAudit, recordEndpoints } from '#contract/record-endpoints.ts';
import {
  findEnterprises,
  getDistrict,
  listBuildingRecords,
  listRemovals,
  listTargetRecords,
} from '#contract/record-lists.ts';
import type { History, RecordAnswer, Source } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import type { Origin } from '#domain/records/origin.ts';
import { type Api, fetchJson, fetchNothing } from './api.ts';
import { retry } from './query.ts';

type Answering<T> = Endpoint & { readonly response: { readonly schema: z.ZodMiniType<T> } };

/** What is said beside the new values. */
export interface Annotations {
  /** null: nobody says where they come from. */
  readonly source?: Source | null;
  readonly confirm?: readonly 'otherDatum'[];
}

/** One attempt to write: repeated with the same key it is carried out once. */
export interface Attempt {
  readonly idempotencyKey: string;
}

const keyHeader = ({ idempotencyKey }: Attempt) => ({ 'idempotency-key': idempotencyKey });

/** A new record. @throws ApiError */
export function createRecord<E extends Entity>(
  api: Api,
  entity: E,
  body: Annotations & { readonly record: Readonly<Record<string, unknown>> },
  attempt: Attempt,
): Promise<RecordAnswer<E>> {
  const endpoint = recordEndpoints[entity].create as Answering<RecordAnswer<E>>;
  return fetchJson(api, { endpoint, params: {}, body, headers: keyHeader(attempt) });
}

/** New values for some fields of the record that was seen with `tag`. @throws ApiError */
export function patchRecord<E extends Entity>(
  api: Api,
  { entity, key, tag }: Pick<RecordAnswer<E>, 'entity' | 'key' | 'tag'>,
  body: Annotations & { readonly set: Readonly<Record<string, unknown>> },
  attempt: Attempt,
): Promise<RecordAnswer<E>> {
  const endpoint = recordEndpoints[entity].patch as Answering<RecordAnswer<E>>;
  const headers = { ...keyHeader(attempt), 'if-match': tag };
  return fetchJson(api, { endpoint, params: { key }, body, headers });
}

/** Takes a record away with all that belongs to it. @throws ApiError */
export function removeRecord(
  api: Api,
  { entity, key, tag }: Pick<RecordAnswer, 'entity' | 'key' | 'tag'>,
  attempt: Attempt,
): Promise<void> {
  const headers = { ...keyHeader(attempt), 'if-match': tag };
  return fetchNothing(api, { endpoint: recordEndpoints[entity].remove, params: { key }, headers });
}

/** Brings a record back with all that went along. @throws ApiError */
export function restoreRecord(
  api: Api,
  { entity, key }: Pick<RecordAnswer, 'entity' | 'key'>,
  attempt: Attempt,
): Promise<RecordAnswer> {
  const endpoint = recordEndpoints[entity].restore as Answering<RecordAnswer>;
  return fetchJson(api, { endpoint, params: { key }, headers: keyHeader(attempt) });
}

export function recordQuery<E extends Entity>(api: Api, entity: E, key: string) {
  const endpoint = recordEndpoints[entity].read as Answering<RecordAnswer<E>>;
  return queryOptions({
    queryKey: ['record', api.persona, entity, key],
    queryFn: ({ signal }) => fetchJson(api, { endpoint, params: { key }, signal }),
    retry,
  });
}

export function buildingRecordsQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ['records', api.persona, id],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listBuildingRecords, params: { id }, signal }),
    retry,
  });
}

export function enterprisesQuery(api: Api, text: string) {
  const query = new URLSearchParams({ q: text.slice(0, 100) }).toString();
  return queryOptions({
    queryKey: ['enterprises', api.persona, text],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: findEnterprises, params: {}, query, signal }),
    placeholderData: (before) => before,
    retry,
  });
}

export function targetRecordsQuery(api: Api) {
  return queryOptions({
    queryKey: ['records', api.persona, 'targets'],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listTargetRecords, params: {}, signal }),
    retry,
  });
}

export function districtQuery(api: Api) {
  return queryOptions({
    queryKey: ['district', api.persona],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getDistrict, params: {}, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry,
  });
}

const pageSize = 30;

function pageQuery(before: string | null, filter: Readonly<Record<string, string>> = {}): string {
  const page = { ...filter, limit: String(pageSize), ...(before !== null && { before }) };
  return new URLSearchParams(page).toString();
}

const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
  retry,
};

/** Who changed what of one record, latest first. */
export function historyQuery(api: Api, entity: Entity, key: string) {
  const endpoint = recordEndpoints[entity].history as Answering<History>;
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['history', api.persona, entity, key],
    queryFn: ({ signal, pageParam }) =>
      fetchJson(api, { endpoint, params: { key }, query: pageQuery(pageParam), signal }),
  });
}

export interface AuditFilter {
  readonly entity?: Entity;
  readonly origin?: Origin;
  /** Exact name. */
  readonly by?: string;
}

export function auditQuery(api: Api, filter: AuditFilter) {
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['audit', api.persona, filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson(api, { endpoint: listAudit, params: {}, query: pageQuery(pageParam, { ...filter }), signal }),
  });
}

export function removalsQuery(api: Api) {
  return infiniteQueryOptions({
    ...paged,
    queryKey: ['removals', api.persona],
    queryFn: ({ signal, pageParam }) =>
      fetchJson(api, {
        endpoint: listRemovals,
        params: {},
        query: pageQuery(pageParam),
        signal,
      }),
  });
}

const lasting: readonly unknown[] = ['settings', 'basemap', 'me', 'district'];

/** After a write everything that shows data is asked for anew. */
export async function refreshAfterWrite(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => !lasting.includes(queryKey[0]) });
}
