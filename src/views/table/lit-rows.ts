import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react';
import type { HighlightStore } from './highlight.ts';

function markRow(body: HTMLElement, attribute: string, value: string, row: number | null): void {
  const marked = row === null ? null : body.querySelector(`[data-row="${row}"]`);
  for (const other of body.querySelectorAll(`[${attribute}="${value}"]`)) {
    if (other !== marked) other.removeAttribute(attribute);
  }
  marked?.setAttribute(attribute, value);
}

/** Marks the hovered and the selected row as the store says, after every rendering and with no rendering of its own. */
export function useLitRows(body: RefObject<HTMLElement | null>, highlight: HighlightStore): void {
  const light = useCallback(() => {
    const element = body.current;
    if (!element) return;
    markRow(element, 'data-hovered', 'true', highlight.hovered());
    markRow(element, 'aria-selected', 'true', highlight.selected());
  }, [body, highlight]);
  useLayoutEffect(light);
  useEffect(() => highlight.subscribe(light), [highlight, light]);
}
