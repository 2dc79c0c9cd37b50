/** What a building file tells, in which order: by the questions that somebody asks who must decide about space. */
import type { Building } from '../model/building.ts';

/** Figures that a file computes from other records; each opens to its formula. */
export const computedFields = [
  'availableArea',
  'maxContiguousArea',
  'vacancyRate',
  'occupancyRate',
  'availabilityRate',
  'askingRent',
  'metroDistanceM',
  'taxPerSqm',
] as const;
export type ComputedField = (typeof computedFields)[number];

/** Fields that a person may state; a computed figure shows what was stated where nothing can be computed. */
export type StatedField = Exclude<keyof Building, 'id' | 'nameZh' | 'synthetic'>;

export type FileField = StatedField | ComputedField;

/** Groups of a file with their fields. `statedAvailableArea` and `statedAskingRent` show as the figures that they feed. */
export const fileGroups = {
  space: [
    'gfa',
    'rentableArea',
    'availableArea',
    'maxContiguousArea',
    'vacancyRate',
    'occupancyRate',
    'availabilityRate',
    'floorPlate',
    'floors',
    'efficiency',
    'divisible',
  ],
  technical: [
    'floorToFloorHeight',
    'clearHeight',
    'columnFree',
    'lifts',
    'hvac',
    'power',
    'greenCertificate',
    'completedOn',
  ],
  commercial: ['tenure', 'askingRent', 'managementFee', 'parking', 'developer', 'taxPerSqm'],
  access: ['address', 'position', 'circleId', 'subdistrictId', 'metroDistanceM'],
  policy: ['grade', 'gradeBasis', 'protectionClass', 'targetIndustries', 'admissionRule'],
  contact: ['steward', 'aliases', 'remarks'],
} as const satisfies Readonly<Record<string, readonly FileField[]>>;

export type FileGroup = keyof typeof fileGroups;

export function isComputed(field: FileField): field is ComputedField {
  return (computedFields as readonly string[]).includes(field);
}

/** The field that a person changes to change a figure; null: it follows from other records alone. */
export function statedFieldOf(field: FileField): StatedField | null {
  if (field === 'availableArea') return 'statedAvailableArea';
  if (field === 'askingRent') return 'statedAskingRent';
  return isComputed(field) ? null : field;
}
