/** Assumptions in words: as they stand in their fields, and why one is refused. */
import {
  type CostAssumptions,
  monthlyRent,
  type PriceAmount,
  type RentAmount,
  rentPer,
} from '#domain/cost/assumptions.ts';
import { type AssumptionField, assumptionSpecs, type RangeViolation } from '#domain/cost/range.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import { isWholePrice } from './typed-assumption.ts';

interface Words {
  readonly figures: Figures;
  readonly cost: CostMessages;
}

/** `3%`, `1,800`: what stands in the field, whose unit stands beside it. */
export function figureIn(field: AssumptionField, value: number, { figures }: Words): string {
  return assumptionSpecs[field].unit === 'ratio' ? figures.percent(value, 2) : figures.number(value, 4);
}

/** In the unit in which rents are shown, whatever unit it was typed in. */
export function rentText(
  rent: RentAmount,
  { rentUnit, dayCount }: Pick<CostAssumptions, 'rentUnit' | 'dayCount'>,
  { figures }: Words,
): string {
  if (rent.per === rentUnit) return figures.number(rent.amount, 4);
  return figures.number(rentPer(rentUnit, monthlyRent(rent, dayCount), dayCount), 2);
}

/** A monthly rent of the file in the unit in which rents are shown. */
export function rentOnFile(
  monthly: number,
  { rentUnit, dayCount }: Pick<CostAssumptions, 'rentUnit' | 'dayCount'>,
  figures: Figures,
): string {
  return figures.number(rentPer(rentUnit, monthly, dayCount), 2);
}

/** As it stands in its field: with the word for what it is of where the plain figure would be read otherwise. */
export function priceText({ amount, per }: PriceAmount, { figures, cost }: Words): string {
  const plain = figures.number(amount, 2);
  if (isWholePrice(amount) === (per === 'total')) return plain;
  return per === 'total' ? cost.wholePrice(plain) : `${plain} ${cost.units.yuanPerSqm}`;
}

/** "超出范围，可填 1 至 360 个月" */
export function refusalText({ field, reason, allowed }: RangeViolation, words: Words): string {
  const { refused, units } = words.cost;
  const { unit } = assumptionSpecs[field];
  const range = refused.allowed(
    figureIn(field, allowed.lo, words),
    unit === 'ratio'
      ? figureIn(field, allowed.hi, words)
      : `${figureIn(field, allowed.hi, words)} ${units[unit]}`,
  );
  const example = refused.examples[field] ?? (unit === 'ratio' ? '3%' : '12');
  const why = reason === 'notANumber' ? refused.notANumber(example) : refused.reasons[reason];
  return refused.of(why, range);
}
