/** 需求: what an enterprise looks for. Every null means "not asked", never "none". */
import type { CircleId, IsoDate, IsoMonth, Metres, SquareMetres, SubdistrictId } from '../measure.ts';
import {
  type CarrierType,
  carrierTypes,
  type Grade,
  grades,
  type TargetIndustry,
  type Tenure,
  targetIndustries,
  tenures,
} from '../model/building.ts';
import { isObject } from '../plain-object.ts';
import { checkField, type FieldProblem } from '../records/check.ts';
import { type Field, maybe } from '../records/field.ts';
import { industrySections } from './industry.ts';

export const requirementBases = ['gfa', 'usable'] as const;
export type RequirementBasis = (typeof requirementBases)[number];

/** 元/㎡/天 and 元/㎡/月 of gross area; 元/月 and 元/年 for the whole space. */
export const budgetUnits = ['perSqmDay', 'perSqmMonth', 'perMonth', 'perYear'] as const;
export type BudgetUnit = (typeof budgetUnits)[number];

export interface Budget {
  readonly amount: number;
  readonly unit: BudgetUnit;
  /** Whether the management fee is to be paid out of it; null: nobody said. */
  readonly includesFee: boolean | null;
}

export const columnWishes = ['must', 'preferred'] as const;
export type ColumnWish = (typeof columnWishes)[number];

export interface Requirement {
  /** ㎡ on `basis`. */
  readonly areaMin: SquareMetres | null;
  readonly areaMax: SquareMetres | null;
  /** null: gross area, as the market counts. */
  readonly basis: RequirementBasis | null;
  /** true: one block; false: pieces in one building will do; null: one block, since nobody said that pieces will do. */
  readonly contiguous: boolean | null;
  /** Adjacent floors that a space may take; null: {@link defaultMaxFloors}. */
  readonly maxFloors: number | null;
  readonly budget: Budget | null;
  /** `both`: either will do. */
  readonly tenure: Tenure | null;
  readonly carrierTypes: readonly CarrierType[] | null;
  readonly circles: readonly CircleId[] | null;
  readonly subdistricts: readonly SubdistrictId[] | null;
  readonly grades: readonly Grade[] | null;
  /** 层高, at least. */
  readonly floorToFloorHeight: Metres | null;
  /** 净高, at least; never stands in for 层高. */
  readonly clearHeight: Metres | null;
  readonly columnFree: ColumnWish | null;
  /** Straight line to a station, at most. */
  readonly metroWithin: Metres | null;
  /** A month is meant to its end. */
  readonly startBy: IsoDate | IsoMonth | null;
  /** An industry of the model, or the letter of a section of GB/T 4754-2017. */
  readonly industry: TargetIndustry | string | null;
  readonly heads: number | null;
}

export const defaultMaxFloors = 2;

/** Asks for nothing. */
export const openRequirement: Requirement = {
  areaMin: null,
  areaMax: null,
  basis: null,
  contiguous: null,
  maxFloors: null,
  budget: null,
  tenure: null,
  carrierTypes: null,
  circles: null,
  subdistricts: null,
  grades: null,
  floorToFloorHeight: null,
  clearHeight: null,
  columnFree: null,
  metroWithin: null,
  startBy: null,
  industry: null,
  heads: null,
};

/** Ranges of numbers, for the check, the form and the description of the API alike. */
export const requirementRanges = {
  areaMin: { min: 1, max: 1_000_000 },
  areaMax: { min: 1, max: 1_000_000 },
  maxFloors: { min: 1, max: 20 },
  amount: { min: 0.01, max: 1_000_000_000 },
  floorToFloorHeight: { min: 1, max: 100 },
  clearHeight: { min: 1, max: 100 },
  metroWithin: { min: 1, max: 100_000 },
  heads: { min: 1, max: 100_000 },
} as const;

/** What of a district a requirement may name. */
export interface Places {
  readonly circles: readonly CircleId[];
  readonly subdistricts: readonly SubdistrictId[];
}

type PlainField = Exclude<keyof Requirement, 'budget'>;

