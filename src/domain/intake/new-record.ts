/** A record that is not on file yet: what nobody has said about it is unknown, none of it is made up. */
import { blankRecord } from '../records/blank.ts';
import { fieldsOf } from '../records/fields.ts';
import { type ImportEntity, importEntities } from './targets/target.ts';

/** Beside what is blank: what goes without saying in a sheet that has no column for it. */
const usual: Partial<Record<ImportEntity, Readonly<Record<string, unknown>>>> = {
  lease: { leaseType: 'direct' },
};

/**
 * All fields of a kind, to be copied: a copy of an object that has them from the start takes a tenth of the memory of
 * one whose fields are added one by one. What must be given is null.
 */
const templates: ReadonlyMap<ImportEntity, Readonly<Record<string, unknown>>> = new Map(
  importEntities.map((entity) => {
    const empty = Object.fromEntries(fieldsOf(entity).map(([field]) => [field, null]));
    return [entity, JSON.parse(JSON.stringify({ ...empty, ...blankRecord(entity), ...usual[entity] }))];
  }),
);

export interface NewRecordDeps {
  readonly newId: (entity: ImportEntity, row: number) => string;
  readonly isSynthetic: boolean;
}

/** `known` over `patch` over what is blank. What must be given and is not stays null, for the check to find. */
export function newRecord(
  entity: ImportEntity,
  known: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
  row: number,
  { newId, isSynthetic }: NewRecordDeps,
): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = { ...templates.get(entity) };
  for (const [field, value] of Object.entries(patch)) if (value !== null) record[field] = value;
  for (const [field, value] of Object.entries(known)) record[field] = value;
  if ('synthetic' in record) record['synthetic'] = isSynthetic;
  if (Object.hasOwn(record, 'id') && !Object.hasOwn(known, 'id')) record['id'] = newId(entity, row);
  if (record['label'] === null) record['label'] = usualLabel(entity, record);
  return record;
}

/** 3F, B1 for a storey; a unit is called by the id that it was given. */
function usualLabel(entity: ImportEntity, record: Readonly<Record<string, unknown>>): unknown {
  if (entity === 'unit') return record['id'];
  const floor = record['floor'];
  if (typeof floor !== 'number') return null;
  return floor < 0 ? `B${-floor}` : `${floor}F`;
}
