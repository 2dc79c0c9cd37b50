/** Which rows to ask for while a list of any length is scrolled. */

export interface RowWindow {
  readonly offset: number;
  readonly limit: number;
}

const step = 25;
const smallest = 50;
const largest = 500;
/** Rows that should be at hand beyond the visible ones before somebody scrolls to them. */
const margin = 12;

function isCovered(first: number, last: number, total: number, loaded: RowWindow): boolean {
  const from = Math.max(0, first - margin);
  const to = Math.min(total - 1, last + margin);
  return from >= loaded.offset && to < loaded.offset + loaded.limit;
}

/**
 * The window to ask for so that rows `first`…`last` and some on either side are there; null when `loaded`
 * has them. Windows start at whole steps, so that small scrolls ask for the same one.
 */
export function windowFor(first: number, last: number, total: number, loaded: RowWindow): RowWindow | null {
  if (total <= 0 || last < first || isCovered(first, last, total, loaded)) return null;
  const span = last - first + 1;
  const offset = Math.max(0, Math.floor((first - span - margin) / step) * step);
  const wanted = Math.ceil((last + span + margin + 1 - offset) / step) * step;
  return { offset, limit: Math.min(largest, Math.max(smallest, wanted)) };
}
