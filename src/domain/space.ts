/** Rules of space: what is vacant, what is on offer, and how much of it hangs together. */

import { exactly, monthNumber, type Quantity, type SquareMetres } from './measure.ts';
import type { Building } from './model/building.ts';
import type { Floor, Unit } from './model/unit.ts';

export function isVacant(unit: Unit): boolean {
  return unit.status === 'vacant';
}

/** On offer: vacant, or let but already marketed again. Reserved space is not on offer. */
export function isAvailable(unit: Unit): boolean {
  return unit.status === 'vacant' || (unit.status === 'leased' && unit.marketed);
}

export function isOccupied(unit: Unit): boolean {
  return unit.status === 'leased' || unit.status === 'ownerOccupied';
}

/** Vacant space that one occupier can take in one piece. Floors from bottom to top. */
export interface ContiguousBlock {
  readonly floors: readonly number[];
  readonly unitIds: readonly string[];
  readonly area: SquareMetres;
}

const cents = 100;

function sumArea(units: readonly Unit[]): SquareMetres {
  return units.reduce((sum, unit) => sum + Math.round(unit.area * cents), 0) / cents;
}

/** Runs of vacant neighbours (positions p, p + 1, …) on one floor. */
function runsOnFloor(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  let previous: Unit | null = null;
  for (const unit of [...units].sort((a, b) => a.position - b.position)) {
    const continues = previous !== null && isVacant(previous) && unit.position === previous.position + 1;
    if (isVacant(unit)) {
      const run = runs[runs.length - 1];
      if (continues && run) run.push(unit);
      else runs.push([unit]);
    }
    previous = unit;
  }
  return runs;
}

/** Floor 1 stands on floor −1: there is no floor 0. */
export function isDirectlyAbove(upper: number, lower: number): boolean {
  return upper === lower + 1 || (upper === 1 && lower === -1);
}

/**
 * Contiguous blocks of one building, largest first: vacant neighbours on a floor, and wholly vacant floors
 * stacked without a gap. A wholly vacant floor inside a stack is not listed again by itself.
 */
export function contiguousBlocks(units: readonly Unit[]): readonly ContiguousBlock[] {
  const byFloor = Map.groupBy(units, (unit) => unit.floor);
  const blocks: ContiguousBlock[] = [];
  let stack: { floors: number[]; units: Unit[] } | null = null;
  const close = () => {
    if (stack) blocks.push(blockOf(stack.floors, stack.units));
    stack = null;
  };
  for (const floor of [...byFloor.keys()].sort((a, b) => a - b)) {
    const onFloor = byFloor.get(floor) ?? [];
    if (onFloor.every(isVacant)) {
      const below = stack?.floors.at(-1);
      if (!stack || below === undefined || !isDirectlyAbove(floor, below)) {
        close();
        stack = { floors: [], units: [] };
      }
      stack.floors.push(floor);
      stack.units.push(...onFloor);
    } else {
      close();
      for (const run of runsOnFloor(onFloor)) blocks.push(blockOf([floor], run));
    }
  }
  close();
  return blocks.sort((a, b) => b.area - a.area || (a.floors[0] ?? 0) - (b.floors[0] ?? 0));
}

function blockOf(floors: readonly number[], units: readonly Unit[]): ContiguousBlock {
  return { floors, unitIds: units.map((unit) => unit.id), area: sumArea(units) };
}

/** What one building has to offer, derived from its units or, without units, from what was stated. */
export interface Space {
  /** Physically vacant ㎡; null when no units are on file or the building is not delivered. */
  readonly vacantArea: SquareMetres | null;
  readonly occupiedArea: SquareMetres | null;
  readonly availableArea: Quantity<SquareMetres> | null;
  readonly maxContiguousArea: SquareMetres | null;
  /** vacant ÷ rentable, delivered buildings only. */
  readonly vacancyRate: number | null;
  readonly occupancyRate: number | null;
  /** on offer ÷ rentable, or ÷ GFA where the rentable area is not stated. */
  readonly availabilityRate: number | null;
  readonly availabilityBase: SquareMetres | null;
  /** Area-weighted mean of the asking rents on offer, 元/㎡/月. */
  readonly askingRent: number | null;
  /** Available ㎡ that carry a rent. */
  readonly rentedArea: SquareMetres | null;
  /** Months since year 0 of the earliest date on which something can be had; Infinity when nothing is on offer. */
  readonly availableFrom: number | null;
}

