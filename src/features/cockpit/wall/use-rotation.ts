import { useCallback, useEffect, useState } from 'react';
import { type Rotation, type RotationStep, rotated, startOfRotation } from '#domain/cockpit/wall.ts';

/**
 * Which view is shown. One timer at a time; a step by hand begins the dwell anew.
 * @param seconds how long a view stays
 */
export function useRotation(
  count: number,
  seconds: number,
): Rotation & { readonly step: (step: RotationStep) => void; readonly show: (at: number) => void } {
  const [rotation, setRotation] = useState(startOfRotation);
  const step = useCallback((by: RotationStep) => setRotation((now) => rotated(now, by, count)), [count]);
  const show = useCallback((at: number) => setRotation((now) => ({ ...now, at })), []);
  useEffect(() => {
    if (rotation.isPaused || count < 2) return;
    const timer = setTimeout(() => step('next'), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [rotation, count, seconds, step]);
  return { at: Math.min(rotation.at, Math.max(0, count - 1)), isPaused: rotation.isPaused, step, show };
}
