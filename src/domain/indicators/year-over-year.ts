/** What a row of months says of a year: against the year before, and added up. Nothing is interpolated or annualised. */
import { type IsoMonth, monthFromNumber, monthNumber, type Ratio } from '../measure.ts';

/** One month of a row; null where nothing was reported. */
export interface MonthPoint {
  readonly month: IsoMonth;
  readonly value: number | null;
}

export interface YearOverYear {
  readonly month: IsoMonth;
  readonly value: number | null;
  readonly monthBefore: IsoMonth;
  readonly before: number | null;
  /** value − before, in the unit of the row; null unless both were reported. */
  readonly change: number | null;
  /** change ÷ before; null also when nothing was there before. */
  readonly rate: Ratio | null;
}

/** The last month that was reported; null when none was. Months may come in any order. */
export function lastReported(points: readonly MonthPoint[]): IsoMonth | null {
  return points.reduce<IsoMonth | null>(
    (last, { month, value }) => (value !== null && (last === null || month > last) ? month : last),
    null,
  );
}

function before(month: IsoMonth, months: number): IsoMonth {
  const number = monthNumber(month);
  if (number === null) throw new Error(`invalid month: ${month}`);
  return monthFromNumber(number - months);
}

/** 同比: a month against the same month a year before; of occupied area it is the net absorption of that year. */
export function yearOverYear(points: readonly MonthPoint[], month: IsoMonth): YearOverYear {
  const reported = (wanted: IsoMonth) => points.find((point) => point.month === wanted)?.value ?? null;
  const monthBefore = before(month, 12);
  const [value, earlier] = [reported(month), reported(monthBefore)];
  const change = value === null || earlier === null ? null : value - earlier;
  return {
    month,
    value,
    monthBefore,
    before: earlier,
    change,
    rate: change === null || earlier === null || earlier === 0 ? null : change / earlier,
  };
}

export interface YearSum {
  readonly from: IsoMonth;
  readonly through: IsoMonth;
  /** Σ of what was reported; null when nothing was. */
  readonly sum: number | null;
  /** Months of the twelve that were reported. */
  readonly months: number;
}

/** The twelve months that end with `through`. A month that is missing is missing from the sum. */
export function yearSum(points: readonly MonthPoint[], through: IsoMonth): YearSum {
  const from = before(through, 11);
  const known = points.flatMap(({ month, value }) =>
    month >= from && month <= through && value !== null ? [value] : [],
  );
  return {
    from,
    through,
    sum: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0),
    months: known.length,
  };
}
