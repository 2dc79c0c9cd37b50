import { type PointerEvent, useRef, useState } from 'react';
import type { Scatter } from '#domain/engine/answer.ts';
import {
  type BrushRanges,
  brushRanges,
  nearestDot,
  noBrush,
  type PlotScales,
  type Rectangle,
} from './plot.ts';

/** px: less is a click, not a rectangle. */
const smallestDrag = 5;
const reachMouse = 12;
const reachTouch = 22;

interface Brushed {
  readonly scatter: Scatter;
  readonly scales: PlotScales;
  readonly hasBrush: boolean;
  readonly onBrush: (ranges: BrushRanges, phase: 'drag' | 'commit') => void;
  readonly onDot: (dot: number | null) => void;
  readonly onPick: (dot: number) => void;
}

interface Drag {
  readonly rectangle: Rectangle;
  /** What was drawn when the drag began. */
  readonly ghosts: Scatter;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function rectangleTo(event: PointerEvent<HTMLElement>, from: Point, { frame }: PlotScales): Rectangle {
  const { x, y } = pointOf(event);
  return {
    x0: within(from.x, frame.left, frame.right),
    y0: within(from.y, frame.top, frame.bottom),
    x1: within(x, frame.left, frame.right),
    y1: within(y, frame.top, frame.bottom),
  };
}

/** Drag a rectangle to ask for it; click a dot to select it, or beside all dots to give the rectangle up. */
export function useBrushGesture({ scatter, scales, hasBrush, onBrush, onDot, onPick }: Brushed) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<Point | null>(null);
  const dotAt = (event: PointerEvent<HTMLElement>) => {
    const { x, y } = pointOf(event);
    const dot = nearestDot(scatter, scales, x, y, event.pointerType === 'mouse' ? reachMouse : reachTouch);
    return dot < 0 ? null : dot;
  };
  const end = () => {
    start.current = null;
    setDrag(null);
  };
  return {
    drag,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        start.current = pointOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = start.current;
        if (from === null) {
          if (event.pointerType === 'mouse') onDot(dotAt(event));
          return;
        }
        const { x, y } = pointOf(event);
        if (drag === null && Math.hypot(x - from.x, y - from.y) < smallestDrag) return;
        const rectangle = rectangleTo(event, from, scales);
        setDrag({ rectangle, ghosts: drag?.ghosts ?? scatter });
        onBrush(brushRanges(rectangle, scales), 'drag');
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (start.current === null) return;
        if (drag !== null) {
          onBrush(brushRanges(rectangleTo(event, start.current, scales), scales), 'commit');
        } else {
          const dot = dotAt(event);
          if (dot !== null) onPick(dot);
          else if (hasBrush) onBrush(noBrush, 'commit');
        }
        end();
      },
      onPointerCancel: () => {
        if (drag !== null) onBrush(brushRanges(drag.rectangle, scales), 'commit');
        end();
      },
      onPointerLeave: () => onDot(null),
    },
  };
}
