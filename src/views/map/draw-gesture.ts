/** Drawing as a pure state machine: pointer and keyboard both only place points, move the cursor, step back. */
import type { LonLat } from '#domain/geo.ts';
import { limits } from '#domain/query/query.ts';
import { bboxShape, nearShape, type Shape, withinShape } from './shape.ts';

export const drawTools = ['rectangle', 'polygon', 'radius'] as const;
export type DrawTool = (typeof drawTools)[number];

export interface Gesture {
  readonly tool: DrawTool;
  readonly points: readonly LonLat[];
  readonly cursor: LonLat | null;
}

export type Step =
  | { readonly done: false; readonly gesture: Gesture }
  | { readonly done: true; readonly shape: Shape };

/** Whether two points look like one on the screen. */
export type SamePlace = (a: LonLat, b: LonLat) => boolean;

export function startGesture(tool: DrawTool): Gesture {
  return { tool, points: [], cursor: null };
}

export function movedTo(gesture: Gesture, cursor: LonLat): Gesture {
  return { ...gesture, cursor };
}

/** Places a point. A polygon closes on its first corner, or on the last one placed again (a double click). */
export function placed(gesture: Gesture, point: LonLat, same: SamePlace): Step {
  const { points } = gesture;
  const [first] = points;
  const last = points[points.length - 1];
  if (gesture.tool !== 'polygon') {
    const shape = first ? shapeOf({ ...gesture, points: [first], cursor: point }) : null;
    if (shape && first && !same(first, point)) return { done: true, shape };
    return { done: false, gesture: { ...gesture, points: first ? points : [point], cursor: point } };
  }
  if (first && last && (same(point, last) || (points.length > 2 && same(point, first))))
    return closed(gesture);
  const grown = { ...gesture, points: [...points, point], cursor: point };
  return grown.points.length === limits.corners ? closed(grown) : { done: false, gesture: grown };
}

/** Finishes a polygon where it stands; with fewer than three corners nothing happens. */
export function closed(gesture: Gesture): Step {
  const shape = gesture.tool === 'polygon' ? withinShape(gesture.points) : null;
  return shape ? { done: true, shape } : { done: false, gesture };
}

/** Takes the last point back. */
export function steppedBack(gesture: Gesture): Gesture {
  return { ...gesture, points: gesture.points.slice(0, -1) };
}

/** What would be drawn if the cursor's place were the last point; null while there is too little. */
export function shapeOf({ tool, points, cursor }: Gesture): Shape | null {
  const [first] = points;
  if (!first || !cursor) return null;
  switch (tool) {
    case 'rectangle':
      return bboxShape(first, cursor);
    case 'radius':
      return nearShape(first, cursor);
    case 'polygon':
      return withinShape([...points, cursor]);
  }
}
