import type { Entity } from './entity.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';

/**
 * What a new record holds where nothing was said: unknown where that may be, no items in a list, and no
 * marks set. Fields that must be given are absent.
 */
export function blankRecord(entity: Entity): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fieldsOf(entity).flatMap(([field, spec]) => blankField(field, spec)));
}

function blankField(field: string, spec: Field): [string, unknown][] {
  if (spec.nullable) return [[field, null]];
  if (spec.kind === 'texts' || spec.kind === 'measures') return [[field, []]];
  if (spec.kind === 'storeys') return [[field, { above: null, below: null }]];
  return spec.kind === 'flag' ? [[field, false]] : [];
}
