/** 空置预警: which buildings are above the line, and for how long. */
import type { BuildingId, IsoMonth, Ratio, SquareMetres } from '../measure.ts';

/** Of Tianjin's rule: strictly above 15 %. */
export const usualThreshold = 0.15;

export interface VacancyHistory {
  readonly buildingId: BuildingId;
  /** Vacancy at the end of each of the months, null where it is not known. */
  readonly rates: readonly (Ratio | null)[];
  /** In the last of them. */
  readonly vacantArea: SquareMetres | null;
}

export interface WatchlistEntry {
  readonly buildingId: BuildingId;
  readonly vacancyRate: Ratio;
  readonly vacantArea: SquareMetres | null;
  /** The first month of the run above the line that goes up to the last month. */
  readonly since: IsoMonth;
  /** Months of the run with a known vacancy above the line. */
  readonly monthsAbove: number;
}

export interface Watchlist {
  /** The emptiest first, of equal ones the longest above the line, then by id. */
  readonly entries: readonly WatchlistEntry[];
  /** Buildings whose vacancy in the last month is not known: neither on the list nor off it. */
  readonly unknown: number;
  /** Σ of those on the list, ㎡. */
  readonly vacantArea: SquareMetres;
}

/**
 * 空置预警名单 (DOMAIN §4): buildings whose vacancy is strictly above the line in the last month.
 *
 * - exactly on the line is not above it; what is not known is counted as unknown
 * - months above: back from the last month to the first known one that is not above; a month without a report
 *   neither counts nor ends the run
 * @param months `YYYY-MM`, oldest first, one for each rate
 * @param threshold 0–1
 */
export function watchlist(
  histories: readonly VacancyHistory[],
  months: readonly IsoMonth[],
  threshold: Ratio,
): Watchlist {
  const entries: WatchlistEntry[] = [];
  let unknown = 0;
  for (const { buildingId, rates, vacantArea } of histories) {
    const vacancyRate = rates.at(-1) ?? null;
    if (vacancyRate === null) unknown++;
    if (vacancyRate === null || !(vacancyRate > threshold)) continue;
    const { first, count } = runAbove(rates, threshold);
    const since = months[first];
    if (since === undefined) throw new Error(`invalid months: ${months.length} for ${rates.length} rates`);
    entries.push({ buildingId, vacancyRate, vacantArea, since, monthsAbove: count });
  }
  entries.sort(
    (a, b) =>
      b.vacancyRate - a.vacancyRate ||
      b.monthsAbove - a.monthsAbove ||
      (a.buildingId < b.buildingId ? -1 : 1),
  );
  const cents = entries.reduce((sum, entry) => sum + Math.round((entry.vacantArea ?? 0) * 100), 0);
  return { entries, unknown, vacantArea: cents / 100 };
}

function runAbove(rates: readonly (Ratio | null)[], threshold: Ratio): { first: number; count: number } {
  let [first, count] = [rates.length - 1, 0];
  for (let at = rates.length - 1; at >= 0; at--) {
    const rate = rates[at] ?? null;
    if (rate === null) continue;
    if (rate <= threshold) break;
    first = at;
    count++;
  }
  return { first, count };
}
