import type { BuildingRow, RowValue } from '#domain/engine/row.ts';
import { rangeFields } from '#domain/query/fields.ts';

function isSameValue(a: RowValue | null | undefined, b: RowValue | null | undefined): boolean {
  if (a === b) return true;
  return Boolean(a && b && a.value === b.value && a.upper === b.upper && a.bound === b.bound);
}

const plainFields = [
  'row',
  'id',
  'nameZh',
  'nameEn',
  'carrierType',
  'status',
  'grade',
  'gradeClaimed',
  'tenure',
  'circleId',
  'subdistrictId',
  'columnFree',
  'metroM',
  'synthetic',
] as const satisfies readonly (keyof BuildingRow)[];

/** Whether two rows look alike: an answer that comes from a worker brings new objects for old rows. */
export function isSameRow(a: BuildingRow | null, b: BuildingRow | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    plainFields.every((field) => a[field] === b[field]) &&
    rangeFields.every((field) => isSameValue(a.values[field], b.values[field]))
  );
}
