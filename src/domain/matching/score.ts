/** 匹配分: how well a space that is not excluded fits, in five parts of 0–1 and their weighted mean. */
import { radarScales } from '../compare/radar.ts';
import { budgetPerSqm, type SpaceFacts } from './facts.ts';
import { foundIn, type MatchAssumptions, type MatchValue } from './filters.ts';
import { wantedIndustries } from './industry.ts';
import type { Requirement } from './requirement.ts';
import { anything, type Span } from './span.ts';

/** 面积, 成本, 产业, 政策, 区位与场景. */
export const scoreParts = ['area', 'cost', 'industry', 'policy', 'place'] as const;
export type ScorePart = (typeof scoreParts)[number];

export type ScoreWeights = Readonly<Record<ScorePart, number>>;

export const defaultWeights: ScoreWeights = {
  area: 0.3,
  cost: 0.3,
  industry: 0.15,
  policy: 0.1,
  place: 0.15,
};

/** Why a part has no score: nothing of it was asked, or no data can tell. Its weight goes to the others. */
export type NoScore = 'notAsked' | 'noRules';

export interface PartScore {
  readonly part: ScorePart;
  /** 0–1; wide where inputs are not known, null where there is none. */
  readonly score: Span | null;
  readonly why: NoScore | null;
  /** What it is counted from, by the names that the formula has. */
  readonly inputs: Readonly<Record<string, MatchValue>>;
  /** Share of the total, after parts without a score have handed theirs on. */
  readonly weight: number;
}

export interface MatchScore {
  readonly parts: readonly PartScore[];
  /** 0–1. */
  readonly total: Span;
}

/** Of each part in letters and numbers; `clamp` keeps within 0–1. Names are those of the inputs. */
export const scoreFormulas: Readonly<Record<ScorePart, readonly string[]>> = {
  area: [
    'areaMin, areaMax: 1 − 0.3 × |area − (areaMin + areaMax) ÷ 2| ÷ ((areaMax − areaMin) ÷ 2)',
    'areaMin: areaMin ÷ area',
    'areaMax: area ÷ areaMax',
    'heads: heads × leastPerHead ÷ area',
    '× 0.9 ^ (floors − 1), × 0.95 part, × 0.8 pieces, 0–1 asStated',
  ],
  cost: ['clamp((1.2 − cost ÷ budget) ÷ 0.6)', 'clamp((345 − cost) ÷ 310)'],
  industry: ['1: targetIndustries ∋ industry', '0.8: targetIndustries = []', '0.3'],
  policy: [],
  place: ['metro', '0.7 × metro + 0.3 × columnFree', 'metro = clamp((1500 − metroM) ÷ 1300)'],
};

const full: Span = { low: 0, high: 1 };

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** A score that falls while its input grows. */
function falling(input: Span, score: (value: number) => number): Span {
  return { low: clamp(score(input.high)), high: clamp(score(input.low)) };
}

function times({ low, high }: Span, factor: number): Span {
  return { low: low * factor, high: high * factor };
}

type Unweighted = Pick<PartScore, 'score' | 'why' | 'inputs'>;

const notAsked: Unweighted = { score: null, why: 'notAsked', inputs: {} };

/** How well one area fits; each piece of the range is straight or falls, so that its ends and the middle tell all. */
function areaFit(area: number, { areaMin, areaMax, heads }: Requirement, leastPerHead: number): number {
  if (areaMin !== null && areaMax !== null) {
    const half = (areaMax - areaMin) / 2;
    const off = Math.abs(area - (areaMin + areaMax) / 2);
    return half > 0 ? clamp(1 - (0.3 * off) / half) : off < 0.005 ? 1 : clamp(1 - off / areaMin);
  }
  if (areaMin !== null) return clamp(area < areaMin ? area / areaMin : areaMin / area);
  if (areaMax !== null) return clamp(area > areaMax ? areaMax / area : area / areaMax);
  const needed = (heads ?? 0) * leastPerHead;
  return clamp(area < needed ? area / needed : needed / area);
}

function areaPart(facts: SpaceFacts, requirement: Requirement, leastPerHead: number): Unweighted {
  const { areaMin, areaMax, heads } = requirement;
  if (areaMin === null && areaMax === null && heads === null) return notAsked;
  const { space, usable } = facts;
  const area = areaMin === null && areaMax === null ? usable : facts.area;
  const inputs = {
    area: foundIn(area),
    ...(areaMin !== null && { areaMin }),
    ...(areaMax !== null && { areaMax }),
    ...(areaMin === null && areaMax === null && { heads, leastPerHead }),
    floors: space.floors.length,
    kind: space.kind,
  };
  const fit = fitSpan(area, requirement, leastPerHead);
  const byFloors = times(fit, 0.9 ** Math.max(0, space.floors.length - 1));
  switch (space.kind) {
    case 'part':
      return { score: times(byFloors, 0.95), why: null, inputs };
    case 'pieces':
      return { score: times(fit, 0.8), why: null, inputs };
    case 'asStated':
      return { score: { low: 0, high: fit.high }, why: null, inputs };
    default:
      return { score: byFloors, why: null, inputs };
  }
}

