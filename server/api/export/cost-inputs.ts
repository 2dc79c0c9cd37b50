/** The yellow cells of a reckoning: their values, formats, units, and what may be typed into them. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { type AssumptionField, assumptionSpecs } from '#domain/cost/range.ts';
import type { Bound } from '#domain/measure.ts';
import type { Figures } from '#domain/words/figures.ts';
import { areaBasisOf, type CostCase } from './cost-case.ts';
import type { OwnInput, SharedInput } from './cost-layout.ts';
import type { CostWords } from './cost-words.ts';
import type { Validation } from './workbook.ts';

export interface InputCell {
  /** null: not known. */
  readonly value: number | string | null;
  readonly format: string;
  readonly unit: string;
  readonly allowed: Validation['allowed'];
}

export const formats = {
  area: '#,##0.##',
  wholeArea: '#,##0',
  money: '#,##0.00',
  rate: '#,##0.00##',
  percent: '0.0#%',
  count: '#,##0',
  months: '0.0',
  wholeMonths: '0',
} as const;

/** A fraction is shown, a whole number has no point. */
export function areaFormat(area: number | null): string {
  return area === null || Number.isInteger(area) ? formats.wholeArea : formats.area;
}

function within(field: AssumptionField): Validation['allowed'] {
  const { min, max, scale } = assumptionSpecs[field];
  return { kind: scale === 1 ? 'whole' : 'decimal', min, max };
}

function oneOf(words: readonly string[]): Validation['allowed'] {
  return { kind: 'list', words };
}

type Units = CostWords['units'];

const sharedFigures: Readonly<
  Partial<Record<SharedInput, readonly [AssumptionField, keyof typeof formats, keyof Units]>>
> = {
  termMonths: ['termMonths', 'wholeMonths', 'months'],
  escalation: ['escalation', 'percent', 'yearly'],
  firstStepMonths: ['firstStepMonths', 'wholeMonths', 'months'],
  rentFreeMonths: ['rentFreeMonths', 'months', 'months'],
  parkingSpaces: ['parkingSpaces', 'count', 'count'],
  parkingFee: ['parkingFee', 'money', 'yuanPerSpaceMonth'],
  fitOut: ['fitOut', 'money', 'yuanPerSqm'],
  fitOutLifeMonths: ['fitOutLifeMonths', 'wholeMonths', 'months'],
  moving: ['moving', 'money', 'yuan'],
  depositMonths: ['depositMonths', 'months', 'months'],
  costOfCapital: ['costOfCapital', 'percent', 'yearly'],
  subsidyRate: ['subsidyRate', 'rate', 'yuanPerSqmMonth'],
  subsidyMonths: ['subsidyMonths', 'wholeMonths', 'months'],
  subsidyTotal: ['subsidyTotal', 'money', 'yuan'],
  discountRate: ['discountRate', 'percent', 'yearly'],
};

export function sharedInputCell(
  input: SharedInput,
  assumptions: CostAssumptions,
  words: CostWords,
): InputCell {
  const { choices, units } = words;
  const figure = sharedFigures[input];
  if (figure) {
    const [field, format, unit] = figure;
    const value = assumptions[input] as number;
    return { value, format: formats[format], unit: units[unit], allowed: within(field) };
  }
  const choice = (value: keyof typeof choices, options: readonly (keyof typeof choices)[]): InputCell => ({
    value: choices[value],
    format: '',
    unit: '',
    allowed: oneOf(options.map((option) => choices[option])),
  });
  const yesOrNo = (isOn: boolean) => choice(isOn ? 'yes' : 'no', ['yes', 'no']);
  switch (input) {
    case 'areaBasis':
      return choice(areaBasisOf(assumptions), ['gfa', 'usable']);
    case 'dayCount':
      return choice(assumptions.dayCount, ['calendar', 'thirty']);
    case 'rentFree':
      return choice(assumptions.rentFree, ['start', 'spread']);
    case 'rentIncludesFee':
    case 'rentFreeCoversFee':
    case 'depositCoversFee':
      return yesOrNo(assumptions[input]);
    default: {
      const cap = assumptions.subsidyAreaCap;
      const format = areaFormat(cap);
      return { value: cap ?? words.wholeArea, format, unit: units.sqm, allowed: within('subsidyAreaCap') };
    }
  }
}

export function ownInputCell(input: OwnInput, costed: CostCase, words: CostWords): InputCell {
  const { choices, units } = words;
  switch (input) {
    case 'area':
      return {
        value: costed.area,
        format: areaFormat(costed.area),
        unit: units.sqm,
        allowed: within('area'),
      };
    case 'rent':
      return { value: costed.rent?.amount ?? null, format: formats.rate, unit: '', allowed: within('rent') };
    case 'rentUnit':
      return {
        value: choices[costed.rent?.per ?? 'month'],
        format: '',
        unit: '',
        allowed: oneOf([choices.month, choices.day]),
      };
    case 'managementFee':
      return {
        value: costed.managementFee?.value ?? null,
        format: formats.rate,
        unit: units.yuanPerSqmMonth,
        allowed: within('managementFee'),
      };
    case 'efficiency':
      return {
        value: costed.efficiency?.value ?? null,
        format: formats.percent,
        unit: units.none,
        allowed: within('efficiency'),
      };
  }
}

/** The bound beside what is typed in; null where there can be none. */
export function ownInputBound(input: OwnInput, costed: CostCase): Bound | null {
  switch (input) {
    case 'rent':
      return costed.rentBound;
    case 'managementFee':
      return costed.managementFee?.bound ?? 'exact';
    case 'efficiency':
      return costed.efficiency?.bound ?? 'exact';
    default:
      return null;
  }
}

/** What is said of anything that may not be typed. */
export function refusalOf(allowed: Validation['allowed'], words: CostWords, { number }: Figures): string {
  return allowed.kind === 'list'
    ? words.oneOf(allowed.words.join(words.separator))
    : words.allowed(number(allowed.min, 4), number(allowed.max, 4));
}
