import { type PointerEvent, useRef, useState } from 'react';
import { type Dot, dotAt, dotsWithin, type Frame, type Rectangle } from './yield-plot.ts';

/** px: less is a press, not a rectangle. */
const smallestDrag = 5;
const reach = { mouse: 8, touch: 20 } as const;

export type SelectPhase = 'drag' | 'commit';

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Drag a rectangle to select what lies in it; press a dot to select it alone, or beside all dots to select none. */
export function useBrushDrag({
  dots,
  frame,
  onActive,
  onSelect,
}: {
  readonly dots: readonly Dot[];
  readonly frame: Frame;
  readonly onActive: (at: number | null) => void;
  readonly onSelect: (ids: readonly string[], phase: SelectPhase) => void;
}) {
  const [rectangle, setRectangle] = useState<Rectangle | null>(null);
  const start = useRef<Point | null>(null);
  const under = (event: PointerEvent<HTMLElement>) => {
    const { x, y } = pointOf(event);
    return dotAt(dots, x, y, event.pointerType === 'mouse' ? reach.mouse : reach.touch);
  };
  const end = () => {
    start.current = null;
    setRectangle(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      start.current = pointOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from) {
        if (event.pointerType === 'mouse') onActive(under(event));
        return;
      }
      const { x, y } = pointOf(event);
      if (rectangle === null && Math.hypot(x - from.x, y - from.y) < smallestDrag) return;
      const next = heldWithin({ x0: from.x, y0: from.y, x1: x, y1: y }, frame);
      onActive(null);
      setRectangle(next);
      onSelect(dotsWithin(dots, next), 'drag');
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!start.current) return;
      const at = under(event);
      const pressed = at === null ? null : dots[at];
      if (rectangle) onSelect(dotsWithin(dots, rectangle), 'commit');
      else onSelect(pressed ? [pressed.building.id] : [], 'commit');
      end();
    },
    onPointerCancel: () => {
      if (rectangle) onSelect(dotsWithin(dots, rectangle), 'commit');
      end();
    },
  };
  return { rectangle, handlers };
}

function heldWithin({ x0, y0, x1, y1 }: Rectangle, { left, top, right, bottom }: Frame): Rectangle {
  const across = (x: number) => Math.min(right, Math.max(left, x));
  const down = (y: number) => Math.min(bottom, Math.max(top, y));
  return { x0: across(x0), y0: down(y0), x1: across(x1), y1: down(y1) };
}
