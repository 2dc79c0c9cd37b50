import { type RefObject, useEffect, useRef, useState } from 'react';

export interface Zoom {
  readonly zoom: number;
  /** Sets the zoom; what is at a point of the page (its middle if none is given) stays there. */
  readonly zoomTo: (zoom: number, point?: { readonly x: number; readonly y: number }) => void;
  /** What is to stay in place during the step that is under way. */
  readonly anchor: RefObject<Anchor | null>;
}

interface Anchor {
  /** Shares of the drawing's width and height. */
  readonly across: number;
  readonly down: number;
  /** px within the region. */
  readonly x: number;
  readonly y: number;
}

/** @param most the greatest zoom; the least is 1 */
export function useZoom(region: RefObject<HTMLElement | null>, most: number): Zoom {
  const [wished, setZoom] = useState(1);
  const anchor = useRef<Anchor | null>(null);
  const zoomTo: Zoom['zoomTo'] = (next, point) => {
    const zoom = Math.max(1, Math.min(most, next));
    if (zoom === Math.min(most, wished)) return;
    if (region.current) anchor.current = anchorIn(region.current, point);
    setZoom(zoom);
  };
  return { zoom: Math.min(most, wished), zoomTo, anchor };
}

function anchorIn(region: HTMLElement, point?: { readonly x: number; readonly y: number }): Anchor {
  const box = region.getBoundingClientRect();
  const x = point ? point.x - box.left : region.clientWidth / 2;
  const y = point ? point.y - box.top : region.clientHeight / 2;
  return {
    across: (region.scrollLeft + x) / region.scrollWidth,
    down: (region.scrollTop + y) / region.scrollHeight,
    x,
    y,
  };
}

/**
 * Brings the anchored point back to its place once the drawing has its new size: when it has been laid out anyway,
 * and before it is painted.
 * @param onPlaced told how far the region is scrolled then, px
 */
export function useAnchor(
  region: RefObject<HTMLElement | null>,
  drawing: RefObject<Element | null>,
  { anchor }: Zoom,
  onPlaced: (scrollTop: number) => void,
): void {
  const latest = useRef(onPlaced);
  useEffect(() => {
    latest.current = onPlaced;
  });
  useEffect(() => {
    if (!drawing.current) return;
    const observer = new ResizeObserver(() => {
      const element = region.current;
      const held = anchor.current;
      anchor.current = null;
      if (!element || !held) return;
      element.scrollLeft = held.across * element.scrollWidth - held.x;
      element.scrollTop = held.down * element.scrollHeight - held.y;
      latest.current(element.scrollTop);
    });
    observer.observe(drawing.current);
    return () => observer.disconnect();
  }, [region, drawing, anchor]);
}

const wheelSpeed = 0.0022;
/** A drag begins beyond a click's tremble. */
const dragPx = 4;

/** Ctrl and wheel, and two fingers, zoom; the mouse drags. One finger and the plain wheel scroll as everywhere. */
export function useGestures(region: RefObject<HTMLElement | null>, { zoom, zoomTo }: Zoom): void {
  const latest = useRef({ zoom, zoomTo });
  useEffect(() => {
    latest.current = { zoom, zoomTo };
  });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const stopWheel = listenToWheel(element, latest);
    const stopPinch = listenToPinch(element, latest);
    const stopDrag = listenToDrag(element);
    return () => {
      stopWheel();
      stopPinch();
      stopDrag();
    };
  }, [region]);
}

type Latest = RefObject<Pick<Zoom, 'zoom' | 'zoomTo'>>;

function listenToWheel(element: HTMLElement, latest: Latest): () => void {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { zoom, zoomTo } = latest.current;
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 16;
    zoomTo(zoom * Math.exp(-pixels * wheelSpeed), { x: event.clientX, y: event.clientY });
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}

function listenToPinch(element: HTMLElement, latest: Latest): () => void {
  let start: { readonly distance: number; readonly zoom: number } | null = null;
  const spread = ({ touches: [a, b] }: TouchEvent) =>
    a && b
      ? {
          distance: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
          x: (a.clientX + b.clientX) / 2,
          y: (a.clientY + b.clientY) / 2,
        }
      : null;
  const onStart = (event: TouchEvent) => {
    const both = spread(event);
    start = both && both.distance > 0 ? { distance: both.distance, zoom: latest.current.zoom } : null;
  };
  const onMove = (event: TouchEvent) => {
    const both = spread(event);
    if (!both || !start) return;
    if (event.cancelable) event.preventDefault();
    latest.current.zoomTo((start.zoom * both.distance) / start.distance, both);
  };
  const onEnd = () => {
    start = null;
  };
  element.addEventListener('touchstart', onStart, { passive: true });
  element.addEventListener('touchmove', onMove, { passive: false });
  element.addEventListener('touchend', onEnd);
  element.addEventListener('touchcancel', onEnd);
  return () => {
    element.removeEventListener('touchstart', onStart);
    element.removeEventListener('touchmove', onMove);
    element.removeEventListener('touchend', onEnd);
    element.removeEventListener('touchcancel', onEnd);
  };
}

function listenToDrag(element: HTMLElement): () => void {
  let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null =
    null;
  let isDragged = false;
  const onDown = (event: PointerEvent) => {
    isDragged = false;
    const isScrollable =
      element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (event.pointerType !== 'mouse' || event.button !== 0 || !isScrollable) return;
    from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
  };
  const onMove = (event: PointerEvent) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!isDragged && Math.hypot(dx, dy) < dragPx) return;
    isDragged = true;
    element.scrollLeft = from.left - dx;
    element.scrollTop = from.top - dy;
  };
  const onUp = () => {
    from = null;
  };
  const onClick = (event: MouseEvent) => {
    if (isDragged) event.stopPropagation();
    isDragged = false;
  };
  element.addEventListener('pointerdown', onDown);
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  element.addEventListener('click', onClick, true);
  return () => {
    element.removeEventListener('pointerdown', onDown);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    element.removeEventListener('click', onClick, true);
  };
}
