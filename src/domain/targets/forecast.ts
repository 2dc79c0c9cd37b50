/** Where a figure is heading: a straight line through its last known months. */
import { type IsoMonth, monthFromNumber, monthNumber } from '../measure.ts';

export interface Forecast {
  /** At the month asked for, in the unit of the figure. */
  readonly value: number;
  /** What it rests on. */
  readonly basis: {
    /** First and last month that count. */
    readonly from: IsoMonth;
    readonly to: IsoMonth;
    /** Known months among them. */
    readonly points: number;
    readonly slopePerMonth: number;
  };
}

/** As many of the last known months count. */
export const mostPoints = 12;
const fewestPoints = 3;

/**
 * Linear forecast by least squares through the last twelve known months (or as many as there are).
 *
 * - months without a value are left out, not bridged; the line is fitted by calendar, so gaps keep their width
 * - null with fewer than three known months, and for a month that is not after the last known one
 * @param series by month, in any order
 */
export function linearForecast(
  series: readonly { readonly month: IsoMonth; readonly value: number | null }[],
  due: IsoMonth,
): Forecast | null {
  const known = series
    .flatMap(({ month, value }) => {
      const at = monthNumber(month);
      return at === null || value === null ? [] : [{ at, value }];
    })
    .sort((a, b) => a.at - b.at)
    .slice(-mostPoints);
  const [first, last, to] = [known[0], known.at(-1), monthNumber(due)];
  if (!first || !last || to === null || known.length < fewestPoints || to <= last.at) return null;
  // Counted from the last month: year-zero months squared would cost digits.
  const points = known.map(({ at, value }) => ({ x: at - last.at, y: value }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slopePerMonth = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  return {
    value: y + slopePerMonth * (to - last.at - x),
    basis: {
      from: monthFromNumber(first.at),
      to: monthFromNumber(last.at),
      points: points.length,
      slopePerMonth,
    },
  };
}
