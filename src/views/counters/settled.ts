import { useEffect, useState } from 'react';

/** The value once it has stood still for so long; what moves is not read out. null until then. */
export function useSettled<T>(value: T, afterMs: number): T | null {
  const [settled, setSettled] = useState<T | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [value, afterMs]);
  return settled;
}
