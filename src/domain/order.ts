/** The one policy for what is missing: last in both directions, and never part of a mean. */

/** Orders two values that may be unknown; unknown comes last whichever way the sort runs. */
export function compareKnown<T extends number | string>(
  a: T | null,
  b: T | null,
  descending = false,
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (a === b) return 0;
  return a < b === descending ? 1 : -1;
}

/** A ratio of sums with the share of the weight whose inputs were known. */
export interface RatioOfSums {
  /** null when no input is known. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  /** 0–1, by area; null when there is nothing to cover. */
  readonly coverage: number | null;
}

export function ratioOfSums(
  numerator: number,
  denominator: number,
  knownWeight: number,
  weight: number,
): RatioOfSums {
  return {
    value: denominator > 0 ? numerator / denominator : null,
    numerator,
    denominator,
    coverage: weight > 0 ? knownWeight / weight : null,
  };
}
