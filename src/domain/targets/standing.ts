/** How far a target is: what there is, what is missing, and where it is heading. */
import { type IsoMonth, monthFromNumber, monthNumber, type Ratio } from '../measure.ts';
import { type Forecast, linearForecast } from './forecast.ts';

export interface MonthlyFigure {
  readonly month: IsoMonth;
  readonly value: number | null;
  readonly coverage: Ratio | null;
}

export interface Standing {
  /** What is to be reached; null for a target of so many more while nobody knows more than what. */
  readonly aim: number | null;
  /** The last known figure; null when none is known. */
  readonly actual: number | null;
  readonly actualMonth: IsoMonth | null;
  readonly coverage: Ratio | null;
  /** What is missing, in the unit of the figure: positive while the target is not reached. */
  readonly gap: number | null;
  readonly forecast: (Forecast & { readonly reaches: boolean | null }) | null;
}

/** Fewer are better. */
const lowerIsBetter: readonly string[] = ['vacancyRate', 'availableArea', 'expiring12mRate'];

interface Aimed {
  readonly indicator: string;
  readonly targetValue: number;
  readonly baseValue: number | null;
  readonly dueMonth: IsoMonth;
}

/** Of which a target says how many there shall be more than at its beginning. */
const countedFromBase: readonly string[] = ['buildingsOverBillion'];

function aimOf({ indicator, targetValue, baseValue }: Aimed): number | null {
  if (!countedFromBase.includes(indicator)) return targetValue;
  return baseValue === null ? null : baseValue + targetValue;
}

/**
 * Holds a figure against its target. A figure that just reaches it has reached it.
 * @param series by month, oldest first
 */
export function standingOf(target: Aimed, series: readonly MonthlyFigure[]): Standing {
  const aim = aimOf(target);
  const isLess = lowerIsBetter.includes(target.indicator);
  const missing = (value: number | null) =>
    value === null || aim === null ? null : isLess ? value - aim : aim - value;
  const latest = series.findLast(({ value }) => value !== null);
  const actual = latest?.value ?? null;
  const forecast = linearForecast(series, target.dueMonth);
  return {
    aim,
    actual,
    actualMonth: latest?.month ?? null,
    coverage: latest?.coverage ?? null,
    gap: missing(actual),
    forecast: forecast && { ...forecast, reaches: whetherReached(target, missing(forecast.value), forecast) },
  };
}

/** Who has fewer altogether than there shall be more has not reached it, whatever there was at the beginning. */
function whetherReached({ targetValue }: Aimed, rest: number | null, { value }: Forecast): boolean | null {
  if (rest !== null) return rest <= 0;
  return value < targetValue ? false : null;
}

/**
 * Sums of twelve months for a figure that is counted by the month, so that a target of a year is held against a
 * year. null unless all twelve are known: nothing is annualised.
 * @param series by month without gaps, oldest first
 */
export function rollingYears(series: readonly MonthlyFigure[]): readonly MonthlyFigure[] {
  return series.slice(11).map(({ month }, at) => {
    const own = series.slice(at, at + 12);
    const isWhole = own.every(({ value }) => value !== null);
    const coverages = own.map(({ coverage }) => coverage ?? 0);
    return {
      month,
      value: isWhole ? own.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
      coverage: isWhole ? coverages.reduce((sum, one) => sum + one, 0) / 12 : null,
    };
  });
}

/** The months that end with one, oldest first. */
export function monthsUpTo(last: IsoMonth, count: number): readonly IsoMonth[] {
  const end = monthNumber(last);
  if (end === null) throw new Error(`invalid month: ${last}`);
  return Array.from({ length: count }, (_, at) => monthFromNumber(end - count + 1 + at));
}
