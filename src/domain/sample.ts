import type { BuildingId } from './measure.ts';
import type { Portfolio } from './model/portfolio.ts';
import { remembered } from './remembered.ts';

interface OfBuilding {
  readonly buildingId: BuildingId;
}

/** Asked after every write, of collections that it mostly left alone. */
const buildingsIn = remembered(
  (records: readonly OfBuilding[]) => new Set(records.map((record) => record.buildingId)),
);
const allMadeUp = remembered((firms: Portfolio['enterprises']) => firms.every(({ synthetic }) => synthetic));

/**
 * Whether a portfolio holds something that needs protection: a firm or a building that is not made up. A
 * published building may stand among made-up ones as long as it carries no contacts, units, leases, tax or plans, and
 * so may a published target.
 * @param published ids of buildings and targets that anybody may read elsewhere
 */
export function holdsRealData(portfolio: Portfolio, published: readonly string[]): boolean {
  const real = portfolio.buildings.filter((building) => !building.synthetic);
  const hasReal = (records: readonly OfBuilding[]) => real.some(({ id }) => buildingsIn(records).has(id));
  return (
    real.some((building) => !published.includes(building.id) || building.steward !== null) ||
    !allMadeUp(portfolio.enterprises) ||
    hasReal(portfolio.units) ||
    hasReal(portfolio.leases) ||
    hasReal(portfolio.taxRecords) ||
    hasReal(portfolio.renewalPlans) ||
    hasReal(portfolio.monthCorrections) ||
    portfolio.targets.some(({ id, synthetic }) => !synthetic && !published.includes(id))
  );
}

/** Whether a portfolio is a sample. One without any building is none: somebody is about to fill it. */
export function isSampleOf(portfolio: Portfolio, published: readonly string[]): boolean {
  return portfolio.buildings.length > 0 && !holdsRealData(portfolio, published);
}