const known = new WeakMap<Building, { readonly units: readonly Unit[]; readonly space: Space }>();

/**
 * Derives the space figures of one building; remembered as long as building and units are the same objects.
 * @param units all units of the building, or [] when none are on file
 */
export function spaceOf(building: Building, units: readonly Unit[]): Space {
  if (units.length === 0) return spaceAsStated(building);
  const before = known.get(building);
  if (before?.units === units) return before.space;
  const space = spaceFromUnits(building, units);
  known.set(building, { units, space });
  return space;
}

function spaceFromUnits(building: Building, units: readonly Unit[]): Space {
  const offered = units.filter(isAvailable);
  const priced = offered.filter((unit) => unit.askingRent !== null);
  const pricedArea = sumArea(priced);
  const isDelivered = building.status === 'delivered';
  const rentable = exactValue(building.rentableArea);
  const vacantArea = isDelivered ? sumArea(units.filter(isVacant)) : null;
  const occupiedArea = isDelivered ? sumArea(units.filter(isOccupied)) : null;
  const availableArea = sumArea(offered);
  const base = rentable ?? building.gfa?.value ?? null;
  return {
    vacantArea,
    occupiedArea,
    availableArea: exactly(availableArea),
    maxContiguousArea: contiguousBlocks(units)[0]?.area ?? 0,
    vacancyRate: rate(vacantArea, rentable),
    occupancyRate: rate(occupiedArea, rentable),
    availabilityRate: rate(availableArea, base),
    availabilityBase: base,
    askingRent:
      pricedArea > 0
        ? priced.reduce((sum, unit) => sum + (unit.askingRent ?? 0) * unit.area, 0) / pricedArea
        : (building.statedAskingRent?.value ?? null),
    rentedArea: pricedArea > 0 ? pricedArea : building.statedAskingRent ? availableArea : null,
    availableFrom: earliestMonth(offered),
  };
}

function spaceAsStated(building: Building): Space {
  const available = building.statedAvailableArea;
  const base = exactValue(building.rentableArea) ?? building.gfa?.value ?? null;
  return {
    vacantArea: null,
    occupiedArea: null,
    availableArea: available,
    maxContiguousArea: null,
    vacancyRate: null,
    occupancyRate: null,
    availabilityRate: rate(available?.value ?? null, base),
    availabilityBase: available && base,
    askingRent: building.statedAskingRent?.value ?? null,
    rentedArea: building.statedAskingRent ? (available?.value ?? null) : null,
    availableFrom: null,
  };
}

function exactValue(quantity: Quantity | null): number | null {
  return quantity && (quantity.bound === 'exact' || quantity.bound === 'about') ? quantity.value : null;
}

function rate(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** An undated vacant unit makes the date unknown only if no dated one is on offer. */
function earliestMonth(offered: readonly Unit[]): number | null {
  if (offered.length === 0) return Number.POSITIVE_INFINITY;
  const months = offered.flatMap((unit) => {
    const month = unit.availableFrom === null ? null : monthNumber(unit.availableFrom);
    return month === null ? [] : [month];
  });
  return months.length > 0 ? Math.min(...months) : null;
}

/** Σ unit areas may not exceed the floor's area; gives the floors where it does. */
export function overfullFloors(floors: readonly Floor[], units: readonly Unit[]): readonly Floor[] {
  return floors.filter((floor) => {
    const inside = units.filter((unit) => unit.buildingId === floor.buildingId && unit.floor === floor.floor);
    return floor.area !== null && sumArea(inside) > floor.area + 0.5 / cents;
  });
}
