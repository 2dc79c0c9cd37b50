import { type PointerEvent, useRef } from 'react';
import type { RangeField } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';
import type { Phase } from './clauses.ts';
import { brush, type End, type Grip, gripAt, moveEnd, moveWindow, positionOfEnd } from './range-axis.ts';

interface Grab {
  readonly grip: Grip;
  readonly range: Range;
  /** Bins from the left, where the press was. */
  readonly from: number;
  /** Bins between the press and the end that it took, kept while dragging so that nothing jumps. */
  readonly offset: number;
  /** The press was away from the end that it took, which therefore comes to it. */
  readonly isJump: boolean;
}

interface Gesture extends Grab {
  readonly box: { readonly left: number; readonly width: number };
  last: Range;
  hasMoved: boolean;
}

export interface RangeGestureOptions {
  readonly field: RangeField;
  readonly edges: readonly number[];
  readonly range: Range;
  readonly onChange: (range: Range, phase: Phase) => void;
  /** The end that was taken, or the nearer one, so that the keyboard carries on from there. */
  readonly onGrip: (end: End) => void;
}

const reachPx = { mouse: 14, touch: 24 };
const thresholdPx = 3;

/** A press on the histogram takes an end, the window between the ends, or draws a new range. */
export function useRangeGesture({ field, edges, range, onChange, onGrip }: RangeGestureOptions) {
  const gesture = useRef<Gesture | null>(null);
  const bins = edges.length - 1;

  const positionIn = (box: Gesture['box'], event: PointerEvent) =>
    ((event.clientX - box.left) / box.width) * bins;

  const apply = (now: Gesture, position: number) => {
    const next = rangeAfter(field, edges, now, position);
    if (next.lo === now.last.lo && next.hi === now.last.hi) return;
    now.last = next;
    onChange(next, 'drag');
  };

  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || gesture.current) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const box = { left, width };
    const isTouch = event.pointerType === 'touch';
    const reach = ((isTouch ? reachPx.touch : reachPx.mouse) / width) * bins;
    const grab = grabAt(edges, range, positionIn(box, event), reach);
    gesture.current = { ...grab, box, last: range, hasMoved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    onGrip(nearEnd(edges, range, grab));
    // A finger may only want to scroll the panel: it acts when it moves sideways or lifts.
    if (grab.isJump && !isTouch) apply(gesture.current, grab.from);
  };

  const move = (event: PointerEvent<HTMLElement>) => {
    const now = gesture.current;
    if (!now) return;
    const position = positionIn(now.box, event);
    if (!now.hasMoved && Math.abs(position - now.from) * (now.box.width / bins) < thresholdPx) return;
    now.hasMoved = true;
    apply(now, position);
  };

  const end = (event: PointerEvent<HTMLElement>) => {
    const now = gesture.current;
    gesture.current = null;
    if (!now) return;
    if (event.type === 'pointercancel') {
      if (now.last !== now.range) onChange(now.range, 'commit');
      return;
    }
    if (now.isJump && !now.hasMoved) apply(now, now.from);
    if (now.last !== now.range) onChange(now.last, 'commit');
  };

  return { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end };
}

function grabAt(edges: readonly number[], range: Range, from: number, reach: number): Grab {
  const grip = gripAt(edges, range, from, reach);
  const isEnd = grip === 'lo' || grip === 'hi';
  const away = isEnd ? positionOfEnd(edges, range, grip) - from : 0;
  const isJump = Math.abs(away) > reach;
  return { grip, range, from, isJump, offset: isJump ? 0 : away };
}

function rangeAfter(field: RangeField, edges: readonly number[], grab: Grab, position: number): Range {
  if (grab.grip === 'window') return moveWindow(field, edges, grab.range, position - grab.from);
  if (grab.grip === 'brush') return brush(field, edges, grab.from, position);
  return moveEnd(field, edges, grab.range, grab.grip, position + grab.offset);
}

function nearEnd(edges: readonly number[], range: Range, { grip, from }: Grab): End {
  if (grip === 'lo' || grip === 'hi') return grip;
  const lo = positionOfEnd(edges, range, 'lo');
  const hi = positionOfEnd(edges, range, 'hi');
  return Math.abs(from - lo) <= Math.abs(from - hi) ? 'lo' : 'hi';
}
