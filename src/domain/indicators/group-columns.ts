/** Columns that need all of a group at once: industries, the five largest payers, and what upgrades brought. */
import type { Industries } from './firm-columns.ts';
import { concentrationOf, leadingIndustryShare } from './formulas/firms.ts';
import { Inputs } from './formulas/inputs.ts';
import { premium, retrofitRentPremium } from './formulas/plans.ts';
import { topFiveTaxShare } from './formulas/tax.ts';
import { at, placeAt } from './past/axis.ts';
import type { IndicatorColumn } from './spec.ts';
import { addedShares, addShare, columnOf, eachCell, emptySums, type Frame, ratio } from './sums.ts';

/** 17: the leading industry's area ÷ all of known industry, with its letter. */
export function leadingColumn(frame: Frame, { areas, starts }: Industries): IndicatorColumn {
  const letters = frame.past.firms.industries;
  const sums = addedShares(frame, leadingIndustryShare);
  const numerators = sums.numerators.slice();
  const details: (string | null)[] = [];
  for (let cell = 0; cell < numerators.length; cell++) {
    const { leading, largest } = concentrationOf(areas, placeAt(starts, cell), letters.length);
    if (largest > 0) numerators[cell] = largest;
    details.push(letters[leading] ?? null);
  }
  return columnOf({ ...sums, numerators }, ratio, true, details);
}

/** HHI: Σ area² ÷ (Σ area)². */
export function hhiColumn(frame: Frame, { areas, starts }: Industries): IndicatorColumn {
  const kinds = frame.past.firms.industries.length;
  const sums = addedShares(frame, leadingIndustryShare);
  const numerators = sums.numerators.slice();
  const denominators = sums.denominators.slice();
  for (let cell = 0; cell < numerators.length; cell++) {
    const { known, squares } = concentrationOf(areas, placeAt(starts, cell), kinds);
    if (known === 0) continue;
    numerators[cell] = squares;
    denominators[cell] = known * known;
  }
  return columnOf({ ...sums, numerators, denominators }, ratio, true);
}

const most = 5;

/** 税收前五楼宇占比: the five largest of the group ÷ all of it. */
export function topFiveColumn(frame: Frame): IndicatorColumn {
  const sums = addedShares(frame, topFiveTaxShare);
  const largest = new Float64Array(sums.weights.length * most);
  const inputs = new Inputs(frame.past);
  eachCell(frame, (cell, building, period) => {
    const share = topFiveTaxShare(inputs.moveTo(building, period));
    if (share !== null && !Number.isNaN(share.numerator)) insert(largest, cell * most, share.numerator);
  });
  const numerators = sums.numerators.map((all, cell) => {
    let total = Number.isNaN(all) ? Number.NaN : 0;
    for (let place = 0; place < most; place++) total += at(largest, cell * most + place);
    return total;
  });
  return columnOf({ ...sums, numerators }, ratio, true);
}

/** Keeps the largest, largest first. */
function insert(largest: Float64Array, from: number, value: number): void {
  let given = value;
  for (let place = from; place < from + most; place++) {
    const kept = at(largest, place);
    if (given <= kept) continue;
    largest[place] = given;
    given = kept;
  }
}

/** 改造租金溢价 of the plans of each group that are done by the end of each period. */
export function premiumColumn(frame: Frame): IndicatorColumn {
  const { grouping, past, periods } = frame;
  const sums = emptySums(frame);
  for (const plan of past.portfolio.renewalPlans) {
    const group = grouping.groupOf[past.placeOf.get(plan.buildingId) ?? past.buildings.length] ?? -1;
    if (group < 0) continue;
    for (const [place, { from, to }] of periods.entries()) {
      const day = past.axis.days[to];
      const share = to < from || day === undefined ? null : retrofitRentPremium(plan, day);
      if (share !== null) addShare(sums, group * periods.length + place, share);
    }
  }
  return columnOf(sums, premium, true);
}
