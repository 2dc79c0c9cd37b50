/** What a building file says of the costs of a space: the building as a whole, or one of its units. */
import { formatSubject } from '../compare/ids.ts';
import { exactly, type Quantity, type SquareMetres, type YuanPerSqmMonth } from '../measure.ts';
import type { Tenure } from '../model/building.ts';
import type { CostSpace } from './space.ts';

/** The part of a building file that costs are counted from. */
export interface CostedFile {
  readonly id: string;
  readonly tenure: Tenure | null;
  readonly askingRent: YuanPerSqmMonth | null;
  readonly managementFee: Quantity<YuanPerSqmMonth> | null;
  readonly efficiency: Quantity | null;
  readonly maxContiguousArea: SquareMetres | null;
  readonly floorPlate: Quantity<SquareMetres> | null;
  readonly availableArea: Quantity<SquareMetres> | null;
}

export interface CostedUnit {
  readonly id: string;
  readonly area: SquareMetres;
  readonly askingRent: YuanPerSqmMonth | null;
}

/**
 * A unit has its own area and asks its own rent. A building as a whole is counted at its largest free block; where
 * none is known at a whole floor, else at all that is offered. Fee, efficiency and tenure are always the building's.
 * No file states a price.
 */
export function costSpaceOf(file: CostedFile, unit: CostedUnit | null = null): CostSpace {
  const { askingRent } = unit ?? file;
  return {
    // A unit's id may come again in another building.
    id: formatSubject({ buildingId: file.id, unitId: unit?.id ?? null }),
    area: unit ? unit.area : areaOf(file),
    askingRent: askingRent === null ? null : exactly(askingRent),
    managementFee: file.managementFee,
    // Of no usable area at all nobody can say what a ㎡ of it costs.
    efficiency: file.efficiency?.value === 0 ? null : file.efficiency,
    tenure: file.tenure,
    salePrice: null,
  };
}

/** Nothing that is free is no area to count costs for, rather than one of 0 ㎡. */
function areaOf({ maxContiguousArea, floorPlate, availableArea }: CostedFile): SquareMetres | null {
  const areas = [maxContiguousArea, floorPlate?.value, availableArea?.value];
  return areas.find((area) => area !== null && area !== undefined && area > 0) ?? null;
}
