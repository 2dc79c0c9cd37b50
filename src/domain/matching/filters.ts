/**
 * Hard conditions. What surely fails one is excluded, by name and with both values; what may fail it for want of
 * data is not, but is told to be unverified.
 */
import type { DayCount } from '../cost/assumptions.ts';
import type { IsoDate } from '../measure.ts';
import type { Tenure } from '../model/building.ts';
import { type BuildingFacts, budgetPerSqm, lastDayMeant, type SpaceFacts } from './facts.ts';
import { defaultMaxFloors, type Requirement } from './requirement.ts';
import { anything, atLeast, atMost, type Span, spanOf, type Verdict } from './span.ts';

/** In this order in every list. `offer`: nothing of the building is to be had. */
export const matchRules = [
  'offer',
  'tenure',
  'carrierTypes',
  'circles',
  'subdistricts',
  'grades',
  'floorToFloorHeight',
  'clearHeight',
  'columnFree',
  'metroWithin',
  'area',
  'maxFloors',
  'heads',
  'budget',
  'startBy',
] as const;
export type MatchRule = (typeof matchRules)[number];

/** A figure known to some extent; `high` is null where there is no upper end. */
export interface FoundSpan {
  readonly low: number;
  readonly high: number | null;
}

/** As the model has it; null: not known, or not asked. */
export type MatchValue = number | string | readonly string[] | FoundSpan | null;

export interface Finding {
  readonly rule: MatchRule;
  readonly found: MatchValue;
  readonly asked: MatchValue;
}

export interface Findings {
  /** Surely not as asked. */
  readonly failed: readonly Finding[];
  /** Not known well enough to say. */
  readonly unverified: readonly Finding[];
}

/** What the answer is counted with, beside the requirement. */
export interface MatchAssumptions {
  /** By how many days a daily budget becomes a monthly one. */
  readonly dayCount: DayCount;
  /** Usable ㎡ without which nobody is seated. */
  readonly leastPerHead: number;
}

export const defaultMatchAssumptions: MatchAssumptions = { dayCount: 'calendar', leastPerHead: 6 };

/** How far figures may be apart that mean the same. */
const dust = 1e-9;

/** Without what binary figures leave behind the sixth place. */
function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** One figure as a number; nothing known as null. */
export function foundIn({ low, high }: Span): MatchValue {
  if (high - low <= Math.abs(low) * dust) return tidy(low);
  if (high === Number.POSITIVE_INFINITY) return low <= 0 ? null : { low: tidy(low), high: null };
  return { low: tidy(low), high: tidy(high) };
}

type Judged = readonly [MatchRule, Verdict, MatchValue, MatchValue];

function findingsOf(judged: readonly Judged[]): Findings {
  const [failed, unverified]: [Finding[], Finding[]] = [[], []];
  for (const [rule, verdict, found, asked] of judged) {
    if (verdict === 'yes') continue;
    (verdict === 'no' ? failed : unverified).push({ rule, found, asked });
  }
  return { failed, unverified };
}

function among<T extends string>(found: T | null, asked: readonly T[]): Verdict {
  if (found === null) return 'unknown';
  return asked.includes(found) ? 'yes' : 'no';
}

function tenureVerdict(found: Tenure | null, asked: Tenure): Verdict {
  if (asked === 'both' || found === 'both') return 'yes';
  return among(found, [asked]);
}

