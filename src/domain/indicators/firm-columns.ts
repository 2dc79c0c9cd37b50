/** Columns whose groups count each firm once: 9, 10, 11, 14 and 18. */

import { remembered } from '../remembered.ts';
import { distinctSums, type Steps } from './distinct.ts';
import { inflow, netTenantInflow, tenantCount } from './formulas/firms.ts';
import { taxPerEmployee } from './formulas/tax.ts';
import { type Grouping, isEachAlone } from './grouping.ts';
import { at } from './past/axis.ts';
import { isKnownIn, isTrueIn } from './past/firms.ts';
import type { Past } from './past/past.ts';
import type { Period } from './periods.ts';
import type { IndicatorColumn } from './spec.ts';
import { addShare, columnOf, eachCell, emptySums, type Frame, ratio, sum, sumsOf } from './sums.ts';

/** Distinct firms of groups by month: all, and those of which seat and place of tax are known, and are here. */
export interface FirmCounts {
  readonly all: Float64Array;
  readonly registered: { readonly known: Float64Array; readonly here: Float64Array };
  readonly paying: { readonly known: Float64Array; readonly here: Float64Array };
}

export function firmCounts(past: Past, grouping: Pick<Grouping, 'groupOf'>, groups: number): FirmCounts {
  const { isRegisteredHere, paysHere } = past.firms;
  const none = new Float64Array(0);
  const [all, ...rows] = distinctSums(past.stays, { groupOf: grouping.groupOf, groups }, past.axis.length, [
    () => 1,
    (firm) => Number(isKnownIn(isRegisteredHere, firm)),
    (firm) => Number(isTrueIn(isRegisteredHere, firm)),
    (firm) => Number(isKnownIn(paysHere, firm)),
    (firm) => Number(isTrueIn(paysHere, firm)),
  ]);
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

/** 9: what each building reports beyond its leases, and the distinct firms of the group. */
export function tenantCountColumn(frame: Frame, firms: Float64Array): IndicatorColumn {
  const own = countsByBuilding(frame.past).all;
  const sums = sumsOf(frame, (inputs, building, period) =>
    tenantCount(inputs, at(own, building * frame.past.axis.length + period.to)),
  );
  eachGroup(frame, (cell, end) => {
    sums.numerators[cell] = Math.max(0, at(sums.numerators, cell) + at(firms, end));
  });
  return columnOf(sums, sum, false);
}

/** 18: the change of the distinct firms; NaN in the first month, of which nobody knows what was before. */
export function inflowColumn(frame: Frame, firms: Float64Array): IndicatorColumn {
  const sums = sumsOf(frame, netTenantInflow);
  eachGroup(frame, (cell, end, before) => {
    if (Number.isNaN(before)) sums.counts[cell] = 0;
    else sums.numerators[cell] = inflow(at(firms, end), at(firms, before));
  });
  return columnOf(sums, sum, false);
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
function stepsOver(length: number, periods: readonly Period[]): Steps {
  const periodAt = new Int32Array(length).fill(-1);
  for (const [place, { from, to }] of periods.entries()) if (to >= from) periodAt.fill(place, from, to + 1);
  const first = periodAt.findIndex((place) => place >= 0);
  const last = periodAt.findLastIndex((place) => place >= 0);
  return (from, to) => {
    const [begin, end] = [Math.max(from, first), Math.min(to, last)];
    return first < 0 || begin > end ? null : [at(periodAt, begin), at(periodAt, end)];
  };
}

/** 14: heads of the firms whose tax is in the numerator, each firm of a group once in each period. */
export function taxPerEmployeeColumn(frame: Frame): IndicatorColumn {
  const { grouping, past, periods } = frame;
  const sums = sumsOf(frame, taxPerEmployee);
  const steps = stepsOver(past.axis.length, periods);
  const [heads] = distinctSums(
    past.payers,
    { groupOf: grouping.groupOf, groups: grouping.groups.length },
    periods.length,
    [(firm) => at(past.firms.employees, firm)],
    steps,
  );
  return columnOf({ ...sums, denominators: heads ?? sums.denominators }, ratio, true);
}

/** 17 by group and period: ㎡ of each industry. */
export interface Industries {
  readonly areas: Float64Array;
  readonly sums: ReturnType<typeof emptySums>;
}

export function industriesOf(frame: Frame): Industries {
  const { axis, firms, lettings } = frame.past;
  const kinds = firms.industries.length;
  const sums = emptySums(frame);
  const areas = new Float64Array(sums.counts.length * kinds);
  eachCell(frame, (cell, inputs, building, period) => {
    const from = (building * axis.length + period.to) * kinds;
    let known = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const area = at(lettings.industry, from + kind);
      known += area;
      areas[cell * kinds + kind] = at(areas, cell * kinds + kind) + area;
    }
    const occupied = inputs.occupied;
    const weight = Math.max(known, Number.isNaN(occupied) ? 0 : occupied);
    addShare(sums, cell, {
      numerator: known > 0 ? known : Number.NaN,
      denominator: known,
      known,
      weight,
    });
  });
  return { areas, sums };
}
