/** The watch-list and the tax ladder on the wire: rules of the domain over the table of indicators. */
import type { TaxLadder, Watchlist } from '#contract/cockpit.ts';
import { keyTier } from '#domain/indicators/formulas/tax.ts';
import type { IndicatorTable } from '#domain/indicators/spec.ts';
import type { RenewalPlan } from '#domain/model/renewal-plan.ts';
import { taxLadder } from '#domain/tax-ladder/tax-ladder.ts';
import { maySeeTenants } from '#domain/visibility.ts';
import { watchlist } from '#domain/watchlist/watchlist.ts';
import type { ReadModel } from '../read-model.ts';
import type { BuildingSet } from './building-set.ts';
import { rounded, roundedCoverage } from './rounded.ts';
import { namesOfBuilding } from './tenancies.ts';

interface Tables {
  /** By month, of each building and of all of them. */
  readonly buildings: IndicatorTable;
  readonly district: IndicatorTable;
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

export function watchlistAnswer(
  model: ReadModel,
  set: BuildingSet,
  { threshold, at }: { readonly threshold: number; readonly at: string },
  tables: Tables,
): Watchlist {
  const { portfolio, revision, role, rowOf } = model;
  const { groups, periods } = tables.buildings;
  const { values, numerators } = tables.buildings.column('vacancyRate');
  // A month before anything is on record is as unknown as one without a report.
  const months = Math.max(0, periods.indexOf(at) + 1);
  const histories = groups.map(({ id }, group) => {
    const from = group * periods.length;
    const rates = Array.from(values.subarray(from, from + months), (rate) => known(rate));
    return { buildingId: id, rates, vacantArea: known(numerators[from + months - 1]) };
  });
  const { entries, unknown, vacantArea } = watchlist(histories, periods, threshold);
  const plans = maySeeTenants(role) ? plansByBuilding(portfolio.renewalPlans) : null;
  return {
    revision,
    asOf: portfolio.asOf,
    at,
    threshold,
    caught: entries.length,
    unknown,
    of: set.matched,
    vacantArea,
    districtVacancy: ratioAt(tables.district, months - 1),
    items: entries.map((entry) => ({
      ...namesOfBuilding(model, entry.buildingId),
      circleId: portfolio.buildings[rowOf.get(entry.buildingId) ?? -1]?.circleId ?? null,
      vacancyRate: rounded(entry.vacancyRate) ?? entry.vacancyRate,
      vacantArea: entry.vacantArea === null ? null : rounded(entry.vacantArea),
      since: entry.since,
      monthsAbove: entry.monthsAbove,
      ...(plans && { plan: plans.get(entry.buildingId) ?? null }),
    })),
  };
}

type PlanSummary = NonNullable<Watchlist['items'][number]['plan']>;

/** Of each building the plan that is still to be done, the latest begun; then one that is done. Dropped ones are none. */
function plansByBuilding(plans: readonly RenewalPlan[]): ReadonlyMap<string, PlanSummary> {
  const standing = plans.filter(({ status }) => status !== 'dropped');
  const rank = ({ status, startOn, id }: RenewalPlan) =>
    `${status === 'done' ? 0 : 1}${startOn ?? '0000-00-00'}${id}`;
  const ordered = standing.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return new Map(
    ordered.map(({ buildingId, id, title, owner, status, dueOn, measures }) => [
      buildingId,
      {
        id,
        title,
        owner,
        status,
        dueOn,
        done: measures.filter(({ doneOn }) => doneOn !== null).length,
        measures: measures.length,
      },
    ]),
  );
}

/** Vacancy of all of them; nothing is known before the first period. */
function ratioAt(table: IndicatorTable, period: number): Watchlist['districtVacancy'] {
  const { values, numerators, denominators, coverages } = table.column('vacancyRate');
  const at = (column: Float64Array) => (period < 0 ? Number.NaN : (column[period] ?? Number.NaN));
  return {
    value: rounded(at(values)),
    numerator: rounded(at(numerators)) ?? 0,
    denominator: rounded(at(denominators)) ?? 0,
    coverage: roundedCoverage(at(coverages)),
  };
}

const monthsOfYear = 12;

/** Only for a role that may see tax. @param at last of the twelve months */
export function taxLadderAnswer(model: ReadModel, at: string, { buildings, district }: Tables): TaxLadder {
  const { portfolio, revision } = model;
  const column = (id: 'taxTier' | 'taxPerSqm' | 'occupancyRate') => buildings.column(id);
  const [tiers, perSqm, occupancy] = [column('taxTier'), column('taxPerSqm'), column('occupancyRate')];
  const last = (values: Float64Array, group: number) => values[(group + 1) * buildings.periods.length - 1];
  const place = new Map(buildings.groups.map(({ id }, group) => [id, group]));
  const taxes = buildings.groups.map(({ id }, group) => ({
    buildingId: id,
    tax: rounded(last(tiers.numerators, group) ?? Number.NaN),
  }));
  const { steps, entries, unknown } = taxLadder(taxes);
  const sumOf = (own: readonly { readonly tax: number }[]) => own.reduce((sum, { tax }) => sum + tax, 0);
  const all = sumOf(steps);
  const ofKeys = sumOf(steps.filter(({ tier }) => tier >= keyTier));
  return {
    revision,
    asOf: portfolio.asOf,
    through: at,
    months: monthsOfYear,
    steps: [...steps],
    items: entries.map(({ buildingId, ...entry }) => {
      const group = place.get(buildingId) ?? -1;
      return {
        ...namesOfBuilding(model, buildingId),
        ...entry,
        taxPerSqm: rounded(last(perSqm.values, group) ?? Number.NaN),
        occupancyRate: rounded(last(occupancy.values, group) ?? Number.NaN),
        months: Math.round((known(last(tiers.coverages, group)) ?? 0) * monthsOfYear),
      };
    }),
    unknown,
    keyBuildingTaxShare: {
      value: all > 0 ? rounded(ofKeys / all) : null,
      numerator: rounded(ofKeys) ?? 0,
      denominator: rounded(all) ?? 0,
      coverage: roundedCoverage(district.column('taxPerSqm').coverages[0] ?? Number.NaN),
    },
  };
}
