/** The table of fields as columns: how each kind of record lies in its table. */
import { type Entity, entities, entityShapes, type RecordTypes } from '#domain/records/entity.ts';
import type { Field } from '#domain/records/field.ts';
import { fieldsOf } from '#domain/records/fields.ts';

/** What both databases take and give back alike: flags are 0 or 1, lists are JSON. */
export type Cell = string | number | null;
export type Row = Record<string, Cell>;
export type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

export const tableOf = {
  building: 'buildings',
  fact: 'facts',
  floor: 'floors',
  unit: 'units',
  enterprise: 'enterprises',
  lease: 'leases',
  taxRecord: 'tax_records',
  month: 'months',
  monthCorrection: 'month_corrections',
  renewalPlan: 'renewal_plans',
  target: 'targets',
} as const satisfies Record<Entity, string>;

export type RecordTable = (typeof tableOf)[Entity];

/** One field in its columns. */
interface FieldColumns {
  readonly columns: readonly Column[];
  readonly write: (value: never) => readonly Cell[];
  readonly read: (cells: readonly Cell[]) => unknown;
}

interface TableShape {
  readonly columns: readonly Column[];
  readonly keys: readonly string[];
  readonly fields: readonly (readonly [field: string, spec: FieldColumns])[];
}

const snake = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnsOf(field: string, spec: Field): FieldColumns {
  const name = snake(field);
  const one = (type: ColumnType): FieldColumns => ({
    columns: [{ name, type, nullable: spec.nullable }],
    write: (value: Cell) => [value],
    read: ([cell]) => cell,
  });
  switch (spec.kind) {
    case 'number':
      return one('double precision');
    case 'integer':
      return one(Math.max(-spec.min, spec.max) > 2_147_483_647 ? 'bigint' : 'integer');
    case 'flag':
      return {
        ...one('integer'),
        write: (value: boolean | null) => [value === null ? null : Number(value)],
        read: ([cell]) => (cell === null ? null : cell === 1),
      };
    case 'texts':
    case 'choices':
    case 'steward':
    case 'measures':
      return {
        ...one('text'),
        write: (value: object | null) => [value && JSON.stringify(value)],
        read: ([cell]) => (typeof cell === 'string' ? JSON.parse(cell) : null),
      };
    case 'quantity':
      return parts(name, { value: 'double precision', bound: 'text' }, ['', '_bound']);
    case 'position':
      return parts(
        name,
        { lon: 'double precision', lat: 'double precision', precisionM: 'double precision' },
        ['_lon', '_lat', '_precision_m'],
      );
    case 'span':
      return parts(name, { min: 'double precision', max: 'double precision' }, ['_min', '_max']);
    case 'storeys':
      return parts(name, { above: 'integer', below: 'integer' }, ['_above', '_below'], false);
    default:
      return one('text');
  }
}

/** An object in one column a member; the object is null where its first member is, unless it always is there. */
function parts(
  name: string,
  members: Readonly<Record<string, ColumnType>>,
  suffixes: readonly string[],
  mayBeNull = true,
): FieldColumns {
  const names = Object.keys(members);
  return {
    columns: Object.values(members).map((type, index) => ({
      name: `${name}${suffixes[index]}`,
      type,
      nullable: true,
    })),
    write: (value: Readonly<Record<string, Cell>> | null) => names.map((member) => value?.[member] ?? null),
    read: (cells) =>
      mayBeNull && cells[0] === null
        ? null
        : Object.fromEntries(names.map((member, index) => [member, cells[index] ?? null])),
  };
}

function shapeOf(entity: Entity): TableShape {
  const fields = fieldsOf(entity).map(([field, spec]) => [field, columnsOf(field, spec)] as const);
  return {
    fields,
    columns: fields.flatMap(([, { columns }]) => columns),
    keys: entityShapes[entity].keyFields.map((field) => snake(String(field))),
  };
}

const shapes = Object.fromEntries(entities.map((entity) => [entity, shapeOf(entity)])) as Record<
  Entity,
  TableShape
>;

/** Columns of a table, without those that every table has (see {@link rowOf}). */
export function tableColumns(entity: Entity): readonly Column[] {
  return shapes[entity].columns;
}

export function keyColumns(entity: Entity): readonly string[] {
  return shapes[entity].keys;
}

/** A record as a row. `change_seq` and `deleted_at` say when it last changed and whether it is gone. */
export function rowOf<E extends Entity>(
  entity: E,
  record: RecordTypes[E],
  state: { readonly sequence: number; readonly deletedAt: string | null },
): Row {
  const row: Row = {};
  const values = record as unknown as Readonly<Record<string, never>>;
  for (const [field, { columns, write }] of shapes[entity].fields) {
    const cells = write(values[field] as never);
    for (const [index, column] of columns.entries()) row[column.name] = cells[index] ?? null;
  }
  row['change_seq'] = state.sequence;
  row['deleted_at'] = state.deletedAt;
  return row;
}

/** The record in a row. @throws SyntaxError when a column does not hold the JSON that was written to it */
export function recordOf<E extends Entity>(entity: E, row: Readonly<Row>): RecordTypes[E] {
  const record: Record<string, unknown> = {};
  for (const [field, { columns, read }] of shapes[entity].fields) {
    record[field] = read(columns.map((column) => row[column.name] ?? null));
  }
  return record as unknown as RecordTypes[E];
}
