/** One space as its costs see it: what is on file, what is typed in its place, and what is missing. */
import { type Bound, exactly, type Quantity, type SquareMetres, type YuanPerSqmMonth } from '../measure.ts';
import type { Tenure } from '../model/building.ts';
import { type CostAssumptions, monthlyRent, noOwnFigures, type OwnFigures } from './assumptions.ts';
import { combined, reversed } from './bound.ts';

/** A building, a unit or a block of units. Every null means "not known". */
export interface CostSpace {
  /** As `formatSubject` writes it: `building`, or `building~unit`. */
  readonly id: string;
  /** Gross ㎡ that are counted when no area is assumed; null where there is no such area. */
  readonly area: SquareMetres | null;
  /** 元/㎡/月 on the gross area. */
  readonly askingRent: Quantity<YuanPerSqmMonth> | null;
  /** 元/㎡/月. */
  readonly managementFee: Quantity<YuanPerSqmMonth> | null;
  readonly efficiency: Quantity | null;
  readonly tenure: Tenure | null;
  /** Price asked, 元/㎡ of gross area. */
  readonly salePrice: Quantity | null;
}

/** Why a figure of costs is null. `rentBelowFee`: a rent that is said to hold a fee which is larger. */
export const missingInputs = [
  'area',
  'efficiency',
  'rent',
  'managementFee',
  'rentBelowFee',
  'price',
] as const;
export type MissingInput = (typeof missingInputs)[number];

/** What costs are counted from, after what is typed has taken the place of what is on file. */
export interface CostInputs {
  readonly gfaArea: Quantity<SquareMetres> | null;
  readonly usableArea: Quantity<SquareMetres> | null;
  readonly efficiency: Quantity | null;
  /** The first year's, without the management fee. */
  readonly netRent: Quantity<YuanPerSqmMonth> | null;
  readonly managementFee: Quantity<YuanPerSqmMonth> | null;
  /** Which of rent, fee and area stop a total. */
  readonly missing: readonly MissingInput[];
}

export function ownFigures(space: CostSpace, assumptions: Pick<CostAssumptions, 'own'>): OwnFigures {
  const { own } = assumptions;
  return (Object.hasOwn(own, space.id) ? own[space.id] : null) ?? noOwnFigures;
}

/**
 * Typed for this space goes before typed for all, and that before what is on file.
 * A rent that holds the fee is taken apart: net rent = rent − fee, so both have to be known.
 */
export function costInputs(space: CostSpace, assumptions: CostAssumptions): CostInputs {
  const own = ownFigures(space, assumptions);
  const fee = own.managementFee ?? assumptions.managementFee;
  const managementFee = fee === null ? space.managementFee : exactly(fee);
  const rent = own.rent ?? assumptions.rent;
  const statedRent = rent === null ? space.askingRent : exactly(monthlyRent(rent, assumptions.dayCount));
  const net = netRent(statedRent, managementFee, assumptions.rentIncludesFee);
  const efficiency = own.efficiency === null ? space.efficiency : exactly(own.efficiency);
  const areas = areasOf(space, assumptions, efficiency);
  return {
    ...areas,
    efficiency,
    netRent: net === 'rentBelowFee' ? null : net,
    managementFee,
    missing: [
      ...missingArea(areas.gfaArea, space, assumptions),
      ...(statedRent === null ? (['rent'] as const) : []),
      ...(managementFee === null ? (['managementFee'] as const) : []),
      ...(net === 'rentBelowFee' ? ([net] as const) : []),
    ],
  };
}

function netRent(
  stated: Quantity | null,
  fee: Quantity | null,
  includesFee: boolean,
): Quantity | null | 'rentBelowFee' {
  if (!includesFee || stated === null) return stated;
  if (fee === null) return null;
  if (stated.value < fee.value) return 'rentBelowFee';
  return { value: stated.value - fee.value, bound: combined(stated.bound, reversed(fee.bound)) };
}

function missingArea(
  gfaArea: Quantity | null,
  space: CostSpace,
  assumptions: CostAssumptions,
): readonly MissingInput[] {
  if (gfaArea !== null) return [];
  return [assumptions.area === null && space.area === null ? 'area' : 'efficiency'];
}

/**
 * Usable = gross × efficiency, and the other way round; never one for the other.
 * Of a building that is at least 75 % usable, 900 usable ㎡ are at most 1,200 gross ㎡.
 */
function areasOf(
  space: CostSpace,
  { area, areaBasis }: CostAssumptions,
  efficiency: Quantity | null,
): Pick<CostInputs, 'gfaArea' | 'usableArea'> {
  if (area !== null && areaBasis === 'usable') {
    const gfaArea = efficiency && { value: area / efficiency.value, bound: reversed(efficiency.bound) };
    return { gfaArea, usableArea: exactly(area) };
  }
  const gross = area ?? space.area;
  if (gross === null) return { gfaArea: null, usableArea: null };
  const usableArea = efficiency && { value: gross * efficiency.value, bound: efficiency.bound };
  return { gfaArea: exactly(gross), usableArea };
}

/** The bound of what rent, fee and gross area add up to. */
export function costBound(inputs: CostInputs, assumptions: CostAssumptions): Bound {
  const rent = inputs.netRent?.bound ?? 'exact';
  const fee = inputs.managementFee?.bound ?? 'exact';
  const area = inputs.gfaArea?.bound ?? 'exact';
  // A larger fee inside of a given rent makes its steps smaller and its free months dearer: no direction is safe.
  if (assumptions.rentIncludesFee && fee !== 'exact') return 'about';
  return combined(rent, fee, area);
}
