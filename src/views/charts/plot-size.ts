import { useEffect, useMemo, useRef, useState } from 'react';
import type { Scatter } from '#domain/engine/answer.ts';
import { plotScales, smallestExtent, widened } from './plot.ts';

const room = { left: 44, top: 16, right: 20, bottom: 32 };

/** The size of an element, followed as it changes. */
export function useSize() {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { host, ...size };
}

/** Scales that hold every dot drawn so far. */
export function useScales(scatter: Scatter, width: number, height: number) {
  const [extent, setExtent] = useState(smallestExtent);
  const wide = widened(extent, scatter);
  if (wide !== extent) setExtent(wide);
  return useMemo(
    () =>
      plotScales(wide, {
        left: room.left,
        top: room.top,
        right: Math.max(room.left + 1, width - room.right),
        bottom: Math.max(room.top + 1, height - room.bottom),
      }),
    [wide, width, height],
  );
}
