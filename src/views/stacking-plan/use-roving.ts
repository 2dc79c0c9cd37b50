import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { PlanLayout } from './layout.ts';
import { cellAt, firstStand, moved, type Stand, standOf } from './moves.ts';

/**
 * One tab stop for the whole plan; arrows hand it on. It is an attribute that React knows nothing of, so that a move
 * touches two elements and renders none.
 */
export function useRoving(grid: RefObject<HTMLElement | null>, layout: PlanLayout) {
  /** Remembered for the way up and down. */
  const latest = useRef<Stand | null>(null);
  useEffect(() => {
    const host = grid.current;
    if (!host || host.querySelector('[tabindex="0"]')) return;
    const first = firstStand(layout);
    const element = first && elementAt(host, layout, first);
    element?.setAttribute('tabindex', '0');
  }, [grid, layout]);

  const focusOn = (element: Element) => {
    const host = grid.current;
    if (!host || !(element instanceof SVGElement)) return;
    for (const other of host.querySelectorAll('[tabindex]')) other.removeAttribute('tabindex');
    element.setAttribute('tabindex', '0');
    element.focus();
  };

  /** Whether the key moved the focus. */
  const onMove = (event: KeyboardEvent): boolean => {
    const host = grid.current;
    const from = event.target instanceof Element ? standAt(layout, event.target) : null;
    if (!host || !from) return false;
    const same = latest.current?.row === from.row && latest.current.place === from.place;
    const next = moved(layout, same && latest.current ? latest.current : from, event.key, event.ctrlKey);
    const element = next && elementAt(host, layout, next);
    if (!element) return false;
    latest.current = next;
    focusOn(element);
    return true;
  };
  return { onMove, focusOn };
}

function standAt(layout: PlanLayout, element: Element): Stand | null {
  const id = element.getAttribute('data-cell');
  if (id !== null) return standOf(layout, id);
  const floor = element.getAttribute('data-floor');
  const row = layout.rows.findIndex((own) => own.kind === 'floor' && String(own.storey.floor) === floor);
  return row < 0 ? null : { row, place: -1, along: layout.left };
}

function elementAt(host: HTMLElement, layout: PlanLayout, stand: Stand): Element | null {
  const cell = cellAt(layout, stand);
  if (cell) return cellElement(host, cell.id);
  const row = layout.rows[stand.row];
  return row?.kind === 'floor' ? host.querySelector(`[data-floor="${row.storey.floor}"]`) : null;
}

export function cellElement(host: HTMLElement, id: string): Element | null {
  return host.querySelector(`[data-cell="${CSS.escape(id)}"]`);
}
