/** What a made-up building reported month by month, and what its firms paid. The sums hang together. */
import { monthFromNumber } from '#domain/measure.ts';
import type { BuildingMonth, TaxRecord } from '#domain/model/unit.ts';
import type { Firms } from './firms.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { type Group, type House, isMarketed, type Tenancy } from './tenancies.ts';

/** Share of a year's twelfth that falls due in each month: quarters are settled in the month after. */
const seasons = [1.6, 0.7, 0.9, 1.5, 0.8, 0.8, 1.4, 0.7, 0.8, 1.4, 0.7, 0.7] as const;
const yearlyGrowth = 0.03;
const districtShares = [0.36, 0.4, 0.43] as const;

interface Tally {
  readonly occupied: Float64Array;
  readonly marketed: Float64Array;
  readonly tenants: Int32Array;
  readonly tax: Float64Array;
}

/**
 * Reports of one delivered building, oldest first.
 * @param taxPerSqm 元/㎡·year that a firm of average luck pays
 */
export function monthsOf(
  plan: Plan,
  house: House,
  groups: readonly Group[],
  taxPerSqm: number,
  firms: Firms,
  taxRecords: TaxRecord[],
  random: Random,
): readonly BuildingMonth[] {
  const from = Math.max(plan.firstMonth, house.completed + 1);
  const length = Math.max(0, plan.lastMonth - from + 1);
  const tally: Tally = {
    occupied: new Float64Array(length),
    marketed: new Float64Array(length),
    tenants: new Int32Array(length),
    tax: new Float64Array(length),
  };
  let owned = 0;
  let lettable = 0;
  for (const group of groups) {
    const cents = group.units.reduce((sum, unit) => sum + unit.cents, 0);
    const status = group.units[0]?.status;
    if (status === 'ownerOccupied') owned += cents;
    if (status === 'ownerOccupied' || status === 'leased' || status === 'vacant') lettable += cents;
    for (const tenancy of group.tenancies) {
      count(tally, from, group, tenancy, cents);
      if (firms.paysHere(tenancy.firm)) {
        taxRecords.push(...taxOf(plan, house.id, from, tenancy, taxPerSqm, tally, random));
      }
    }
  }
  for (let at = 0; at < length; at++) addTo(tally.occupied, at, owned);
  return Array.from({ length }, (_, at) => reportOf(house.id, plan, from + at, tally, at, lettable, random));
}

function addTo(sums: Float64Array | Int32Array, at: number, amount: number): void {
  sums[at] = (sums[at] ?? 0) + amount;
}

function count(tally: Tally, from: number, group: Group, tenancy: Tenancy, cents: number): void {
  const end = Math.min(tenancy.last - from + 1, tally.occupied.length);
  for (let at = Math.max(0, tenancy.first - from); at < end; at++) {
    addTo(tally.occupied, at, cents);
    addTo(tally.tenants, at, 1);
    if (isMarketed(group, tenancy, from + at)) addTo(tally.marketed, at, cents);
  }
}

function taxOf(
  plan: Plan,
  buildingId: string,
  from: number,
  tenancy: Tenancy,
  taxPerSqm: number,
  tally: Tally,
  random: Random,
): readonly TaxRecord[] {
  const monthly = (taxPerSqm * tenancy.firm.luck * tenancy.sqm) / 12;
  const districtShare = random.chance(0.04) ? null : random.pick(districtShares);
  const records: TaxRecord[] = [];
  for (let month = Math.max(from, tenancy.first); month <= Math.min(tenancy.last, plan.lastMonth); month++) {
    const growth = 1 + (yearlyGrowth * (month - plan.lastMonth)) / 12;
    const isSettlingIn = tenancy.leaseType !== 'renewal' && month - tenancy.first < 3;
    const season = seasons[month % 12] ?? 1;
    const yuan = monthly * growth * season * random.between(0.9, 1.1) * (isSettlingIn ? 0.35 : 1);
    const totalTax = Math.round(yuan * 100);
    const districtTax = districtShare === null ? null : Math.round(totalTax * districtShare);
    addTo(tally.tax, month - from, totalTax);
    records.push({
      enterpriseId: tenancy.firm.enterprise.id,
      buildingId,
      month: monthFromNumber(month),
      totalTax,
      districtTax,
    });
  }
  return records;
}

/** Of the older reports, a few never came in. */
function reportOf(
  buildingId: string,
  plan: Plan,
  month: number,
  tally: Tally,
  at: number,
  lettable: number,
  random: Random,
): BuildingMonth {
  const totalTax = tally.tax[at] ?? 0;
  const isLost = random.chance(0.02) && plan.lastMonth - month >= 12;
  const head = { buildingId, month: monthFromNumber(month), totalTax };
  if (isLost) {
    return { ...head, occupiedArea: null, vacantArea: null, availableArea: null, tenantCount: null };
  }
  const occupied = tally.occupied[at] ?? 0;
  return {
    ...head,
    occupiedArea: occupied / 100,
    vacantArea: (lettable - occupied) / 100,
    availableArea: (lettable - occupied + (tally.marketed[at] ?? 0)) / 100,
    tenantCount: tally.tenants[at] ?? 0,
  };
}