function fitSpan({ low, high }: Span, requirement: Requirement, leastPerHead: number): Span {
  if (low <= 0 && high === Number.POSITIVE_INFINITY) return full;
  const { areaMin, areaMax, heads } = requirement;
  const peak =
    areaMin !== null && areaMax !== null
      ? (areaMin + areaMax) / 2
      : (areaMin ?? areaMax ?? (heads ?? 0) * leastPerHead);
  const ends = [low, high].map((area) => areaFit(area, requirement, leastPerHead));
  const best = low <= peak && peak <= high ? 1 : Math.max(...ends);
  return { low: Math.min(...ends), high: best };
}

/** Ends of the scale of rent and fee together, the same as in the charts of a comparison; 元/㎡/月. */
const dearest = radarScales.askingRent.centre + radarScales.managementFee.centre;
const cheapest = radarScales.askingRent.rim + radarScales.managementFee.rim;

/** A fee that is not known is taken to lie on its scale; for the score alone, never for a condition. */
function plausibleCost({ cost, rent, of }: SpaceFacts): Span {
  if (of.fee.high < Number.POSITIVE_INFINITY || rent.high === Number.POSITIVE_INFINITY) return cost;
  if (cost.high < Number.POSITIVE_INFINITY) return cost;
  const { centre } = radarScales.managementFee;
  return { low: cost.low, high: rent.high + Math.max(of.fee.low, centre) };
}

function costPart(facts: SpaceFacts, { budget }: Requirement, { dayCount }: MatchAssumptions): Unweighted {
  const cost = plausibleCost(facts);
  const inputs = { cost: foundIn(facts.cost), fee: foundIn(facts.of.fee) };
  const limit = budget && budgetPerSqm(budget, facts.space.area, dayCount);
  if (limit === null) {
    return { score: falling(cost, (each) => (dearest - each) / (dearest - cheapest)), why: null, inputs };
  }
  const score = falling(cost, (each) => (1.2 - each / limit) / 0.6);
  return { score, why: null, inputs: { ...inputs, budget: limit } };
}

function industryPart({ of }: SpaceFacts, { industry }: Requirement): Unweighted {
  if (industry === null) return notAsked;
  const { targetIndustries } = of.building;
  const inputs = { industry, targetIndustries };
  if (targetIndustries === null) return { score: full, why: null, inputs };
  const wanted = wantedIndustries(industry);
  const isNamed = targetIndustries.some((target) => wanted.includes(target));
  const score = isNamed ? 1 : targetIndustries.length === 0 ? 0.8 : 0.3;
  return { score: { low: score, high: score }, why: null, inputs };
}

/** No rule of a subsidy is on file as data, so that nobody can say what a space would get. */
const policyPart: Unweighted = { score: null, why: 'noRules', inputs: {} };

function placePart({ of }: SpaceFacts, { columnFree }: Requirement): Unweighted {
  const isUnknown = of.metro === anything;
  const metro = isUnknown ? full : falling(of.metro, (each) => (1500 - each) / 1300);
  const metroM = foundIn(of.metro);
  if (columnFree !== 'preferred') return { score: metro, why: null, inputs: { metroM } };
  const known = of.building.columnFree;
  const columns = known === null ? full : { low: Number(known), high: Number(known) };
  return {
    score: { low: 0.7 * metro.low + 0.3 * columns.low, high: 0.7 * metro.high + 0.3 * columns.high },
    why: null,
    inputs: { metroM, columnFree: known === null ? null : known ? 'yes' : 'no' },
  };
}

/** What each condition that cannot be verified leaves of the lower end of the total. */
export const doubt = 0.9;

export interface ScoreContext {
  readonly requirement: Requirement;
  readonly weights: ScoreWeights;
  readonly assumptions: MatchAssumptions;
}

/**
 * The score of a space that is not excluded. A lower rent or a shorter way never lowers it.
 * total = Σ weight × part ÷ Σ weight over the parts that have a score; its lower end × 0.9 for each condition that
 * is not verified.
 * @param unverified how many conditions nobody can verify
 */
export function scoreOf(facts: SpaceFacts, unverified: number, context: ScoreContext): MatchScore {
  const { requirement, weights, assumptions } = context;
  const made: Readonly<Record<ScorePart, Unweighted>> = {
    area: areaPart(facts, requirement, assumptions.leastPerHead),
    cost: costPart(facts, requirement, assumptions),
    industry: industryPart(facts, requirement),
    policy: policyPart,
    place: placePart(facts, requirement),
  };
  let sum = 0;
  for (const part of scoreParts) if (made[part].score !== null) sum += weights[part];
  let [low, high] = [0, 0];
  const parts = scoreParts.map((part): PartScore => {
    const { score, why, inputs } = made[part];
    const weight = score === null || sum <= 0 ? 0 : weights[part] / sum;
    low += weight * (score?.low ?? 0);
    high += weight * (score?.high ?? 0);
    return { part, score, why, inputs, weight };
  });
  if (sum <= 0) return { parts, total: full };
  return { parts, total: { low: low * doubt ** unverified, high } };
}

/** By what spaces are ordered: the middle of what the total can be. */
export function middle({ low, high }: Span): number {
  return (low + high) / 2;
}
