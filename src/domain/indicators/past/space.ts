/** Occupied, vacant and available area by building and month: as reported, corrected, or as the units are today. */
import type { BuildingId, SquareMetres } from '../../measure.ts';
import type { Building } from '../../model/building.ts';
import type { BuildingMonth } from '../../model/unit.ts';
import { eachStepwise, type Stepwise } from '../../stepwise.ts';
import { type Axis, at, lastKept, placeAt, placeOf, unknownColumn } from './axis.ts';
import type { Units } from './units.ts';

/** Where the state of a building-month comes from. */
export const stateSources = ['none', 'report', 'correction', 'units'] as const;

/** Columns by building × month (`building × axis.length + month`), ㎡; NaN is not known. */
export interface SpaceMonths {
  readonly isDelivered: Uint8Array;
  readonly occupied: Float64Array;
  readonly vacant: Float64Array;
  readonly available: Float64Array;
  readonly tenants: Float64Array;
  /** 元, as reported. */
  readonly tax: Float64Array;
  /** Place in {@link stateSources}. */
  readonly source: Uint8Array;
  /** A report or its correction states some area, be it right or wrong. */
  readonly hasAreas: Uint8Array;
}

/** What is as good as constant of each building. */
export interface Frame {
  /** Gross floor area, or the rentable where that is not stated: the weight of coverages, ㎡. */
  readonly weight: Float64Array;
  /** Rentable area where it is exact or about so, ㎡. */
  readonly rentable: Float64Array;
  /** Rentable or else gross floor area, ㎡. */
  readonly base: Float64Array;
  readonly isHeritage: Uint8Array;
  /** On offer today, ㎡, and of it with a rent; 元/month asked for that. */
  readonly offered: Float64Array;
  readonly priced: Float64Array;
  readonly asked: Float64Array;
}

/** A report may exceed the rentable area by this share before it is held to be wrong. */
const tolerance = 0.005;

/** Whether occupied and vacant area cannot both be right: together they exceed the rentable area. */
export function exceedsRentable(occupied: number, vacant: number, rentable: number): boolean {
  return occupied + vacant > rentable * (1 + tolerance);
}

function exact(building: Building): SquareMetres {
  const { rentableArea } = building;
  const isExact = rentableArea?.bound === 'exact' || rentableArea?.bound === 'about';
  return rentableArea && isExact && rentableArea.value > 0 ? rentableArea.value : Number.NaN;
}

export function* frameOf(buildings: readonly Building[], units: Units): Stepwise<Frame> {
  const column = () => unknownColumn(buildings.length);
  const frame: Frame = {
    weight: column(),
    rentable: column(),
    base: column(),
    isHeritage: new Uint8Array(buildings.length),
    offered: column(),
    priced: column(),
    asked: column(),
  };
  yield* eachStepwise(buildings.entries(), ([place, building]) => {
    const rentable = exact(building);
    frame.rentable[place] = rentable;
    frame.weight[place] = building.gfa?.value || building.rentableArea?.value || 0;
    frame.base[place] = Number.isNaN(rentable) ? (building.gfa?.value ?? Number.NaN) : rentable;
    frame.isHeritage[place] = building.carrierType === 'heritageHouse' ? 1 : 0;
    offerOf(frame, place, building, units);
  });
  return frame;
}

/** As `spaceOf` has it: from the units where some are on file, else as stated. */
function offerOf(frame: Frame, place: number, building: Building, units: Units): void {
  if (placeAt(units.unsound, place) > 0) return;
  const hasUnits = placeAt(units.count, place) > 0;
  const offered = hasUnits
    ? at(units.available, place) / 100
    : (building.statedAvailableArea?.value ?? Number.NaN);
  frame.offered[place] = offered;
  const priced = at(units.priced, place) / 100;
  if (priced > 0) {
    frame.priced[place] = priced;
    frame.asked[place] = at(units.asked, place);
  } else if (building.statedAskingRent) {
    frame.priced[place] = offered;
    frame.asked[place] = building.statedAskingRent.value * offered;
  }
}

export function* readSpace(
  axis: Axis,
  buildings: readonly Building[],
  placeOfBuilding: ReadonlyMap<BuildingId, number>,
  months: readonly BuildingMonth[],
  frame: Frame,
  units: Units,
): Stepwise<SpaceMonths> {
  const size = buildings.length * axis.length;
  const space: SpaceMonths = {
    isDelivered: new Uint8Array(size),
    occupied: unknownColumn(size),
    vacant: unknownColumn(size),
    available: unknownColumn(size),
    tenants: unknownColumn(size),
    tax: unknownColumn(size),
    source: new Uint8Array(size),
    hasAreas: new Uint8Array(size),
  };
  yield* eachStepwise(buildings.entries(), ([place, building]) => deliver(space, axis, place, building));
  const buildingOf = lastKept((id) => placeOfBuilding.get(id) ?? -1);
  yield* eachStepwise(months, (month) => {
    const place = buildingOf(month.buildingId);
    const when = placeOf(axis, month.month);
    if (place < 0 || !(when >= 0 && when < axis.length)) return;
    report(space, place * axis.length + when, month, at(frame.rentable, place));
    if (buildings[place]?.status === 'delivered') space.isDelivered[place * axis.length + when] = 1;
  });
  yield* eachStepwise(buildings.keys(), (place) => today(space, axis, place, frame, units));
  return space;
}

/** Delivered from its completion on; one without a date of it has always stood there. */
function deliver(space: SpaceMonths, axis: Axis, place: number, { status, completedOn }: Building): void {
  if (status !== 'delivered') return;
  const from = completedOn === null ? 0 : Math.max(0, placeOf(axis, completedOn));
  space.isDelivered.fill(1, place * axis.length + from, (place + 1) * axis.length);
}

function report(space: SpaceMonths, cell: number, month: BuildingMonth, rentable: number): void {
  const occupied = month.occupiedArea ?? Number.NaN;
  const vacant = month.vacantArea ?? Number.NaN;
  const available = month.availableArea ?? Number.NaN;
  if (!exceedsRentable(occupied, vacant, rentable)) {
    space.occupied[cell] = occupied;
    space.vacant[cell] = vacant;
  }
  if (!(available < vacant)) space.available[cell] = available;
  space.tenants[cell] = month.tenantCount ?? Number.NaN;
  space.tax[cell] = month.totalTax === null ? Number.NaN : month.totalTax / 100;
  space.source[cell] = 1;
  space.hasAreas[cell] = (month.occupiedArea ?? month.vacantArea ?? month.availableArea) === null ? 0 : 1;
}

/** The month of the data, where no report came in yet. */
function today(space: SpaceMonths, axis: Axis, place: number, frame: Frame, units: Units): void {
  const cell = (place + 1) * axis.length - 1;
  if (space.source[cell] !== 0) return;
  space.available[cell] = at(frame.offered, place);
  if (!Number.isNaN(at(frame.offered, place))) space.source[cell] = 3;
  const isKnown = placeAt(units.count, place) > 0 && placeAt(units.unsound, place) === 0;
  if (!isKnown || space.isDelivered[cell] === 0) return;
  space.occupied[cell] = at(units.occupied, place) / 100;
  space.vacant[cell] = at(units.vacant, place) / 100;
}
