/** One row of the read model, as a table or a card shows it. */
import type { Bound, BuildingId, CircleId, SubdistrictId } from '../measure.ts';
import { bounds } from '../measure.ts';
import {
  type BuildingStatus,
  buildingStatuses,
  type CarrierType,
  carrierTypes,
  type Grade,
  grades,
  type Tenure,
  tenures,
} from '../model/building.ts';
import { type RangeField, rangeFields, rangeSpecs, type SetField } from '../query/fields.ts';
import { type Columns, unknownCode, unknownInt } from './columns.ts';

/** A value of a range field; `upper` is set where the field is a span. */
export interface RowValue {
  readonly value: number;
  readonly upper: number | null;
  readonly bound: Bound;
}

export interface BuildingRow {
  readonly row: number;
  readonly id: BuildingId;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly carrierType: CarrierType;
  readonly status: BuildingStatus;
  readonly grade: Grade | null;
  readonly gradeClaimed: boolean;
  readonly tenure: Tenure | null;
  readonly circleId: CircleId | null;
  readonly subdistrictId: SubdistrictId | null;
  readonly columnFree: boolean | null;
  readonly metroM: number | null;
  readonly position: {
    readonly lon: number;
    readonly lat: number;
    readonly precisionM: number | null;
  } | null;
  readonly synthetic: boolean;
  /** A field that the role may not see has no key; an unknown value is null. */
  readonly values: Readonly<Partial<Record<RangeField, RowValue | null>>>;
}

function known(value: number | undefined): number | null {
  return value === undefined || value === unknownInt ? null : value;
}

/** The value of one range field in its own unit; null when unknown or hidden. */
export function rangeValueOf(columns: Columns, field: RangeField, row: number): RowValue | null {
  const column = columns.ranges[field];
  const value = known(column?.values[row]);
  if (!column || value === null) return null;
  const { scale } = rangeSpecs[field];
  const upper = column.upper ? known(column.upper[row]) : null;
  return {
    value: value / scale,
    upper: upper === null || upper === value ? null : upper / scale,
    bound: bounds[column.bound?.[row] ?? 0] ?? 'exact',
  };
}

/** The label of a one-valued set field; null when unknown. */
export function labelOf(columns: Columns, field: SetField, row: number): string | null {
  const column = columns.sets[field];
  if (column.kind !== 'code') return null;
  const code = column.codes[row] ?? unknownCode;
  return code === unknownCode ? null : (column.labels[code] ?? null);
}

function oneOf<T extends string>(values: readonly T[], label: string | null): T | null {
  return values.find((value) => value === label) ?? null;
}

export function rowOf(columns: Columns, row: number): BuildingRow {
  const values: Partial<Record<RangeField, RowValue | null>> = {};
  for (const field of rangeFields) {
    if (columns.ranges[field]) values[field] = rangeValueOf(columns, field, row);
  }
  const lon = known(columns.lon[row]);
  const lat = known(columns.lat[row]);
  const columnFree = columns.columnFree[row] ?? unknownCode;
  return {
    row,
    id: columns.ids[row] ?? '',
    nameZh: columns.namesZh[row] ?? '',
    nameEn: columns.namesEn[row] || null,
    carrierType: oneOf(carrierTypes, labelOf(columns, 'type', row)) ?? 'office',
    status: oneOf(buildingStatuses, labelOf(columns, 'status', row)) ?? 'delivered',
    grade: oneOf(grades, labelOf(columns, 'grade', row)),
    gradeClaimed: columns.gradeClaimed[row] === 1,
    tenure: oneOf(tenures, labelOf(columns, 'tenure', row)),
    circleId: labelOf(columns, 'circle', row),
    subdistrictId: labelOf(columns, 'subdistrict', row),
    columnFree: columnFree === unknownCode ? null : columnFree === 1,
    metroM: known(columns.metro[row]),
    position:
      lon === null || lat === null
        ? null
        : { lon: lon / 1e7, lat: lat / 1e7, precisionM: known(columns.positionPrecisionM[row]) },
    synthetic: columns.synthetic[row] === 1,
    values,
  };
}
