/** What a stacking plan reads of a building file. */
import type { IsoDate, SquareMetres, YuanPerSqmMonth } from '../measure.ts';
import type { UnitStatus } from '../model/unit.ts';

export interface PlanLease {
  readonly enterprise: string | null;
  /** Section letter of GB/T 4754-2017. */
  readonly industry: string | null;
  readonly end: IsoDate;
  readonly contractRent: YuanPerSqmMonth | null;
}

export interface PlanUnit {
  readonly id: string;
  readonly label: string;
  readonly area: SquareMetres;
  readonly status: UnitStatus;
  readonly marketed: boolean;
  readonly askingRent: YuanPerSqmMonth | null;
  readonly availableFrom: IsoDate | null;
  readonly minDivisibleArea: SquareMetres | null;
  /** Left out for a role that may not see leases; null where none is on file. */
  readonly lease?: PlanLease | null | undefined;
}

/** The lease that counts for a unit: on one that is not let by its status it has no weight. */
export function leaseOf<L>({
  status,
  lease,
}: {
  readonly status: UnitStatus;
  readonly lease?: L | null | undefined;
}): L | null | undefined {
  return status === 'leased' || lease === undefined ? lease : null;
}

/** `units` in their order along the floor. */
export interface PlanStorey {
  readonly floor: number;
  readonly label: string;
  readonly area: SquareMetres | null;
  readonly units: readonly PlanUnit[];
}

/** Vacant space in one piece, as `contiguousBlocks` finds it. */
export interface PlanBlock {
  readonly floors: readonly number[];
  readonly unitIds: readonly string[];
  readonly area: SquareMetres;
}

/** How many storeys the building is said to have; null: not known. */
export interface StoreyCounts {
  readonly above: number | null;
  readonly below: number | null;
}

const cents = 100;

/** Σ areas without the dust of binary fractions. */
export function sumOfAreas(areas: Iterable<SquareMetres>): SquareMetres {
  let sum = 0;
  for (const area of areas) sum += Math.round(area * cents);
  return sum / cents;
}
