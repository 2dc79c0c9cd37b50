/**
 * 空间求解: the spaces of one building whose area lies in a range. A space is neighbours on one floor, whole floors
 * on top of each other, whole floors with neighbours on the floor next to them, or a part of a divisible unit.
 * Neighbours are windows that slide along a run, so that nothing is tried that is too small or too large.
 */
import type { SquareMetres } from '../measure.ts';
import type { Unit } from '../model/unit.ts';
import { isDirectlyAbove } from '../space.ts';
import { type Centi, centi, type Offer, type OfferFloor, type Run } from './offer.ts';
import type { Span } from './span.ts';

/**
 * `unit`: one unit as it is. `part`: a part of a divisible unit. `neighbours`: several on one floor. `floors`: whole
 * floors. `floorsAndNeighbours`: whole floors and a piece of the next. `pieces`: apart from each other, in one
 * building. `asStated`: no units are on file; how the space is cut is not known.
 */
export const spaceKinds = [
  'unit',
  'part',
  'neighbours',
  'floors',
  'floorsAndNeighbours',
  'pieces',
  'asStated',
] as const;
export type SpaceKind = (typeof spaceKinds)[number];

export interface FoundSpace {
  readonly kind: SpaceKind;
  /** By floor and position; [] for `asStated`. */
  readonly units: readonly Unit[];
  /** From bottom to top. */
  readonly floors: readonly number[];
  /** Gross ㎡; null where nothing is asked and nothing is on file. */
  readonly area: SquareMetres | null;
  /** Of what it is a part: the unit, or all that is stated; null where it is the whole. */
  readonly wholeArea: SquareMetres | null;
  /** Σ rent × ㎡ over the ㎡ that carry one, and these ㎡. */
  readonly rent: number;
  readonly pricedArea: SquareMetres;
}

export interface SpaceQuestion {
  /** Gross ㎡ asked for. */
  readonly range: Span;
  /** Gross ㎡ that are looked at; `range` unless it is wider, for near misses. */
  readonly search?: Span;
  /** What is best, within the range; null: all of it is as good. */
  readonly target: SquareMetres | null;
  /** Adjacent floors that a space may take. */
  readonly maxFloors: number;
  /** So many at most. */
  readonly most: number;
  /** Judges by area, Σ rent × area and priced area, all in hundredths of ㎡. */
  readonly admits?: (area: Centi, rent: number, priced: Centi) => boolean;
}

interface Candidate {
  readonly outside: number;
  readonly distance: number;
  readonly count: number;
  readonly space: FoundSpace;
}

/** The best so far: least outside of the range, then nearest to the target, then fewest pieces, then lowest. */
class Best {
  readonly #kept: Candidate[] = [];
  readonly #most: number;
  readonly low: Centi;
  readonly high: Centi;
  readonly #range: Span;
  readonly #target: Centi | null;
  readonly admits: NonNullable<SpaceQuestion['admits']>;

  constructor({ range, search = range, target, most, admits = () => true }: SpaceQuestion) {
    this.low = lowest(search.low);
    this.high = highest(search.high);
    this.#range = { low: lowest(range.low), high: highest(range.high) };
    this.#target = target === null ? null : target * 100;
    this.#most = most;
    this.admits = admits;
  }

  /** Areas from here on only get worse as they grow. */
  isPast(area: Centi): boolean {
    return this.#target !== null && area > this.#target;
  }

