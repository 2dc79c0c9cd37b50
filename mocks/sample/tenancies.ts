/** Who has been where, since when: one chain of tenancies for each group of units that is let as one. */
import type { CarrierType } from '#domain/model/building.ts';
import type { Lease, LeaseType } from '#domain/model/unit.ts';
import { dayOf, type FirstDay, lastDayOf } from './calendar.ts';
import type { Firm, Firms } from './firms.ts';
import type { Plan } from './plan.ts';
import { clamp, type Random, roundTo } from './random.ts';
import type { Draft } from './stacking.ts';

export interface Tenancy {
  readonly firm: Firm;
  readonly units: readonly Draft[];
  readonly sqm: number;
  /** First and last month at whose end the firm is in. */
  readonly first: number;
  readonly last: number;
  readonly firstDay: FirstDay;
  readonly leaseType: LeaseType;
}

export interface Group {
  readonly units: readonly Draft[];
  /** Youngest first; the present one only where the units are leased. */
  readonly tenancies: readonly Tenancy[];
  /** The landlord markets the space again some months before a lease ends. */
  readonly marketsEarly: boolean;
}

/** How many months before its end a lease's space may be on the market again. */
const marketingMonths = 5;

/** Whether a tenancy's space is offered again at the end of a month. */
export function isMarketed(group: Group, tenancy: Tenancy, month: number): boolean {
  return group.marketsEarly && tenancy.last - month < marketingMonths;
}

/** What the chains of one building have in common. */
export interface House {
  readonly id: string;
  readonly carrierType: CarrierType;
  /** Number of the month of delivery. */
  readonly completed: number;
}

/** Units that are let (or stand empty) together: neighbours, and whole floors on top of each other. */
export function groupsOf(drafts: readonly Draft[], random: Random): readonly (readonly Draft[])[] {
  const groups: Draft[][] = [];
  let previous: Draft | null = null;
  for (const draft of drafts) {
    const current = groups.at(-1);
    const joins =
      current !== undefined &&
      previous !== null &&
      current.length < 6 &&
      previous.status === draft.status &&
      touches(previous, draft) &&
      random.chance(draft.isWholeFloor ? 0.25 : 0.4);
    if (joins) current.push(draft);
    else groups.push([draft]);
    previous = draft;
  }
  return groups;
}

function touches(lower: Draft, upper: Draft): boolean {
  return lower.floor === upper.floor || (lower.isWholeFloor && upper.isWholeFloor);
}

const terms: readonly (readonly [months: number, weight: number])[] = [
  [24, 18],
  [36, 46],
  [60, 28],
  [96, 8],
];

/** The chain of one group back to the first month of history, or to the delivery of the building. */
export function chainOf(
  plan: Plan,
  house: House,
  units: readonly Draft[],
  firms: Firms,
  random: Random,
): Group {
  const earliest = Math.max(plan.firstMonth, house.completed + 1);
  const firstDay: FirstDay = random.chance(0.75) ? 1 : 16;
  const tenancies: Tenancy[] = [];
  const sqm = units.reduce((sum, unit) => sum + unit.cents, 0) / 100;
  const isLet = units[0]?.status === 'leased';
  let free = isLet ? plan.lastMonth + 1 : plan.lastMonth - emptyMonths(random);
  // Months before `free` are still to be filled, the youngest first.
  while (free > earliest || (tenancies.length === 0 && isLet)) {
    const isPresent = isLet && tenancies.length === 0;
    const term = random.weighted(terms);
    const age = isPresent ? random.integer(0, term - 2) : term - 1;
    const first = Math.max(isPresent ? plan.lastMonth - age : free - 1 - age, house.completed + 1);
    const last = isPresent ? Math.max(first + term - 1, plan.lastMonth + 1) : free - 1;
    const leaseType = first === house.completed + 1 ? 'direct' : leaseTypeOf(random);
    const follower = tenancies.at(-1);
    const firm =
      follower?.leaseType === 'renewal'
        ? follower.firm
        : tenantOf(house, sqm, first, isPresent && leaseType === 'direct', firms, random);
    tenancies.push({ firm, units, sqm, first, last, firstDay, leaseType });
    if (!isPresent && follower?.leaseType !== 'renewal') firms.leave(firm, house.id, last);
    free = leaseType === 'renewal' ? first : first - gapMonths(random);
    if (plan.historyMonths === 0) break;
  }
  return { units, tenancies, marketsEarly: random.chance(0.5) };
}

function leaseTypeOf(random: Random): LeaseType {
  if (random.chance(0.32)) return 'renewal';
  return random.chance(0.05) ? 'sublease' : 'direct';
}

/** A new firm, or at times one that has just left another building. */
function tenantOf(
  house: House,
  sqm: number,
  first: number,
  mayMove: boolean,
  firms: Firms,
  random: Random,
): Firm {
  const mover = mayMove && random.chance(0.2) ? firms.takeLeaver(house.id, first) : null;
  return mover ?? firms.found(house.carrierType, sqm, random);
}

/** For how long what is empty today has been so: a few months, or for years. */
function emptyMonths(random: Random): number {
  return random.chance(0.3) ? random.integer(20, 44) : random.integer(0, 22);
}

function gapMonths(random: Random): number {
  return random.chance(0.35) ? random.integer(16, 36) : random.integer(1, 18);
}

/** One lease a unit; `rent` in 元/㎡/月 is what space asks today. */
export function leasesOf(plan: Plan, buildingId: string, tenancy: Tenancy, rent: number, random: Random) {
  const { firm, first, last, firstDay, leaseType } = tenancy;
  const years = (plan.lastMonth - first) / 12;
  const agreed = clamp(rent * random.between(0.88, 0.99) * (1 - 0.012 * years), 45, 140);
  const contractRent = random.chance(0.06) ? null : roundTo(agreed, 0.01);
  const rentFreeMonths = random.chance(0.1) ? null : random.integer(0, leaseType === 'renewal' ? 1 : 4);
  const escalation = random.chance(0.15) ? null : random.pick([0, 0.03, 0.05]);
  const start = dayOf(first, firstDay);
  const end = lastDayOf(last, firstDay);
  return tenancy.units.map(
    (unit): Lease => ({
      id: `${unit.id}-${start.slice(0, 7)}`,
      unitId: unit.id,
      buildingId,
      enterpriseId: firm.enterprise.id,
      start,
      end,
      contractRent,
      rentFreeMonths,
      escalation,
      leaseType,
    }),
  );
}
