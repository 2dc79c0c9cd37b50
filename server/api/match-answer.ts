/** From a body to ranked spaces. Loaded with the first question: the demo's page runs this too. */
import { type MatchList, matchRequestSchema, mostMatches, weightRange } from '#contract/matches.ts';
import { dayCounts } from '#domain/cost/assumptions.ts';
import { defaultMatchAssumptions, type Finding, foundIn } from '#domain/matching/filters.ts';
import { type MatchedSpace, type Ranking, type RankOptions, rankingSpaces } from '#domain/matching/rank.ts';
import { checkRequirement, type Requirement } from '#domain/matching/requirement.ts';
import { defaultWeights, scoreFormulas } from '#domain/matching/score.ts';
import type { Span } from '#domain/matching/span.ts';
import type { IsoDate } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { isObject } from '#domain/plain-object.ts';
import { checkField, type FieldProblem } from '#domain/records/check.ts';
import { maybe } from '#domain/records/field.ts';
import type { Stepwise } from '#domain/stepwise.ts';

export interface MatchQuestion {
  readonly requirement: Requirement;
  readonly options: Partial<RankOptions>;
}

export type MatchQuestionRead =
  | { readonly ok: true; readonly question: MatchQuestion }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const otherFields = {
  dayCount: maybe({ kind: 'choice', options: dayCounts }),
  limit: maybe({ kind: 'integer', min: 1, max: mostMatches }),
} as const;

function unknownField(name: string): FieldProblem {
  return { field: name.slice(0, 60), value: '', reason: 'unknownField', allowed: '' };
}

function weightProblems(given: unknown): readonly FieldProblem[] {
  if (given === undefined) return [];
  if (!isObject(given)) {
    return [
      { field: 'weights', value: '', reason: 'wrongType', allowed: Object.keys(defaultWeights).join(', ') },
    ];
  }
  const problems = Object.entries(given).flatMap(([part, value]) =>
    Object.hasOwn(defaultWeights, part)
      ? (checkField(`weights.${part}`, { kind: 'number', ...weightRange, nullable: false }, value) ?? [])
      : [unknownField(`weights.${part}`)],
  );
  if (problems.length > 0) return problems;
  const isNothing = Object.values({ ...defaultWeights, ...given }).every((weight) => weight === 0);
  return isNothing ? [{ field: 'weights', value: '0', reason: 'outOfRange', allowed: 'one above 0' }] : [];
}

/** Reads a body; every problem of it is told by field, those of the requirement as `requirement.areaMin`. */
export function matchQuestionFrom(
  body: unknown,
  { circles, subdistricts }: Portfolio['district'],
  today: IsoDate,
): MatchQuestionRead {
  if (!isObject(body)) {
    return {
      ok: false,
      problems: [{ field: '', value: '', reason: 'wrongType', allowed: '{requirement, …}' }],
    };
  }
  const { requirement: given, weights, ...others } = body;
  const checked = checkRequirement(given, {
    today,
    circles: circles.map(({ id }) => id),
    subdistricts: subdistricts.map(({ id }) => id),
  });
  const problems = [
    ...(checked.ok ? [] : checked.problems.map(withinRequirement)),
    ...weightProblems(weights),
    ...Object.entries(others).flatMap(([name, value]) =>
      Object.hasOwn(otherFields, name)
        ? (checkField(name, { ...otherFields[name as keyof typeof otherFields], nullable: false }, value) ??
          [])
        : [unknownField(name)],
    ),
  ];
  if (problems.length > 0 || !checked.ok) return { ok: false, problems };
  const parsed = matchRequestSchema.parse(body);
  return {
    ok: true,
    question: {
      requirement: checked.requirement,
      options: {
        weights: { ...defaultWeights, ...withoutUndefined(parsed.weights ?? {}) },
        assumptions: { ...defaultMatchAssumptions, ...(parsed.dayCount && { dayCount: parsed.dayCount }) },
        ...(parsed.limit !== undefined && { limit: parsed.limit }),
      },
    },
  };
}

function withoutUndefined(weights: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(weights).flatMap(([part, weight]) => (weight === undefined ? [] : [[part, weight]])),
  );
}

function withinRequirement(problem: FieldProblem): FieldProblem {
  const field = ['', 'requirement'].includes(problem.field) ? 'requirement' : `requirement.${problem.field}`;
  return { ...problem, field };
}

type Told = MatchList['ranked'][number];
type ToldFinding = Told['unverified'][number];

function toldValue(value: Finding['found']): ToldFinding['found'] {
  return Array.isArray(value) ? [...value] : (value as ToldFinding['found']);
}

function toldFinding({ rule, found, asked }: Finding): ToldFinding {
  return { rule, found: toldValue(found), asked: toldValue(asked) };
}

function monthlyCost({ rent, of, space }: MatchedSpace['facts']): Span {
  const area = space.area ?? 0;
  return area === 0
    ? { low: 0, high: Number.POSITIVE_INFINITY }
    : { low: (rent.low + of.fee.low) * area, high: (rent.high + of.fee.high) * area };
}

function told({ building, facts, unverified, score }: MatchedSpace): Told {
  const { id, nameZh, nameEn, carrierType, grade, circleId, position } = building;
  const { space } = facts;
  return {
    building: { id, nameZh, nameEn, carrierType, grade, circleId, position },
    space: {
      kind: space.kind,
      floors: [...space.floors],
      units: space.units.map(({ id: unit, label, floor, area }) => ({ id: unit, label, floor, area })),
      area: space.area,
      wholeArea: space.wholeArea,
    },
    usableArea: toldValue(foundIn(facts.usable)),
    rent: toldValue(foundIn(facts.rent)),
    managementFee: toldValue(foundIn(facts.of.fee)),
    monthlyCost: toldValue(foundIn(monthlyCost(facts))),
    availableFrom: facts.availableFrom,
    unverified: unverified.map(toldFinding),
    score: {
      ...score.total,
      parts: score.parts.map(({ part, score: own, why, inputs, weight }) => ({
        part,
        score: own && { ...own },
        why,
        inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, toldValue(value)])),
        weight,
      })),
    },
  };
}

function toldRanking(
  { district: _, ...portfolio }: Portfolio,
  ranking: Ranking,
  weights: MatchList['weights'],
): MatchList {
  const names = new Map(portfolio.buildings.map(({ id, nameZh }) => [id, nameZh]));
  return {
    asOf: portfolio.asOf,
    weights,
    formulas: Object.fromEntries(Object.entries(scoreFormulas).map(([part, lines]) => [part, [...lines]])),
    considered: { ...ranking.considered },
    ranked: ranking.ranked.map(told),
    nearMisses: ranking.nearMisses.map((near) => ({
      ...told(near),
      failed: near.failed.map(toldFinding),
      changes: near.changes.map(({ from, to, ...change }) => ({
        ...change,
        from: toldValue(from),
        to: toldValue(to),
      })),
    })),
    excluded: {
      total: ranking.excluded.total,
      byRule: { ...ranking.excluded.byRule },
      list: ranking.excluded.list.map(({ buildingId, failed }) => ({
        buildingId,
        nameZh: names.get(buildingId) ?? '',
        failed: failed.map(toldFinding),
      })),
    },
  };
}

/** @param portfolio as the role may see it */
export function* answeringMatches(
  portfolio: Portfolio,
  { requirement, options }: MatchQuestion,
): Stepwise<MatchList> {
  const ranking = yield* rankingSpaces(portfolio, requirement, options);
  return toldRanking(portfolio, ranking, { ...(options.weights ?? defaultWeights) });
}
