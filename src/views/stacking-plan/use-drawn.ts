import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PlanRow } from '#domain/stacking/plan-rows.ts';
import type { PlanBlock, PlanStorey } from '#domain/stacking/storey.ts';
import { boxTextPx } from './box-text.ts';
import { layoutPlan } from './layout.ts';
import { zoomStops } from './plan-size.ts';
import { measureIn } from './text-width.ts';
import { paperFor, usePaper } from './use-paper.ts';
import { useZoom } from './use-zoom.ts';

const widestLabel = 84;
const shareOfWindow = 0.6;
const leastHeight = 320;
/** Kept for a scroll bar, so that nothing moves when one appears. */
const scrollBar = 12;

/** The layout for the room there is: on the screen, or on paper. */
export function useDrawn({
  rows,
  storeys,
  blocks,
  maxHeight,
  region,
}: {
  readonly rows: readonly PlanRow[];
  readonly storeys: readonly PlanStorey[];
  readonly blocks: readonly PlanBlock[];
  readonly maxHeight?: number;
  readonly region: RefObject<HTMLDivElement | null>;
}) {
  const { probe, width } = useWidth();
  const sheetRoom = useMemo(() => paperFor(rows.length), [rows]);
  const { paper, drawnFor } = usePaper(sheetRoom, region);
  const measure = useMemo(
    () => measureIn(`${boxTextPx}px ${getComputedStyle(document.body).fontFamily}`),
    [],
  );
  const height = maxHeight ?? Math.max(leastHeight, window.innerHeight * shareOfWindow);
  const stops = useMemo(() => zoomStops(rows, height), [rows, height]);
  const zoom = useZoom(region, stops.most);
  const labelWidth = useMemo(
    () => Math.min(widestLabel, Math.max(...storeys.map(({ label }) => measure(label)))) + 8,
    [storeys, measure],
  );
  const factor = paper ? 1 : zoom.zoom;
  const layout = useMemo(() => {
    const room = paper ?? { width: width - scrollBar, height };
    return paper || width > 0 ? layoutPlan({ rows, blocks, room, zoom: factor, labelWidth }) : null;
  }, [rows, blocks, paper, width, height, factor, labelWidth]);
  return { probe, height, measure, stops, zoom, layout, drawnFor, sheets: paper?.sheets ?? null };
}

/**
 * The width that there is for a plan, known before anything of it is painted, and followed as it changes. It is told when the
 * page has been laid out anyway: asking for it would lay out the whole page once more.
 */
function useWidth() {
  const probe = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      // At once, so that nothing is painted with the room empty.
      if (entry) flushSync(() => setWidth(Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { probe, width };
}
