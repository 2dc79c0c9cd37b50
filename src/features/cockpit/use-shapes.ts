import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '#client/context.tsx';
import { districtQuery } from '#client/records.ts';
import type { AreaShape } from '#views/cockpit/map-projection.ts';
import type { Division } from '#views/cockpit/vacancy-map.tsx';
import type { Basemap } from '#views/map/basemap.ts';

/** Where a circle or a subdistrict lies by the base map, which knows it by its name; null where it is not there. */
export function useShapes(basemap: Basemap | null): (by: Division, id: string) => AreaShape | null {
  const { api } = useClient();
  const district = useQuery(districtQuery(api)).data;
  return useCallback(
    (by, id) => {
      const places = by === 'circle' ? district?.circles : district?.subdistricts;
      const name = places?.find((place) => place.id === id)?.nameZh;
      if (by === 'circle') {
        const circle = basemap?.circles.find(({ nameZh }) => nameZh === name);
        return circle ? { kind: 'disc', centre: circle.at, radiusM: circle.radiusM } : null;
      }
      const ring = basemap?.subdistricts.find(({ nameZh }) => nameZh === name)?.rings[0];
      return ring ? { kind: 'ring', ring } : null;
    },
    [basemap, district],
  );
}
