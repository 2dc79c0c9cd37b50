/** Which lease counts for a let unit: what all figures of tenants and terms begin with. */
import type { IsoDate } from '../measure.ts';
import type { Lease, Unit } from '../model/unit.ts';

/** One let unit. Where nobody sublets, `head` and `occupier` are the same lease. */
export interface Letting {
  readonly unit: Unit;
  /** The landlord's contract that runs on the day; null when none on file does. */
  readonly head: Lease | null;
  /** The contract of whoever sits there. */
  readonly occupier: Lease | null;
  /** No contract runs, and this is the latest of those that have: the tenant holds over, or a renewal is not on file. */
  readonly ended: Lease | null;
}

/** A unit's id is unique within its building only. */
function unitKey(buildingId: string, unitId: string): string {
  return `${buildingId}~${unitId}`;
}

/** Whether a lease runs on a day; its last day belongs to it. */
export function isRunning({ start, end }: Pick<Lease, 'start' | 'end'>, day: IsoDate): boolean {
  return start <= day && day <= end;
}

type Order = (a: Lease, b: Lease) => number;

const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const youngestFirst: Order = (a, b) => byText(b.start, a.start) || byText(b.end, a.end) || byText(a.id, b.id);
const isSublease = ({ leaseType }: Lease) => Number(leaseType === 'sublease');
/** Of several running leases of a unit, whose term counts. */
export const headFirst: Order = (a, b) => isSublease(a) - isSublease(b) || youngestFirst(a, b);
/** Of several running leases of a unit, whose firm sits there. */
export const occupierFirst: Order = (a, b) => isSublease(b) - isSublease(a) || youngestFirst(a, b);
const latestEndFirst: Order = (a, b) => byText(b.end, a.end) || headFirst(a, b);

function firstBy(leases: readonly Lease[], order: Order): Lease | null {
  return leases.reduce<Lease | null>((best, lease) => (best && order(best, lease) <= 0 ? best : lease), null);
}

/**
 * Which of the leases of one unit count on a day. Of several that run, the landlord's contract gives the term
 * and a sublease the occupier; of several of a kind, the one that began last (then ends last, then by id).
 */
export function countingLeases(leases: readonly Lease[], day: IsoDate): Omit<Letting, 'unit'> {
  const running = leases.filter((lease) => isRunning(lease, day));
  const head = firstBy(running, headFirst);
  return {
    head,
    occupier: firstBy(running, occupierFirst),
    ended: head
      ? null
      : firstBy(
          leases.filter(({ end }) => end < day),
          latestEndFirst,
        ),
  };
}

/**
 * The let units with the leases that count on a day, each unit once and in the order of their ids, so that sums
 * over them do not depend on the order of the records. A lease on a unit that is not on file, or not let by its
 * status, is left out: its area is not known, or somebody has yet to say which of the two is wrong.
 */
export function lettingsOf(
  leases: readonly Lease[],
  units: readonly Unit[],
  day: IsoDate,
): readonly Letting[] {
  const leasesOf = Map.groupBy(leases, ({ buildingId, unitId }) => unitKey(buildingId, unitId));
  return distinctUnits(units)
    .filter(({ status }) => status === 'leased')
    .map((unit) => ({
      unit,
      ...countingLeases(leasesOf.get(unitKey(unit.buildingId, unit.id)) ?? [], day),
    }));
}

/** Each unit once, in the order of building and id. */
export function distinctUnits(units: readonly Unit[]): readonly Unit[] {
  const byKey = new Map(units.map((unit) => [unitKey(unit.buildingId, unit.id), unit]));
  return [...byKey].sort(([a], [b]) => byText(a, b)).map(([, unit]) => unit);
}

/** Σ area, ㎡, without the dust of binary fractions. */
export function areaOf(units: readonly Pick<Unit, 'area'>[]): number {
  return units.reduce((sum, { area }) => sum + Math.round(area * 100), 0) / 100;
}
