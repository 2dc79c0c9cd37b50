/** The kinds of record that people keep, and the key that names one record among its kind. */
import type { BuildingId } from '../measure.ts';
import type { Building, Fact } from '../model/building.ts';
import type { MonthCorrection } from '../model/month-correction.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { RenewalPlan } from '../model/renewal-plan.ts';
import type { Target } from '../model/target.ts';
import type { BuildingMonth, Enterprise, Floor, Lease, TaxRecord, Unit } from '../model/unit.ts';

export interface RecordTypes {
  readonly building: Building;
  readonly fact: Fact;
  readonly floor: Floor;
  readonly unit: Unit;
  readonly enterprise: Enterprise;
  readonly lease: Lease;
  readonly taxRecord: TaxRecord;
  readonly month: BuildingMonth;
  readonly monthCorrection: MonthCorrection;
  readonly renewalPlan: RenewalPlan;
  readonly target: Target;
}

export type Entity = keyof RecordTypes;
export type AnyRecord = RecordTypes[Entity];

/** In the order in which they refer to each other: a record only refers to kinds before its own. */
export const entities = [
  'building',
  'fact',
  'floor',
  'unit',
  'enterprise',
  'lease',
  'taxRecord',
  'month',
  'monthCorrection',
  'renewalPlan',
  'target',
] as const satisfies readonly Entity[];

/** Kinds of which what was filed stays: only the building that it belongs to takes it along. */
const fixedEntities: readonly Entity[] = ['monthCorrection'];

export function isFixed(entity: Entity): boolean {
  return fixedEntities.includes(entity);
}

interface EntityShape<E extends Entity> {
  /** Where a portfolio holds them. */
  readonly collection: CollectionOf<E>;
  readonly keyOf: (record: RecordTypes[E]) => string;
  /** The building that a record belongs to; null for what stands by itself. */
  readonly buildingOf: (record: RecordTypes[E]) => BuildingId | null;
  /** Fields that make up the key: they never change. */
  readonly keyFields: readonly (keyof RecordTypes[E])[];
}

type CollectionOf<E extends Entity> = {
  [K in keyof Portfolio]: Portfolio[K] extends readonly RecordTypes[E][] ? K : never;
}[keyof Portfolio];

export const entityShapes: { readonly [E in Entity]: EntityShape<E> } = {
  building: {
    collection: 'buildings',
    keyOf: ({ id }) => id,
    buildingOf: ({ id }) => id,
    keyFields: ['id'],
  },
  fact: {
    collection: 'facts',
    keyOf: ({ buildingId, field }) => keyFrom(buildingId, field),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'field'],
  },
  floor: {
    collection: 'floors',
    keyOf: ({ buildingId, floor }) => keyFrom(buildingId, floor),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'floor'],
  },
  unit: {
    collection: 'units',
    keyOf: ({ buildingId, id }) => keyFrom(buildingId, id),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'id'],
  },
  enterprise: {
    collection: 'enterprises',
    keyOf: ({ id }) => id,
    buildingOf: () => null,
    keyFields: ['id'],
  },
  lease: {
    collection: 'leases',
    keyOf: ({ buildingId, id }) => keyFrom(buildingId, id),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'id'],
  },
  taxRecord: {
    collection: 'taxRecords',
    keyOf: ({ buildingId, enterpriseId, month }) => keyFrom(buildingId, enterpriseId, month),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'enterpriseId', 'month'],
  },
  month: {
    collection: 'months',
    keyOf: ({ buildingId, month }) => keyFrom(buildingId, month),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'month'],
  },
  monthCorrection: {
    collection: 'monthCorrections',
    keyOf: ({ buildingId, month, number }) => keyFrom(buildingId, month, number),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'month', 'number'],
  },
  renewalPlan: {
    collection: 'renewalPlans',
    keyOf: ({ buildingId, id }) => keyFrom(buildingId, id),
    buildingOf: ({ buildingId }) => buildingId,
    keyFields: ['buildingId', 'id'],
  },
  target: {
    collection: 'targets',
    keyOf: ({ id }) => id,
    buildingOf: () => null,
    keyFields: ['id'],
  },
};

/** `~` occurs in no id, so that parts cannot run into each other. */
export function keyFrom(...parts: readonly (string | number)[]): string {
  return parts.join('~');
}

/** The key of a record among its kind: its id, or building and own part joined by `~`. */
export function keyOf<E extends Entity>(entity: E, record: RecordTypes[E]): string {
  return entityShapes[entity].keyOf(record);
}

/** All records of one kind. */
export function recordsIn<E extends Entity>(portfolio: Portfolio, entity: E): readonly RecordTypes[E][] {
  return portfolio[entityShapes[entity].collection] as unknown as readonly RecordTypes[E][];
}
