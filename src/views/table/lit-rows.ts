import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import type { HighlightStore } from './highlight.ts';

/** Gives the attribute the value "true" on the rows that are meant, and takes it from the others. */
function markRows(body: HTMLElement, attribute: string, isMeant: (row: number) => boolean): void {
  for (const row of body.querySelectorAll('[data-row]')) {
    if (isMeant(Number(row.getAttribute('data-row')))) row.setAttribute(attribute, 'true');
    else row.removeAttribute(attribute);
  }
}

/** Marks the hovered and the selected rows as the store says, after every rendering and with no rendering of its own. */
export function useLitRows(body: RefObject<HTMLElement | null>, highlight: HighlightStore): void {
  const light = useCallback(() => {
    const element = body.current;
    if (!element) return;
    const hovered = highlight.hoveredRows();
    const selected = highlight.selected();
    markRows(element, 'data-hovered', (row) => hovered.has(row));
    markRows(element, 'aria-selected', (row) => row === selected);
  }, [body, highlight]);
  useLayoutEffect(light);
  useEffect(() => highlight.subscribe(light), [highlight, light]);
}
