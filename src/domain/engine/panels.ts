/** What the two charts beside the table draw, from the rows that pass. */

import { rangeSpecs } from '../query/fields.ts';
import { type CircleVacancy, type Scatter, scatterLimit, vacancyClass, vacancyClassCount } from './answer.ts';
import { type Columns, sumFields, sumStride, unknownCode, unknownInt } from './columns.ts';

const vacantPlace = sumFields.indexOf('vacant');
const rentablePlace = sumFields.indexOf('vacancyRentable');
const occupiedPlace = sumFields.indexOf('occupied');

/** Buildings of each circle by vacancy class. Buildings outside of all circles are left out. */
export function circleVacancy(columns: Columns, masks: Uint32Array): CircleVacancy {
  const circle = columns.sets.circle;
  const stride = vacancyClassCount + 1;
  const counts = new Uint32Array(circle.labels.length * stride);
  const vacant = new Float64Array(circle.labels.length);
  const rentable = new Float64Array(circle.labels.length);
  const vacancies = columns.ranges.vacancy?.values;
  const codes = circle.kind === 'code' ? circle.codes : new Uint8Array();
  for (let row = 0; row < masks.length; row++) {
    const code = codes[row] ?? unknownCode;
    if (masks[row] !== 0 || code === unknownCode) continue;
    const scaled = vacancies?.[row] ?? unknownInt;
    const found = scaled === unknownInt ? -1 : vacancyClass(scaled / rangeSpecs.vacancy.scale);
    const cell = code * stride + (found < 0 ? vacancyClassCount : found);
    counts[cell] = (counts[cell] ?? 0) + 1;
    vacant[code] = (vacant[code] ?? 0) + (columns.sums[row * sumStride + vacantPlace] ?? 0) / 100;
    rentable[code] = (rentable[code] ?? 0) + (columns.sums[row * sumStride + rentablePlace] ?? 0) / 100;
  }
  return { circles: circle.labels, counts, vacant, rentable };
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
    result.occupancy[taken] = occupancyOf(columns, row);
    result.taxPerSqm[taken] = (taxes[row] ?? 0) / rangeSpecs.taxPerSqm.scale;
    taken++;
  }
  return result;
}

function occupancyOf(columns: Columns, row: number): number {
  const rentable = columns.sums[row * sumStride + rentablePlace] ?? 0;
  return rentable > 0 ? (columns.sums[row * sumStride + occupiedPlace] ?? 0) / rentable : Number.NaN;
}
