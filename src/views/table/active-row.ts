/** The row that the keyboard stands on, by its place in the whole list. */

/**
 * Where a key leads.
 * @param active the present row; null before the first key
 * @param page whole rows in sight
 * @returns null when the key does not move or there is no row
 */
export function moveActive(key: string, active: number | null, total: number, page: number): number | null {
  if (total <= 0) return null;
  const last = total - 1;
  const within = (row: number) => Math.min(last, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return active === null ? 0 : within(active + 1);
    case 'ArrowUp':
      return active === null ? 0 : within(active - 1);
    case 'PageDown':
      return within((active ?? 0) + Math.max(1, page - 1));
    case 'PageUp':
      return within((active ?? 0) - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
