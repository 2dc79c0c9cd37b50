/** What an indicator is: its names, its words, where it may be given and to whom. The entries are in `registry.ts`. */
import type { BuildingId, IsoDate, IsoMonth, Ratio } from '../measure.ts';

/** The 18 core indicators, in their order. */
export const coreIds = [
  'occupancyRate',
  'vacancyRate',
  'availableArea',
  'netAbsorption',
  'askingRent',
  'netEffectiveRent',
  'waltByArea',
  'expiring12mRate',
  'tenantCount',
  'localRegistrationRate',
  'localTaxpayerRate',
  'totalTax',
  'taxPerSqm',
  'taxPerEmployee',
  'taxTier',
  'keyBuildingTaxShare',
  'leadingIndustryShare',
  'netTenantInflow',
] as const;
export type IndicatorId = (typeof coreIds)[number];

/** Companions of core indicators: the same inputs, looked at in another way. */
export const relatedIds = [
  'availabilityRate',
  'waltByRent',
  'districtTax',
  'taxPerOccupiedSqm',
  'hundredMillionBuildings',
  'industryHhi',
] as const;
export type RelatedId = (typeof relatedIds)[number];

export const extensionIds = [
  'heritageActivationRate',
  'retrofitRentPremium',
  'topFiveTaxShare',
  'monthsOfSupply',
  'longVacancyShare',
] as const;
export type ExtensionId = (typeof extensionIds)[number];

export type AnyIndicatorId = IndicatorId | RelatedId | ExtensionId;

export const levels = ['building', 'circle', 'subdistrict', 'type', 'grade', 'district'] as const;
export type Level = (typeof levels)[number];

/** Where a figure is defined: of one building, of a group of them (circle, subdistrict, type, grade), of the district. */
export const grains = ['building', 'circle', 'district'] as const;
export type Grain = (typeof grains)[number];

export function grainOf(level: Level): Grain {
  return level === 'building' || level === 'district' ? level : 'circle';
}

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** `stock`: as of the last day of a period. `flow`: the sum over its months, never annualised. */
export type IndicatorKind = 'stock' | 'flow';

export const indicatorUnits = [
  'ratio',
  'sqm',
  'yuanPerSqmMonth',
  'years',
  'months',
  'count',
  'yuan',
  'yuanPerSqmYear',
  'yuanPerHead',
  'tier',
  'index',
] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/**
 * Who may see an indicator: everybody; everybody for groups that give nobody away, and staff in full; staff;
 * managers.
 */
export const indicatorVisibilities = ['public', 'published', 'staff', 'manager'] as const;
export type IndicatorVisibility = (typeof indicatorVisibilities)[number];

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One part of a formula in words, with its unit as it is written. */
export interface Part extends Bilingual {
  readonly unit: string;
}

export interface IndicatorSpec<I extends AnyIndicatorId = AnyIndicatorId> {
  readonly id: I;
  /** Place among the 18; null for a companion or an extension. */
  readonly number: number | null;
  readonly zh: string;
  readonly en: string;
  readonly formula: Bilingual;
  readonly numerator: Part;
  /** null: the figure is a sum, not a ratio. */
  readonly denominator: Part | null;
  readonly unit: IndicatorUnit;
  readonly grains: readonly Grain[];
  readonly kind: IndicatorKind;
  readonly visibility: IndicatorVisibility;
  readonly related: readonly RelatedId[];
  /** Of what the coverage is a share. */
  readonly coverage: Bilingual;
  readonly edges: Bilingual;
}

/** One figure of one group in one period. */
export interface IndicatorCell {
  /** null when no input is known. */
  readonly value: number | null;
  readonly numerator: number | null;
  /** null for a sum, and where nothing is known. */
  readonly denominator: number | null;
  /** 0–1, see the spec; null when there is nothing to cover. */
  readonly coverage: Ratio | null;
  /** 17: the letter of the leading industry. */
  readonly detail?: string | null;
}

/** Cells of one indicator, at `group × periods + period`. NaN is null. */
export interface IndicatorColumn {
  readonly values: Float64Array;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly coverages: Float64Array;
  readonly details: readonly (string | null)[] | null;
}

/** One indicator of one group, period by period: what the API sends. */
export interface IndicatorSeries {
  readonly values: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly coverages: readonly (number | null)[];
  readonly details: readonly (string | null)[] | null;
}

/** Buildings whose circle, subdistrict or grade is not known are a group of this name. */
export const unknownGroup = 'unknown';

export interface IndicatorGroup {
  /** Id of the building, circle or subdistrict; the carrier type; the grade; the adcode; or {@link unknownGroup}. */
  readonly id: string;
  readonly buildings: number;
}

export interface TableQuestion {
  readonly level: Level;
  /** First and last month; periods that they touch are given whole, as far as the data go. */
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  readonly period: PeriodKind;
  /** Only these buildings; all when left out. */
  readonly buildings?: ReadonlySet<BuildingId>;
}

/**
 * Figures of all groups of a level. Columns are worked out when first asked for: `column` and `series` throw for
 * an indicator that is not defined at the level (`ids` names those that are).
 */
export interface IndicatorTable {
  readonly level: Level;
  /** `2026-09`, `2026-Q3` or `2026`. */
  readonly periods: readonly string[];
  readonly groups: readonly IndicatorGroup[];
  readonly ids: readonly AnyIndicatorId[];
  readonly column: (id: AnyIndicatorId) => IndicatorColumn;
  readonly series: (id: AnyIndicatorId, group: string) => IndicatorSeries | null;
  readonly cell: (id: AnyIndicatorId, group: string, period: string) => IndicatorCell | null;
}

export interface ExplainQuestion {
  readonly id: AnyIndicatorId;
  readonly level: Level;
  readonly group: string;
  /** A month; the period that holds it. */
  readonly at: IsoMonth;
  readonly period: PeriodKind;
  readonly buildings?: ReadonlySet<BuildingId>;
}

/** Why a building of the group is not in a figure. */
export const exclusions = ['notDelivered', 'noInput', 'finding', 'notOfThisKind', 'afterTheData'] as const;
export type Exclusion = (typeof exclusions)[number];

export interface IndicatorPart {
  readonly buildingId: BuildingId;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly coverage: Ratio | null;
  /** Its share of the denominator, or of the numerator where there is none; null when it is out. */
  readonly weight: Ratio | null;
  readonly excludedBecause: Exclusion | null;
}

/** Where the inputs of a figure come from. */
export const inputSources = [
  'correction',
  'report',
  'units',
  'leases',
  'enterprises',
  'taxRecords',
  'plans',
] as const;
export type InputSource = (typeof inputSources)[number];

export interface IndicatorExplanation {
  readonly id: AnyIndicatorId;
  readonly period: string;
  readonly cell: IndicatorCell;
  /** The last day that the figure speaks of. */
  readonly asOf: IsoDate;
  readonly sources: readonly InputSource[];
  /** Of all buildings of the group, in the order of the portfolio. Parts of distinct firms may exceed the whole. */
  readonly parts: readonly IndicatorPart[];
}
