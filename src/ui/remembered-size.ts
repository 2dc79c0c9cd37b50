import { useState } from 'react';

export interface SizeLimits {
  readonly initial: number;
  readonly min: number;
  readonly max: number;
}

function clampSize(size: number, { min, max }: SizeLimits): number {
  return Math.min(Math.max(Math.round(size), min), Math.max(min, max));
}

function storedSize(key: string): number | null {
  try {
    const size = Number.parseFloat(localStorage.getItem(key) ?? '');
    return Number.isFinite(size) ? size : null;
  } catch {
    // Storage may be forbidden; the size then lasts as long as the page.
    return null;
  }
}

function store(key: string, size: number): void {
  try {
    localStorage.setItem(key, String(size));
  } catch {
    // Forbidden or full: nothing is lost but the memory of a width.
  }
}

/** A size in pixels that this browser remembers under `key`, kept within limits that may change. */
export function useRememberedSize(
  key: string,
  limits: SizeLimits,
): readonly [number, (size: number) => void] {
  const [size, setSize] = useState(() => storedSize(key) ?? limits.initial);
  return [
    clampSize(size, limits),
    (next) => {
      const kept = clampSize(next, limits);
      setSize(kept);
      store(key, kept);
    },
  ];
}
