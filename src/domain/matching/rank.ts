/** 匹配: the spaces of a district in the order in which they fit a requirement, and what it excludes. */
import { unitsByBuilding } from '../engine/derive.ts';
import type { BuildingId } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Unit } from '../model/unit.ts';
import { compareKnown } from '../order.ts';
import { atOnce, type Stepwise } from '../stepwise.ts';
import type { SpaceFacts } from './facts.ts';
import {
  defaultMatchAssumptions,
  type Finding,
  type MatchAssumptions,
  type MatchRule,
  matchRules,
} from './filters.ts';
import type { RequirementChange } from './near-misses.ts';
import type { Requirement } from './requirement.ts';
import {
  defaultWeights,
  type MatchScore,
  middle,
  type ScoreContext,
  type ScoreWeights,
  scoreOf,
} from './score.ts';
import { changeSize, type NearSpace, solveBuilding } from './solve-building.ts';

export interface RankOptions {
  /** In any unit: shares are worked out. Not all 0. */
  readonly weights: ScoreWeights;
  readonly assumptions: MatchAssumptions;
  /** Ranked spaces that are handed out. */
  readonly limit: number;
  /** Spaces of one building at most. */
  readonly perBuilding: number;
  readonly nearMisses: number;
  /** Excluded buildings that are listed; all are counted. */
  readonly excluded: number;
}

export const defaultRankOptions: RankOptions = {
  weights: defaultWeights,
  assumptions: defaultMatchAssumptions,
  limit: 20,
  perBuilding: 3,
  nearMisses: 10,
  excluded: 50,
};

export interface MatchedSpace {
  readonly building: Building;
  readonly facts: SpaceFacts;
  /** Conditions that nobody can verify from what is on file. */
  readonly unverified: readonly Finding[];
  readonly score: MatchScore;
}

export interface NearMiss extends MatchedSpace {
  readonly failed: readonly Finding[];
  /** One for each failed condition; with all of them the space is admitted. */
  readonly changes: readonly RequirementChange[];
}

export interface ExcludedBuilding {
  readonly buildingId: BuildingId;
  /** Of its nearest space; of the building alone where that fails more than two conditions. */
  readonly failed: readonly Finding[];
}

export interface Ranking {
  /** Best first. */
  readonly ranked: readonly MatchedSpace[];
  /** Fewest missed conditions first, then smallest changes. They count as excluded, too. */
  readonly nearMisses: readonly NearMiss[];
  readonly excluded: {
    readonly total: number;
    /** Buildings by rule; one may fail several. */
    readonly byRule: Readonly<Record<MatchRule, number>>;
    /** In the order of the portfolio. */
    readonly list: readonly ExcludedBuilding[];
  };
  readonly considered: {
    readonly buildings: number;
    /** Buildings with a space that is ranked, and these spaces. */
    readonly matched: number;
    readonly spaces: number;
  };
}

/** Keeps the first so many of an order, of any number. */
class Foremost<T> {
  readonly #most: number;
  readonly #order: (a: T, b: T) => number;
  #kept: T[] = [];
  /** What comes behind it is not wanted any more. */
  #last: T | null = null;

  constructor(most: number, order: (a: T, b: T) => number) {
    this.#most = most;
    this.#order = order;
  }

  add(item: T): void {
    if (this.#last !== null && this.#order(item, this.#last) >= 0) return;
    this.#kept.push(item);
    if (this.#kept.length > 2 * this.#most + 64) this.#cut();
  }

  #cut(): void {
    this.#kept = this.#kept.sort(this.#order).slice(0, this.#most);
    if (this.#kept.length === this.#most) this.#last = this.#kept.at(-1) ?? null;
  }

  get all(): readonly T[] {
    this.#cut();
    return this.#kept;
  }
}

function width({ score }: MatchedSpace): number {
  return score.total.high - score.total.low;
}

/** Better middle first, then the better known, then the cheaper; then by building and units, so that ties stay. */
function byScore(a: MatchedSpace, b: MatchedSpace): number {
  return (
    middle(b.score.total) - middle(a.score.total) ||
    width(a) - width(b) ||
    a.facts.cost.low - b.facts.cost.low ||
    compareKnown(a.building.id, b.building.id) ||
    compareKnown(unitsOf(a), unitsOf(b))
  );
}

function unitsOf({ facts }: MatchedSpace): string {
  return facts.space.units.map(({ id }) => id).join();
}

function byNearness(a: NearMiss, b: NearMiss): number {
  return a.failed.length - b.failed.length || changeSize(a) - changeSize(b) || byScore(a, b);
}

/** Buildings of one piece of work. */
const pieceBuildings = 16;

const noUnits: readonly Unit[] = [];

/** {@link rankSpaces} in steps, for whoever has others to answer meanwhile. */
export function* rankingSpaces(
  portfolio: Pick<Portfolio, 'buildings' | 'units' | 'district'>,
  requirement: Requirement,
  given: Partial<RankOptions> = {},
): Stepwise<Ranking> {
  const options = { ...defaultRankOptions, ...given };
  const context: ScoreContext = { requirement, weights: options.weights, assumptions: options.assumptions };
  const unitsBy = yield* unitsByBuilding.steps(portfolio.units);
  const { stations } = portfolio.district;
  const ranked = new Foremost(options.limit, byScore);
  const near = new Foremost(options.nearMisses, byNearness);
  const byRule = Object.fromEntries(matchRules.map((rule) => [rule, 0])) as Record<MatchRule, number>;
  const list: ExcludedBuilding[] = [];
  let [total, matched, spaces, left] = [0, 0, 0, pieceBuildings];
  const addNear = (building: Building, space: NearSpace) => {
    near.add({ building, ...space, score: scoreOf(space.facts, space.unverified.length, context) });
  };
  for (const building of portfolio.buildings) {
    const units = unitsBy.get(building.id) ?? noUnits;
    const outcome = solveBuilding(building, units, stations, context, options.perBuilding);
    if (outcome.kind === 'admitted') {
      matched += 1;
      spaces += outcome.spaces.length;
      for (const { facts, unverified } of outcome.spaces) {
        ranked.add({ building, facts, unverified, score: scoreOf(facts, unverified.length, context) });
      }
    } else {
      total += 1;
      for (const { rule } of outcome.failed) byRule[rule] += 1;
      if (list.length < options.excluded) list.push({ buildingId: building.id, failed: outcome.failed });
      if (outcome.near) addNear(building, outcome.near);
    }
    if (--left > 0) continue;
    left = pieceBuildings;
    yield;
  }
  return {
    ranked: ranked.all,
    nearMisses: near.all,
    excluded: { total, byRule, list },
    considered: { buildings: portfolio.buildings.length, matched, spaces },
  };
}

/**
 * Ranks the spaces of a portfolio. Reads buildings, units and stations; nothing of tenants, leases or tax. The same
 * for the same, whatever the order of buildings and units but for the list of the excluded.
 */
export function rankSpaces(
  portfolio: Pick<Portfolio, 'buildings' | 'units' | 'district'>,
  requirement: Requirement,
  options: Partial<RankOptions> = {},
): Ranking {
  return atOnce(rankingSpaces(portfolio, requirement, options));
}
