/** What is known of a figure: the least and the most that it can be. Unknown is everything from 0 on. */
import type { Quantity } from '../measure.ts';

export interface Span {
  readonly low: number;
  readonly high: number;
}

export const anything: Span = { low: 0, high: Number.POSITIVE_INFINITY };

/** "About" is taken at its word: nobody says how far off it is. */
export function spanOf(quantity: Quantity | null): Span {
  if (quantity === null) return anything;
  const { value, bound } = quantity;
  return {
    low: bound === 'atMost' ? 0 : value,
    high: bound === 'atLeast' ? Number.POSITIVE_INFINITY : value,
  };
}

/** `unknown`: some of what it may be does, and some does not. */
export type Verdict = 'yes' | 'no' | 'unknown';

export function atMost({ low, high }: Span, most: number): Verdict {
  if (low > most) return 'no';
  return high <= most ? 'yes' : 'unknown';
}

export function atLeast({ low, high }: Span, least: number): Verdict {
  if (high < least) return 'no';
  return low >= least ? 'yes' : 'unknown';
}
