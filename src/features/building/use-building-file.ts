/** What the page of one building needs of the server. */
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { usePlaceNames } from '#client/place-names.ts';
import { aroundQuery, buildingQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { BuildingDetail } from '#contract/building-detail.ts';
import type { NearName } from '#contract/problem.ts';
import { useLanguage } from '#format/locale.tsx';
import type { NameOfId } from '#format/record-text.ts';
import { neighboursWithinM } from '#views/building-file/nearby.tsx';

export type FileState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  /** There is none by that id, or the role may not see it: the two look alike. */
  | { readonly kind: 'unknown'; readonly near: readonly NearName[] }
  | { readonly kind: 'ready'; readonly file: BuildingDetail };

export function useBuildingFile(id: string): FileState {
  const { api } = useClient();
  const query = useQuery(buildingQuery(api, id));
  // A file that could not be brought up to date is still the file, unless it is gone.
  const problem = query.error instanceof ApiError ? query.error.problem : null;
  if (problem?.status === 404) return { kind: 'unknown', near: problem.near ?? [] };
  if (query.data) return { kind: 'ready', file: query.data };
  if (query.isError) return { kind: 'failed', retry: () => void query.refetch() };
  return { kind: 'loading' };
}

/** What may stand around a building; empty while it loads. */
export function useAround(position: { readonly lon: number; readonly lat: number } | null) {
  const { api } = useClient();
  const district = useQuery(districtQuery(api)).data;
  const around = useQuery({
    ...aroundQuery(api, position ?? { lon: 0, lat: 0 }, neighboursWithinM),
    enabled: position !== null,
  });
  return { stations: district?.stations ?? [], neighbours: around.data?.items ?? [] };
}

/** Names of the places that a file points to; none while they load. */
export function useNamesOfIds(): NameOfId {
  const { locale } = useLanguage();
  const nameOf = usePlaceNames(locale);
  return useCallback(
    (field, id) => {
      if (field === 'circleId') return nameOf('circle', id);
      return field === 'subdistrictId' ? nameOf('subdistrict', id) : null;
    },
    [nameOf],
  );
}
