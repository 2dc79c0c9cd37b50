/** What 驾驶舱 asks for. Comes with its page, not with the first. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import {
  getExpiries,
  getIndustries,
  getMovements,
  getTargetStandings,
  getTaxLadder,
  getWatchlist,
  listFindings,
} from '#contract/cockpit-endpoints.ts';
import type { Endpoint, PathParams } from '#contract/endpoint.ts';
import { explainIndicator, getIndicators } from '#contract/indicators.ts';
import type { AnyIndicatorId, Level, PeriodKind } from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import { queryPairs } from '#domain/query/codec.ts';
import { encode } from '#domain/query/pairs.ts';
import { defaultSort, emptyQuery, type Filter } from '#domain/query/query.ts';
import { type Api, fetchJson } from './api.ts';
import { retry } from './query.ts';

type Own = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** The filter, and nothing else of the query that it may be part of, with parameters of the question. */
function questionText(filter: Filter, own: Own): string {
  const { sort: _, ...unordered } = { ...emptyQuery, ...filter, page: 1, limit: emptyQuery.limit };
  const pairs = queryPairs({ ...unordered, sort: defaultSort, view: emptyQuery.view });
  for (const [name, value] of Object.entries(own)) {
    if (value !== null && value !== undefined) pairs.push([name, String(value)]);
  }
  return pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

type Answering<S extends z.ZodMiniType> = Endpoint & { readonly response: { readonly schema: S } };

function cockpitQuery<S extends z.ZodMiniType, E extends Answering<S>>(
  api: Api,
  endpoint: E,
  params: PathParams<E['path']>,
  query: string,
) {
  return queryOptions({
    queryKey: ['cockpit', api.persona, endpoint.id, params, query],
    queryFn: ({ signal }) => fetchJson<S, E>(api, { endpoint, params, query, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry,
  });
}

export interface IndicatorsQuestion {
  readonly filter: Filter;
  readonly level?: Level;
  readonly ids?: readonly string[];
  readonly indicators?: readonly AnyIndicatorId[];
  readonly from?: IsoMonth;
  readonly to?: IsoMonth;
  readonly period?: PeriodKind;
}

/** The table of indicators; what is left out is as the API has it by default. */
export function indicatorsQuery(api: Api, { filter, ...own }: IndicatorsQuestion) {
  return cockpitQuery(api, getIndicators, {}, questionText(filter, { ...own }));
}

export interface ExplanationQuestion {
  readonly filter: Filter;
  readonly id: AnyIndicatorId;
  readonly level?: Level;
  readonly group?: string;
  readonly at?: IsoMonth;
  readonly period?: PeriodKind;
}

/** What one figure is made of. */
export function explanationQuery(api: Api, { filter, id, ...own }: ExplanationQuestion) {
  return cockpitQuery(api, explainIndicator, { id }, questionText(filter, { ...own }));
}

/** @param threshold 0–1 */
export function watchlistQuery(api: Api, filter: Filter, own: { threshold?: number; at?: IsoMonth } = {}) {
  return cockpitQuery(api, getWatchlist, {}, questionText(filter, own));
}

/** Managers only; refused to everybody else. */
export function taxLadderQuery(api: Api, filter: Filter, at?: IsoMonth) {
  return cockpitQuery(api, getTaxLadder, {}, questionText(filter, { at }));
}

/** Refused to the public, like the next four. */
export function movementsQuery(api: Api, filter: Filter, span: { from?: IsoMonth; to?: IsoMonth } = {}) {
  return cockpitQuery(api, getMovements, {}, questionText(filter, span));
}

export function expiriesQuery(api: Api, filter: Filter) {
  return cockpitQuery(api, getExpiries, {}, questionText(filter, {}));
}

export function industriesQuery(api: Api, filter: Filter) {
  return cockpitQuery(api, getIndustries, {}, questionText(filter, {}));
}

export function targetStandingsQuery(api: Api) {
  return cockpitQuery(api, getTargetStandings, {}, '');
}

export function findingsQuery(api: Api, filter: Filter) {
  return cockpitQuery(api, listFindings, {}, questionText(filter, {}));
}
