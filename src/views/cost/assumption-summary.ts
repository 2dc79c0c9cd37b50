/** What was assumed, in one line: for paper, where the form is not. */
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import { assumptionSpecs } from '#domain/cost/range.ts';
import type { CostInputs } from '#domain/cost/space.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import { figureIn } from './assumption-words.ts';

interface Words {
  readonly figures: Figures;
  readonly cost: CostMessages;
}

const leaseFields = [
  'escalation',
  'firstStepMonths',
  'rentFreeMonths',
  'parkingSpaces',
  'parkingFee',
  'fitOut',
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

/** Told whatever they are: each lease has them. */
const always: readonly string[] = ['depositMonths', 'discountRate'];

const flags = ['rentIncludesFee', 'rentFreeCoversFee', 'depositCoversFee'] as const;

type Field = (typeof leaseFields)[number] | (typeof purchaseFields)[number];

/** Area, term, rent and fee as they were counted, then what differs from the defaults; of a purchase all its terms. */
export function assumptionSummary(
  assumptions: CostAssumptions,
  inputs: CostInputs,
  isPurchase: boolean,
  words: Words,
): string {
  const { figures, cost } = words;
  const told = (field: Field) => {
    const value = assumptions[field];
    if (value === null || (value === defaultAssumptions[field] && !always.includes(field))) return [];
    return [fieldText(field, value, words)];
  };
  return [
    `${cost.rows.gfaArea} ${figures.quantity('sqm', inputs.gfaArea)}`,
    `${cost.fields.termMonths} ${cost.months(figures.number(assumptions.termMonths, 0))}`,
    `${cost.rows.netRent} ${figures.quantity('yuanPerSqmMonth', inputs.netRent)}`,
    `${cost.rows.feeRate} ${figures.quantity('yuanPerSqmMonth', inputs.managementFee)}`,
    ...leaseFields.flatMap(told),
    ...(assumptions.rentFreeMonths > 0
      ? [`${cost.rentFree.label} ${cost.rentFree[assumptions.rentFree]}`]
      : []),
    ...flags.filter((flag) => assumptions[flag]).map((flag) => cost[flag]),
    ...(isPurchase ? purchaseFields.map((field) => fieldText(field, assumptions[field], words)) : []),
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

function fieldText(field: Field, value: number, words: Words): string {
  const { unit } = assumptionSpecs[field];
  const figure = `${words.cost.fields[field]} ${figureIn(field, value, words)}`;
  return unit === 'ratio' ? figure : `${figure} ${words.cost.units[unit]}`;
}
