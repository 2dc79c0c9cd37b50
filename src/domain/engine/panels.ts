/** What the two charts beside the table draw, from the rows that pass. */
import { rangeSpecs } from '../query/fields.ts';
import { type CircleVacancy, type Scatter, scatterLimit } from './answer.ts';
import { type Columns, unknownInt } from './columns.ts';
import type { Tally } from './tally.ts';

/** Buildings of each circle by vacancy class, whichever circles are chosen. Buildings outside of all circles are left out. */
export function circleVacancy(columns: Columns, tally: Tally): CircleVacancy {
  return {
    circles: columns.sets.circle.labels,
    counts: tally.circleClasses.slice(),
    vacant: tally.circleVacant.map((area) => area / 100),
    rentable: tally.circleRentable.map((area) => area / 100),
  };
}

/** Occupancy against tax per ㎡ of the passing rows that have both; null when the role sees no tax. */
export function scatter(columns: Columns, masks: Uint32Array): Scatter | null {
  const taxes = columns.ranges.taxPerSqm?.values;
  const vacancies = columns.ranges.vacancy?.values;
  if (!taxes || !vacancies) return null;
  const isDrawable = (row: number) =>
    masks[row] === 0 && taxes[row] !== unknownInt && vacancies[row] !== unknownInt;
  let known = 0;
  for (let row = 0; row < masks.length; row++) if (isDrawable(row)) known++;
  const length = Math.min(known, scatterLimit);
  const result = {
    row: new Uint32Array(length),
    occupancy: new Float32Array(length),
    taxPerSqm: new Float32Array(length),
    known,
  };
  let met = 0;
  let taken = 0;
  for (let row = 0; row < masks.length && taken < length; row++) {
    if (!isDrawable(row)) continue;
    // Every (known / length)-th row, spread evenly without rounding drift.
    if (Math.floor((met++ * length) / known) < taken) continue;
    result.row[taken] = row;
    result.occupancy[taken] = 1 - (vacancies[row] ?? 0) / rangeSpecs.vacancy.scale;
    result.taxPerSqm[taken] = (taxes[row] ?? 0) / rangeSpecs.taxPerSqm.scale;
    taken++;
  }
  return result;
}
