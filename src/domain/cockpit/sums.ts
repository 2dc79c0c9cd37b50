/** Figures of some buildings together, from what each has: sums, and ratios of sums. Never means of ratios. */
import type { AnyIndicatorId } from '../indicators/spec.ts';

/** One indicator, one place a period; as the API gives it. */
export interface FigureSeries {
  readonly values: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly coverages: readonly (number | null)[];
}

/**
 * Indicators that add up over buildings. The others do not: a firm in two buildings is one firm, and a share of
 * the leading industry is not to be had from the shares of others.
 */
export const additive: ReadonlySet<AnyIndicatorId> = new Set([
  'occupancyRate',
  'vacancyRate',
  'availableArea',
  'availabilityRate',
  'netAbsorption',
  'askingRent',
  'netEffectiveRent',
  'waltByArea',
  'waltByRent',
  'expiring12mRate',
  'totalTax',
  'districtTax',
  'taxPerSqm',
  'taxPerOccupiedSqm',
]);

/** A building's figures with what it weighs in a coverage. */
export interface Weighed {
  readonly series: FigureSeries;
  /** ㎡ of floor area; null where it is not known. */
  readonly gfa: number | null;
}

/**
 * The figures of several buildings as one. Coverage is by floor area: what is known of each, weighed by its size.
 * @param isRatio of a sum the numerator is the value
 */
export function summed(all: readonly Weighed[], periods: number, isRatio: boolean): FigureSeries {
  const places = Array.from({ length: periods }, (_, at) => summedAt(all, at, isRatio));
  return {
    values: places.map(({ value }) => value),
    numerators: places.map(({ numerator }) => numerator),
    denominators: places.map(({ denominator }) => denominator),
    coverages: places.map(({ coverage }) => coverage),
  };
}

function summedAt(all: readonly Weighed[], at: number, isRatio: boolean) {
  let [above, below, covered, whole, known] = [0, 0, 0, 0, 0];
  for (const { series, gfa } of all) {
    const numerator = series.numerators[at] ?? null;
    const denominator = series.denominators[at] ?? null;
    const coverage = series.coverages[at] ?? null;
    if (gfa !== null && coverage !== null) {
      whole += gfa;
      covered += gfa * coverage;
    }
    if (numerator === null || (isRatio && denominator === null)) continue;
    known += 1;
    above += numerator;
    below += denominator ?? 0;
  }
  const numerator = known === 0 ? null : above;
  const denominator = known === 0 || !isRatio ? null : below;
  const ratio =
    numerator !== null && denominator !== null && denominator > 0 ? numerator / denominator : null;
  return {
    value: isRatio ? ratio : numerator,
    numerator,
    denominator,
    coverage: whole > 0 ? covered / whole : null,
  };
}