/** The conditions that a building meets or not, whichever of its spaces is looked at. */
export function judgeBuilding({ building, metro }: BuildingFacts, requirement: Requirement): Findings {
  const { tenure, carrierTypes, circles, subdistricts, grades } = requirement;
  const { floorToFloorHeight, clearHeight, columnFree, metroWithin } = requirement;
  const judged: Judged[] = [];
  if (tenure !== null)
    judged.push(['tenure', tenureVerdict(building.tenure, tenure), building.tenure, tenure]);
  const listed = [
    ['carrierTypes', building.carrierType, carrierTypes],
    ['circles', building.circleId, circles],
    ['subdistricts', building.subdistrictId, subdistricts],
    ['grades', building.grade, grades],
  ] as const;
  for (const [rule, found, asked] of listed) {
    if (asked !== null) judged.push([rule, among<string>(found, asked), found, asked]);
  }
  if (floorToFloorHeight !== null) {
    const span = heightSpan(building.floorToFloorHeight);
    judged.push(['floorToFloorHeight', atLeast(span, floorToFloorHeight), foundIn(span), floorToFloorHeight]);
  }
  if (clearHeight !== null) {
    const span = spanOf(building.clearHeight);
    judged.push(['clearHeight', atLeast(span, clearHeight), foundIn(span), clearHeight]);
  }
  if (columnFree === 'must') {
    const found = building.columnFree;
    judged.push(['columnFree', found === null ? 'unknown' : found ? 'yes' : 'no', flag(found), 'must']);
  }
  if (metroWithin !== null) {
    judged.push(['metroWithin', atMost(metro, metroWithin), foundIn(metro), metroWithin]);
  }
  return findingsOf(judged);
}

function flag(value: boolean | null): MatchValue {
  return value === null ? null : value ? 'yes' : 'no';
}

/** Storeys differ: which of them the space has is not on file. */
function heightSpan(height: { readonly min: number; readonly max: number } | null): Span {
  return height ? { low: height.min, high: height.max } : anything;
}

function areaVerdict(area: Span, { areaMin, areaMax }: Requirement): Verdict {
  const verdicts = [
    areaMin === null ? 'yes' : atLeast({ low: area.low, high: area.high * (1 + dust) }, areaMin),
    areaMax === null ? 'yes' : atMost({ low: area.low * (1 - dust), high: area.high }, areaMax),
  ];
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

function startVerdict({ availableFrom, notBefore }: SpaceFacts, day: IsoDate): Verdict {
  if (notBefore !== null && notBefore > day) return 'no';
  return availableFrom === null ? 'unknown' : 'yes';
}

/** The conditions of one space. */
export function judgeSpace(
  facts: SpaceFacts,
  requirement: Requirement,
  { dayCount, leastPerHead }: MatchAssumptions,
): Findings {
  const { areaMin, areaMax, maxFloors, heads, budget, startBy } = requirement;
  const { space, area, usable, cost } = facts;
  const judged: Judged[] = [];
  if (areaMin !== null || areaMax !== null) {
    const asked = { low: areaMin ?? 0, high: areaMax };
    // How a stated area can be cut is not known, however well it fits.
    const verdict = areaVerdict(area, requirement);
    const isLoose = space.kind === 'asStated' && verdict === 'yes';
    judged.push(['area', isLoose ? 'unknown' : verdict, isLoose ? space.wholeArea : foundIn(area), asked]);
  }
  const mostFloors = maxFloors ?? defaultMaxFloors;
  if (space.kind !== 'pieces' && space.floors.length > mostFloors) {
    judged.push(['maxFloors', 'no', space.floors.length, mostFloors]);
  }
  if (heads !== null) {
    const least = heads * leastPerHead;
    judged.push([
      'heads',
      atLeast({ low: usable.low, high: usable.high * (1 + dust) }, least),
      foundIn(usable),
      least,
    ]);
  }
  if (budget !== null) {
    const limit = budgetPerSqm(budget, space.area, dayCount);
    const verdict = limit === null ? 'unknown' : atMost(cost, limit * (1 + dust));
    judged.push(['budget', verdict, foundIn(cost), limit === null ? null : tidy(limit)]);
  }
  if (startBy !== null) {
    const day = lastDayMeant(startBy);
    judged.push(['startBy', startVerdict(facts, day), facts.availableFrom ?? facts.notBefore, day]);
  }
  return findingsOf(judged);
}
