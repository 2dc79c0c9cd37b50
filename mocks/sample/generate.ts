/** The sample district, made up from a seed: the same options always give the same portfolio. */
import type { Building, Fact } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { BuildingMonth, Floor, Lease, TaxRecord, Unit } from '#domain/model/unit.ts';
import { factsOf } from './facts.ts';
import { Firms } from './firms.ts';
import { heping } from './heping.ts';
import { monthsOf } from './history.ts';
import { buildingName, type Name, podiumName } from './names.ts';
import { type Card, type Plan, type PortfolioOptions, planOf, streams } from './plan.ts';
import { createLots, createOpenField, type Plot } from './plots.ts';
import { Random } from './random.ts';
import { buildingOf } from './record.ts';
import { type Draft, settle, settleUnfinished, stackOf } from './stacking.ts';
import { chainOf, type Group, groupsOf, type House, leasesOf } from './tenancies.ts';
import { type Traits, traitsOf } from './traits.ts';
import { askingRent, quotingOf, unitsOf } from './units.ts';

export type { PortfolioOptions } from './plan.ts';

/** Above this the buildings would not fit into the district: they are spread over a wide box instead. */
const mostInDistrict = 1_000;

interface Site {
  readonly card: Card;
  readonly plot: Plot;
  readonly traits: Traits;
  readonly name: Name;
}

interface Shelf {
  readonly buildings: Building[];
  readonly facts: Fact[];
  readonly floors: Floor[];
  readonly units: Unit[];
  readonly leases: Lease[];
  readonly taxRecords: TaxRecord[];
  readonly months: BuildingMonth[];
  readonly firms: Firms;
}

/**
 * Makes up a portfolio for Heping. Pure: no clock, no chance beside the seed. Leases include those that ended
 * within the history; exactly one lease of a leased unit is current at `asOf`.
 * @throws when an option is not a whole number ≥ 0 or `asOf` is no date
 */
export function generatePortfolio(options: PortfolioOptions = {}): Portfolio {
  const plan = planOf(options);
  const shelf: Shelf = {
    buildings: [],
    facts: [],
    floors: [],
    units: [],
    leases: [],
    taxRecords: [],
    months: [],
    firms: new Firms(heping.adcode),
  };
  const sites = sitesOf(plan);
  const quotas = unitQuotas(plan, sites);
  for (const site of sites) build(plan, site, quotas[site.card.index] ?? 0, shelf);
  const { firms, ...collections } = shelf;
  const planned = { monthCorrections: [], renewalPlans: [], targets: [] };
  return { district: heping, asOf: plan.asOf, ...collections, enterprises: firms.all, ...planned };
}

function sitesOf(plan: Plan): readonly Site[] {
  const lots = plan.cards.length > mostInDistrict ? createOpenField() : createLots();
  // Podiums come after all towers, at whose feet they may stand.
  const ownPlots = plan.cards.map((card) =>
    card.towerIndex === null
      ? lots.place(card.carrierType, new Random(plan.seed, card.index, streams.plot))
      : null,
  );
  return plan.cards.flatMap((card) => {
    const plot = ownPlots[card.towerIndex ?? card.index];
    const tower = card.towerIndex === null ? undefined : plan.cards[card.towerIndex];
    if (!plot) return [];
    const name = tower ? podiumName(nameOf(plan, tower)) : nameOf(plan, card);
    return [{ card, plot, traits: traitsOf(plan, card, plot.circleId), name }];
  });
}

function nameOf(plan: Plan, card: Card): Name {
  return buildingName(card.carrierType, card.index, new Random(plan.seed, card.index, streams.name));
}

/** How many units each building gets; with a total to reach, what is above one a storey is scaled to fit. */
function unitQuotas(plan: Plan, sites: readonly Site[]): readonly number[] {
  const cut = sites.map(({ card, traits }) => ({
    floors: card.hasUnits ? traits.storeys : 0,
    extra: card.hasUnits ? Math.max(0, traits.usualUnits - traits.storeys) : 0,
  }));
  const floors = cut.reduce((sum, one) => sum + one.floors, 0);
  const extras = cut.reduce((sum, one) => sum + one.extra, 0);
  const scale = plan.units === null || extras === 0 ? 1 : Math.max(0, plan.units - floors) / extras;
  let wished = 0;
  let given = 0;
  return cut.map((one) => {
    wished += one.extra * scale;
    const extra = Math.round(wished - given);
    given += extra;
    return one.floors + extra;
  });
}

function build(plan: Plan, site: Site, unitCount: number, shelf: Shelf): void {
  const { card, plot, traits, name } = site;
  const random = new Random(plan.seed, card.index, streams.space);
  const stack = stackOf(card, traits, Math.max(unitCount, traits.storeys), random);
  const rentable = stack.drafts.reduce((sum, draft) => sum + draft.cents, 0) / 100;
  const building = buildingOf(plan, card, plot, traits, name, rentable);
  shelf.buildings.push(building);
  for (const fact of factsOf(plan, building, random)) shelf.facts.push(fact);
  if (!card.hasUnits) return;
  for (const floor of stack.floors) shelf.floors.push(floor);
  if (traits.completed === null) settleUnfinished(stack.drafts, random);
  else settle(stack.drafts, traits, building.tenure === 'sale' || building.tenure === 'both', random);
  const groups = occupy(plan, site, groupsOf(stack.drafts, random), shelf);
  const quoting = quotingOf(building, random);
  const units = groups.flatMap((group) => unitsOf(plan, card, traits, quoting, group, random));
  for (const unit of units) shelf.units.push(unit);
}

/** Fills the groups with firms, and files their leases, reports and tax. */
function occupy(
  plan: Plan,
  { card, traits }: Site,
  groups: readonly (readonly Draft[])[],
  shelf: Shelf,
): readonly Group[] {
  const { completed } = traits;
  if (completed === null) return groups.map((units) => ({ units, tenancies: [], marketsEarly: false }));
  const house: House = { id: card.id, carrierType: card.carrierType, completed };
  const random = new Random(plan.seed, card.index, streams.tenants);
  const chains = groups.map((units) => {
    const status = units[0]?.status;
    const isTenanted = status === 'leased' || status === 'vacant';
    return isTenanted
      ? chainOf(plan, house, units, shelf.firms, random)
      : { units, tenancies: [], marketsEarly: false };
  });
  for (const tenancy of chains.flatMap((group) => group.tenancies)) {
    const rent = askingRent(card, traits, tenancy.units[0]?.floor ?? 1, false, random);
    for (const lease of leasesOf(plan, card.id, tenancy, rent, random)) shelf.leases.push(lease);
  }
  if (plan.historyMonths > 0) {
    const tax = new Random(plan.seed, card.index, streams.tax);
    const months = monthsOf(plan, house, chains, traits.tax, shelf.firms, shelf.taxRecords, tax);
    for (const month of months) shelf.months.push(month);
  }
  return chains;
}
