/** The column of bounds beside the figures of a reckoning: what a figure is by the bounds of its inputs. */
import { itemBound } from '#domain/cost/item-bound.ts';
import { type CostItem, costItems } from '#domain/cost/occupancy.ts';
import { costBound } from '#domain/cost/space.ts';
import type { Bound } from '#domain/measure.ts';
import { boundSigns } from './columns.ts';
import type { CostCase } from './cost-case.ts';
import { isNumber, isOn, quoted } from './cost-formulas.ts';
import { type ResultRow, type SpaceCells, sharedCell } from './cost-layout.ts';
import type { CostWords } from './cost-words.ts';

/** Steps that have a bound beside them. */
export const boundedSteps = ['gfaArea', 'usableArea', 'statedRent', 'netRent', 'rentAndFee'] as const;
type BoundedStep = (typeof boundedSteps)[number];

const { atLeast, atMost, about } = boundSigns;

/** What `combined` does. An empty cell is no bound; `&""` keeps it from becoming 0. */
function combinedFormula(a: string, b: string): string {
  return `IF(${a}="",${b}&"",IF(OR(${b}="",${a}=${b}),${a}&"",${quoted(about)}))`;
}

/** What `reversed` does. */
function reversedFormula(a: string): string {
  return `IF(${a}=${quoted(atLeast)},${quoted(atMost)},IF(${a}=${quoted(atMost)},${quoted(atLeast)},${a}&""))`;
}

/** Only a figure has a bound. */
function beside(figure: string, formula: string): string {
  return `IF(${isNumber(figure)},${formula},"")`;
}

export function stepBounds({ cost, rentBound, rent, assumptions }: CostCase): Record<BoundedStep, Bound> {
  const { inputs } = cost;
  const hasBoth = inputs.netRent !== null && inputs.managementFee !== null;
  return {
    gfaArea: inputs.gfaArea?.bound ?? 'exact',
    usableArea: inputs.usableArea?.bound ?? 'exact',
    statedRent: rent === null ? 'exact' : rentBound,
    netRent: inputs.netRent?.bound ?? 'exact',
    rentAndFee: hasBoth ? costBound({ ...inputs, gfaArea: null }, assumptions) : 'exact',
  };
}

export function stepBoundFormulas(
  { own, step, sign }: SpaceCells,
  words: CostWords,
): Record<BoundedStep, string> {
  const isUsable = `${sharedCell('areaBasis')}=${quoted(words.choices.usable)}`;
  const includesFee = isOn('rentIncludesFee', words);
  const [rent, fee] = [sign('own', 'rent'), sign('own', 'managementFee')];
  const efficiency = sign('own', 'efficiency');
  const afterFee = combinedFormula(rent, reversedFormula(fee));
  const isUncertain = `AND(${includesFee},${fee}<>"")`;
  const together = combinedFormula(sign('step', 'netRent'), fee);
  return {
    gfaArea: beside(step('gfaArea'), `IF(${isUsable},${reversedFormula(efficiency)},"")`),
    usableArea: beside(step('usableArea'), `IF(${isUsable},"",${efficiency}&"")`),
    statedRent: beside(own('rent'), `${rent}&""`),
    netRent: beside(step('netRent'), `IF(${includesFee},${afterFee},${rent}&"")`),
    rentAndFee: beside(step('rentAndFee'), `IF(${isUncertain},${quoted(about)},${together})`),
  };
}

export function resultBounds({ cost, assumptions }: CostCase): Record<ResultRow, Bound> {
  const { inputs, totals } = cost;
  const boundOf = (item: CostItem) => (totals === null ? 'exact' : itemBound(item, inputs, assumptions));
  const items = Object.fromEntries(costItems.map((item) => [item, boundOf(item)])) as Record<CostItem, Bound>;
  return {
    ...items,
    total: cost.total?.bound ?? 'exact',
    perGfa: cost.perGfa?.bound ?? 'exact',
    perUsable: cost.perUsable?.bound ?? 'exact',
    netEffectiveRent: cost.netEffectiveRent?.bound ?? 'exact',
    presentValue: cost.presentValue?.bound ?? 'exact',
  };
}

export function resultBoundFormulas(
  { sign, result }: SpaceCells,
  words: CostWords,
): Record<ResultRow, string> {
  const area = sign('step', 'gfaArea');
  const net = sign('step', 'netRent');
  const fee = sign('own', 'managementFee');
  const rentAndFee = sign('step', 'rentAndFee');
  const total = combinedFormula(rentAndFee, area);
  const rent = combinedFormula(area, net);
  const feeInDeposit = `IF(${isOn('depositCoversFee', words)},${fee}&"","")`;
  const afterRent = `IF(AND(${area}="",${net}=""),"",${quoted(about)})`;
  const parking = `${sharedCell('parkingSpaces')}*${sharedCell('parkingFee')}>0`;
  const hasFixedCosts = `OR(${parking},${sharedCell('moving')}>0)`;
  const cappedRate = `AND(${sharedCell('subsidyRate')}>0,${isNumber(sharedCell('subsidyAreaCap'))})`;
  const hasFixedSubsidy = `OR(${sharedCell('subsidyTotal')}>0,${cappedRate})`;
  const withCosts = combinedFormula(rentAndFee, `IF(${hasFixedCosts},${reversedFormula(area)},"")`);
  const formulas: Record<ResultRow, string> = {
    rent,
    managementFee: combinedFormula(area, fee),
    parking: '""',
    fitOut: `${area}&""`,
    moving: '""',
    deposit: '""',
    depositFinancing: combinedFormula(rent, feeInDeposit),
    subsidy: afterRent,
    total,
    perGfa: combinedFormula(withCosts, `IF(${hasFixedSubsidy},${area}&"","")`),
    perUsable: combinedFormula(rentAndFee, reversedFormula(sign('own', 'efficiency'))),
    netEffectiveRent: `${net}&""`,
    presentValue: total,
  };
  return Object.fromEntries(
    Object.entries(formulas).map(([row, formula]) => [row, beside(result(row as ResultRow), formula)]),
  ) as Record<ResultRow, string>;
}
