/** The address of 匹配: what is asked and how it is weighed, so that a link opens the same ranking. */
import { carrierTypes, grades, tenures } from '../model/building.ts';
import { encode, pairsFrom } from '../query/pairs.ts';
import { idPattern } from '../records/id-pattern.ts';
import {
  type Budget,
  budgetUnits,
  columnWishes,
  openRequirement,
  type Requirement,
  requirementBases,
  requirementRanges,
} from './requirement.ts';
import { defaultWeights, type ScoreWeights, scoreParts } from './score.ts';

/** Whole shares of 100 as a reader sets them. */
export const percentWeights: ScoreWeights = {
  area: Math.round(defaultWeights.area * 100),
  cost: Math.round(defaultWeights.cost * 100),
  industry: Math.round(defaultWeights.industry * 100),
  policy: Math.round(defaultWeights.policy * 100),
  place: Math.round(defaultWeights.place * 100),
};

export interface MatchAddress {
  readonly requirement: Requirement;
  /** 0–100 each, not all 0. */
  readonly weights: ScoreWeights;
}

export interface ParsedMatchAddress extends MatchAddress {
  /** Names of what could not be read, at most 60 characters each; it is left out. */
  readonly dropped: readonly string[];
}

type Field = keyof Requirement;
type Read<K extends Field> = (text: string) => Requirement[K] | undefined;

const mostNames = 50;

function numberWithin({ min, max }: { readonly min: number; readonly max: number }, isWhole = false) {
  return (text: string): number | undefined => {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max && (!isWhole || Number.isInteger(value)) ? value : undefined;
  };
}

function oneOf<T extends string>(options: readonly T[]) {
  return (text: string): T | undefined => options.find((option) => option === text);
}

function listOf<T extends string>(read: (text: string) => T | undefined) {
  return (text: string): readonly T[] | undefined => {
    const parts = text.split(',').filter((part) => part !== '');
    const values = parts.flatMap((part) => read(part) ?? []);
    const isWhole = values.length === parts.length && values.length > 0 && values.length <= mostNames;
    return isWhole ? [...new Set(values)] : undefined;
  };
}

/** Which ones there are, the district knows. */
const id = (text: string) => (idPattern.test(text) ? text : undefined);

const flags: Readonly<Record<string, boolean>> = { '1': true, '0': false };

function flag(text: string): boolean | undefined {
  return Object.hasOwn(flags, text) ? flags[text] : undefined;
}

/** `4.5,perSqmDay`, and `,1` or `,0` behind it where somebody said whether the fee is in it. */
function budget(text: string): Budget | undefined {
  const [first = '', second = '', third = '', ...rest] = text.split(',');
  const amount = numberWithin(requirementRanges.amount)(first);
  const unit = oneOf(budgetUnits)(second);
  const includesFee = third === '' ? null : flag(third);
  if (rest.length > 0 || amount === undefined || !unit || includesFee === undefined) return undefined;
  return { amount, unit, includesFee };
}

const readers: { readonly [K in Field]: Read<K> } = {
  areaMin: numberWithin(requirementRanges.areaMin),
  areaMax: numberWithin(requirementRanges.areaMax),
  basis: oneOf(requirementBases),
  contiguous: flag,
  maxFloors: numberWithin(requirementRanges.maxFloors, true),
  budget,
  tenure: oneOf(tenures),
  carrierTypes: listOf(oneOf(carrierTypes)),
  circles: listOf(id),
  subdistricts: listOf(id),
  grades: listOf(oneOf(grades)),
  floorToFloorHeight: numberWithin(requirementRanges.floorToFloorHeight),
  clearHeight: numberWithin(requirementRanges.clearHeight),
  columnFree: oneOf(columnWishes),
  metroWithin: numberWithin(requirementRanges.metroWithin),
  startBy: (text) => (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text) ? text : undefined),
  industry: (text) => (/^[A-Za-z]{1,40}$/.test(text) ? text : undefined),
  heads: numberWithin(requirementRanges.heads, true),
};

function weightsFrom(text: string): ScoreWeights | undefined {
  const values = text.split(',').map(numberWithin({ min: 0, max: 100 }));
  if (values.length !== scoreParts.length || values.every((value) => value === 0)) return undefined;
  if (values.includes(undefined)) return undefined;
  return Object.fromEntries(
    scoreParts.map((part, index) => [part, values[index]]),
  ) as unknown as ScoreWeights;
}

/** Reads the query part of an address; never throws. Of a name that is repeated the first is taken. */
export function parseMatchAddress(search: string): ParsedMatchAddress {
  const found = new Map<string, unknown>();
  const dropped = new Set<string>();
  let weights = percentWeights;
  for (const [name, text] of pairsFrom(search)) {
    const read = Object.hasOwn(readers, name) ? readers[name as Field] : null;
    const value = name === 'weights' ? weightsFrom(text) : read?.(text);
    if (value === undefined || found.has(name)) dropped.add(name.slice(0, 60).toWellFormed());
    else found.set(name, value);
  }
  weights = (found.get('weights') as ScoreWeights | undefined) ?? weights;
  found.delete('weights');
  return {
    requirement: { ...openRequirement, ...Object.fromEntries(found) },
    weights,
    dropped: [...dropped],
  };
}

function written(value: NonNullable<Requirement[Field]>): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return String(value);
  if (!('amount' in value)) return value.join(',');
  const { amount, unit, includesFee } = value;
  return [amount, unit, ...(includesFee === null ? [] : [includesFee ? '1' : '0'])].join(',');
}

/** The query part without `?`; '' when nothing is asked. */
export function formatMatchAddress({ requirement, weights }: MatchAddress): string {
  const pairs = Object.keys(openRequirement).flatMap((name): [string, string][] => {
    const value = requirement[name as Field];
    return value === null || (Array.isArray(value) && value.length === 0) ? [] : [[name, written(value)]];
  });
  if (scoreParts.some((part) => weights[part] !== percentWeights[part])) {
    pairs.push(['weights', scoreParts.map((part) => weights[part]).join(',')]);
  }
  return pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&');
}
