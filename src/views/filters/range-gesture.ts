import { type PointerEvent, useRef } from 'react';
import type { RangeField } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';
import type { Phase } from './clauses.ts';
import { brush, type End, type Grip, gripAt, moveEnd, moveWindow, positionOfEnd } from './range-axis.ts';

interface Gesture {
  readonly grip: Grip;
  readonly range: Range;
  /** Bins from the left, where the press was. */
  readonly from: number;
  /** Bins between the press and the end that it took, kept while dragging so that nothing jumps. */
  readonly offset: number;
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
    const next = rangeAfter(now, position);
    if (next.lo === now.last.lo && next.hi === now.last.hi) return;
    now.last = next;
    onChange(next, 'drag');
  };

  const rangeAfter = (now: Gesture, position: number): Range => {
    if (now.grip === 'window') return moveWindow(field, edges, now.range, position - now.from);
    if (now.grip === 'brush') return brush(field, edges, now.from, position);
    return moveEnd(field, edges, now.range, now.grip, position + now.offset);
  };

  const start = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || gesture.current) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const from = positionIn({ left, width }, event);
    const isTouch = event.pointerType === 'touch';
    const reach = ((isTouch ? reachPx.touch : reachPx.mouse) / width) * bins;
    const grip = gripAt(edges, range, from, reach);
    const isEnd = grip === 'lo' || grip === 'hi';
    const away = isEnd ? positionOfEnd(edges, range, grip) - from : 0;
    const isJump = Math.abs(away) > reach;
    const offset = isJump ? 0 : away;
    event.currentTarget.setPointerCapture(event.pointerId);
    onGrip(isEnd ? grip : nearEnd(edges, range, from));
    const now: Gesture = { grip, range, from, offset, box: { left, width }, last: range, hasMoved: false };
    gesture.current = now;
    // A finger may only want to scroll the panel: it acts when it moves sideways or lifts.
    if (isJump && !isTouch) apply(now, from);
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
    const isTap = !now.hasMoved && now.offset === 0 && (now.grip === 'lo' || now.grip === 'hi');
    const final = isTap ? rangeAfter(now, now.from) : now.last;
    if (isTap || final !== now.range) onChange(final, 'commit');
  };

  return { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end };
}

function nearEnd(edges: readonly number[], range: Range, position: number): End {
  const lo = positionOfEnd(edges, range, 'lo');
  const hi = positionOfEnd(edges, range, 'hi');
  return Math.abs(position - lo) <= Math.abs(position - hi) ? 'lo' : 'hi';
}
