/** What the units say of the day of the data, in one pass. */
import type { BuildingId } from '../../measure.ts';
import type { Floor, Unit } from '../../model/unit.ts';
import { isAvailable, isOccupied, isVacant } from '../../space.ts';
import { eachStepwise, type Stepwise } from '../../stepwise.ts';
import { add, addCount, lastKept, placeAt } from './axis.ts';

/** Sums by building in 1/100 ㎡; units by place. */
export interface Units {
  readonly placesOf: readonly ReadonlyMap<string, number>[];
  readonly area: Float64Array;
  readonly building: Int32Array;
  readonly isLet: Uint8Array;
  readonly isVacant: Uint8Array;
  /** 0: it stands on a floor whose units are larger than the floor, so that nobody knows its area. */
  readonly isSound: Uint8Array;
  readonly count: Int32Array;
  /** Units of the building on floors that are too small for them. */
  readonly unsound: Int32Array;
  readonly vacant: Float64Array;
  readonly occupied: Float64Array;
  readonly available: Float64Array;
  readonly owned: Float64Array;
  readonly let: Float64Array;
  readonly priced: Float64Array;
  /** 元/month of what is on offer with a rent. */
  readonly asked: Float64Array;
}

const floorsPerBuilding = 4_096;

/** Names a floor by a number. */
function floorKey(building: number, floor: number): number {
  return building * floorsPerBuilding + floor + floorsPerBuilding / 2;
}

/** Half a hundredth of a ㎡ is dust. */
const dust = 0.5;

/** @param placeOf place of each building */
export function* readUnits(
  units: readonly Unit[],
  floors: readonly Floor[],
  placeOf: ReadonlyMap<BuildingId, number>,
): Stepwise<Units> {
  const buildings = placeOf.size;
  const placesOf = Array.from({ length: buildings }, () => new Map<string, number>());
  const kept: Unit[] = [];
  const onFloor = new Map<number, number>();
  const buildingOf = lastKept((id) => placeOf.get(id) ?? -1);
  yield* eachStepwise(units, (unit) => {
    const places = placesOf[buildingOf(unit.buildingId)];
    if (!places) return;
    const before = places.get(unit.id);
    if (before === undefined) places.set(unit.id, kept.push(unit) - 1);
    else kept[before] = unit;
  });
  const result = emptyUnits(placesOf, kept.length, buildings);
  yield* eachStepwise(kept.entries(), ([place, unit]) => {
    const building = buildingOf(unit.buildingId);
    const cents = Math.round(unit.area * 100);
    const key = floorKey(building, unit.floor);
    onFloor.set(key, (onFloor.get(key) ?? 0) + cents);
    addUnit(result, place, building, unit, cents);
  });
  const overfull = new Set<number>();
  yield* eachStepwise(floors, ({ buildingId, floor, area }) => {
    const key = floorKey(buildingOf(buildingId), floor);
    if (area !== null && (onFloor.get(key) ?? 0) > area * 100 + dust) overfull.add(key);
  });
  if (overfull.size === 0) return result;
  yield* eachStepwise(kept.entries(), ([place, unit]) => {
    const building = placeAt(result.building, place);
    if (!overfull.has(floorKey(building, unit.floor))) return;
    result.isSound[place] = 0;
    addCount(result.unsound, building, 1);
  });
  return result;
}

function emptyUnits(placesOf: Units['placesOf'], units: number, buildings: number): Units {
  const sums = () => new Float64Array(buildings);
  return {
    placesOf,
    area: new Float64Array(units),
    building: new Int32Array(units),
    isLet: new Uint8Array(units),
    isVacant: new Uint8Array(units),
    isSound: new Uint8Array(units).fill(1),
    count: new Int32Array(buildings),
    unsound: new Int32Array(buildings),
    vacant: sums(),
    occupied: sums(),
    available: sums(),
    owned: sums(),
    let: sums(),
    priced: sums(),
    asked: sums(),
  };
}

function addUnit(into: Units, place: number, building: number, unit: Unit, cents: number): void {
  into.area[place] = cents / 100;
  into.building[place] = building;
  addCount(into.count, building, 1);
  if (isOccupied(unit)) add(into.occupied, building, cents);
  if (unit.status === 'leased') {
    into.isLet[place] = 1;
    add(into.let, building, cents);
  } else if (unit.status === 'ownerOccupied') add(into.owned, building, cents);
  if (isVacant(unit)) {
    into.isVacant[place] = 1;
    add(into.vacant, building, cents);
  }
  if (!isAvailable(unit)) return;
  add(into.available, building, cents);
  if (unit.askingRent === null) return;
  add(into.priced, building, cents);
  add(into.asked, building, unit.askingRent * unit.area);
}
