import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Room {
  readonly width: number;
  /** On all sheets together. */
  readonly height: number;
  readonly sheets: number;
}

/** px of what a plan may fill on a portrait sheet of A4, margins, heading and legend taken off. */
const sheet = { width: 700, height: 830 };

/** A sheet holds so many floors with their text. */
const mostOnSheet = 42;

/** @param floors of the building, gaps in what is on file included */
export function paperFor(floors: number): Room {
  const sheets = Math.max(1, Math.ceil(floors / mostOnSheet));
  // Where a sheet ends between two floors, a part of one is left empty.
  const waste = sheets > 1 ? sheet.height / mostOnSheet : 0;
  return { width: sheet.width, height: sheets * (sheet.height - waste), sheets };
}

/**
 * A plan is drawn for paper while it is printed, and while a picture of it is taken: as a whole and at a size of
 * its own, whatever it is zoomed to.
 * @param sheetRoom what a printer has
 * @returns the room on paper, null on the screen; and a function that draws for a room, takes what it wants, and goes back
 */
export function usePaper(
  sheetRoom: Room,
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
    const onBefore = () => latest.current.enter(sheetRoom);
    const onAfter = () => latest.current.leave();
    window.addEventListener('beforeprint', onBefore);
    window.addEventListener('afterprint', onAfter);
    return () => {
      window.removeEventListener('beforeprint', onBefore);
      window.removeEventListener('afterprint', onAfter);
    };
  }, [sheetRoom]);
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
