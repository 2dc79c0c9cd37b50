/** 近似匹配: the smallest changes of a requirement by which a space that it excludes would be admitted. */
import { daysIn } from '../cost/assumptions.ts';
import { monthNumber } from '../measure.ts';
import { type BuildingFacts, lastDayMeant, type SpaceFacts } from './facts.ts';
import type { Finding, MatchAssumptions, MatchRule, MatchValue } from './filters.ts';
import type { BudgetUnit, Requirement } from './requirement.ts';
import { defaultMaxFloors } from './requirement.ts';

/** What somebody would have to ask instead. */
export interface RequirementChange {
  readonly rule: MatchRule;
  /** Which field of the requirement; of the budget its amount, in the unit of the budget. */
  readonly field: Exclude<keyof Requirement, 'basis' | 'contiguous' | 'industry'>;
  readonly from: MatchValue;
  readonly to: MatchValue;
  /** How large the change is, as a share of what was asked; of words a fixed share. */
  readonly size: number;
}

/** Changes that are larger are no near miss. Of a start: in years. */
const mostChange: Readonly<Partial<Record<MatchRule, number>>> = { metroWithin: 1, startBy: 1, maxFloors: 1 };
/** Of all others. */
export const mostOther = 0.3;

/** Words are changed or not; these are the shares that they count as beside figures. */
const wordSize = { tenure: 0.3, columnFree: 0.2, list: 0.25 } as const;

const dust = 1e-9;

function up(value: number, steps: number): number {
  return Math.ceil(value * steps - dust) / steps;
}

function relative(from: number, to: number): number {
  return Math.abs(to - from) / from;
}

type Change = Omit<RequirementChange, 'rule'> | null;

function numberChange(field: RequirementChange['field'], from: number | null, to: number): Change {
  if (from === null || to <= 0 || !Number.isFinite(to)) return null;
  return { field, from, to, size: relative(from, to) };
}

function areaChange({ area }: SpaceFacts, { areaMin, areaMax }: Requirement): Change {
  if (areaMin !== null && area.high < areaMin) {
    return numberChange('areaMin', areaMin, Math.floor(area.high + dust));
  }
  return numberChange('areaMax', areaMax, Math.ceil(area.low - dust));
}

/** What the space surely costs, in the unit of the budget, rounded up to what people say: 分 per ㎡, whole 元 in all. */
function inBudgetUnit(unit: BudgetUnit, perSqmMonth: number, area: number, days: number): number {
  switch (unit) {
    case 'perSqmDay':
      return up(perSqmMonth / days, 100);
    case 'perSqmMonth':
      return up(perSqmMonth, 100);
    case 'perMonth':
      return up(perSqmMonth * area, 1);
    case 'perYear':
      return up(perSqmMonth * area * 12, 1);
  }
}

function budgetChange({ cost, space }: SpaceFacts, { budget }: Requirement, days: number): Change {
  if (budget === null || space.area === null) return null;
  return numberChange('budget', budget.amount, inBudgetUnit(budget.unit, cost.low, space.area, days));
}

function startChange({ notBefore }: SpaceFacts, { startBy }: Requirement): Change {
  if (startBy === null || notBefore === null) return null;
  const months = (monthNumber(notBefore) ?? 0) - (monthNumber(lastDayMeant(startBy)) ?? 0);
  return { field: 'startBy', from: startBy, to: notBefore, size: Math.max(months, 1) / 12 };
}

function listChange(
  field: 'carrierTypes' | 'circles' | 'subdistricts' | 'grades',
  found: MatchValue,
  asked: readonly string[] | null,
): Change {
  if (asked === null || typeof found !== 'string') return null;
  return { field, from: asked, to: [...asked, found], size: wordSize.list };
}

function buildingChange({ rule, found }: Finding, of: BuildingFacts, requirement: Requirement): Change {
  const { building, metro } = of;
  switch (rule) {
    case 'floorToFloorHeight':
      return numberChange(rule, requirement.floorToFloorHeight, building.floorToFloorHeight?.max ?? 0);
    case 'clearHeight':
      return numberChange(rule, requirement.clearHeight, building.clearHeight?.value ?? 0);
    case 'metroWithin':
      return numberChange(rule, requirement.metroWithin, Math.ceil(metro.low));
    case 'tenure':
      return { field: rule, from: requirement.tenure, to: 'both', size: wordSize.tenure };
    case 'columnFree':
      return { field: rule, from: 'must', to: 'preferred', size: wordSize.columnFree };
    case 'carrierTypes':
    case 'circles':
    case 'subdistricts':
    case 'grades':
      return listChange(rule, found, requirement[rule]);
    default:
      return null;
  }
}

function spaceChange(
  rule: MatchRule,
  facts: SpaceFacts,
  requirement: Requirement,
  { dayCount, leastPerHead }: MatchAssumptions,
): Change {
  switch (rule) {
    case 'area':
      return areaChange(facts, requirement);
    case 'budget':
      return budgetChange(facts, requirement, daysIn(dayCount));
    case 'startBy':
      return startChange(facts, requirement);
    case 'maxFloors':
      return numberChange(rule, requirement.maxFloors ?? defaultMaxFloors, facts.space.floors.length);
    case 'heads':
      return numberChange(rule, requirement.heads, Math.floor(facts.usable.high / leastPerHead + dust));
    default:
      return null;
  }
}

const ofSpace: readonly MatchRule[] = ['area', 'maxFloors', 'heads', 'budget', 'startBy'];

/**
 * One change for each condition that a space fails, each the smallest that admits it.
 * @param space null: the conditions are those of the building alone
 * @returns null where a change would be too large to be called one, or none would do
 */
export function changesFor(
  failed: readonly Finding[],
  of: BuildingFacts,
  space: SpaceFacts | null,
  { requirement, assumptions }: { readonly requirement: Requirement; readonly assumptions: MatchAssumptions },
): readonly RequirementChange[] | null {
  const changes: RequirementChange[] = [];
  for (const finding of failed) {
    const { rule } = finding;
    const change = ofSpace.includes(rule)
      ? space && spaceChange(rule, space, requirement, assumptions)
      : buildingChange(finding, of, requirement);
    if (change === null || change.size > (mostChange[rule] ?? mostOther)) return null;
    changes.push({ rule, ...change });
  }
  return changes;
}

/** The requirement as it would be with the changes. */
export function withChanges(requirement: Requirement, changes: readonly RequirementChange[]): Requirement {
  const fields = changes.map(({ field, to }) => {
    if (field !== 'budget') return [field, to] as const;
    return [field, requirement.budget && { ...requirement.budget, amount: to }] as const;
  });
  return { ...requirement, ...Object.fromEntries(fields) };
}
