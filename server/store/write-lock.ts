import type { WriteLock } from './sql-store.ts';

/** Pieces of work one after the other, in the order in which they were asked for. */
export function writeLock(): WriteLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
