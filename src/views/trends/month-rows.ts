/** The months of one building as the trends read them: a part of what the API answers. */
import type { MonthPoint } from '#domain/indicators/year-over-year.ts';
import type { IsoDate, IsoMonth } from '#domain/measure.ts';
import type { CorrectedFigure } from '#domain/model/month-correction.ts';

/** One figure that was put right after it was reported; both values in the unit of the month's figure. */
export interface TrendCorrection {
  readonly figure: CorrectedFigure;
  readonly reported: number | null;
  readonly corrected: number;
  readonly reason: string | null;
  readonly correctedOn: IsoDate;
  readonly correctedBy: string | null;
}

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
  /** What of it was corrected; absent where nothing was, or where the role may not know. */
  readonly corrections?: readonly TrendCorrection[] | undefined;
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
