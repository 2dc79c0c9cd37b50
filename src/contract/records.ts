/** Records as people write them: schemas that follow from the table of fields. */
import * as z from 'zod/mini';
import { bounds } from '#domain/measure.ts';
import { type Entity, entities, type RecordTypes } from '#domain/records/entity.ts';
import type { Field } from '#domain/records/field.ts';
import { fieldsOf, stampedFields } from '#domain/records/fields.ts';
import { idPattern } from '#domain/records/id-pattern.ts';
import { origins } from '#domain/records/origin.ts';
import { roles } from '#domain/visibility.ts';

/** The kinds as the paths of the API name them. */
export const collectionNames = {
  building: 'buildings',
  fact: 'facts',
  floor: 'floors',
  unit: 'units',
  enterprise: 'enterprises',
  lease: 'leases',
  taxRecord: 'tax-records',
  month: 'months',
  monthCorrection: 'month-corrections',
  renewalPlan: 'renewal-plans',
  target: 'targets',
} as const satisfies Record<Entity, string>;

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most * 2));
const numberIn = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max));
const wholeIn = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));

const patterns = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  dateOrMonth: /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/,
  uscc: /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/,
} as const;

const day = z.string().check(z.regex(patterns.date));

function knownSchema(spec: Field): z.ZodMiniType {
  switch (spec.kind) {
    case 'id':
      return z.string().check(z.regex(idPattern));
    case 'text':
      return text(spec.most);
    case 'texts':
      return z.array(text(spec.most)).check(z.maxLength(spec.count));
    case 'number':
      return numberIn(spec.min, spec.max);
    case 'integer':
      return wholeIn(spec.min, spec.max);
    case 'quantity':
      return z.strictObject({ value: numberIn(spec.min, spec.max), bound: z.enum(bounds) });
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum([...spec.options] as [string, ...string[]]);
    case 'choices':
      return z.array(z.enum([...spec.options] as [string, ...string[]]));
    case 'position':
      return z.strictObject({
        lon: numberIn(-180, 180),
        lat: numberIn(-90, 90),
        precisionM: z.nullable(numberIn(0, 100_000)),
      });
    case 'storeys':
      return z.strictObject({ above: z.nullable(wholeIn(0, 300)), below: z.nullable(wholeIn(0, 300)) });
    case 'span':
      return z.strictObject({ min: numberIn(spec.min, spec.max), max: numberIn(spec.min, spec.max) });
    case 'steward':
      return z.strictObject({ name: text(60), phone: z.nullable(text(60)) });
    case 'measures':
      return z
        .array(z.strictObject({ text: text(spec.most), due: z.nullable(day), doneOn: z.nullable(day) }))
        .check(z.maxLength(spec.count));
    default:
      return z.string().check(z.regex(patterns[spec.kind]));
  }
}

function fieldSchema(spec: Field): z.ZodMiniType {
  return spec.nullable ? z.nullable(knownSchema(spec)) : knownSchema(spec);
}

function shapeOf(entity: Entity): Record<string, z.ZodMiniType> {
  return Object.fromEntries(fieldsOf(entity).map(([field, spec]) => [field, fieldSchema(spec)]));
}

function byEntity<T>(make: (entity: Entity) => T): Readonly<Record<Entity, T>> {
  return Object.fromEntries(entities.map((entity) => [entity, make(entity)])) as Record<Entity, T>;
}

/**
 * Each kind of record, with all its fields. What the pattern of a schema lets through may still be refused:
 * the check character of a code, a day that is on no calendar, low above high.
 */
export const recordSchemas = byEntity((entity) => z.strictObject(shapeOf(entity)));

/** Where a new value comes from. */
export const sourceSchema = z.strictObject({
  source: text(500),
  asOf: z.string().check(z.regex(patterns.date)),
  confidence: z.enum(['A', 'B', 'C', 'D']),
  note: z.nullable(text(1_000)),
});
export type Source = z.infer<typeof sourceSchema>;

/** Questions that a write may be asked, and answers by being sent again. */
export const confirmations = ['otherDatum'] as const;
export type Confirmation = (typeof confirmations)[number];
const confirm = z.optional(z.array(z.enum(confirmations)));
const source = z.optional(z.nullable(sourceSchema));

/** Some fields of each kind, of those that people give. */
export const fieldsSchemas = byEntity((entity) => {
  const given = Object.entries(shapeOf(entity)).filter(([field]) => !stampedFields(entity).includes(field));
  return z.partial(z.strictObject(Object.fromEntries(given)));
});

/** New values for some fields; the others stay. */
export const patchSchemas = byEntity((entity) =>
  z.strictObject({ set: fieldsSchemas[entity], source, confirm }),
);

/** A new record; `id` may be left out where there is one, and so may what is not known. */
export const creationSchemas = byEntity((entity) =>
  z.strictObject({ record: fieldsSchemas[entity], source, confirm }),
);

/** One record as it is now, as the asking role may see it. */
export const recordAnswerSchemas = byEntity((entity) =>
  z.object({
    entity: z.literal(entity),
    key: z.string(),
    /** What `If-Match` wants, quotes included. */
    tag: z.string(),
    record: recordSchemas[entity],
  }),
);

export interface RecordAnswer<E extends Entity = Entity> {
  readonly entity: E;
  readonly key: string;
  readonly tag: string;
  readonly record: RecordTypes[E];
}

const anything = z.unknown();

/** One write to one record, field by field; fields that the role may not see are left out. */
export const historyEntrySchema = z.object({
  sequence: z.number(),
  at: z.string(),
  by: z.object({ name: z.string(), role: z.enum(roles), address: z.nullable(z.string()) }),
  origin: z.enum(origins),
  batchId: z.nullable(z.string()),
  entity: z.enum(entities),
  key: z.string(),
  /** What people call the record: a name, a label, a month. */
  name: z.string(),
  /** Of the building that it belongs to, as it is called now; null where there is none any more. */
  buildingName: z.nullable(z.string()),
  fields: z.array(z.object({ field: z.string(), before: anything, after: anything })),
  isNew: z.boolean(),
  isGone: z.boolean(),
});

/** Latest first. `next`: what to give as `before` for the entries before these; null at the end. */
export const historySchema = z.object({
  entries: z.array(historyEntrySchema),
  next: z.nullable(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
export type History = z.infer<typeof historySchema>;
