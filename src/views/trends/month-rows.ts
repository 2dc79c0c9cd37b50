/** The months of one building as the trends read them: a part of what the API answers. */
import type { MonthPoint } from '#domain/indicators/year-over-year.ts';
import type { IsoMonth } from '#domain/measure.ts';

export interface TrendMonth {
  readonly month: IsoMonth;
  readonly isReported: boolean;
  readonly occupiedArea: number | null;
  readonly vacantArea: number | null;
  readonly availableArea: number | null;
  /** Absent where the role may not see it. */
  readonly tenantCount?: number | null | undefined;
  /** 元; absent where the role may not see it. */
  readonly totalTax?: number | null | undefined;
}

/** Every month of the span, oldest first, also those without a report. */
export type TrendMonths = readonly TrendMonth[];

/** One row of values, null where nothing was reported. */
export function pointsOf(
  months: TrendMonths,
  read: (month: TrendMonth) => number | null | undefined,
): readonly MonthPoint[] {
  return months.map((month) => ({ month: month.month, value: read(month) ?? null }));
}

/** Occupied ÷ (occupied + vacant) of one month; null unless both were reported and something was there. */
export function occupiedShare({ occupiedArea, vacantArea }: TrendMonth): number | null {
  if (occupiedArea === null || vacantArea === null) return null;
  const whole = occupiedArea + vacantArea;
  return whole > 0 ? occupiedArea / whole : null;
}
