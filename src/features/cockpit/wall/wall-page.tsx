/** 大屏: the figures of the cockpit for a wall, view after view, without anybody who works it. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useClient } from '#client/context.tsx';
import { usePlaceNames } from '#client/place-names.ts';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import { parseCockpitAddress } from '#domain/cockpit/address.ts';
import { dwellOf, withoutWall } from '#domain/cockpit/wall.ts';
import { hiddenFields, type Role } from '#domain/visibility.ts';
import { usePageTitle } from '#format/page-title.ts';
import { useFigures } from '../use-figures.ts';
import { useFreshness } from './use-freshness.ts';
import { useViews } from './use-views.tsx';
import { useWallWords } from './use-wall-words.ts';
import { WallStage } from './wall-stage.tsx';

export interface WallPageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  /** Back to the cockpit that the wall shows; its address is `text`. */
  readonly onLeave: (text: string) => void;
  /** Opens the file of a building. */
  readonly onOpen: (buildingId: string) => void;
}

export function WallPage({ searchText, onLeave, onOpen }: WallPageProps) {
  const { api } = useClient();
  const { wall } = useWallWords();
  const district = useQuery(districtQuery(api)).data;
  const me = useQuery(meQuery(api)).data;
  const freshness = useFreshness();
  usePageTitle(wall.title);
  const leave = useCallback(() => onLeave(withoutWall(searchText)), [onLeave, searchText]);
  const stage = { freshness, seconds: dwellOf(searchText), onLeave: leave };
  if (!district || !me)
    return (
      <WallStage {...stage} views={[]} scope="" period="" asOf={null} isSample={false} isEmpty={false} />
    );
  return <Known {...stage} searchText={searchText} district={district} role={me.role} onOpen={onOpen} />;
}

interface KnownProps {
  readonly searchText: string;
  readonly district: DistrictAnswer;
  readonly role: Role;
  readonly freshness: ReturnType<typeof useFreshness>;
  readonly seconds: number;
  readonly onLeave: () => void;
  readonly onOpen: (buildingId: string) => void;
}

function Known({ searchText, district, role, onOpen, ...stage }: KnownProps) {
  const { locale } = useWallWords();
  const nameOf = usePlaceNames(locale);
  const address = useMemo(() => {
    const vocabulary = {
      circle: district.circles.map(({ id }) => id),
      subdistrict: district.subdistricts.map(({ id }) => id),
      hidden: hiddenFields(role),
    };
    return { ...parseCockpitAddress(withoutWall(searchText), vocabulary).address, selected: none };
  }, [searchText, district, role]);
  const names = useMemo(
    () => (field: 'circle' | 'subdistrict', id: string) => nameOf(field, id) ?? id,
    [nameOf],
  );
  const { figures } = useFigures(address, role);
  const shown = useViews({ address, figures, district, role, names, onOpen });
  return <WallStage {...stage} {...shown} />;
}

/** Nobody selects on a wall. */
const none: readonly string[] = [];
