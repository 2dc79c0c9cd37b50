/** Values of conditions and inputs in words and units. */
import type { Finding, MatchRule, MatchValue } from '#domain/matching/filters.ts';
import type { BudgetUnit } from '#domain/matching/requirement.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { MatchLanguage } from './use-match-words.ts';

export interface ValueContext extends MatchLanguage {
  readonly names: NamesOf;
}

/** What a value is a value of: a field of the requirement, or an input of a score. */
type Kind = string;

const areas = new Set(['area', 'areaMin', 'areaMax', 'leastPerHead', 'usableArea']);
const lengths = new Set(['floorToFloorHeight', 'clearHeight', 'metroWithin', 'metroM']);
const rents = new Set(['cost', 'fee', 'rent', 'managementFee']);

function unitOf(kind: Kind, { match }: MatchLanguage, budget: BudgetUnit | null): string {
  if (areas.has(kind)) return match.units.sqm;
  if (lengths.has(kind)) return match.units.m;
  if (rents.has(kind)) return match.units.perSqmMonth;
  if (kind === 'maxFloors' || kind === 'floors') return match.units.floors;
  if (kind === 'heads') return match.units.people;
  if (kind === 'monthlyCost') return match.units.perMonth;
  if (kind === 'budget') return budget === null ? match.units.perSqmMonth : match.budgetUnits[budget];
  return '';
}

function wordOf(kind: Kind, value: string, { figures, match, records, names }: ValueContext): string {
  const { words } = figures;
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    tenure: words.tenure,
    carrierTypes: words.carrierType,
    grades: words.grade,
    columnFree: { ...match.columns, yes: match.yes, no: match.no },
    industry: { ...records.sectors, ...words.industry },
    targetIndustries: words.industry,
    kind: match.kinds,
  };
  if (kind === 'circles') return names('circle', value) ?? value;
  if (kind === 'subdistricts') return names('subdistrict', value) ?? value;
  if (kind === 'startBy') return figures.date(value);
  return tables[kind]?.[value] ?? value;
}

function numberText(kind: Kind, value: number, { figures }: MatchLanguage): string {
  return kind === 'monthlyCost' ? figures.short(value) : figures.number(value, 2);
}

/**
 * One value as a reader reads it: "≥ 4 m", "120–150 元/㎡/月", "写字楼、小洋楼"; unknown as the word for it.
 * @param budget unit of a value of `budget`; null: 元/㎡/月
 */
export function valueText(
  kind: Kind,
  value: MatchValue,
  context: ValueContext,
  budget: BudgetUnit | null = null,
): string {
  const { words } = context.figures;
  if (value === null) return words.unknown;
  if (typeof value === 'string') return wordOf(kind, value, context);
  const unit = unitOf(kind, context, budget);
  const withUnit = (text: string) => (unit === '' ? text : `${text} ${unit}`);
  if (typeof value === 'number') return withUnit(numberText(kind, value, context));
  if ('low' in value) {
    const low = numberText(kind, value.low, context);
    if (value.high === null) return withUnit(`≥ ${low}`);
    const high = numberText(kind, value.high, context);
    if (value.low <= 0) return withUnit(`≤ ${high}`);
    return withUnit(low === high ? low : `${low}–${high}`);
  }
  return value.length === 0
    ? words.unknown
    : value.map((one) => wordOf(kind, one, context)).join(words.listSeparator);
}

/** 0–1 as a score of 100, with its band where it has one. */
export function scoreText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  return from === to ? String(to) : `${from}–${to}`;
}

/** On which side of what is asked the found figure must lie. */
const signs: Readonly<Partial<Record<MatchRule, string>>> = {
  floorToFloorHeight: '≥ ',
  clearHeight: '≥ ',
  heads: '≥ ',
  metroWithin: '≤ ',
  maxFloors: '≤ ',
  budget: '≤ ',
};

/** What was found and what was asked of one condition. Room for people is told in usable area. */
export function findingTexts(
  { rule, found, asked }: Finding,
  context: ValueContext,
): readonly [rule: string, found: string, asked: string] {
  const kind = rule === 'heads' ? 'usableArea' : rule;
  const sign = asked === null ? '' : (signs[rule] ?? '');
  return [context.match.rules[rule], valueText(kind, found, context), sign + valueText(kind, asked, context)];
}
