/** 驾驶舱 at its path, with what it needs of the shell; not part of the first load. */
import { lazy, useCallback, useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { asksForWall } from '#domain/cockpit/wall.ts';
import { CockpitPage } from '#features/cockpit/cockpit-page.tsx';
import { useDesk } from './desk-host.tsx';
import { NotFound } from './failure-pages.tsx';

const WallPage = lazy(() =>
  import('#features/cockpit/wall/wall-page.tsx').then((module) => ({ default: module.WallPage })),
);

const BriefPage = lazy(() =>
  import('#features/cockpit/brief/brief-page.tsx').then((module) => ({ default: module.BriefPage })),
);

/** The monthly brief at its path. */
function CockpitBrief() {
  useSearch();
  const [, go] = useLocation();
  return (
    <BriefPage
      searchText={window.location.search.slice(1)}
      navigate={(text) => go(`/cockpit/brief?${text}`, { replace: true })}
      link={(to, content) => <Link href={to}>{content}</Link>}
    />
  );
}

/** The page, its wall display where the address says `wall`, or the brief. */
export function Cockpit({
  isHosted,
  part,
}: {
  readonly isHosted: boolean;
  /** What of its path follows the name of the page. */
  readonly part: string | undefined;
}) {
  useSearch();
  const isWall = asksForWall(window.location.search);
  if (part === 'brief') return <CockpitBrief />;
  if (part !== undefined) return <NotFound />;
  return isWall ? <CockpitWall isHosted={isHosted} /> : <CockpitItself isHosted={isHosted} />;
}

function CockpitWall({ isHosted }: { readonly isHosted: boolean }) {
  useSearch();
  const [, go] = useLocation();
  const leave = useCallback((text: string) => go(cockpitAddress(text, isHosted)), [go, isHosted]);
  const open = useCallback((id: string) => go(`/buildings/${encodeURIComponent(id)}`), [go]);
  return <WallPage searchText={window.location.search.slice(1)} onLeave={leave} onOpen={open} />;
}

function cockpitAddress(text: string, isHosted: boolean): string {
  return `/cockpit${text === '' && !isHosted ? '' : `?${text}`}`;
}

function CockpitItself({ isHosted }: { readonly isHosted: boolean }) {
  const [, go] = useLocation();
  const { open, mayEdit } = useDesk();
  const desk = useMemo(
    () =>
      mayEdit
        ? {
            openBuilding: (id: string) => open({ kind: 'building', id }),
            openRecord: (entity: 'renewalPlan' | 'target', key: string, name: string) =>
              open({ kind: 'record', entity, key, name }),
            addPlan: (buildingId: string) =>
              open({ kind: 'new', entity: 'renewalPlan', given: { buildingId } }),
          }
        : null,
    [mayEdit, open],
  );
  return (
    <CockpitPage
      searchText={window.location.search.slice(1)}
      navigate={(text, how) => go(cockpitAddress(text, isHosted), { replace: how === 'replace' })}
      onOpen={(id) => go(`/buildings/${encodeURIComponent(id)}`)}
      link={(to, content) => <Link href={to}>{content}</Link>}
      desk={desk}
    />
  );
}
