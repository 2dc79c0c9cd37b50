/** 税收阶梯: on which step each building stands, and how far the next one is. */
import type { BuildingId, Yuan } from '../measure.ts';

/** 元 in twelve months, the lowest first: 1000万, 3000万, 5000万, 1亿, 10亿 (DOMAIN §3, 15). */
export const taxSteps: readonly Yuan[] = [10_000_000, 30_000_000, 50_000_000, 100_000_000, 1_000_000_000];

/** 0 below the first step, 5 from 10亿 on; a step that is just reached counts. */
export function tierOf(tax: Yuan): number {
  return taxSteps.filter((step) => tax >= step).length;
}

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
  const steps = [null, ...taxSteps].map((threshold, tier): TaxStep => {
    const own = entries.filter((entry) => entry.tier === tier);
    const fen = own.reduce((sum, { tax }) => sum + Math.round(tax * 100), 0);
    return { tier, threshold, buildings: own.length, tax: fen / 100 };
  });
  return { steps: steps.reverse(), entries, unknown: taxes.length - entries.length };
}

function entryOf(buildingId: BuildingId, tax: Yuan): TaxLadderEntry {
  const tier = tierOf(tax);
  const nextThreshold = taxSteps[tier] ?? null;
  const gap = nextThreshold === null ? null : Math.round((nextThreshold - tax) * 100) / 100;
  return { buildingId, tax, tier, nextThreshold, gap };
}
