/** What a key figure opens to: its formula, its inputs, or what it lacks. */
import { type CostAssumptions, rentPer } from '#domain/cost/assumptions.ts';
import { type CostFigureId, figureCell } from '#domain/cost/cost-rows.ts';
import { itemBound } from '#domain/cost/item-bound.ts';
import { type CostItem, costItems, type OccupancyCost } from '#domain/cost/occupancy.ts';
import type { Quantity } from '#domain/measure.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import type { Line } from '#views/counters/opened-figure.tsx';
import { exactMoneyText, shortMoney } from './money-words.ts';

interface Words {
  readonly figures: Figures;
  readonly cost: CostMessages;
}

export interface OpenableFigure {
  readonly label: string;
  /** null: not known. */
  readonly value: string | null;
  /** Smaller, after the value; '' where the value says it. */
  readonly unit: string;
  /** Under the value: in the other unit, or what is missing. */
  readonly aside: string;
  readonly formula: string;
  readonly lines: readonly Line[];
}

export function missingText(
  cell: { readonly missing: OccupancyCost['missing'] },
  { figures, cost }: Words,
): string {
  const names = cell.missing.map((input) => cost.missing[input]);
  return names.length === 0 ? '' : cost.unknownBecause(names.join(figures.words.listSeparator));
}

export function leaseFigure(
  id: CostFigureId,
  result: OccupancyCost,
  assumptions: CostAssumptions,
  words: Words,
): OpenableFigure {
  const { figures, cost } = words;
  const cell = figureCell(id, result);
  const isMoney = id === 'total' || id === 'presentValue';
  return {
    label: cost.figures[id],
    value: cell.quantity && valueText(cell.quantity, isMoney, figures),
    unit: isMoney ? figures.words.unit.yuan : figures.words.unit.yuanPerSqmMonth,
    aside:
      cell.quantity === null
        ? missingText(cell, words)
        : asideOf(id, cell.quantity.value, assumptions, words),
    formula: cost.formulas[id],
    lines: cell.quantity === null ? [] : linesOf(id, result, assumptions, words),
  };
}

/** Money in 元. */
function valueText(quantity: Quantity, isMoney: boolean, figures: Figures): string {
  if (isMoney) return shortMoney({ ...quantity, value: quantity.value * 100 }, figures);
  return `${figures.words.bound[quantity.bound]}${figures.inUnit('yuanPerSqmMonth', quantity.value)}`;
}

/** 元/㎡/月 in 元/㎡/天, since both are spoken of. */
function asideOf(
  id: CostFigureId,
  value: number,
  assumptions: CostAssumptions,
  { figures, cost }: Words,
): string {
  if (id === 'total') return cost.months(figures.number(assumptions.termMonths, 0));
  if (id === 'presentValue')
    return `${cost.fields.discountRate} ${figures.percent(assumptions.discountRate, 2)}`;
  return `${figures.number(rentPer('day', value, assumptions.dayCount), 2)} ${cost.units.yuanPerSqmDay}`;
}

function linesOf(
  id: CostFigureId,
  result: OccupancyCost,
  assumptions: CostAssumptions,
  words: Words,
): readonly Line[] {
  const { figures, cost } = words;
  const { inputs } = result;
  const months = { label: cost.inputs.months, value: figures.number(assumptions.termMonths, 0) };
  const total = { label: cost.figures.total, value: exactMoneyText(result.total, figures) };
  const area = { label: cost.rows.gfaArea, value: figures.quantity('sqm', inputs.gfaArea) };
  switch (id) {
    case 'total':
      return itemLines(result, assumptions, words);
    case 'perGfa':
      return [total, area, months];
    case 'perUsable':
      return [
        total,
        { label: cost.rows.usableArea, value: figures.quantity('sqm', inputs.usableArea) },
        area,
        { label: cost.fields.efficiency, value: figures.quantity('ratio', inputs.efficiency) },
        months,
      ];
    case 'netEffectiveRent':
      return [...rentLines(result, assumptions, words), months];
    case 'presentValue':
      return [
        { label: cost.inputs.sum, value: exactMoneyText(undiscounted(result), figures) },
        { label: cost.fields.discountRate, value: figures.percent(assumptions.discountRate, 2) },
        months,
      ];
  }
}

function undiscounted({ total, totals }: OccupancyCost) {
  return total && totals && { ...total, value: total.value - totals.depositFinancing };
}

function itemLines(
  { totals, rows, inputs }: OccupancyCost,
  assumptions: CostAssumptions,
  { figures, cost }: Words,
): readonly Line[] {
  if (totals === null) return [];
  const writtenOff = rows[1]?.fitOutWrittenOff ?? 0;
  const money = (item: CostItem, value: number) =>
    exactMoneyText({ value, bound: itemBound(item, inputs, assumptions) }, figures);
  return [
    ...costItems
      .filter((item) => totals[item] !== 0 || item === 'rent' || item === 'managementFee')
      .map((item) => ({ label: cost.items[item], value: money(item, totals[item]) })),
    ...(writtenOff === 0 ? [] : [{ label: cost.inputs.writtenOff, value: money('fitOut', writtenOff) }]),
  ];
}

function rentLines(
  { inputs }: OccupancyCost,
  assumptions: CostAssumptions,
  { figures, cost }: Words,
): readonly Line[] {
  const { escalation, firstStepMonths, rentFreeMonths, rentFree } = assumptions;
  const free = cost.months(figures.number(rentFreeMonths, 1));
  return [
    { label: cost.inputs.firstRent, value: figures.quantity('yuanPerSqmMonth', inputs.netRent) },
    {
      label: cost.inputs.steps,
      value: cost.stepsIn(figures.percent(escalation, 2), figures.number(firstStepMonths, 0)),
    },
    {
      label: cost.inputs.free,
      value: rentFreeMonths === 0 ? free : `${free} · ${cost.rentFree[rentFree]}`,
    },
  ];
}
