import { type RefObject, useLayoutEffect, useState } from 'react';

/** A4 upright without its margins, in px of CSS: 186 mm. */
export const printedWidth = 700;

/** The charts of one building are of one height, px. */
export const chartHeight = 232;

/** Inner width of an element in whole px as it changes; 0 until it is measured. */
export function useWidthOf(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
