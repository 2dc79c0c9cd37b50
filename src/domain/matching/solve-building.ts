/** One building before one requirement: the spaces that it admits, or the space that comes nearest. */
import type { Building } from '../model/building.ts';
import type { MetroStation } from '../model/portfolio.ts';
import type { Unit } from '../model/unit.ts';
import {
  type BuildingFacts,
  budgetPerSqm,
  buildingFacts,
  carriesRent,
  lastDayMeant,
  type SpaceFacts,
  spaceFacts,
} from './facts.ts';
import { type Finding, type Findings, judgeBuilding, judgeSpace } from './filters.ts';
import { piecesOf, statedSpace } from './loose-spaces.ts';
import { changesFor, mostOther, type RequirementChange } from './near-misses.ts';
import { nothingOffered, type Offer, offerOf, wholeOffer } from './offer.ts';
import { defaultMaxFloors, type Requirement } from './requirement.ts';
import type { ScoreContext } from './score.ts';
import { type FoundSpace, findSpaces, type SpaceQuestion } from './spaces.ts';
import { anything, type Span } from './span.ts';

export interface JudgedSpace {
  readonly facts: SpaceFacts;
  readonly unverified: readonly Finding[];
}

/** `failed`: of the space that comes nearest; rules of the building alone where more than two of these fail. */
export type BuildingOutcome =
  | { readonly kind: 'admitted'; readonly spaces: readonly JudgedSpace[] }
  | { readonly kind: 'excluded'; readonly failed: readonly Finding[]; readonly near: NearSpace | null };

export interface NearSpace extends JudgedSpace {
  readonly failed: readonly Finding[];
  readonly changes: readonly RequirementChange[];
}

/** A near miss misses so many conditions at most. */
export const mostMissed = 2;

/** What the area that is asked for means in gross ㎡ of a building, and what is best within it. */
export function grossRange(
  { areaMin, areaMax, basis, heads }: Requirement,
  efficiency: Span,
  leastPerHead: number,
): Pick<SpaceQuestion, 'range' | 'target'> {
  const isUsable = basis === 'usable';
  const [most, least] = isUsable ? [efficiency.high, efficiency.low] : [1, 1];
  const middle = (efficiency.low + efficiency.high) / 2;
  const seats = heads === null ? 0 : (heads * leastPerHead) / efficiency.high;
  const low = Math.max((areaMin ?? 0) / most, seats);
  const high = areaMax === null ? Number.POSITIVE_INFINITY : areaMax / least;
  const wanted = areaMin !== null && areaMax !== null ? (areaMin + areaMax) / 2 : (areaMin ?? areaMax);
  const gross =
    wanted === null
      ? heads === null
        ? null
        : (heads * leastPerHead) / middle
      : wanted / (isUsable ? middle : 1);
  return {
    range: { low, high },
    target: gross === null ? null : Math.min(Math.max(gross, low), Math.max(low, high)),
  };
}

/** The cheapest that a space can be is within the budget. */
function budgetAdmits(
  of: BuildingFacts,
  { requirement, assumptions }: ScoreContext,
  unpriced: Span,
): SpaceQuestion['admits'] {
  const { budget } = requirement;
  if (budget === null) return () => true;
  const fee = budget.includesFee === true ? of.fee.low : 0;
  return (area, rent, priced) => {
    const limit = budgetPerSqm(budget, area / 100, assumptions.dayCount);
    const share = Math.max(0, 1 - priced / area);
    return limit === null || rent / area + share * unpriced.low + fee <= limit * (1 + 1e-9);
  };
}

type Ease = 'budget' | 'startBy' | 'area' | 'maxFloors';

class Solver {
  readonly #of: BuildingFacts;
  readonly #units: readonly Unit[];
  readonly #context: ScoreContext;
  readonly #most: number;
  readonly #unpriced: Span;
  readonly #onBuilding: Findings;
  /** Not even a near miss for its cost, whichever space of it is looked at. */
  readonly #isFarTooDear: boolean;
  /** No change that is small enough lets the building in. */
  readonly #isHopeless: boolean;

  constructor(
    of: BuildingFacts,
    units: readonly Unit[],
    context: ScoreContext,
    most: number,
    onBuilding: Findings,
  ) {
    this.#of = of;
    this.#units = units;
    this.#context = context;
    this.#most = most;
    this.#onBuilding = onBuilding;
    this.#isFarTooDear = this.#costsMoreThan(1 + mostOther, 1);
    this.#isHopeless = this.#isFarTooDear || changesFor(onBuilding.failed, of, null, context) === null;
    this.#unpriced = carriesRent(wholeOffer(units)) ? anything : of.statedRent;
  }

