import { type ReactNode, useEffect, useState } from 'react';

/** The longest that anything waits for a quiet moment. */
const patienceMs = 800;

/**
 * What stands further down a long page, built once the browser has a moment: what stands above answers at once.
 * It waits for nothing but time, so that a page on paper is whole.
 */
export function AfterIdle({
  turn,
  fallback = null,
  children,
}: {
  /** Quiet moments to wait for: 1 is the first to come. */
  readonly turn: number;
  /** Holds the room meanwhile. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}) {
  const [left, setLeft] = useState(turn);
  useEffect(() => {
    if (left === 0) return;
    const next = () => setLeft(left - 1);
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(next, 50);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(next, { timeout: patienceMs });
    return () => cancelIdleCallback(handle);
  }, [left]);
  return left === 0 ? children : fallback;
}
