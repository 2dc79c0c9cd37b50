import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import { isComposing } from '#ui/composing.ts';
import { moveActive } from './active-row.ts';
import type { HighlightStore } from './highlight.ts';

interface Gestured {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly BuildingRow[];
  readonly highlight: HighlightStore;
  readonly onHover: (row: BuildingRow | null) => void;
  readonly onSelect: (row: BuildingRow | null) => void;
  readonly onOpen: (row: BuildingRow) => void;
  readonly onPick: (row: BuildingRow) => void;
}

function indexUnder(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('tr[data-index]') : null;
  const index = row?.getAttribute('data-index');
  return index === null || index === undefined ? null : Number(index);
}

function isPick(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-pick]') !== null;
}

/** Enter selects, with Ctrl or ⌘ opens; Space puts aside to be compared; Escape gives the selection up. Gives whether the key did anything. */
function actByKey(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  row: BuildingRow | null,
  { highlight, onSelect, onOpen, onPick }: Pick<Gestured, 'highlight' | 'onSelect' | 'onOpen' | 'onPick'>,
): boolean {
  if (key === 'Escape') {
    if (highlight.selected() === null) return false;
    onSelect(null);
    return true;
  }
  if (key === ' ') {
    if (row) onPick(row);
    return true;
  }
  if (key !== 'Enter') return false;
  if (row && (ctrlKey || metaKey)) onOpen(row);
  else if (row) onSelect(row);
  return true;
}

/** Tells of the row under the pointer or the keyboard, once for each. */
function useHoveredRow(
  rowAt: (index: number | null) => BuildingRow | null,
  onHover: (row: BuildingRow | null) => void,
) {
  const hovered = useRef<number | null>(null);
  const walked = useRef<number | null>(null);
  const hover = (row: BuildingRow | null) => {
    const next = row?.row ?? null;
    if (next === hovered.current) return;
    hovered.current = next;
    onHover(row);
  };
  const walkTo = (index: number) => {
    walked.current = index;
  };
  // Lights the row that was walked to as soon as its window is here.
  useEffect(() => {
    const row = rowAt(walked.current);
    if (row === null) return;
    walked.current = null;
    hover(row);
  });
  return { hover, walkTo };
}

/** Pointer and keyboard over all rows at once, so that a row carries no handlers. */
export function useRowGestures(
  { total, offset, rows, highlight, onHover, onSelect, onOpen, onPick }: Gestured,
  virtualizer: Virtualizer<HTMLDivElement, HTMLTableRowElement>,
  rowHeight: number,
) {
  const [place, setPlace] = useState<number | null>(null);
  const active = place === null || total === 0 ? null : Math.min(place, total - 1);
  const rowAt = (index: number | null) => (index === null ? null : (rows[index - offset] ?? null));

  const { hover, walkTo } = useHoveredRow(rowAt, onHover);
  const goTo = (index: number) => {
    walkTo(index);
    setPlace(index);
    virtualizer.scrollToIndex(index);
  };
  const startPlace = () => {
    const selected = highlight.selected();
    const index = rows.findIndex(({ row }) => row === selected);
    return index >= 0 ? index + offset : (virtualizer.range?.startIndex ?? 0);
  };

  const gestures = {
    onFocus: (event: { readonly target: EventTarget; readonly currentTarget: EventTarget }) => {
      if (event.target === event.currentTarget && place === null && total > 0) setPlace(startPlace());
    },
    onBlur: () => hover(null),
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') hover(rowAt(indexUnder(event.target)));
    },
    onPointerLeave: () => hover(null),
    onClick: (event: MouseEvent) => {
      const index = indexUnder(event.target);
      const row = rowAt(index);
      if (index === null || row === null) return;
      setPlace(index);
      if (isPick(event.target)) onPick(row);
      else onSelect(row);
    },
    onDoubleClick: (event: MouseEvent) => {
      const row = isPick(event.target) ? null : rowAt(indexUnder(event.target));
      if (row) onOpen(row);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget || isComposing(event) || event.altKey) return;
      if (actByKey(event, rowAt(active), { highlight, onSelect, onOpen, onPick })) {
        event.preventDefault();
        return;
      }
      const page = Math.floor((virtualizer.scrollRect?.height ?? 0) / rowHeight) - 1;
      const next = moveActive(event.key, active, total, page);
      if (next === null) return;
      event.preventDefault();
      goTo(next);
    },
  };
  return { active, gestures };
}
