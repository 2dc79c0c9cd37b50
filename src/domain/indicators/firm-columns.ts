/** Columns whose groups count each firm once: 9, 10, 11, 14 and 18. */

import { remembered } from '../remembered.ts';
import { distinctSums, monthSteps, type Steps } from './distinct.ts';
import { inflow, netTenantInflow, tenantCount } from './formulas/firms.ts';
import type { ShareOf } from './formulas/inputs.ts';
import { taxPerEmployee } from './formulas/tax.ts';
import { type Grouping, isEachAlone } from './grouping.ts';
import { at } from './past/axis.ts';
import { isKnownIn, isTrueIn } from './past/firms.ts';
import type { Past } from './past/past.ts';
import type { Period } from './periods.ts';
import type { IndicatorColumn } from './spec.ts';
import { addedShares, addShare, columnOf, eachCell, emptySums, type Frame, ratio, sum } from './sums.ts';

/** Distinct firms of groups by month: all, and those of which seat and place of tax are known, and are here. */
export interface FirmCounts {
  readonly all: Float64Array;
  readonly registered: { readonly known: Float64Array; readonly here: Float64Array };
  readonly paying: { readonly known: Float64Array; readonly here: Float64Array };
}

export function firmCounts(past: Past, grouping: Pick<Grouping, 'groupOf'>, groups: number): FirmCounts {
  const { isRegisteredHere, paysHere } = past.firms;
  const none = new Float64Array(0);
  const [all, ...rows] = distinctSums(
    past.stays,
    { groupOf: grouping.groupOf, groups },
    monthSteps(past.axis.length),
    [
      () => 1,
      (firm) => Number(isKnownIn(isRegisteredHere, firm)),
      (firm) => Number(isTrueIn(isRegisteredHere, firm)),
      (firm) => Number(isKnownIn(paysHere, firm)),
      (firm) => Number(isTrueIn(paysHere, firm)),
    ],
  );
  return {
    all: all ?? none,
    registered: { known: rows[0] ?? none, here: rows[1] ?? none },
    paying: { known: rows[2] ?? none, here: rows[3] ?? none },
  };
}

/** Firms of each building by month, by leases. */
export const countsByBuilding = remembered((past: Past) => {
  const groupOf = Int32Array.from(past.buildings, (_, place) => place);
  return firmCounts(past, { groupOf }, groupOf.length);
});

/** Of the groups of a frame; where each building is a group those of the buildings. */
export function countsOf({ past, grouping }: Frame): FirmCounts {
  return isEachAlone(grouping, past.buildings.length)
    ? countsByBuilding(past)
    : firmCounts(past, grouping, grouping.groups.length);
}

function eachGroup(
  { past, grouping, periods }: Frame,
  visit: (cell: number, end: number, from: number) => void,
) {
  for (let group = 0; group < grouping.groups.length; group++) {
    for (const [place, { from, to }] of periods.entries()) {
      if (to < from) continue;
      const start = group * past.axis.length;
      visit(group * periods.length + place, start + to, from === 0 ? Number.NaN : start + from - 1);
    }
  }
}

/** What each building reports beyond its leases. */
const tenantsBeyond = remembered((past: Past): ShareOf => {
  const { all } = countsByBuilding(past);
  return (inputs) => tenantCount(inputs, at(all, inputs.end));
});

/** 9: what each building reports beyond its leases, and the distinct firms of the group. */
export function tenantCountColumn(frame: Frame, firms: Float64Array): IndicatorColumn {
  const sums = addedShares(frame, tenantsBeyond(frame.past));
  const numerators = sums.numerators.slice();
  eachGroup(frame, (cell, end) => {
    numerators[cell] = Math.max(0, at(numerators, cell) + at(firms, end));
  });
  return columnOf({ ...sums, numerators }, sum, false);
}

/** 18: the change of the distinct firms; NaN in the first month, of which nobody knows what was before. */
export function inflowColumn(frame: Frame, firms: Float64Array): IndicatorColumn {
  const sums = addedShares(frame, netTenantInflow);
  const numerators = sums.numerators.slice();
  eachGroup(frame, (cell, end, before) => {
    if (Number.isNaN(at(numerators, cell))) return;
    numerators[cell] = Number.isNaN(before) ? Number.NaN : inflow(at(firms, end), at(firms, before));
  });
  return columnOf({ ...sums, numerators }, sum, false);
}

/** 10 and 11: firms of which it is true ÷ firms of which it is known; coverage by number of firms. */
export function localColumn(
  frame: Frame,
  firms: Float64Array,
  { known, here }: FirmCounts['registered'],
): IndicatorColumn {
  const sums = emptySums(frame);
  eachGroup(frame, (cell, end) => {
    const [all, some] = [at(firms, end), at(known, end)];
    if (all === 0) return;
    const numerator = some === 0 ? Number.NaN : at(here, end);
    addShare(sums, cell, { numerator, denominator: some, known: some, weight: all });
  });
  return columnOf(sums, ratio, true);
}

/** The periods that a stay of some months touches. */
function periodSteps(months: number, periods: readonly Period[]): Steps {
  const steps: Steps = {
    length: periods.length,
    first: new Int32Array(months).fill(periods.length),
    last: new Int32Array(months).fill(-1),
  };
  for (const [place, { from, to }] of periods.entries()) {
    if (to < from) continue;
    steps.last.fill(place, from);
    for (let month = to; month >= 0 && steps.first[month] === periods.length; month--)
      steps.first[month] = place;
  }
  return steps;
}

/** 14: heads of the firms whose tax is in the numerator, each firm of a group once in each period. */
export function taxPerEmployeeColumn(frame: Frame): IndicatorColumn {
  const { grouping, past, periods } = frame;
  const sums = addedShares(frame, taxPerEmployee);
  const [heads] = distinctSums(
    past.payers,
    { groupOf: grouping.groupOf, groups: grouping.groups.length },
    periodSteps(past.axis.length, periods),
    [(firm) => at(past.firms.employees, firm)],
  );
  return columnOf({ ...sums, denominators: heads ?? sums.denominators }, ratio, true);
}

/** 17 by group and period: ㎡ of each industry. */
export interface Industries {
  readonly areas: Float64Array;
  /** Where the areas of each cell begin; −1: the period has no months. */
  readonly starts: Int32Array;
}

/** Where each building is a group its areas are read where they are. */
export function industriesOf(frame: Frame): Industries {
  const { axis, buildings, firms, lettings } = frame.past;
  const kinds = firms.industries.length;
  const starts = new Int32Array(frame.grouping.groups.length * frame.periods.length).fill(-1);
  const isAlone = isEachAlone(frame.grouping, buildings.length);
  const areas = isAlone ? lettings.industry : new Float64Array(starts.length * kinds);
  eachCell(frame, (cell, building, { to }) => {
    const from = (building * axis.length + to) * kinds;
    starts[cell] = isAlone ? from : cell * kinds;
    if (!isAlone) addRow(areas, cell * kinds, lettings.industry, from, kinds);
  });
  return { areas, starts };
}

function addRow(sums: Float64Array, into: number, values: Float64Array, from: number, length: number): void {
  for (let place = 0; place < length; place++) {
    sums[into + place] = at(sums, into + place) + at(values, from + place);
  }
}
