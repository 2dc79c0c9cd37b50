import { type RefObject, useEffect, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import type { BuildingRow } from '#domain/engine/row.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import type { MapHandle } from '#views/map/district-map.tsx';
import type { ClusterTarget } from '#views/map/symbol-pointer.ts';
import css from './cluster-list.module.css';
import { pointAt } from './lights.ts';
import { useFind, useFindState } from './use-find.ts';

const mostListed = 60;

/** The buildings behind one cluster: each can be reached, however close they stand. */
export function ClusterList({
  cluster,
  map,
  onClose,
}: {
  readonly cluster: ClusterTarget;
  readonly map: RefObject<MapHandle | null>;
  readonly onClose: () => void;
}) {
  const { finder } = useFind();
  const { messages, figures } = useLanguage();
  const members = useMembers(cluster);
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cluster takes the focus anew
  useEffect(() => panel.current?.focus(), [cluster]);
  const { find } = messages;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={css['panel']}
      aria-label={find.clusterTitle(figures.number(cluster.count))}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={css['head']}>
        <h2 className={css['title']}>{find.clusterTitle(figures.number(cluster.count))}</h2>
        <Button
          variant="plain"
          size="small"
          onPress={() => {
            map.current?.fit(cluster.bbox);
            onClose();
          }}
        >
          {find.clusterZoom}
        </Button>
        <Button variant="icon" size="small" label={find.close} onPress={onClose}>
          <span aria-hidden="true">×</span>
        </Button>
      </header>
      <ul className={css['list']}>
        {members.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={css['member']}
              onPointerEnter={() => finder.store.setState({ hovered: pointAt(row.row, row.position) })}
              onPointerLeave={() => finder.store.setState({ hovered: null })}
              onClick={() => finder.look({ selected: row.id }, 'push')}
            >
              <MemberText row={row} />
            </button>
          </li>
        ))}
      </ul>
      {cluster.count > members.length && members.length === mostListed && (
        <p className={css['more']}>{find.clusterMore(figures.number(cluster.count - members.length))}</p>
      )}
    </section>
  );
}

function MemberText({ row }: { readonly row: BuildingRow }) {
  const { locale, figures } = useLanguage();
  const { words } = figures;
  const available = row.values.available ?? null;
  const rounded = available && { ...available, value: Math.round(available.value) };
  return (
    <>
      <span className={css['name']}>{locale === 'zh' ? row.nameZh : (row.nameEn ?? row.nameZh)}</span>
      <span className={css['note']}>
        {words.carrierType[row.carrierType]} · {words.clause.available} {figures.quantity('sqm', rounded)}
      </span>
    </>
  );
}

function useMembers(cluster: ClusterTarget): readonly BuildingRow[] {
  const { engine } = useClient();
  const { finder } = useFind();
  const shown = useFindState((state) => state.shown);
  const [members, setMembers] = useState<readonly BuildingRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another catalogue the same box holds others
  useEffect(() => {
    let isLatest = true;
    engine
      .request({ kind: 'members', query: finder.query(), box: cluster.bbox, limit: mostListed })
      .then((found) => isLatest && setMembers(found))
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [engine, finder, cluster, shown]);
  return members;
}
