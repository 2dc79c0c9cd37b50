/** What a cost of a comparison opens to: how it is reckoned and from what. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { type CostFigureId, type CostRowId, costFigureIds } from '#domain/cost/cost-rows.ts';
import { type OccupancyCost, occupancyCost } from '#domain/cost/occupancy.ts';
import { purchaseCase } from '#domain/cost/purchase.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { assumptionSummary } from '#views/cost/assumption-summary.ts';
import { leaseFigure } from '#views/cost/figure-lines.ts';
import { purchaseFigures } from '#views/cost/purchase-figures.ts';
import type { CostLanguage } from '#views/cost/use-cost-words.ts';
import type { Line } from '#views/counters/opened-figure.tsx';

export interface OpenedCost {
  readonly formula: string;
  readonly lines: readonly Line[];
}

/** A result with its parts; of what goes into one, under which assumptions it stands. */
export function openedCost(
  id: CostRowId,
  space: CostSpace,
  assumptions: CostAssumptions,
  language: CostLanguage,
): OpenedCost {
  const lease = occupancyCost(space, assumptions);
  if (isFigure(id)) return leaseFigure(id, lease, assumptions, language);
  if (id === 'purchaseTotal' || id === 'againstLease')
    return openedPurchase(id, space, lease, assumptions, language);
  return { formula: assumptionSummary(assumptions, lease.inputs, false, language), lines: [] };
}

function isFigure(id: CostRowId): id is CostFigureId {
  return costFigureIds.some((one) => one === id);
}

function openedPurchase(
  id: 'purchaseTotal' | 'againstLease',
  space: CostSpace,
  lease: OccupancyCost,
  assumptions: CostAssumptions,
  language: CostLanguage,
): OpenedCost {
  const { purchase } = language.cost;
  const figures = purchaseFigures(purchaseCase(space, assumptions), lease, null, assumptions, language);
  const label = id === 'purchaseTotal' ? purchase.total : purchase.againstLease;
  const found = figures.find((figure) => figure.label === label);
  if (!found) throw new Error(`invalid purchase figure: ${id}`);
  return found;
}
