/** 税收阶梯: on which step each building stands, and how far the next one is. */
import { tierOf, tierThresholds } from '../indicators/formulas/tax.ts';
import type { BuildingId, Yuan } from '../measure.ts';

export interface TaxLadderEntry {
  readonly buildingId: BuildingId;
  /** 元, of the months on record among the twelve. */
  readonly tax: Yuan;
  readonly tier: number;
  /** null on the highest. */
  readonly nextThreshold: Yuan | null;
  readonly gap: Yuan | null;
}

export interface TaxStep {
  readonly tier: number;
  /** null below the first step. */
  readonly threshold: Yuan | null;
  readonly buildings: number;
  readonly tax: Yuan;
}

export interface TaxLadder {
  /** All six, the highest first. */
  readonly steps: readonly TaxStep[];
  /** Who pays most first, then by id. */
  readonly entries: readonly TaxLadderEntry[];
  /** Buildings without any tax on record: on no step, not on the lowest. */
  readonly unknown: number;
}

/** @param taxes 元 of twelve months; null where none is on record */
export function taxLadder(
  taxes: readonly { readonly buildingId: BuildingId; readonly tax: Yuan | null }[],
): TaxLadder {
  const entries = taxes
    .flatMap(({ buildingId, tax }) => (tax === null ? [] : [entryOf(buildingId, tax)]))
    .sort((a, b) => b.tax - a.tax || (a.buildingId < b.buildingId ? -1 : 1));
  const steps = [null, ...tierThresholds].map((threshold, tier): TaxStep => {
    const own = entries.filter((entry) => entry.tier === tier);
    const fen = own.reduce((sum, { tax }) => sum + Math.round(tax * 100), 0);
    return { tier, threshold, buildings: own.length, tax: fen / 100 };
  });
  return { steps: steps.reverse(), entries, unknown: taxes.length - entries.length };
}

function entryOf(buildingId: BuildingId, tax: Yuan): TaxLadderEntry {
  const tier = tierOf(tax);
  const nextThreshold = tierThresholds[tier] ?? null;
  const gap = nextThreshold === null ? null : Math.round((nextThreshold - tax) * 100) / 100;
  return { buildingId, tax, tier, nextThreshold, gap };
}
