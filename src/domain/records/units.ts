import type { Entity } from './entity.ts';

/** What a figure of a record is measured in. Ratios are 0–1, money is in 分. */
export type FieldUnit = 'sqm' | 'yuanPerSqmMonth' | 'm' | 'ratio' | 'fen' | 'months';

const units: { readonly [E in Entity]?: Readonly<Record<string, FieldUnit>> } = {
  building: {
    gfa: 'sqm',
    rentableArea: 'sqm',
    statedAvailableArea: 'sqm',
    floorPlate: 'sqm',
    statedAskingRent: 'yuanPerSqmMonth',
    managementFee: 'yuanPerSqmMonth',
    floorToFloorHeight: 'm',
    clearHeight: 'm',
    efficiency: 'ratio',
  },
  floor: { area: 'sqm' },
  unit: { area: 'sqm', minDivisibleArea: 'sqm', askingRent: 'yuanPerSqmMonth' },
  lease: { contractRent: 'yuanPerSqmMonth', rentFreeMonths: 'months', escalation: 'ratio' },
  taxRecord: { totalTax: 'fen', districtTax: 'fen' },
  monthCorrection: { occupiedArea: 'sqm', vacantArea: 'sqm', availableArea: 'sqm', totalTax: 'fen' },
  renewalPlan: { areaSqm: 'sqm', rentBefore: 'yuanPerSqmMonth', rentAfter: 'yuanPerSqmMonth' },
  month: { occupiedArea: 'sqm', vacantArea: 'sqm', availableArea: 'sqm', totalTax: 'fen' },
};

/** null: a count, a text, or a shape of its own. */
export function unitOf(entity: Entity, field: string): FieldUnit | null {
  const own = units[entity];
  return own && Object.hasOwn(own, field) ? (own[field] ?? null) : null;
}
