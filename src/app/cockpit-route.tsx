/** 驾驶舱 at its path, with what it needs of the shell; not part of the first load. */
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { CockpitPage } from '#features/cockpit/cockpit-page.tsx';
import { useDesk } from './desk-host.tsx';

export function Cockpit({ isHosted }: { readonly isHosted: boolean }) {
  useSearch();
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
      navigate={(text, how) =>
        go(`/cockpit${text === '' && !isHosted ? '' : `?${text}`}`, { replace: how === 'replace' })
      }
      onOpen={(id) => go(`/buildings/${encodeURIComponent(id)}`)}
      link={(to, content) => <Link href={to}>{content}</Link>}
      desk={desk}
    />
  );
}
