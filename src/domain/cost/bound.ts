/** What becomes of "≥ 75 %" when it is multiplied or divided by. */
import type { Bound } from '../measure.ts';

/**
 * The bound of a figure that grows with all of its inputs: exact inputs leave it as it is, inputs that agree
 * hand their bound on, and inputs that pull apart leave an estimate.
 */
export function combined(...bounds: readonly Bound[]): Bound {
  const told = new Set(bounds.filter((bound) => bound !== 'exact'));
  const [only] = told;
  if (only === undefined) return 'exact';
  return told.size === 1 ? only : 'about';
}

/** The bound of a figure that falls while its input grows: at least 75 % usable costs at most so much a usable ㎡. */
export function reversed(bound: Bound): Bound {
  if (bound === 'atLeast') return 'atMost';
  return bound === 'atMost' ? 'atLeast' : bound;
}
