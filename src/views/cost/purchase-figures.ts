/** Key figures of a purchase in words, and what each opens to. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { purchaseItemBound } from '#domain/cost/item-bound.ts';
import type { OccupancyCost } from '#domain/cost/occupancy.ts';
import { type PurchaseCase, purchaseItems } from '#domain/cost/purchase.ts';
import type { Quantity } from '#domain/measure.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import type { Line } from '#views/counters/opened-figure.tsx';
import { missingText, type OpenableFigure } from './figure-lines.ts';
import { exactMoneyText, shortMoney } from './money-words.ts';

interface Words {
  readonly figures: Figures;
  readonly cost: CostMessages;
}

/**
 * In the order of the reckoning.
 * @param evenYear null: in none of the years that are tried
 */
export function purchaseFigures(
  bought: PurchaseCase,
  lease: OccupancyCost,
  evenYear: number | null,
  assumptions: CostAssumptions,
  words: Words,
): readonly OpenableFigure[] {
  const { figures, cost } = words;
  const { purchase } = cost;
  const percent = (field: 'downPayment' | 'loanRate' | 'discountRate'): Line => ({
    label: cost.fields[field],
    value: figures.percent(assumptions[field], 2),
  });
  const price = { label: purchase.price, value: exactMoneyText(bought.price, figures) };
  const loan = { label: purchase.loan, value: exactMoneyText(bought.loan, figures) };
  const value = { label: purchase.presentValue, value: exactMoneyText(bought.presentValue, figures) };
  const leased = { label: purchase.leaseValue, value: exactMoneyText(lease.presentValue, figures) };
  const money = (
    id: 'price' | 'loan' | 'monthlyPayment' | 'total' | 'presentValue',
    lines: readonly Line[],
  ) => ({
    label: purchase[id],
    value: bought[id] && shortMoney(bought[id], figures),
    unit: figures.words.unit.yuan,
    aside: bought[id] === null ? missingText(bought, words) : '',
    formula: purchase.formulas[id],
    lines: bought[id] === null ? [] : lines,
  });
  return [
    money('total', itemLines(bought, lease, words)),
    money('price', [{ label: cost.rows.gfaArea, value: figures.quantity('sqm', lease.inputs.gfaArea) }]),
    money('monthlyPayment', [
      loan,
      percent('loanRate'),
      { label: cost.fields.loanYears, value: figures.number(assumptions.loanYears, 0) },
    ]),
    money('loan', [price, percent('downPayment')]),
    money('presentValue', [
      { label: purchase.total, value: exactMoneyText(bought.total, figures) },
      percent('discountRate'),
    ]),
    againstLease(bought, [value, leased, percent('discountRate')], words),
    breakEven(bought, evenYear, [percent('discountRate')], words),
  ];
}

function itemLines(
  { totals, price }: PurchaseCase,
  { inputs }: OccupancyCost,
  { figures, cost }: Words,
): readonly Line[] {
  if (totals === null || price === null) return [];
  return purchaseItems
    .filter((item) => totals[item] !== 0)
    .map((item) => ({
      label: cost.purchaseItems[item],
      value: exactMoneyText(
        { value: totals[item], bound: purchaseItemBound(item, price.bound, inputs) },
        figures,
      ),
    }));
}

/** "少 120万", "相同". */
function comparedText(difference: Quantity, { figures, cost }: Words): string {
  const { purchase } = cost;
  const { value } = difference;
  if (value === 0) return purchase.equal;
  const amount = shortMoney({ ...difference, value: Math.abs(value) }, figures);
  return value < 0 ? purchase.cheaper(amount) : purchase.dearer(amount);
}

function lackOf(
  { missing, leaseMissing }: Pick<PurchaseCase, 'missing' | 'leaseMissing'>,
  words: Words,
): string {
  return missingText({ missing: [...missing, ...leaseMissing] }, words);
}

function againstLease(bought: PurchaseCase, lines: readonly Line[], words: Words): OpenableFigure {
  const { purchase } = words.cost;
  const { againstLease: difference } = bought;
  return {
    label: purchase.againstLease,
    value: difference && comparedText(difference, words),
    unit: difference?.value ? words.figures.words.unit.yuan : '',
    aside: difference === null ? lackOf(bought, words) : '',
    formula: purchase.formulas.againstLease,
    lines: difference === null ? [] : lines,
  };
}

function breakEven(
  { againstLease: difference, ...bought }: PurchaseCase,
  year: number | null,
  lines: readonly Line[],
  words: Words,
): OpenableFigure {
  const { purchase } = words.cost;
  const { number, words: domainWords } = words.figures;
  const sign = domainWords.bound[difference?.bound ?? 'exact'];
  const text = sign + (year === null ? purchase.never : purchase.breakEvenYear(number(year, 0)));
  return {
    label: purchase.breakEven,
    value: difference === null ? null : text,
    unit: '',
    aside: difference === null ? lackOf(bought, words) : '',
    formula: purchase.formulas.breakEven,
    lines: difference === null ? [] : lines,
  };
}
