import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Locale } from '#domain/words/words.ts';
import { useClient } from './context.tsx';
import { districtQuery } from './records.ts';

export type PlaceName = (kind: 'circle' | 'subdistrict', id: string) => string | null;

/** Names of the district's circles and subdistricts; null while they load, and where there is none. */
export function usePlaceNames(locale: Locale): PlaceName {
  const { api } = useClient();
  const district = useQuery(districtQuery(api)).data;
  return useMemo(() => {
    const places = { circle: district?.circles, subdistrict: district?.subdistricts };
    return (kind, id) => {
      const place = places[kind]?.find((one) => one.id === id);
      return (locale === 'zh' ? place?.nameZh : place?.nameEn) ?? null;
    };
  }, [district, locale]);
}
