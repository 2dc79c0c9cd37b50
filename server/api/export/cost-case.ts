/** One space under the assumptions, as the sheets of a workbook need it: what is typed in, and what comes of it. */
import { type CostAssumptions, monthlyRent, type RentAmount } from '#domain/cost/assumptions.ts';
import { monthsPerYear, sum } from '#domain/cost/money.ts';
import { type OccupancyCost, occupancyCost } from '#domain/cost/occupancy.ts';
import { type CostSpace, ownFigures } from '#domain/cost/space.ts';
import { typedSubsidy } from '#domain/cost/subsidy.ts';
import type { Bound, Fen, Quantity } from '#domain/measure.ts';

export interface CostCase {
  /** As a heading; typed by people. */
  readonly name: string;
  readonly assumptions: CostAssumptions;
  readonly cost: OccupancyCost;
  /** ㎡ on the basis of {@link areaBasisOf}. */
  readonly area: number | null;
  readonly rent: RentAmount | null;
  readonly rentBound: Bound;
  readonly statedRent: number | null;
  readonly managementFee: Quantity | null;
  readonly efficiency: Quantity | null;
  readonly subsidy: SubsidyParts;
}

interface SubsidyParts {
  /** 分 in months 1, 2, … (at 0, 1, …) for the area. */
  readonly byArea: readonly Fen[];
  readonly once: Fen;
}

export function costCase(name: string, space: CostSpace, assumptions: CostAssumptions): CostCase {
  const cost = occupancyCost(space, assumptions);
  const typed = ownFigures(space, assumptions).rent ?? assumptions.rent;
  const asked = space.askingRent && { amount: space.askingRent.value, per: 'month' as const };
  const rent = typed ?? asked;
  return {
    name,
    assumptions,
    cost,
    area: assumptions.area ?? space.area,
    rent,
    rentBound: typed === null ? (space.askingRent?.bound ?? 'exact') : 'exact',
    statedRent: rent && monthlyRent(rent, assumptions.dayCount),
    managementFee: cost.inputs.managementFee,
    efficiency: cost.inputs.efficiency,
    subsidy: subsidyParts(cost, assumptions),
  };
}

function subsidyParts({ rows, inputs }: OccupancyCost, assumptions: CostAssumptions): SubsidyParts {
  if (inputs.gfaArea === null || rows.length === 0) return { byArea: [], once: 0 };
  const byArea = typedSubsidy({ ...assumptions, subsidyTotal: 0 })({
    gfaArea: inputs.gfaArea.value,
    termMonths: assumptions.termMonths,
    rent: rows.slice(1).map(({ rent }) => rent),
  });
  return { byArea, once: -sum(rows.map(({ subsidy }) => subsidy)) - sum(byArea) };
}

/** The month in which a one-off subsidy is counted. */
export function subsidyMonth(termMonths: number): number {
  return Math.min(monthsPerYear, termMonths);
}

/** Only an area that was assumed can be usable; that of a space is gross. */
export function areaBasisOf({ area, areaBasis }: CostAssumptions): CostAssumptions['areaBasis'] {
  return area === null ? 'gfa' : areaBasis;
}
