/** 企业迁入迁出: who came, who left and who moved from one building to another, month by month. */
import { lastDayOf } from '../calendar.ts';
import { countingLeases, isRunning } from '../indicators/lettings.ts';
import {
  type BuildingId,
  type EnterpriseId,
  type IsoDate,
  type IsoMonth,
  monthFromNumber,
  monthNumber,
  type SquareMetres,
} from '../measure.ts';
import type { Lease, Unit } from '../model/unit.ts';
import { eachStepwise, type Stepwise } from '../stepwise.ts';

/**
 * `in`, `out`: to and from the set of buildings. `within`: from one of its buildings to another. `expanded`,
 * `reduced`: one building more, one less, of a firm that stays.
 */
export const movementKinds = ['in', 'out', 'within', 'expanded', 'reduced'] as const;
export type MovementKind = (typeof movementKinds)[number];

export interface Movement {
  readonly kind: MovementKind;
  readonly month: IsoMonth;
  readonly enterpriseId: EnterpriseId;
  /** That was entered, or left. */
  readonly buildingId: BuildingId;
  /** `within`: the building that was left. */
  readonly fromBuildingId: BuildingId | null;
  /** ㎡ taken there, or given up; null where no unit of the leases is on file. */
  readonly area: SquareMetres | null;
}

/** Buildings in which each firm sits on one day, with its area there. */
type Presence = ReadonlyMap<EnterpriseId, ReadonlyMap<BuildingId, SquareMetres | null>>;

/**
 * Movements by leases: a firm sits where it is the occupier of some unit on the last day of a month (see
 * `lettings.ts`), and has moved when that differs from the month before. At most one `in` or `out` a firm and
 * month, so that both subtracted are the change of the number of distinct firms in the buildings (DOMAIN §3, 18).
 *
 * - a lease that ends before it starts never runs; one on a unit that is not on file has no area
 * - the month of `asOf` ends with that day; after it nobody has moved
 * Can be put down and taken up again, see `stepwise.ts`.
 * @param buildings only these; all when null. Whoever comes from elsewhere has come in
 * @returns the latest first, then by firm and building
 */
export function* movements(
  leases: readonly Lease[],
  units: readonly Unit[],
  span: { readonly from: IsoMonth; readonly to: IsoMonth },
  { asOf, buildings }: { readonly asOf: IsoDate; readonly buildings: ReadonlySet<BuildingId> | null },
): Stepwise<readonly Movement[]> {
  const [first, last, now] = [span.from, span.to, asOf].map(monthNumber);
  if (first == null || last == null || now == null)
    throw new Error(`invalid span: ${span.from} – ${span.to}`);
  const [begin, end] = [lastDayOf(monthFromNumber(first - 1)), lastDayOf(monthFromNumber(last))];
  const own = leases.filter(
    (lease) => lease.start <= end && lease.end >= begin && (!buildings || buildings.has(lease.buildingId)),
  );
  const leasesOf = Map.groupBy(own, ({ buildingId, unitId }) => `${buildingId}~${unitId}`);
  const areaOf = new Map(units.map((unit) => [`${unit.buildingId}~${unit.id}`, unit.area]));
  const found: Movement[] = [];
  let before: Presence | null = null;
  for (let number = first - 1; number <= Math.min(last, now); number++) {
    const day = number === now ? asOf : lastDayOf(monthFromNumber(number));
    const present = yield* presenceOn(day, leasesOf, areaOf);
    if (before) found.push(...stepsBetween(before, present, monthFromNumber(number)));
    before = present;
  }
  return found.reverse();
}

function* presenceOn(
  day: IsoDate,
  leasesOf: ReadonlyMap<string, readonly Lease[]>,
  areaOf: ReadonlyMap<string, SquareMetres>,
): Stepwise<Presence> {
  const present = new Map<EnterpriseId, Map<BuildingId, SquareMetres | null>>();
  yield* eachStepwise(leasesOf, ([unit, leases]) => {
    const running = leases.filter((lease) => isRunning(lease, day));
    // Nearly always there is one lease or none, and nothing to be judged.
    const occupier = running.length > 1 ? countingLeases(running, day).occupier : running[0];
    if (!occupier) return;
    const own = present.get(occupier.enterpriseId) ?? new Map<BuildingId, SquareMetres | null>();
    const [known, area] = [own.get(occupier.buildingId) ?? null, areaOf.get(unit) ?? null];
    own.set(occupier.buildingId, known === null ? area : Math.round((known + (area ?? 0)) * 100) / 100);
    present.set(occupier.enterpriseId, own);
  });
  return present;
}

/** In the reverse of the order that is answered: the last firm first. */
function stepsBetween(before: Presence, after: Presence, month: IsoMonth): Movement[] {
  const firms = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => (a < b ? 1 : -1));
  const nowhere: ReadonlyMap<BuildingId, SquareMetres | null> = new Map();
  return firms.flatMap((enterpriseId) => {
    const [was, is] = [before.get(enterpriseId) ?? nowhere, after.get(enterpriseId) ?? nowhere];
    const entered = largestFirst(is, was);
    const left = largestFirst(was, is);
    const moves = Math.min(entered.length, left.length);
    const made = (kind: MovementKind, [buildingId, area]: Place, from: Place | null = null): Movement => ({
      kind,
      month,
      enterpriseId,
      buildingId,
      fromBuildingId: from?.[0] ?? null,
      area,
    });
    return [
      ...entered.slice(0, moves).flatMap((place, at) => (left[at] ? [made('within', place, left[at])] : [])),
      ...entered.slice(moves).map((place, at) => made(was.size === 0 && at === 0 ? 'in' : 'expanded', place)),
      ...left.slice(moves).map((place, at) => made(is.size === 0 && at === 0 ? 'out' : 'reduced', place)),
    ].reverse();
  });
}

type Place = readonly [BuildingId, SquareMetres | null];

function largestFirst(
  places: ReadonlyMap<BuildingId, SquareMetres | null>,
  others: ReadonlyMap<BuildingId, unknown>,
): readonly Place[] {
  return [...places]
    .filter(([building]) => !others.has(building))
    .sort(([a, x], [b, y]) => (y ?? -1) - (x ?? -1) || (a < b ? -1 : 1));
}
