/** A requirement of what was read from a text: the one place where the names of either side meet. */
import type { ExtractedItem, FoundField } from '../extract/found.ts';
import { daysPerMonth } from '../measure.ts';
import type { Circle } from '../model/portfolio.ts';
import { type Budget, openRequirement, type Requirement } from './requirement.ts';

export interface RequirementRead {
  readonly requirement: Requirement;
  /** Names of fields of the text that no field of a requirement holds. */
  readonly left: readonly string[];
}

/** A circle as far as a text can name it. */
export type NamedCircle = Pick<Circle, 'id' | 'nameZh' | 'nameEn'>;

/** "About 1,500 ㎡" is read as 10 % to either side. */
export const aboutArea = 0.1;

const hundredths = (value: number) => Math.round(value * 100) / 100;

function budgetOf({ value, unit }: FoundField, includesFee: boolean | null): Budget | null {
  if (typeof value !== 'number') return null;
  switch (unit) {
    case 'yuanPerSqmDay':
      return { amount: value, unit: 'perSqmDay', includesFee };
    case 'yuanPerSqmMonth':
      return { amount: value, unit: 'perSqmMonth', includesFee };
    case 'yuanPerSqmYear':
      return { amount: hundredths(value / 12), unit: 'perSqmMonth', includesFee };
    case 'yuanPerDay':
      return { amount: hundredths(value * daysPerMonth), unit: 'perMonth', includesFee };
    case 'yuanPerMonth':
      return { amount: value, unit: 'perMonth', includesFee };
    case 'yuanPerYear':
      return { amount: value, unit: 'perYear', includesFee };
    default:
      // 总价 buys a space: a rent it is not.
      return null;
  }
}

/** 小白楼 is 小白楼商圈, and 海河沿线（津湾） is known by both of its names. */
function circleIds(names: readonly string[], circles: readonly NamedCircle[]): readonly string[] {
  return circles
    .filter(({ nameZh, nameEn }) =>
      names.some((name) => nameZh.includes(name) || nameEn.toLowerCase().includes(name.toLowerCase())),
    )
    .map(({ id }) => id);
}

function areas(fields: ExtractedItem['fields']): Pick<Requirement, 'areaMin' | 'areaMax'> {
  const [least, most] = [fields['areaMin'], fields['areaMax']];
  const of = (found: FoundField | undefined, factor: number) =>
    typeof found?.value === 'number'
      ? hundredths(found.value * (found.bound === 'about' ? factor : 1))
      : null;
  return { areaMin: of(least, 1 - aboutArea), areaMax: of(most, 1 + aboutArea) };
}

/**
 * A draft, to be looked at and checked with `checkRequirement`: areaMin, areaMax, basis, contiguous, tenure,
 * carrierTypes, floorToFloorHeight, clearHeight, industry and heads are taken over by name; `metro` is `metroWithin`;
 * `budget`, its unit and `includesFee` are one budget; names of circles become ids; a year is meant to its end.
 * Freedom from columns is a wish: whether it is a must, the text does not tell. `includesSubsidy` and the name of
 * the enterprise are no conditions of a space.
 */
export function requirementFrom({ fields }: ExtractedItem, circles: readonly NamedCircle[]): RequirementRead {
  const value = <T extends string | number | boolean>(name: string, kind: string): T | null => {
    const found = fields[name]?.value;
    return typeof found === kind ? (found as T) : null;
  };
  const texts = (name: string) => {
    const found = fields[name]?.value;
    return Array.isArray(found) ? (found as readonly string[]) : null;
  };
  const named = texts('circles');
  const ids = named && circleIds(named, circles);
  const start = value<string>('startBy', 'string');
  const budget = fields['budget'] ? budgetOf(fields['budget'], value('includesFee', 'boolean')) : null;
  const requirement: Requirement = {
    ...openRequirement,
    ...areas(fields),
    basis: value<'gfa' | 'usable'>('basis', 'string'),
    contiguous: value('contiguous', 'boolean'),
    budget,
    tenure: value<'lease' | 'sale' | 'both'>('tenure', 'string'),
    carrierTypes: texts('carrierTypes') as Requirement['carrierTypes'],
    circles: ids && ids.length > 0 ? ids : null,
    floorToFloorHeight: value('floorToFloorHeight', 'number'),
    clearHeight: value('clearHeight', 'number'),
    columnFree: value<boolean>('columnFree', 'boolean') === true ? 'preferred' : null,
    metroWithin: value('metro', 'number'),
    startBy: start?.length === 4 ? `${start}-12` : start,
    industry: value<string>('industry', 'string'),
    heads: value('heads', 'number'),
  };
  const left = ['enterprise', 'includesSubsidy'].filter((name) => Object.hasOwn(fields, name));
  if (fields['budget'] && budget === null) left.push('budget');
  if (named && (ids?.length ?? 0) === 0) left.push('circles');
  return { requirement, left };
}

/** From which fields of a text each field of a requirement is read; none of the others ever is. */
export const readAs: Readonly<Partial<Record<keyof Requirement, readonly string[]>>> = {
  areaMin: ['areaMin'],
  areaMax: ['areaMax'],
  basis: ['basis'],
  contiguous: ['contiguous'],
  budget: ['budget', 'includesFee'],
  tenure: ['tenure'],
  carrierTypes: ['carrierTypes'],
  circles: ['circles'],
  floorToFloorHeight: ['floorToFloorHeight'],
  clearHeight: ['clearHeight'],
  columnFree: ['columnFree'],
  metroWithin: ['metro'],
  startBy: ['startBy'],
  industry: ['industry'],
  heads: ['heads'],
};
