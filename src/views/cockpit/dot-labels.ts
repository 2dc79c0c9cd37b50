/** Names beside a few dots: never over another name, never beyond the frame. */
import { type Box, overlap } from '#views/map/label-placement.ts';
import type { Frame } from './yield-plot.ts';

export interface Labelled {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** null: the name stands over the middle of what it names, not beside it. */
  readonly radius: number | null;
}

export interface PlacedText {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Of the middle of the text. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const lineHeight = 14;
const gap = 4;

/**
 * The first of its places that is free for each, the most important first; who finds none has no name.
 * @param taken what names must not cover
 */
export function placeDotLabels(
  wanted: readonly Labelled[],
  frame: Frame,
  measure: (text: string) => number,
  taken: readonly Box[],
  most: number,
): readonly PlacedText[] {
  const boxes = [...taken];
  const placed: PlacedText[] = [];
  for (const one of wanted) {
    if (placed.length >= most) break;
    const width = measure(one.text);
    const free = placesOf(one, width).find(
      ({ box }) => isInside(box, frame) && !boxes.some((other) => overlap(box, other)),
    );
    if (!free) continue;
    boxes.push(free.box);
    placed.push(free.text);
  }
  return placed;
}

function placesOf({ key, text, x, y, radius }: Labelled, width: number) {
  const at = (anchor: PlacedText['anchor'], textX: number, textY: number) => {
    const start = { start: textX, middle: textX - width / 2, end: textX - width }[anchor];
    const [top, bottom] = [textY - lineHeight / 2, textY + lineHeight / 2];
    return {
      box: { left: start, right: start + width, top, bottom },
      text: { key, text, x: textX, y: textY, anchor },
    };
  };
  if (radius === null) return [0, -1, 1, -2, 2].map((lines) => at('middle', x, y + lines * lineHeight));
  const beside = radius + gap;
  const over = beside + lineHeight / 2;
  return [
    at('start', x + beside, y),
    at('end', x - beside, y),
    at('middle', x, y - over),
    at('middle', x, y + over),
  ];
}

function isInside(box: Box, frame: Frame): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}
