/** Every answer that the page draws from. All months come at once: what a scrub shows is already here. */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { indicatorsQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import { listingPageSize, listingQuery } from '#client/listing.ts';
import { type CockpitAddress, parseCockpitAddress } from '#domain/cockpit/address.ts';
import type { Facets } from '#domain/engine/answer.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import type { Filter } from '#domain/query/query.ts';
import { maySeeTax, type Role } from '#domain/visibility.ts';
import {
  figuresOfAll,
  figuresOfSome,
  type IndicatorsAnswer,
  idsIn,
  type NamedBuilding,
  type ShownFigures,
} from './shown-figures.ts';

const spaceIds: readonly AnyIndicatorId[] = ['occupancyRate', 'vacancyRate', 'availableArea'];

const placesUnknown = { circle: [], subdistrict: [], hidden: [] };

/**
 * Asks for what every role is shown while the district's places are still on their way. An address that names
 * places, or something else that cannot be judged without them, waits.
 */
export function useEarlyFigures(searchText: string): void {
  const { api } = useClient();
  const client = useQueryClient();
  useState(() => {
    const { address, problems } = parseCockpitAddress(searchText, placesUnknown);
    if (problems.length > 0) return;
    const { query: filter, period } = address;
    void client.prefetchQuery(indicatorsQuery(api, { filter, period, level: 'district' }));
    void client.prefetchQuery(listingQuery(api, filter, 1));
  });
}

/** What the page shows of single buildings. */
function buildingIds(role: Role): readonly AnyIndicatorId[] {
  return maySeeTax(role) ? [...spaceIds, 'taxPerSqm'] : spaceIds;
}

export interface Figures {
  /** Of the district; undefined while it loads. */
  readonly district: IndicatorsAnswer | undefined;
  readonly buildings: IndicatorsAnswer | undefined;
  /** null until district and groups are there. */
  readonly shown: ShownFigures | null;
  readonly named: ReadonlyMap<string, NamedBuilding>;
  /** What each filter would leave; null while it loads. */
  readonly facets: Facets | null;
  /** The buildings are made up. */
  readonly isSample: boolean;
}

export interface FiguresState {
  readonly figures: Figures;
  /** What is on the screen belongs to the question before. */
  readonly isStale: boolean;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

export function useFigures({ query: filter, period, selected }: CockpitAddress, role: Role): FiguresState {
  const { api } = useClient();
  const ask = (own: Omit<Parameters<typeof indicatorsQuery>[1], 'filter' | 'period'>) =>
    indicatorsQuery(api, { filter, period, ...own });
  const district = useQuery(ask({ level: 'district' }));
  const circle = useQuery(ask({ level: 'circle', indicators: buildingIds(role) }));
  const grade = useQuery(ask({ level: 'grade', indicators: spaceIds }));
  const type = useQuery(ask({ level: 'type', indicators: spaceIds }));
  const subdistrict = useQuery(ask({ level: 'subdistrict', indicators: spaceIds }));
  const buildings = useQuery(ask({ level: 'building', indicators: buildingIds(role) }));
  const chosen = useQuery({ ...ask({ level: 'building', ids: selected }), enabled: selected.length > 0 });
  const { named, facets } = useNamed(filter, district.data?.matched ?? 0);
  const shown = useMemo(() => {
    if (!district.data) return null;
    const groups = { circle: circle.data, subdistrict: subdistrict.data, grade: grade.data, type: type.data };
    const all = figuresOfAll(district.data, groups);
    if (selected.length === 0) return all;
    return chosen.data ? figuresOfSome(chosen.data, idsIn(all.whole), named) : null;
  }, [district.data, circle.data, subdistrict.data, grade.data, type.data, chosen.data, selected, named]);
  const isSample = useMemo(() => [...named.values()].some(({ synthetic }) => synthetic), [named]);
  const queries = [district, circle, subdistrict, grade, type, buildings];
  const isStale = queries.some(({ isPlaceholderData }) => isPlaceholderData);
  const hasFailed = queries.some(({ isError, data }) => isError && data === undefined);
  // One object while nothing of it changes: what is far down the page is drawn anew only for its own figures.
  const figures = useMemo(
    () => ({ district: district.data, buildings: buildings.data, shown, named, facets, isSample }),
    [district.data, buildings.data, shown, named, facets, isSample],
  );
  const retry = () => {
    for (const one of queries) if (one.isError) void one.refetch();
  };
  return { figures, isStale, hasFailed, retry };
}

const pagesOf = <T>(results: readonly { readonly data: T | undefined }[]) => results.map(({ data }) => data);

/** The buildings that pass, by id; those of further pages come when it is known that there are any. */
export function useNamed(filter: Filter, matched: number) {
  const { api } = useClient();
  const pages = Math.max(1, Math.ceil(matched / listingPageSize));
  const found = useQueries({
    queries: Array.from({ length: pages }, (_, page) => listingQuery(api, filter, page + 1)),
    combine: pagesOf,
  });
  return useMemo(() => {
    const buildings = found.flatMap((page) => page?.items ?? []);
    const named: ReadonlyMap<string, NamedBuilding> = new Map(buildings.map((one) => [one.id, one]));
    return { named, facets: found[0]?.facets ?? null };
  }, [found]);
}
