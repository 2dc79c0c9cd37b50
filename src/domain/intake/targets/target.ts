/** What a column of a sheet can be read as. */
import { type Entity, entities } from '../../records/entity.ts';

/** Facts are written beside what is imported; corrections, plans and targets are filed one by one. */
const notImported = ['fact', 'monthCorrection', 'renewalPlan', 'target'] as const satisfies readonly Entity[];
export type ImportEntity = Exclude<Entity, (typeof notImported)[number]>;
export const importEntities = entities.filter(
  (entity): entity is ImportEntity => !notImported.some((other) => other === entity),
);

/** Units that a heading or a cell may name, by what they measure. */
export const unitsOf = {
  area: ['sqm', 'tenThousandSqm'],
  rent: ['yuanPerSqmMonth', 'yuanPerSqmDay', 'yuanPerSqmYear'],
  money: ['yuan', 'tenThousandYuan', 'hundredMillionYuan'],
  length: ['m', 'cm', 'mm'],
  ratio: ['percent', 'ratio'],
  count: [],
} as const;
export type Dimension = keyof typeof unitsOf;
export type UnitCode = (typeof unitsOf)[Dimension][number];

/** The unit of a bare number where heading and cell name none; null: nobody can know, the user is asked. */
export const usualUnit: Readonly<Record<Dimension, UnitCode | null>> = {
  area: 'sqm',
  rent: null,
  money: null,
  length: 'm',
  ratio: null,
  count: null,
};

/**
 * How a cell is read. `low`, `high`: the ends of a span; `storeys`: 地上30层/地下3层; `lonLat`: both in one cell;
 * `term`: two days in one cell; `name`: a text that is looked up.
 */
export type Reading =
  | 'text'
  | 'texts'
  | 'id'
  | 'uscc'
  | 'figure'
  | 'span'
  | 'low'
  | 'high'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'place'
  | 'date'
  | 'month'
  | 'dateOrMonth'
  | 'term'
  | 'lon'
  | 'lat'
  | 'lonLat'
  | 'storey'
  | 'storeysAbove'
  | 'storeysBelow'
  | 'storeys'
  | 'name';

export interface Target {
  /** The field, or field and part joined by a point, or what is referred to (`building.name`). */
  readonly id: string;
  /** The field of the record that it fills; null when it only helps to find a record. */
  readonly field: string | null;
  readonly reading: Reading;
  readonly dimension: Dimension;
  /** Headings for it, as people write them. Their name keys are compared, so case and spaces do not count. */
  readonly names: readonly string[];
}

export function target(
  id: string,
  reading: Reading,
  names: string,
  more: Partial<Pick<Target, 'field' | 'dimension'>> = {},
): Target {
  const field = more.field === undefined ? (id.split('.')[0] ?? id) : more.field;
  return { id, field, reading, dimension: more.dimension ?? 'count', names: names.split('|') };
}
