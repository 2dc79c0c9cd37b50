/** What a wall is to its page: how large it is, whether somebody is at it, and whether it is all of the screen. */
import { type RefObject, useCallback, useEffect, useState, useSyncExternalStore } from 'react';

/** The wall is laid out for this size in px of CSS, and made as much larger as there is room. */
const laidOutFor = { width: 960, height: 540 };

function watchSize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** 2 on a screen of 1920 × 1080, 4 on one of 3840 × 2160; never below 1. */
export function useStageScale(): number {
  return useSyncExternalStore(watchSize, () =>
    Math.max(1, Math.min(window.innerWidth / laidOutFor.width, window.innerHeight / laidOutFor.height)),
  );
}

/** How long a pointer rests until it is put away, ms. */
const restMs = 3_000;

/** Whether nobody has moved a pointer or pressed a key for a while. */
export function useIsIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), restMs);
    const stir = () => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), restMs);
    };
    window.addEventListener('pointermove', stir);
    window.addEventListener('keydown', stir);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', stir);
      window.removeEventListener('keydown', stir);
    };
  }, []);
  return isIdle;
}

function watchFullScreen(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}

export function useFullScreen(ref: RefObject<HTMLElement | null>): {
  readonly isFull: boolean;
  readonly toggle: () => void;
} {
  const isFull = useSyncExternalStore(watchFullScreen, () => document.fullscreenElement !== null);
  const toggle = useCallback(() => {
    const change = document.fullscreenElement ? document.exitFullscreen() : ref.current?.requestFullscreen();
    // A browser may refuse; the wall then stays as large as its window.
    change?.catch(() => undefined);
  }, [ref]);
  return { isFull, toggle };
}

/** Keys of the whole page, as long as no part of it has taken them and none is pressed with another. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const isPressing = event.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key);
      const act = isPressing ? undefined : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keys]);
}
