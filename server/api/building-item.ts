/** From the read model to a building on the wire. */
import type { BuildingItem } from '#contract/building.ts';
import { type Columns, neverMonth, unknownInt } from '#domain/engine/columns.ts';
import { rangeValueOf } from '#domain/engine/row.ts';
import { monthFromNumber } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import { spaceOf } from '#domain/space.ts';
import { maySeeTax, maySeeTenants } from '#domain/visibility.ts';
import type { ReadModel } from './read-model.ts';

/** Rates are given to 1/100 of a per cent, as the columns hold them. */
export function roundRate(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 10_000;
}

/**
 * The building in one row as the model's role may see it. Figures that can be searched come from the columns,
 * so that what is shown is what was compared.
 */
export function buildingItem(model: ReadModel, row: number): BuildingItem {
  const { columns } = model.engine;
  const building = model.portfolio.buildings[row];
  if (!building) throw new Error(`invalid row: ${row}`);
  const space = spaceOf(building, model.unitsOf.get(building.id) ?? []);
  const figure = (field: Parameters<typeof rangeValueOf>[1]) =>
    rangeValueOf(columns, field, row)?.value ?? null;
  return {
    ...statedItem(building),
    availableArea: space.availableArea,
    maxContiguousArea: figure('contiguous'),
    vacancyRate: figure('vacancy'),
    occupancyRate: roundRate(space.occupancyRate),
    availabilityRate: roundRate(space.availabilityRate),
    askingRent: figure('rent'),
    availableFrom: monthIn(columns, row),
    metroDistanceM: knownIn(columns.metro, row),
    completeness: figure('completeness') ?? 0,
    ...(maySeeTax(model.role) ? { taxPerSqm: figure('taxPerSqm') } : {}),
    ...(maySeeTenants(model.role) ? { steward: building.steward } : {}),
  };
}

function knownIn(values: Int32Array, row: number): number | null {
  const value = values[row] ?? unknownInt;
  return value === unknownInt ? null : value;
}

/** null both when the month is unknown and when nothing is on offer; `availableArea` tells them apart. */
function monthIn({ availableFrom }: Columns, row: number): string | null {
  const month = knownIn(availableFrom, row);
  return month === null || month === neverMonth ? null : monthFromNumber(month);
}

type Derived =
  | 'availableArea'
  | 'maxContiguousArea'
  | 'vacancyRate'
  | 'occupancyRate'
  | 'availabilityRate'
  | 'askingRent'
  | 'availableFrom'
  | 'metroDistanceM'
  | 'completeness'
  | 'taxPerSqm'
  | 'steward';

/** Field by field: what a later model adds does not reach anybody before it is named here. */
function statedItem(building: Building): Omit<BuildingItem, Derived> {
  return {
    id: building.id,
    nameZh: building.nameZh,
    nameEn: building.nameEn,
    aliases: [...building.aliases],
    address: building.address,
    carrierType: building.carrierType,
    status: building.status,
    position: building.position,
    completedOn: building.completedOn,
    grade: building.grade,
    gradeBasis: building.gradeBasis,
    developer: building.developer,
    gfa: building.gfa,
    rentableArea: building.rentableArea,
    floorPlate: building.floorPlate,
    floors: building.floors,
    floorToFloorHeight: building.floorToFloorHeight,
    clearHeight: building.clearHeight,
    efficiency: building.efficiency,
    columnFree: building.columnFree,
    divisible: building.divisible,
    greenCertificate: building.greenCertificate,
    tenure: building.tenure,
    targetIndustries: building.targetIndustries && [...building.targetIndustries],
    admissionRule: building.admissionRule,
    protectionClass: building.protectionClass,
    lifts: building.lifts,
    parking: building.parking,
    managementFee: building.managementFee,
    hvac: building.hvac,
    power: building.power,
    remarks: [...building.remarks],
    circleId: building.circleId,
    subdistrictId: building.subdistrictId,
    synthetic: building.synthetic,
  };
}
