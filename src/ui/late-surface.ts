import { useEffect, useState } from 'react';

export interface LateSurface<T> {
  /** Asks for the code before it is first needed, where it soon will be. */
  readonly prepare: () => void;
  /** The part, once it is needed and there. */
  readonly use: (isNeeded: boolean) => T | null;
}

/**
 * A part whose code comes when it is first needed. Not by Suspense: React holds back what comes out of it while
 * other parts of the page are loading, and a press wants its answer at once.
 */
export function createLateSurface<T>(load: () => Promise<T>): LateSurface<T> {
  let part: { readonly value: T } | null = null;
  const loaded = async () => {
    part ??= { value: await load() };
  };
  return {
    prepare: () => {
      loaded().catch(() => undefined);
    },
    use: function usePart(isNeeded) {
      const [isThere, setThere] = useState(part !== null);
      useEffect(() => {
        if (!isNeeded || isThere) return;
        let isGone = false;
        loaded().then(() => isGone || setThere(true), reportError);
        return () => {
          isGone = true;
        };
      }, [isNeeded, isThere]);
      return isNeeded && isThere && part ? part.value : null;
    },
  };
}
