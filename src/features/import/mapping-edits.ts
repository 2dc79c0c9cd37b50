/** What a person changes about the columns of a sheet, as new mappings. */
import type { ImportPart } from '#contract/imports.ts';
import { type UnitCode, unitsOf } from '#domain/intake/targets/target.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';

export type PartMapping = NonNullable<ImportPart['mapping']>;

/** Of the mapping as it is when its turn comes: an edit made just before is in it. */
export type MappingEdit = (mapping: PartMapping) => PartMapping;

/** A column fills another field, or none (`''`); a field that another column filled goes over to this one. */
export function withTarget(mapping: PartMapping, column: number, target: string): PartMapping {
  const others = mapping.columns.filter((known) => known.column !== column && known.target !== target);
  const constants = mapping.constants.filter((known) => known.target !== target);
  if (target === '') return { ...mapping, columns: others };
  const columns = [...others, { column, target, unit: null }].toSorted((a, b) => a.column - b.column);
  return { ...mapping, columns, constants };
}

export function withUnit(mapping: PartMapping, column: number, unit: UnitCode | null): PartMapping {
  return {
    ...mapping,
    columns: mapping.columns.map((known) => (known.column === column ? { ...known, unit } : known)),
  };
}

/** One value for all rows; none when the text is empty. */
export function withConstant(mapping: PartMapping, target: string, text: string): PartMapping {
  const constants = mapping.constants.filter((known) => known.target !== target);
  return { ...mapping, constants: text.trim() === '' ? constants : [...constants, { target, text }] };
}

export function unitsFor(mapping: PartMapping, target: string): readonly UnitCode[] {
  const dimension = targetOf(mapping.entity, target)?.dimension ?? 'count';
  return unitsOf[dimension];
}

/** Corrections by `row:column`, the latest for each cell. */
export function withCorrections(
  known: ImportPart['corrections'],
  typed: ReadonlyMap<string, string>,
): ImportPart['corrections'] {
  const byCell = new Map(known.map((correction) => [`${correction.row}:${correction.column}`, correction]));
  for (const [cell, text] of typed) {
    const [row, column] = cell.split(':').map(Number);
    if (row !== undefined && column !== undefined) byCell.set(cell, { row, column, text });
  }
  return [...byCell.values()];
}