  #offerBy(startBy: string | null): Offer {
    const offer = wholeOffer(this.#units);
    if (startBy === null) return offer;
    const day = lastDayMeant(startBy);
    if (this.#of.finishedBy !== null && this.#of.finishedBy > day) return nothingOffered;
    const isInTime = ({ availableFrom }: Unit) => availableFrom === null || availableFrom <= day;
    const isAll = offer.floors.every(({ runs }) => runs.every(({ units }) => units.every(isInTime)));
    return isAll ? offer : offerOf(this.#units, isInTime);
  }

  /** Spaces as they are asked for but for what is eased. */
  spaces(eased: readonly Ease[], most = this.#most): readonly FoundSpace[] {
    const { requirement, assumptions } = this.#context;
    const { maxFloors, startBy, contiguous } = requirement;
    const admits = eased.includes('budget')
      ? undefined
      : budgetAdmits(this.#of, this.#context, this.#unpriced);
    const question: SpaceQuestion = {
      ...grossRange(requirement, this.#of.efficiency, assumptions.leastPerHead),
      ...(eased.includes('area') && { search: anything }),
      maxFloors: (maxFloors ?? defaultMaxFloors) + (eased.includes('maxFloors') ? 1 : 0),
      most,
      ...(admits && { admits }),
    };
    if (this.#units.length === 0) {
      const stated = statedSpace(this.#of.building, question);
      return stated ? [stated] : [];
    }
    // No space has to be tried where the cheapest unit is too dear for the least area.
    if (admits && this.#costsMoreThan(1, (question.search ?? question.range).low)) return [];
    const offer = this.#offerBy(eased.includes('startBy') ? null : startBy);
    const found = findSpaces(offer, question);
    if (found.length > 0 || contiguous !== false) return found;
    const pieces = piecesOf(offer, question);
    return pieces ? [pieces] : [];
  }

  /** Not even the cheapest unit is within so many times the budget; of a budget for all, for this area. */
  #costsMoreThan(times: number, area: number): boolean {
    const { requirement, assumptions } = this.#context;
    const { leastRent } = wholeOffer(this.#units);
    if (requirement.budget === null || leastRent === null) return false;
    const limit = budgetPerSqm(requirement.budget, area, assumptions.dayCount);
    const fee = requirement.budget.includesFee === true ? this.#of.fee.low : 0;
    return limit !== null && leastRent + fee > limit * times * (1 + 1e-9);
  }

  judged(space: FoundSpace): NearSpace | JudgedSpace {
    const { requirement, assumptions } = this.#context;
    const facts = spaceFacts(this.#of, space, requirement, this.#unpriced);
    const own = judgeSpace(facts, requirement, assumptions);
    const failed = [...this.#onBuilding.failed, ...own.failed];
    const unverified = [...this.#onBuilding.unverified, ...own.unverified];
    return failed.length === 0 ? { facts, unverified } : { facts, unverified, failed, changes: [] };
  }

  /** The space that misses fewest conditions, and of those the one that takes the smallest changes. */
  nearest(): BuildingOutcome {
    let failed: readonly Finding[] | null = null;
    let near: NearSpace | null = null;
    for (const what of this.#waysToEase()) {
      for (const space of this.spaces(what, this.#isHopeless ? 1 : mostTried)) {
        const judged = this.judged(space);
        if (!('failed' in judged)) continue;
        if (failed === null || judged.failed.length < failed.length) failed = judged.failed;
        if (this.#isHopeless || judged.failed.length > mostMissed) continue;
        const changes = changesFor(judged.failed, this.#of, judged.facts, this.#context);
        const own = changes && { ...judged, changes };
        if (own && (near === null || isNearer(own, near))) near = own;
      }
      // Nothing is in the way but what is the same for all spaces of the building.
      const least = this.#onBuilding.failed.length + (this.#isFarTooDear ? 1 : 0);
      if (failed !== null && failed.length === least) break;
    }
    const nothing = { rule: 'offer', found: 0, asked: null } as const;
    return { kind: 'excluded', failed: failed ?? [...this.#onBuilding.failed, nothing], near };
  }

  /** Where the building itself can be no near miss, it is enough to know what is in the way. */
  #waysToEase(): readonly (readonly Ease[])[] {
    const { budget, startBy } = this.#context.requirement;
    const all = ['area', 'budget', 'startBy'] as const;
    if (this.#isFarTooDear) return [['budget'], all];
    if (this.#isHopeless) return [[], all];
    return [
      [],
      ...(budget === null ? [] : [['budget'] as const]),
      ...(startBy === null ? [] : [['startBy'] as const]),
      ['maxFloors'],
      ['area'],
      all,
    ];
  }
}

/** Of two near misses: the fewer conditions, then the smaller changes. */
function isNearer(a: NearSpace, b: NearSpace): boolean {
  return (a.failed.length - b.failed.length || changeSize(a) - changeSize(b)) < 0;
}

export function changeSize({ changes }: Pick<NearSpace, 'changes'>): number {
  return changes.reduce((sum, { size }) => sum + size, 0);
}

/** Of each way to ease a requirement so many spaces are looked at. */
const mostTried = 4;

/** @param most spaces of the building that are wanted */
export function solveBuilding(
  building: Building,
  units: readonly Unit[],
  stations: readonly MetroStation[],
  context: ScoreContext,
  most: number,
): BuildingOutcome {
  const of = buildingFacts(building, stations);
  const onBuilding = judgeBuilding(of, context.requirement);
  if (onBuilding.failed.length > mostMissed) {
    return { kind: 'excluded', failed: onBuilding.failed, near: null };
  }
  const solver = new Solver(of, units, context, most, onBuilding);
  if (onBuilding.failed.length > 0) return solver.nearest();
  const spaces = solver.spaces([]).map((space) => solver.judged(space));
  const admitted = spaces.filter((judged) => !('failed' in judged));
  return admitted.length > 0 ? { kind: 'admitted', spaces: admitted } : solver.nearest();
}
