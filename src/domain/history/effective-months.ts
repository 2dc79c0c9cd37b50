/** What is known of past months: the reports with the corrections that were filed since laid over them. */
import { type CorrectedFigure, correctedFigures, type MonthCorrection } from '../model/month-correction.ts';
import type { BuildingMonth } from '../model/unit.ts';

/** One reported month of which something was put right. */
export interface CorrectedMonth {
  /** As it was reported, and stays. */
  readonly reported: BuildingMonth;
  /** What counts. */
  readonly effective: BuildingMonth;
  /** For each figure that was put right the correction that counts. */
  readonly figures: ReadonlyMap<CorrectedFigure, MonthCorrection>;
  /** All of them, first to last. */
  readonly corrections: readonly MonthCorrection[];
}

export interface EffectiveMonths {
  /** In the order given; a month that nobody corrected is the same object as before. */
  readonly months: readonly BuildingMonth[];
  /** By {@link monthKey}. */
  readonly corrected: ReadonlyMap<string, CorrectedMonth>;
}

/** Names a month of a building, as the keys of records do. */
export function monthKey({ buildingId, month }: Pick<BuildingMonth, 'buildingId' | 'month'>): string {
  return `${buildingId}~${month}`;
}

/**
 * Months with the latest correction of each figure laid over the report. A correction that leaves a figure null does
 * not touch it; one of a month that was never reported counts for nothing.
 */
export function effectiveMonths(
  months: readonly BuildingMonth[],
  corrections: readonly MonthCorrection[],
): EffectiveMonths {
  if (corrections.length === 0) return { months, corrected: new Map() };
  const ofMonth = Map.groupBy(corrections, monthKey);
  const corrected = new Map<string, CorrectedMonth>();
  const effective = months.map((reported) => {
    const key = monthKey(reported);
    const own = ofMonth.get(key);
    if (!own) return reported;
    const found = laidOver(
      reported,
      own.toSorted((a, b) => a.number - b.number),
    );
    corrected.set(key, found);
    return found.effective;
  });
  return { months: effective, corrected };
}

function laidOver(reported: BuildingMonth, corrections: readonly MonthCorrection[]): CorrectedMonth {
  const figures = new Map<CorrectedFigure, MonthCorrection>();
  for (const correction of corrections) {
    for (const figure of correctedFigures) if (correction[figure] !== null) figures.set(figure, correction);
  }
  const values = [...figures].map(([figure, correction]) => [figure, correction[figure]] as const);
  return { reported, effective: { ...reported, ...Object.fromEntries(values) }, figures, corrections };
}
