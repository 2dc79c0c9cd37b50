/** Which fields a form shows, and in which groups. */
import type { Building } from '#domain/model/building.ts';
import { type Entity, entityShapes } from '#domain/records/entity.ts';
import { fieldsOf, stampedFields } from '#domain/records/fields.ts';
import { hiddenRecordFields, type Role } from '#domain/visibility.ts';

export const buildingGroups = {
  identity: [
    'id',
    'nameZh',
    'nameEn',
    'aliases',
    'carrierType',
    'status',
    'completedOn',
    'grade',
    'gradeBasis',
    'protectionClass',
    'developer',
  ],
  place: ['address', 'position', 'circleId', 'subdistrictId'],
  areas: ['gfa', 'rentableArea', 'statedAvailableArea', 'floorPlate', 'floors'],
  heights: ['floorToFloorHeight', 'clearHeight', 'efficiency', 'columnFree', 'divisible'],
  equipment: ['lifts', 'parking', 'hvac', 'power', 'greenCertificate'],
  terms: ['tenure', 'statedAskingRent', 'managementFee', 'targetIndustries', 'admissionRule'],
  people: ['steward', 'remarks', 'synthetic'],
} as const satisfies Readonly<Record<string, readonly (keyof Building)[]>>;

export type BuildingGroup = keyof typeof buildingGroups;

/** Where a record hangs: set when it is made, never in a form of its own. */
const places = ['buildingId', 'unitId'];

export interface Circumstance {
  readonly role: Role;
  readonly isNew: boolean;
  /** Whether an account stands behind the writing: without one everything stays made up. */
  readonly hasAccount: boolean;
}

/** The fields of a form, in the order of the table. */
export function formFields(entity: Entity, { role, isNew, hasAccount }: Circumstance): string[] {
  const hidden = hiddenRecordFields(role, entity) ?? [];
  const keys: readonly string[] = entityShapes[entity].keyFields;
  return fieldsOf(entity)
    .map(([field]) => field)
    .filter((field) => {
      if (hidden.includes(field) || places.includes(field) || stampedFields(entity).includes(field))
        return false;
      if (field === 'id') return isNew && entity === 'building';
      if (field === 'synthetic') return hasAccount;
      return isNew || !keys.includes(field);
    });
}

/** Groups with those of their fields that the form shows; null: a form without groups. */
export function groupsOf(
  entity: Entity,
  fields: readonly string[],
): readonly (readonly [BuildingGroup | null, readonly string[]])[] {
  if (entity !== 'building') return [[null, fields]];
  return (Object.keys(buildingGroups) as BuildingGroup[]).map((group) => [
    group,
    buildingGroups[group].filter((field) => fields.includes(field)),
  ]);
}
