/** What was assumed, in one line: for paper, where the form is not, and above a form that is closed. */
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import { assumptionSpecs } from '#domain/cost/range.ts';
import type { CostInputs } from '#domain/cost/space.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import { figureIn, rentText } from './assumption-words.ts';

interface Words {
  readonly figures: Figures;
  readonly cost: CostMessages;
}

const leaseFields = [
  'termMonths',
  'escalation',
  'firstStepMonths',
  'rentFreeMonths',
  'parkingSpaces',
  'parkingFee',
  'fitOut',
  'fitOutLifeMonths',
  'moving',
  'depositMonths',
  'costOfCapital',
  'subsidyRate',
  'subsidyMonths',
  'subsidyAreaCap',
  'subsidyTotal',
  'discountRate',
] as const;

const purchaseFields = [
  'downPayment',
  'loanRate',
  'loanYears',
  'purchaseTaxes',
  'runningCost',
  'priceChange',
] as const;

type Field = (typeof leaseFields)[number] | (typeof purchaseFields)[number];

/** Told whatever they are: each lease has them. */
const always: readonly Field[] = [
  'termMonths',
  'escalation',
  'rentFreeMonths',
  'depositMonths',
  'discountRate',
];

const flags = ['rentIncludesFee', 'rentFreeCoversFee', 'depositCoversFee'] as const;

/**
 * The terms that hold for every space: what each lease has, and of the rest whatever is not as usual; of a purchase
 * all its terms. Figures in place of what is on file are in {@link sharedTexts}.
 */
export function termTexts(
  assumptions: CostAssumptions,
  isPurchase: boolean,
  words: Words,
): readonly string[] {
  const { cost } = words;
  const isTold = (field: Field) =>
    always.includes(field) ||
    assumptions[field] !== defaultAssumptions[field] ||
    (field === 'subsidyMonths' && assumptions.subsidyRate > 0);
  const told = (field: Field) => {
    const value = assumptions[field];
    return value === null ? [] : [fieldText(field, value, words)];
  };
  return [
    ...leaseFields.filter(isTold).flatMap(told),
    ...(assumptions.rentFreeMonths > 0
      ? [`${cost.rentFree.label} ${cost.rentFree[assumptions.rentFree]}`]
      : []),
    ...flags.filter((flag) => assumptions[flag]).map((flag) => cost[flag]),
    ...(assumptions.dayCount === defaultAssumptions.dayCount
      ? []
      : [`${cost.dayCount.label} ${cost.dayCount[assumptions.dayCount]}`]),
    ...areaBasisTexts(assumptions, words),
    ...(isPurchase ? purchaseFields.flatMap(told) : []),
  ];
}

/** Only an area that was assumed can be usable. */
function areaBasisTexts({ area, areaBasis }: CostAssumptions, { cost }: Words): readonly string[] {
  const isUsual = area === null || areaBasis === defaultAssumptions.areaBasis;
  return isUsual ? [] : [`${cost.areaBasis.label} ${cost.areaBasis[areaBasis]}`];
}

/** What is assumed for all spaces alike in place of what is on file of each. */
export function sharedTexts(
  assumptions: CostAssumptions,
  isPurchase: boolean,
  words: Words,
): readonly string[] {
  const { cost, figures } = words;
  const { area, rent, managementFee, price } = assumptions;
  const priceUnit = price?.per === 'total' ? cost.units.yuan : cost.units.yuanPerSqm;
  return [
    ...(area === null ? [] : [fieldText('area', area, words)]),
    ...(rent === null
      ? []
      : [`${cost.fields.rent} ${rentText(rent, assumptions, words)} ${cost.rentUnit[assumptions.rentUnit]}`]),
    ...(managementFee === null ? [] : [fieldText('managementFee', managementFee, words)]),
    ...(isPurchase && price !== null
      ? [`${cost.price} ${figures.number(price.amount, 2)} ${priceUnit}`]
      : []),
  ];
}

/** Of one space: area, rent and fee as they were counted, then the terms. */
export function assumptionSummary(
  assumptions: CostAssumptions,
  inputs: CostInputs,
  isPurchase: boolean,
  words: Words,
): string {
  const { figures, cost } = words;
  return [
    `${cost.rows.gfaArea} ${figures.quantity('sqm', inputs.gfaArea)}`,
    `${cost.rows.netRent} ${figures.quantity('yuanPerSqmMonth', inputs.netRent)}`,
    `${cost.rows.feeRate} ${figures.quantity('yuanPerSqmMonth', inputs.managementFee)}`,
    ...termTexts(assumptions, isPurchase, words),
  ].join(figures.words.clauseSeparator);
}

/** The same in lines of no more than so many characters, for a picture that is as wide as its text. */
export function summaryLines(summary: string, most: number, separator: string): readonly string[] {
  const lines: string[] = [];
  for (const part of summary.split(separator)) {
    const line = lines.at(-1);
    const longer = line === undefined ? part : `${line}${separator}${part}`;
    if (line === undefined || longer.length > most) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function fieldText(field: Field | 'area' | 'managementFee', value: number, words: Words): string {
  const { unit } = assumptionSpecs[field];
  const figure = `${words.cost.fields[field]} ${figureIn(field, value, words)}`;
  return unit === 'ratio' ? figure : `${figure} ${words.cost.units[unit]}`;
}