function fieldTable({ circles, subdistricts }: Places): Readonly<Record<PlainField, Field>> {
  const range = requirementRanges;
  return {
    areaMin: maybe({ kind: 'number', ...range.areaMin }),
    areaMax: maybe({ kind: 'number', ...range.areaMax }),
    basis: maybe({ kind: 'choice', options: requirementBases }),
    contiguous: maybe({ kind: 'flag' }),
    maxFloors: maybe({ kind: 'integer', ...range.maxFloors }),
    tenure: maybe({ kind: 'choice', options: tenures }),
    carrierTypes: maybe({ kind: 'choices', options: carrierTypes }),
    circles: maybe({ kind: 'choices', options: circles }),
    subdistricts: maybe({ kind: 'choices', options: subdistricts }),
    grades: maybe({ kind: 'choices', options: grades }),
    floorToFloorHeight: maybe({ kind: 'number', ...range.floorToFloorHeight }),
    clearHeight: maybe({ kind: 'number', ...range.clearHeight }),
    columnFree: maybe({ kind: 'choice', options: columnWishes }),
    metroWithin: maybe({ kind: 'number', ...range.metroWithin }),
    startBy: maybe({ kind: 'dateOrMonth' }),
    industry: maybe({ kind: 'choice', options: [...targetIndustries, ...industrySections] }),
    heads: maybe({ kind: 'integer', ...range.heads }),
  };
}

const budgetTable: Readonly<Record<keyof Budget, Field>> = {
  amount: { kind: 'number', ...requirementRanges.amount, nullable: false },
  unit: { kind: 'choice', options: budgetUnits, nullable: false },
  includesFee: maybe({ kind: 'flag' }),
};

const requirementNames = Object.keys(openRequirement) as readonly (keyof Requirement)[];

/** How something is asked, and not what: alone they ask for nothing. */
const manners: readonly (keyof Requirement)[] = ['basis', 'contiguous', 'maxFloors'];

/** Whether every space would do. */
export function asksNothing(requirement: Requirement): boolean {
  return requirementNames.every((name) => manners.includes(name) || requirement[name] === null);
}

export type CheckedRequirement =
  | { readonly ok: true; readonly requirement: Requirement }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

function problem(
  field: string,
  value: unknown,
  reason: FieldProblem['reason'],
  allowed: string,
): FieldProblem {
  return { field, value: value === undefined ? '' : String(value).slice(0, 80), reason, allowed };
}

function budgetProblems(budget: unknown): FieldProblem[] {
  if (budget === undefined || budget === null) return [];
  if (!isObject(budget)) return [problem('budget', 'no object', 'wrongType', '{amount, unit, includesFee}')];
  const given = { includesFee: null, ...budget };
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(budgetTable, name))
    .map((name) => problem(`budget.${name.slice(0, 50)}`, '', 'unknownField', ''));
  const wrong = Object.entries(budgetTable).flatMap(
    ([name, spec]) =>
      checkField(`budget.${name}`, spec, (given as Readonly<Record<string, unknown>>)[name] ?? null) ?? [],
  );
  return [...unknown, ...wrong];
}

/**
 * Checks what was typed or sent. Fields may be left out; a list that holds nothing asks for nothing.
 * @param today of the district: a start must not be over
 * @returns every problem, not only the first, each with the field, the value and what would be allowed
 */
export function checkRequirement(
  given: unknown,
  { today, ...places }: Places & { readonly today: IsoDate },
): CheckedRequirement {
  if (!isObject(given)) return { ok: false, problems: [problem('', 'no object', 'wrongType', '{…}')] };
  const { budget, ...plain } = given;
  const table = fieldTable(places);
  const problems = Object.entries(plain).flatMap(([name, value]) => {
    if (!Object.hasOwn(table, name)) return [problem(name.slice(0, 60), '', 'unknownField', '')];
    return checkField(name, table[name as PlainField], value) ?? [];
  });
  problems.push(...budgetProblems(budget));
  if (problems.length > 0) return { ok: false, problems };
  const requirement = completed(given);
  const contradictions = contradictionsIn(requirement, today);
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, requirement };
}

/** Fields in their order; only for what was checked. */
function completed(given: Readonly<Record<string, unknown>>): Requirement {
  const fields = requirementNames.map((name) => {
    const value = given[name] ?? null;
    if (Array.isArray(value)) return [name, value.length === 0 ? null : [...new Set(value)]];
    return [name, name === 'budget' && isObject(value) ? { includesFee: null, ...value } : value];
  });
  return Object.fromEntries(fields) as unknown as Requirement;
}

function contradictionsIn(requirement: Requirement, today: IsoDate): FieldProblem[] {
  const { areaMin, areaMax, startBy } = requirement;
  const problems: FieldProblem[] = [];
  if (areaMin !== null && areaMax !== null && areaMin > areaMax) {
    problems.push(problem('areaMin', areaMin, 'lowAboveHigh', `≤ ${areaMax}`));
  }
  if (startBy !== null && startBy < today.slice(0, startBy.length)) {
    problems.push(problem('startBy', startBy, 'outOfRange', `≥ ${today.slice(0, startBy.length)}`));
  }
  if (asksNothing(requirement)) {
    problems.push(problem('requirement', '', 'missing', 'one condition at least'));
  }
  return problems;
}
