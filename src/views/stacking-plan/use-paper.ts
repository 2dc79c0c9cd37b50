import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Room {
  readonly width: number;
  readonly height: number;
}

export type PaperSize = 'A4' | 'A3';

/** px of what a plan may fill on a portrait sheet, margins, heading and legend taken off. */
const sheets: Readonly<Record<PaperSize, Room>> = {
  A4: { width: 700, height: 830 },
  A3: { width: 1_030, height: 1_290 },
};

/** A4 holds so many floors with their text. */
const mostOnA4 = 40;

export function paperFor(floors: number): PaperSize {
  return floors <= mostOnA4 ? 'A4' : 'A3';
}

/**
 * A plan is drawn for paper while it is printed, and while a picture of it is taken: in one piece and at a size of
 * its own, whatever it is zoomed to.
 * @returns the room on paper, null on the screen; and a function that draws for a room, takes what it wants, and goes back
 */
export function usePaper(
  size: PaperSize,
  region: RefObject<HTMLElement | null>,
): {
  readonly paper: Room | null;
  readonly drawnFor: <T>(room: Room, take: () => T) => T;
} {
  const [paper, setPaper] = useState<Room | null>(null);
  const seen = useRef({ left: 0, top: 0 });
  const enter = (room: Room) => {
    const { scrollLeft, scrollTop } = region.current ?? { scrollLeft: 0, scrollTop: 0 };
    seen.current = { left: scrollLeft, top: scrollTop };
    // Whoever takes the drawing takes it as it is when this has been dealt with.
    flushSync(() => setPaper(room));
  };
  const leave = () => {
    flushSync(() => setPaper(null));
    region.current?.scrollTo(seen.current);
  };
  const latest = useRef({ enter, leave });
  useEffect(() => {
    latest.current = { enter, leave };
  });
  useEffect(() => {
    const onBefore = () => latest.current.enter(sheets[size]);
    const onAfter = () => latest.current.leave();
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, [size]);
  const drawnFor = <T>(room: Room, take: () => T): T => {
    enter(room);
    try {
      return take();
    } finally {
      leave();
    }
  };
  return { paper, drawnFor };
}
