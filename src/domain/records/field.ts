/**
 * What each field of each kind of record may hold. One table, read by whoever checks, stores, imports,
 * documents or edits records.
 */
import type { Entity, RecordTypes } from './entity.ts';

/** Numbers: both ends allowed, in the unit of the model. Texts: most characters. */
export type FieldKind =
  | { readonly kind: 'id' }
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'texts'; readonly most: number; readonly count: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'quantity'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'dateOrMonth' }
  | { readonly kind: 'uscc' }
  | { readonly kind: 'position' }
  | { readonly kind: 'storeys' }
  | { readonly kind: 'span'; readonly min: number; readonly max: number }
  | { readonly kind: 'steward' }
  | { readonly kind: 'measures'; readonly most: number; readonly count: number };

/** `nullable`: may be unknown. A field that is not must always be given. */
export type Field = FieldKind & { readonly nullable: boolean };

export type FieldTable<E extends Entity> = { readonly [K in keyof RecordTypes[E]]-?: Field };
export type FieldTables = { readonly [E in Entity]: FieldTable<E> };

export const always = <K extends FieldKind>(kind: K) => ({ ...kind, nullable: false }) as const;
export const maybe = <K extends FieldKind>(kind: K) => ({ ...kind, nullable: true }) as const;
