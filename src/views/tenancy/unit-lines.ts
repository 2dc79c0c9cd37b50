/** The lines of the table of units: which there are, in what order, and what they say. No drawing. */
import type { IsoDate, Quantity } from '#domain/measure.ts';
import type { UnitStatus } from '#domain/model/unit.ts';
import { compareKnown } from '#domain/order.ts';
import { leaseOf } from '#domain/stacking/storey.ts';

/** What the table reads of a unit: a part of what the API answers for one building. */
export interface TableUnit {
  readonly id: string;
  readonly label: string;
  readonly position: number;
  readonly area: number;
  readonly status: UnitStatus;
  readonly marketed: boolean;
  readonly askingRent: number | null;
  readonly availableFrom: IsoDate | null;
  readonly minDivisibleArea: number | null;
  /** Absent where the role may not see tenants; null where no lease runs. */
  readonly lease?: { readonly enterprise: string | null; readonly end: IsoDate } | null | undefined;
}

export interface TableStorey {
  readonly floor: number;
  readonly label: string;
  readonly units: readonly TableUnit[];
}

export interface UnitLine {
  readonly unit: TableUnit;
  readonly floor: number;
  readonly floorLabel: string;
  /** Area × efficiency, ㎡, a bound where the efficiency is one; null when that is not known. */
  readonly usable: Quantity | null;
  readonly isOffered: boolean;
}

export const unitColumns = [
  'floor',
  'unit',
  'area',
  'usable',
  'status',
  'tenant',
  'ends',
  'rent',
  'from',
  'divisible',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

export interface UnitOrder {
  readonly column: UnitColumn;
  readonly descending: boolean;
}

/** Like the building itself: from the top down. */
export const topDown: UnitOrder = { column: 'floor', descending: true };

/** Which units are shown; null does not narrow. */
export interface UnitFilter {
  readonly floors: readonly number[] | null;
  readonly statuses: readonly UnitStatus[] | null;
}

/** All units of a building as lines, from the ground up. */
export function unitLines(storeys: readonly TableStorey[], efficiency: Quantity | null): readonly UnitLine[] {
  return storeys.flatMap(({ floor, label, units }) =>
    units.map((unit) => ({
      unit,
      floor,
      floorLabel: label,
      usable: efficiency && {
        value: Math.round(unit.area * efficiency.value * 100) / 100,
        bound: efficiency.bound,
      },
      isOffered: unit.status === 'vacant' || (unit.status === 'leased' && unit.marketed),
    })),
  );
}

export function filteredLines(
  lines: readonly UnitLine[],
  { floors, statuses }: UnitFilter,
): readonly UnitLine[] {
  return lines.filter(
    ({ floor, unit }) =>
      (floors === null || floors.includes(floor)) && (statuses === null || statuses.includes(unit.status)),
  );
}

/** Columns that have something to say for this building and this role. */
export function columnsOf(lines: readonly UnitLine[]): readonly UnitColumn[] {
  const hasUsable = lines.some(({ usable }) => usable !== null);
  const hasTenants = lines.some(({ unit }) => unit.lease !== undefined);
  return unitColumns.filter((column) => {
    if (column === 'usable') return hasUsable;
    return hasTenants || (column !== 'tenant' && column !== 'ends');
  });
}

const statusOrder: Readonly<Record<UnitStatus, number>> = {
  vacant: 0,
  leased: 1,
  reserved: 2,
  ownerOccupied: 3,
  notForLease: 4,
};

function sortValue({ unit, floor, usable, isOffered }: UnitLine, column: UnitColumn): number | string | null {
  switch (column) {
    case 'floor':
      return floor;
    case 'unit':
      return unit.label;
    case 'area':
      return unit.area;
    case 'usable':
      return usable?.value ?? null;
    case 'status':
      return statusOrder[unit.status];
    case 'rent':
      return isOffered ? unit.askingRent : null;
    case 'from':
      return isOffered ? unit.availableFrom : null;
    case 'divisible':
      return isOffered ? unit.minDivisibleArea : null;
    case 'tenant':
      return leaseOf(unit)?.enterprise ?? null;
    case 'ends':
      return leaseOf(unit)?.end ?? null;
  }
}

/** What is not known comes last either way; equals stay as they stand in the building, along the floor. */
export function orderedLines(
  lines: readonly UnitLine[],
  { column, descending }: UnitOrder,
): readonly UnitLine[] {
  return lines.toSorted(
    (a, b) =>
      compareKnown(sortValue(a, column), sortValue(b, column), descending) ||
      b.floor - a.floor ||
      a.unit.position - b.unit.position,
  );
}
