/** 驾驶舱: how the district, or what a filter leaves of it, stands and has stood. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { usePlaceNames } from '#client/place-names.ts';
import { meQuery } from '#client/query.ts';
import { districtQuery } from '#client/records.ts';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import { hiddenFields, type Role } from '#domain/visibility.ts';
import { usePageTitle } from '#format/page-title.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { preparePopover } from '#ui/popover.tsx';
import { prepareSheet } from '#ui/sheet.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { CockpitBody } from './cockpit-body.tsx';
import css from './cockpit-page.module.css';
import { useCockpitAddress } from './use-cockpit-address.ts';
import { useEarlyFigures } from './use-figures.ts';
import { usePageWords } from './use-page-words.ts';

/** Where records are worked on, for those who may. */
export interface CockpitDesk {
  readonly openBuilding: (buildingId: string) => void;
  readonly openRecord: (entity: 'renewalPlan' | 'target', key: string, name: string) => void;
  readonly addPlan: (buildingId: string) => void;
}

export interface CockpitPageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  readonly navigate: (text: string, how: 'push' | 'replace') => void;
  /** Opens the file of a building. */
  readonly onOpen: (buildingId: string) => void;
  /** A link within the site, as its router makes them. */
  readonly link: (to: string, content: ReactNode) => ReactNode;
  /** null: the role may change nothing. */
  readonly desk: CockpitDesk | null;
}

export function CockpitPage(given: CockpitPageProps) {
  const props = useSteady(given);
  useEarlyFigures(given.searchText);
  const { api } = useClient();
  const { page } = usePageWords();
  const district = useQuery(districtQuery(api));
  const me = useQuery(meQuery(api));
  usePageTitle(page.title);
  useEffect(() => {
    preparePopover();
    prepareSheet();
  }, []);
  const isReady = district.data !== undefined && me.data !== undefined;
  return (
    <main id="content" className={css['page']} tabIndex={-1} aria-busy={!isReady}>
      {isReady && <Known {...props} district={district.data} role={me.data.role} />}
      {!isReady && !district.isError && !me.isError && <PageLoading />}
      {!isReady && (district.isError || me.isError) && (
        <PageFailed
          onRetry={() => {
            void district.refetch();
            void me.refetch();
          }}
        />
      )}
    </main>
  );
}

/** The same functions while the page stands: what is far down is not drawn anew for a step of the router. */
function useSteady(props: CockpitPageProps): CockpitPageProps {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [steady] = useState(() => ({
    navigate: (text: string, how: 'push' | 'replace') => latest.current.navigate(text, how),
    onOpen: (buildingId: string) => latest.current.onOpen(buildingId),
    link: (to: string, content: ReactNode) => latest.current.link(to, content),
  }));
  return { ...props, ...steady };
}

function Known({
  district,
  role,
  ...props
}: CockpitPageProps & { readonly district: DistrictAnswer; readonly role: Role }) {
  const { locale } = usePageWords();
  const nameOf = usePlaceNames(locale);
  const vocabulary = useMemo(
    () => ({
      circle: district.circles.map(({ id }) => id),
      subdistrict: district.subdistricts.map(({ id }) => id),
      hidden: hiddenFields(role),
    }),
    [district, role],
  );
  const state = useCockpitAddress(props.searchText, vocabulary, props.navigate);
  const names = useMemo(
    () => (field: 'circle' | 'subdistrict', id: string) => nameOf(field, id) ?? id,
    [nameOf],
  );
  return <CockpitBody {...props} {...state} district={district} role={role} names={names} />;
}

export function PageLoading() {
  const { page } = usePageWords();
  return (
    <div className={css['column']} role="status" aria-label={page.states.loading}>
      <Skeleton width="32%" height={28} />
      <Skeleton height={40} />
      <Skeleton height={150} />
      <Skeleton height={380} />
    </div>
  );
}

export function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { page } = usePageWords();
  return (
    <div role="alert" className={css['state']}>
      <EmptyState
        isPage
        title={page.states.failedTitle}
        actions={
          <Button variant="primary" onPress={onRetry}>
            {page.states.retry}
          </Button>
        }
      >
        {page.states.failedAdvice}
      </EmptyState>
    </div>
  );
}
