/** Indicators of tax: what each building adds. Nothing is annualised. */
import { type Inputs, type Share, type ShareOf, unknownShare } from './inputs.ts';

/** 15: 1000万, 3000万, 5000万, 1亿, 10亿, in 元. */
export const tierThresholds = [10_000_000, 30_000_000, 50_000_000, 100_000_000, 1_000_000_000] as const;

/** Tier of a building's tax of twelve months, 元: how many thresholds it reaches. */
export function tierOf(yearTax: number): number {
  return tierThresholds.filter((threshold) => yearTax >= threshold).length;
}

/** 亿元楼: the tier from which a building is a key building (16). */
export const keyTier = 4;

function isKey(building: Inputs): boolean {
  return tierOf(building.yearTax) >= keyTier;
}

function overMonths(building: Inputs, numerator: number, denominator: number): Share | null {
  const weight = building.weight * building.deliveredMonths;
  const { tax } = building;
  if (Number.isNaN(tax)) return building.deliveredMonths > 0 ? unknownShare(weight) : null;
  return { numerator, denominator, known: Math.min(weight, building.weight * building.taxMonths), weight };
}

/**
 * 12 全口径税收: Σ tax of the period, 元.
 *
 * - coverage: by floor area and month, building-months on record ÷ delivered building-months
 * - edges: tax of firms without a lease there is out and lowers the coverage
 */
export const totalTax: ShareOf = (building) => overMonths(building, building.tax, 0);

/**
 * 区级收入: Σ district tax of firms, 元.
 *
 * - coverage: by tax, records that state the district's share ÷ total tax
 */
export const districtTax: ShareOf = (building) => {
  const { tax, sharedTax } = building;
  const weight = Math.max(Number.isNaN(tax) ? 0 : tax, sharedTax);
  if (!(weight > 0)) return null;
  return sharedTax > 0
    ? { numerator: building.districtTax, denominator: 0, known: sharedTax, weight }
    : unknownShare(weight);
};

/** What a building adds to a figure over its tax of twelve months; its months on record weigh in the coverage. */
function ofYear(building: Inputs, numerator: number, denominator: number): Share | null {
  const { weight, yearKnown } = building;
  if (Number.isNaN(numerator) || Number.isNaN(denominator)) {
    return building.isDelivered ? unknownShare(weight) : null;
  }
  return { numerator, denominator, known: weight * yearKnown, weight };
}

/**
 * 13 单位面积税收: Σ tax of twelve months ÷ Σ rentable area, 元/㎡·year.
 *
 * - coverage: by floor area, each building with its share of the twelve months on record
 */
export const taxPerSqm: ShareOf = (building) => ofYear(building, building.yearTax, building.rentable);

/** 单位入驻面积税收: the same over the area that is occupied at the end. */
export const taxPerOccupiedSqm: ShareOf = (building) => ofYear(building, building.yearTax, building.occupied);

/**
 * 14 人均税收, the numerator: Σ tax of firms with known employees, 元; the denominator are their heads, each firm
 * of a group once.
 *
 * - coverage: by tax, of firms with known employees ÷ of all records of firms
 */
export const taxPerEmployee: ShareOf = (building) => {
  const weight = building.recordedTax;
  if (!(weight > 0)) return null;
  const ofHeads = building.taxOfHeads;
  return ofHeads > 0 ? { numerator: ofHeads, denominator: 0, known: ofHeads, weight } : unknownShare(weight);
};

/** 15 税收等级: the tax of twelve months, 元, of which {@link tierOf} makes the tier. */
export const taxTier: ShareOf = (building) => ofYear(building, building.yearTax, 0);

/** 亿元楼数: 1 for a building of tier 4 or above. */
export const hundredMillionBuildings: ShareOf = (building) =>
  ofYear(building, Number.isNaN(building.yearTax) ? Number.NaN : Number(isKey(building)), 0);

/**
 * 16 重点楼宇税收贡献占比: Σ tax of the period of key buildings ÷ of all, 0–1.
 *
 * - coverage: as of {@link totalTax}
 * - edges: a key building has paid at least 1亿元 in the twelve months that end with the period
 */
export const keyBuildingTaxShare: ShareOf = (building) =>
  overMonths(building, isKey(building) ? building.tax : 0, building.tax);

/** 税收前五楼宇占比: every building's tax of twelve months; the numerator is picked by the group. */
export const topFiveTaxShare: ShareOf = (building) => ofYear(building, building.yearTax, building.yearTax);
