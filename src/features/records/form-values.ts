/** A form's values: the record as it was read, and above it what was typed. */
import type { Entity } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { unitOf } from '#domain/records/units.ts';
import { type Draft, draftOf, isSameValue, readDraft, type Spec, type Trouble } from './draft.ts';

type RecordLike = Readonly<Record<string, unknown>>;

export interface FormValues {
  /** As it was read; for a new record what it begins with. */
  readonly record: RecordLike;
  /** null: it is new. */
  readonly tag: string | null;
  /** Of those fields that were touched. */
  readonly drafts: Readonly<Record<string, Draft>>;
}

export interface Changes {
  readonly set: RecordLike;
  readonly troubles: Readonly<Record<string, Trouble>>;
}

export function specOf(entity: Entity, field: string): Spec {
  const spec = fieldsOf(entity).find(([name]) => name === field)?.[1];
  if (!spec) throw new Error(`invalid field: ${entity} has no ${field}`);
  return { field, spec, unit: unitOf(entity, field) };
}

/** What the inputs of a field show. */
export function shownDraft(entity: Entity, { record, drafts }: FormValues, field: string): Draft {
  return drafts[field] ?? draftOf(specOf(entity, field), record[field]);
}

/** One text changed; a field that is back at what it was counts as untouched. */
export function typed(entity: Entity, values: FormValues, field: string, part: Draft): FormValues {
  const draft = { ...shownDraft(entity, values, field), ...part };
  const { [field]: _before, ...others } = values.drafts;
  const original = draftOf(specOf(entity, field), values.record[field]);
  const isBack = isSameValue(original, draft);
  return { ...values, drafts: isBack ? others : { ...others, [field]: draft } };
}

/** New values of the touched fields, and what is wrong with those that are none. */
export function changesIn(entity: Entity, { record, drafts }: FormValues): Changes {
  const set: Record<string, unknown> = {};
  const troubles: Record<string, Trouble> = {};
  for (const [field, draft] of Object.entries(drafts)) {
    const read = readDraft(specOf(entity, field), draft);
    if (!read.ok) troubles[field] = read.trouble;
    else if (!isSameValue(read.value, record[field])) set[field] = read.value;
  }
  return { set, troubles };
}

/**
 * All that a new record says: what it begins with, and what was typed. Fields that must be given and are not
 * are troubles.
 * @param fields those that the form shows
 */
export function creationIn(entity: Entity, values: FormValues, fields: readonly string[]): Changes {
  const { set, troubles } = changesIn(entity, values);
  const record = { ...values.record, ...set };
  const missing = fields.filter((field) => {
    const { spec } = specOf(entity, field);
    const isGiven = record[field] !== undefined && record[field] !== null;
    const hasBlank =
      spec.nullable || ['texts', 'measures', 'storeys', 'flag'].includes(spec.kind) || field === 'id';
    return !hasBlank && !isGiven && !troubles[field];
  });
  const found = Object.fromEntries(
    missing.map((field) => [field, { reason: 'missing', allowed: '' } as const]),
  );
  const given = Object.entries(record).filter(
    ([field, value]) => value !== undefined && !(field === 'id' && value === null),
  );
  return { set: Object.fromEntries(given), troubles: { ...troubles, ...found } };
}
