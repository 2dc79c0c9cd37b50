/** What of a building is on offer, arranged so that spaces are found by sliding along it. */
import type { Unit } from '../model/unit.ts';
import { remembered } from '../remembered.ts';
import { isAvailable } from '../space.ts';

/** Hundredths of a ㎡, whole: sums of areas are exact. */
export type Centi = number;

export function centi(area: number): Centi {
  return Math.round(area * 100);
}

/** Neighbours on offer (positions p, p + 1 …). Sums are of all units before the index: one entry more than units. */
export interface Run {
  readonly units: readonly Unit[];
  readonly areas: readonly Centi[];
  /** Of hundredths of ㎡ × asking rent, where one is known. */
  readonly rents: readonly number[];
  /** Of hundredths of ㎡ that carry a rent. */
  readonly priced: readonly Centi[];
}

export interface OfferFloor {
  readonly floor: number;
  readonly runs: readonly Run[];
  /** All units of the floor are on offer. */
  readonly isWhole: boolean;
  readonly area: Centi;
  readonly rent: number;
  readonly priced: Centi;
}

/** Floors with something on offer, from bottom to top. */
export interface Offer {
  readonly floors: readonly OfferFloor[];
  /** 元/㎡/月 of the cheapest unit; null where some unit carries no rent. */
  readonly leastRent: number | null;
}

/** No unit of it is to be had. */
export const nothingOffered: Offer = { floors: [], leastRent: null };

function runOf(units: readonly Unit[]): Run {
  const [areas, rents, priced] = [[0], [0], [0]];
  for (const [index, unit] of units.entries()) {
    const area = centi(unit.area);
    const isPriced = unit.askingRent !== null;
    areas.push((areas[index] ?? 0) + area);
    rents.push((rents[index] ?? 0) + (isPriced ? area * (unit.askingRent ?? 0) : 0));
    priced.push((priced[index] ?? 0) + (isPriced ? area : 0));
  }
  return { units, areas, rents, priced };
}

function byPlace(a: Unit, b: Unit): number {
  return a.floor - b.floor || a.position - b.position || (a.id < b.id ? -1 : 1);
}

function floorOf(floor: number, own: readonly Unit[], admits: (unit: Unit) => boolean): OfferFloor | null {
  const runs: Unit[][] = [];
  let [previous, count]: [Unit | null, number] = [null, 0];
  for (const unit of own) {
    if (!isAvailable(unit) || !admits(unit)) continue;
    const run = runs.at(-1);
    count += 1;
    if (run && previous !== null && unit.position === previous.position + 1) run.push(unit);
    else runs.push([unit]);
    previous = unit;
  }
  if (count === 0) return null;
  const made = runs.map(runOf);
  const sum = (of: (run: Run) => readonly number[]) =>
    made.reduce((total, run) => total + (of(run).at(-1) ?? 0), 0);
  return {
    floor,
    runs: made,
    isWhole: count === own.length,
    area: sum((run) => run.areas),
    rent: sum((run) => run.rents),
    priced: sum((run) => run.priced),
  };
}

/**
 * The offer of one building, whatever the order of its units.
 * @param admits leaves out units on offer that are of no use; a floor that has one is not whole
 */
export function offerOf(units: readonly Unit[], admits: (unit: Unit) => boolean = () => true): Offer {
  const floors: OfferFloor[] = [];
  const sorted = [...units].sort(byPlace);
  let start = 0;
  for (let end = 1; end <= sorted.length; end++) {
    const floor = sorted[start]?.floor ?? 0;
    if (sorted[end]?.floor === floor) continue;
    const made = floorOf(floor, sorted.slice(start, end), admits);
    if (made) floors.push(made);
    start = end;
  }
  return { floors, leastRent: leastRentOf(floors) };
}

function leastRentOf(floors: readonly OfferFloor[]): number | null {
  let least = Number.POSITIVE_INFINITY;
  for (const { runs } of floors) {
    for (const { units } of runs) {
      for (const { askingRent } of units) {
        if (askingRent === null) return null;
        least = Math.min(least, askingRent);
      }
    }
  }
  return least;
}

/** The whole offer, worked out once for the same list of units. */
export const wholeOffer = remembered((units: readonly Unit[]): Offer => offerOf(units));
