import { type RefObject, useLayoutEffect, useState } from 'react';

/** A4 between the margins of the brief, px of CSS, with a little to spare. */
const paper = { width: 700, height: 1_030 };

/** Below this it is not read on paper; what is longer goes on to a second sheet. */
const smallest = 0.7;
const halvings = 6;

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
    const fit = fitOf(element);
    element.style.zoom = before;
    setFitted((now) => (now.content === content && now.fit === fit ? now : { content, fit }));
  }, [ref, content]);
  return fitted.fit;
}

/** Smaller text has longer lines and fewer of them, so the size is sought and not reckoned. */
function fitOf(element: HTMLElement): number {
  const fits = (zoom: number) => {
    element.style.zoom = String(zoom);
    return element.offsetHeight * zoom <= paper.height;
  };
  if (fits(1) || element.offsetWidth < paper.width - 2) return 1;
  let [small, large] = [smallest, 1];
  for (let step = 0; step < halvings; step++) {
    const middle = (small + large) / 2;
    if (fits(middle)) small = middle;
    else large = middle;
  }
  return small;
}
