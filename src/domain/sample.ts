import type { BuildingId } from './measure.ts';
import type { Portfolio } from './model/portfolio.ts';

/**
 * Whether a portfolio holds something that needs protection: a firm or a building that is not made up. A
 * published building may stand among made-up ones as long as it carries no contacts, units, leases or tax.
 */
export function holdsRealData(portfolio: Portfolio, published: readonly BuildingId[]): boolean {
  const real = portfolio.buildings.filter((building) => !building.synthetic);
  const realIds = new Set(real.map((building) => building.id));
  const isReal = (record: { readonly buildingId: BuildingId }) => realIds.has(record.buildingId);
  return (
    real.some((building) => !published.includes(building.id) || building.steward !== null) ||
    portfolio.enterprises.some((enterprise) => !enterprise.synthetic) ||
    portfolio.units.some(isReal) ||
    portfolio.leases.some(isReal) ||
    portfolio.taxRecords.some(isReal)
  );
}

/** Whether a portfolio is a sample. One without any building is none: somebody is about to fill it. */
export function isSampleOf(portfolio: Portfolio, published: readonly BuildingId[]): boolean {
  return portfolio.buildings.length > 0 && !holdsRealData(portfolio, published);
}
