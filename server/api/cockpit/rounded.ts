/** Numbers on the wire: without the dust of binary fractions, and never rounded to what they are not. */

const fine = 1e6;

/** To a millionth of the unit; NaN and what is not finite are unknown. */
export function rounded(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  const near = Math.round(value * fine) / fine;
  return Math.abs(value) < 1e9 ? near : Math.round(value * 100) / 100;
}

const coverageSteps = 10_000;

/** A share that covers all but a little is not 1, and one that covers a little is not 0. */
export function roundedCoverage(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  const near = Math.round(value * coverageSteps);
  const kept = value < 1 ? Math.min(near, coverageSteps - 1) : near;
  return (value > 0 ? Math.max(kept, 1) : kept) / coverageSteps;
}