  /**
   * @param count units, a whole floor below or above them counting as one
   * @returns false when the space is no better than what is kept
   */
  offer(area: Centi, rent: number, priced: Centi, count: number, make: () => MadeSpace): boolean {
    const outside = Math.max(this.#range.low - area, area - this.#range.high, 0);
    const distance = this.#target === null ? 0 : Math.abs(area - this.#target);
    if (this.#kept.length >= this.#most && !this.#isBetter(outside, distance, count, this.#kept.at(-1))) {
      return false;
    }
    if (!this.admits(area, rent, priced)) return true;
    const space = { ...make(), area: area / 100, rent: rent / 100, pricedArea: priced / 100 };
    let at = this.#kept.length;
    while (at > 0 && this.#isBetter(outside, distance, count, this.#kept[at - 1])) at -= 1;
    this.#kept.splice(at, 0, { outside, distance, count, space });
    if (this.#kept.length > this.#most) this.#kept.pop();
    return true;
  }

  #isBetter(outside: number, distance: number, count: number, than: Candidate | undefined): boolean {
    if (!than) return true;
    if (outside !== than.outside) return outside < than.outside;
    if (distance !== than.distance) return distance < than.distance;
    return count < than.count;
  }

  get found(): readonly FoundSpace[] {
    return this.#kept.map(({ space }) => space);
  }
}

type MadeSpace = Pick<FoundSpace, 'kind' | 'units' | 'floors' | 'wholeArea'>;

/** A range that was reckoned may end a hair beside the area that it means. */
const dust = 1e-6;

function lowest(area: number): Centi {
  return Math.ceil(area * 100 - dust);
}

function highest(area: number): Centi {
  return Math.floor(area * 100 + dust);
}

/** What whole floors bring along to the neighbours next to them. */
interface Base {
  readonly area: Centi;
  readonly rent: number;
  readonly priced: Centi;
  readonly floors: readonly OfferFloor[];
}

const nothing: Base = { area: 0, rent: 0, priced: 0, floors: [] };

function unitsOn(floors: readonly OfferFloor[]): Unit[] {
  return floors.flatMap(({ runs }) => runs.flatMap(({ units }) => units));
}

/** Windows of one run whose area, with what the base brings, lies in the range that is looked at. */
function slideAlong(run: Run, { floor, isWhole, runs }: OfferFloor, base: Base, best: Best): void {
  const { units, areas, rents, priced } = run;
  let first = 0;
  for (let start = 0; start < units.length; start++) {
    const before = (areas[start] ?? 0) - base.area;
    first = Math.max(first, start);
    while (first < units.length && (areas[first + 1] ?? 0) - before < best.low) first += 1;
    for (let end = first; end < units.length; end++) {
      const area = (areas[end + 1] ?? 0) - before;
      if (area > best.high) break;
      const isWholeFloor = isWhole && runs.length === 1 && end - start + 1 === units.length;
      // With a base it is one more whole floor, and is met as such.
      if (isWholeFloor && base.floors.length > 0) continue;
      const isTaken = best.offer(
        area,
        base.rent + (rents[end + 1] ?? 0) - (rents[start] ?? 0),
        base.priced + (priced[end + 1] ?? 0) - (priced[start] ?? 0),
        end - start + 1 + base.floors.length,
        () => windowSpace(base, floor, units.slice(start, end + 1)),
      );
      if (!isTaken && best.isPast(area)) break;
    }
  }
}

function windowSpace(base: Base, floor: number, own: readonly Unit[]): MadeSpace {
  if (base.floors.length === 0) {
    return { kind: own.length === 1 ? 'unit' : 'neighbours', units: own, floors: [floor], wholeArea: null };
  }
  const floors = [...base.floors.map((whole) => whole.floor), floor].sort((a, b) => a - b);
  const isBelow = floors[0] === floor;
  const whole = unitsOn(base.floors);
  const units = isBelow ? [...own, ...whole] : [...whole, ...own];
  return { kind: 'floorsAndNeighbours', units, floors, wholeArea: null };
}

/** Whole floors from one upwards, and what lies next to them. */
function stackFrom(at: number, floors: readonly OfferFloor[], maxFloors: number, best: Best): void {
  let base = nothing;
  for (let top = at; top < floors.length && base.floors.length < maxFloors; top++) {
    const floor = floors[top];
    const below = floors[top - 1];
    if (!floor?.isWhole) return;
    if (top > at && !(below && isDirectlyAbove(floor.floor, below.floor))) return;
    base = {
      area: base.area + floor.area,
      rent: base.rent + floor.rent,
      priced: base.priced + floor.priced,
      floors: [...base.floors, floor],
    };
    if (base.area > best.high) return;
    const { floors: whole, area, rent, priced } = base;
    const isNoWindow = whole.length > 1 || floor.runs.length > 1;
    if (isNoWindow && area >= best.low) {
      best.offer(area, rent, priced, whole.length, () => ({
        kind: 'floors',
        units: unitsOn(whole),
        floors: whole.map((one) => one.floor),
        wholeArea: null,
      }));
    }
    if (whole.length === maxFloors) return;
    const [above, under] = [floors[top + 1], floors[at - 1]];
    const bottom = floors[at]?.floor ?? 0;
    if (above && isDirectlyAbove(above.floor, floor.floor)) nextTo(above, base, best);
    if (under && isDirectlyAbove(bottom, under.floor)) nextTo(under, base, best);
  }
}

function nextTo(floor: OfferFloor, base: Base, best: Best): void {
  for (const run of floor.runs) slideAlong(run, floor, base, best);
}

/** A unit that is too large as it is may be divided; what is left must be as large as its least part, too. */
function offerPart(unit: Unit, { target, range }: SpaceQuestion, best: Best): void {
  const area = centi(unit.area);
  if (unit.minDivisibleArea === null || area <= best.high) return;
  const least = centi(unit.minDivisibleArea);
  const [low, high] = [Math.max(best.low, least), Math.min(best.high, area - least)];
  if (low > high) return;
  const wanted = lowest(target ?? range.low);
  const nearest = Math.min(high, Math.max(low, wanted));
  const priceOf = (part: Centi): [rent: number, priced: Centi] =>
    unit.askingRent === null ? [0, 0] : [part * unit.askingRent, part];
  // A budget for all of it may pay for less than what is best.
  const part = best.admits(nearest, ...priceOf(nearest)) ? nearest : low;
  best.offer(part, ...priceOf(part), 1, () => ({
    kind: 'part',
    units: [unit],
    floors: [unit.floor],
    wholeArea: unit.area,
  }));
}

/**
 * The best spaces of a building, nearest to the range first, then nearest to the target, then in fewest pieces, then
 * from the ground up: the same for the same, whatever the order of the units.
 */
export function findSpaces(
  { floors }: Pick<Offer, 'floors'>,
  question: SpaceQuestion,
): readonly FoundSpace[] {
  const best = new Best(question);
  for (const [at, floor] of floors.entries()) {
    for (const run of floor.runs) {
      slideAlong(run, floor, nothing, best);
      for (const unit of run.units) offerPart(unit, question, best);
    }
    if (floor.isWhole) stackFrom(at, floors, question.maxFloors, best);
  }
  return best.found;
}
