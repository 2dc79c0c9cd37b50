import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { buildingQuery } from '#client/query.ts';
import type { BuildingRow } from '#domain/engine/row.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { BuildingCard } from '#views/building-card/building-card.tsx';
import { useCardWords } from '#views/building-card/use-card-words.ts';
import type { MapHandle } from '#views/map/district-map.tsx';
import { cardDetailFrom } from './card-detail.ts';
import css from './find.module.css';
import { useFind, useFindState } from './use-find.ts';
import type { Layout } from './use-layout.ts';
import { usePicks } from './use-picks.ts';

/** Half the side of the box that is shown around one building, in degrees: about 350 m. */
const aroundDegrees = 0.0032;

/** The selected building: beside the map on a desk, as a sheet on a phone. */
export function CardPane({
  map,
  layout,
}: {
  readonly map: RefObject<MapHandle | null>;
  readonly layout: Layout;
}) {
  const { finder, names, onEdit, files } = useFind();
  const { messages } = useLanguage();
  const card = useCardWords();
  const row = useFindState((state) => state.selected);
  const picks = usePicks();
  const { detail, retry } = useDetail(row);
  const side = useCardSide(map, row);
  const close = () => {
    finder.look({ selected: null }, 'push');
    // The card takes the focus with it; the list is where the next building is.
    if (document.activeElement?.closest('article'))
      document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  const isOpen = row !== null;
  const latestClose = useRef(close);
  useEffect(() => {
    latestClose.current = close;
  });
  useEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latestClose.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen]);
  if (!row) return null;
  const shown = (
    <BuildingCard
      row={row}
      detail={detail}
      names={names}
      onClose={close}
      onRetry={retry}
      onCopyLink={() => {
        finder.settle();
        return navigator.clipboard.writeText(window.location.href);
      }}
      onZoomTo={() => zoomTo(map, row)}
      actions={
        <>
          {files.link(row.id, card.openFile)}
          <Button onPress={() => picks.toggle(row.id)}>
            {picks.picked.has(row.id) ? card.unpick : card.pick}
          </Button>
          {onEdit && <Button onPress={() => onEdit(row.id)}>{card.edit}</Button>}
        </>
      }
      frame={layout === 'narrow' ? 'sheet' : 'float'}
    />
  );
  if (layout !== 'narrow') {
    return (
      <div className={css['card']} data-side={side}>
        {shown}
      </div>
    );
  }
  return (
    <Sheet
      isOpen
      onOpenChange={close}
      title={messages.find.card}
      closeLabel={messages.find.closeCard}
      placement="bottom"
      isBare
    >
      {shown}
    </Sheet>
  );
}

/** The side of the map on which the card does not cover its building; chosen when it opens, kept while it is open. */
function useCardSide(map: RefObject<MapHandle | null>, row: BuildingRow | null): 'left' | 'right' {
  const [side, setSide] = useState<'left' | 'right'>('right');
  useLayoutEffect(() => {
    if (!row?.position) return;
    const { x, width } = map.current?.pointOf(row.position.lon, row.position.lat) ?? { x: 0, width: 0 };
    setSide(x > width - cardReach ? 'left' : 'right');
  }, [map, row]);
  return side;
}

/** Width of the card with its margins. */
const cardReach = 348;

function zoomTo(map: RefObject<MapHandle | null>, { position }: BuildingRow): void {
  if (!position) return;
  const { lon, lat } = position;
  map.current?.fit({
    west: lon - aroundDegrees,
    south: lat - aroundDegrees,
    east: lon + aroundDegrees,
    north: lat + aroundDegrees,
  });
}

function useDetail(row: BuildingRow | null) {
  const { api } = useClient();
  const file = useQuery({ ...buildingQuery(api, row?.id ?? ''), enabled: row !== null });
  const retry = () => {
    file.refetch().catch(reportError);
  };
  // A file that could not be brought up to date is still the file.
  if (file.data) return { detail: cardDetailFrom(file.data), retry };
  return { detail: file.isError ? ('error' as const) : ('loading' as const), retry };
}
