import { type RefObject, useLayoutEffect, useState } from 'react';

/** A4 between the margins of the brief, px of CSS, with a little to spare. */
const paper = { width: 700, height: 1_030 };

/** Below this it is not read on paper; what is longer goes on to a second sheet. */
const smallest = 0.7;

/**
 * How much smaller a text must be to end on one sheet; 1 where it does, and where it is not laid out as on paper.
 * @param content what the text is made from: it is measured anew for another
 */
export function useFit(ref: RefObject<HTMLElement | null>, content: unknown): number {
  const [fitted, setFitted] = useState({ content, fit: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const before = element.style.zoom;
    element.style.zoom = '1';
    const { offsetHeight, offsetWidth } = element;
    element.style.zoom = before;
    const isPaper = offsetWidth >= paper.width - 2;
    const fit = isPaper ? Math.max(smallest, Math.min(1, paper.height / offsetHeight)) : 1;
    setFitted((now) => (now.content === content && now.fit === fit ? now : { content, fit }));
  }, [ref, content]);
  return fitted.fit;
}
