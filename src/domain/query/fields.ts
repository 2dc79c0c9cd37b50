import {
  buildingStatuses,
  carrierTypes,
  grades,
  greenCertificates,
  targetIndustries,
  tenures,
} from '../model/building.ts';

/** A range field of the search: how it is stored (`scale` × value is an integer), bounded and binned. */
export interface RangeSpec {
  readonly unit: 'sqm' | 'ratio' | 'yuanPerSqmMonth' | 'yuanPerSqmYear' | 'm' | 'year';
  /** Integer steps per unit in the columns; also the precision of the query grammar. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  /** Step of a slider and of an arrow key. */
  readonly step: number;
  /** How bins widen: `root` gives long-tailed areas room at the small end. */
  readonly bins: 'linear' | 'root';
}

export const rangeSpecs = {
  available: { unit: 'sqm', scale: 100, min: 0, max: 20_000_000, step: 50, bins: 'root' },
  contiguous: { unit: 'sqm', scale: 100, min: 0, max: 20_000_000, step: 50, bins: 'root' },
  plate: { unit: 'sqm', scale: 100, min: 0, max: 20_000_000, step: 50, bins: 'linear' },
  vacancy: { unit: 'ratio', scale: 10_000, min: 0, max: 1, step: 0.01, bins: 'linear' },
  rent: { unit: 'yuanPerSqmMonth', scale: 100, min: 0, max: 100_000, step: 1, bins: 'linear' },
  height: { unit: 'm', scale: 100, min: 0, max: 100, step: 0.1, bins: 'linear' },
  clear: { unit: 'm', scale: 100, min: 0, max: 100, step: 0.1, bins: 'linear' },
  efficiency: { unit: 'ratio', scale: 10_000, min: 0, max: 1, step: 0.01, bins: 'linear' },
  gfa: { unit: 'sqm', scale: 100, min: 0, max: 20_000_000, step: 100, bins: 'root' },
  year: { unit: 'year', scale: 1, min: 1400, max: 2200, step: 1, bins: 'linear' },
  taxPerSqm: { unit: 'yuanPerSqmYear', scale: 100, min: 0, max: 20_000_000, step: 10, bins: 'root' },
  completeness: { unit: 'ratio', scale: 10_000, min: 0, max: 1, step: 0.01, bins: 'linear' },
} as const satisfies Record<string, RangeSpec>;

export type RangeField = keyof typeof rangeSpecs;
export const rangeFields = Object.keys(rangeSpecs) as readonly RangeField[];

/** Set fields with the values that exist everywhere; null where the district's own list decides. */
export const setSpecs = {
  type: carrierTypes,
  grade: grades,
  circle: null,
  subdistrict: null,
  tenure: tenures,
  status: buildingStatuses,
  industry: targetIndustries,
  green: greenCertificates,
} as const satisfies Record<string, readonly string[] | null>;

export type SetField = keyof typeof setSpecs;
export const setFields = Object.keys(setSpecs) as readonly SetField[];

/** Clauses whose unknown rows can be let through with `unknown=`. */
export const unknownableFields = [...rangeFields, ...setFields, 'columnFree', 'metro', 'by'] as const;
export type UnknownableField = (typeof unknownableFields)[number];

/** Everything that can exclude a building; the position in this list is its bit in the fail mask. */
export const clauses = [...unknownableFields, 'q', 'bbox', 'within', 'near'] as const;
export type Clause = (typeof clauses)[number];

export const sortFields = [...rangeFields, 'name', 'metro'] as const;
export type SortField = (typeof sortFields)[number];

/** What the district and the asking role decide of the grammar. */
export interface Vocabulary {
  readonly circle: readonly string[];
  readonly subdistrict: readonly string[];
  /** Fields that the asking role may not see: not filtered by, not sorted by, not counted. */
  readonly hidden: readonly RangeField[];
}

export function valuesOf(field: SetField, vocabulary: Vocabulary): readonly string[] {
  return field === 'circle' || field === 'subdistrict' ? vocabulary[field] : setSpecs[field];
}

export function isRangeField(name: string): name is RangeField {
  return Object.hasOwn(rangeSpecs, name);
}

export function isSetField(name: string): name is SetField {
  return Object.hasOwn(setSpecs, name);
}
