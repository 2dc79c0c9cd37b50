/** Which columns the table can show, and in what order it does. */
import { type RangeField, rangeFields, type SortField } from '#domain/query/fields.ts';
import type { Sort } from '#domain/query/query.ts';

export const columnIds = [
  'name',
  'available',
  'contiguous',
  'plate',
  'vacancy',
  'rent',
  'height',
  'clear',
  'efficiency',
  'gfa',
  'year',
  'taxPerSqm',
  'completeness',
  'type',
  'grade',
  'tenure',
  'status',
  'circle',
  'subdistrict',
  'columnFree',
  'metro',
] as const satisfies readonly (RangeField | string)[];
export type ColumnId = (typeof columnIds)[number];

export const defaultColumns: readonly ColumnId[] = ['name', 'available', 'plate', 'vacancy', 'rent'];

/**
 * The columns to show: unknown and hidden ids and repetitions are dropped, and the name is always there,
 * at the front unless it was placed elsewhere.
 * @param wished ids as the URL gives them; null for the default set
 */
export function resolveColumns(
  wished: readonly string[] | null,
  hidden: readonly RangeField[],
): readonly ColumnId[] {
  const allowed = availableColumns(hidden);
  const shown = new Set((wished ?? defaultColumns).flatMap((id) => allowed.filter((known) => known === id)));
  return shown.has('name') ? [...shown] : ['name', ...shown];
}

/** Every column that the role may see. */
export function availableColumns(hidden: readonly RangeField[]): readonly ColumnId[] {
  return columnIds.filter((id) => !(hidden as readonly string[]).includes(id));
}

/** Shows a hidden column at the end, or hides a shown one; the name stays. */
export function toggleColumn(shown: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  if (id === 'name') return shown;
  return shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id];
}

/** Moves one shown column by `step` places; at either end it stays where it is. */
export function moveColumn(shown: readonly ColumnId[], id: ColumnId, step: -1 | 1): readonly ColumnId[] {
  const from = shown.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= shown.length) return shown;
  const moved = shown.filter((other) => other !== id);
  return moved.toSpliced(to, 0, id);
}

export function sortFieldOf(id: ColumnId): SortField | null {
  if (id === 'name' || id === 'metro') return id;
  return rangeFields.find((field) => field === id) ?? null;
}

const risingFirst: ReadonlySet<SortField> = new Set(['name', 'metro', 'rent']);

/** The order after a click on a header: the other way round, or the way one usually asks for first. */
export function nextSort(sort: Sort, field: SortField): Sort {
  return { field, descending: sort.field === field ? !sort.descending : !risingFirst.has(field) };
}
