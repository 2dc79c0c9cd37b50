import type { StatedField } from './building-file/groups.ts';
import type { Building } from './model/building.ts';

/** Fields of a building file and what each is worth to somebody who must decide about space. */
export const completenessWeights: readonly (readonly [StatedField, number])[] = [
  ['address', 1],
  ['position', 2],
  ['completedOn', 1],
  ['grade', 1],
  ['gfa', 2],
  ['rentableArea', 2],
  ['floorPlate', 3],
  ['floorToFloorHeight', 2],
  ['clearHeight', 2],
  ['efficiency', 3],
  ['columnFree', 2],
  ['greenCertificate', 1],
  ['tenure', 2],
  ['targetIndustries', 1],
  ['lifts', 1],
  ['parking', 1],
  ['managementFee', 2],
  ['hvac', 1],
  ['power', 1],
];

const rentWeight = 3;
const inventoryWeight = 3;

/**
 * Share of a building file that is known, 0–1, weighted by use. Besides the fields above it counts whether
 * an asking rent and a unit inventory are on file.
 */
export function completenessOf(building: Building, hasRent: boolean, hasInventory: boolean): number {
  let knownWeight = (hasRent ? rentWeight : 0) + (hasInventory ? inventoryWeight : 0);
  let weight = rentWeight + inventoryWeight;
  for (const [field, worth] of completenessWeights) {
    weight += worth;
    if (building[field] !== null) knownWeight += worth;
  }
  return knownWeight / weight;
}
