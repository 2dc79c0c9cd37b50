import type { BuildingId } from './measure.ts';
import type { Portfolio } from './model/portfolio.ts';

/**
 * Whether a portfolio is a sample, with nothing in it that needs protection: its firms are made up, and so
 * are its buildings except the published ones, which carry no contacts, units, leases or tax. One without any
 * building is no sample: somebody is about to fill it.
 */
export function isSampleOf(portfolio: Portfolio, published: readonly BuildingId[]): boolean {
  const real = portfolio.buildings.filter((building) => !building.synthetic);
  const realIds = new Set(real.map((building) => building.id));
  const isReal = (record: { readonly buildingId: BuildingId }) => realIds.has(record.buildingId);
  return (
    portfolio.buildings.length > 0 &&
    real.every((building) => published.includes(building.id) && building.steward === null) &&
    portfolio.enterprises.every((enterprise) => enterprise.synthetic) &&
    !portfolio.units.some(isReal) &&
    !portfolio.leases.some(isReal) &&
    !portfolio.taxRecords.some(isReal)
  );
}
