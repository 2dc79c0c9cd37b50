/** One building file: storeys with units, blocks, and figures that open. */
import type {
  BuildingDetail,
  DerivedField,
  DerivedFigure,
  LeaseItem,
  StoreyItem,
  UnitItem,
} from '#contract/building-detail.ts';
import { countingLeases } from '#domain/indicators/lettings.ts';
import { nearestStation } from '#domain/metro.ts';
import type { Building } from '#domain/model/building.ts';
import type { Enterprise, Lease, Unit } from '#domain/model/unit.ts';
import { contiguousBlocks, spaceOf } from '#domain/space.ts';
import { maySeeTax, maySeeTenants } from '#domain/visibility.ts';
import { buildingItem } from './building-item.ts';
import type { ReadModel } from './read-model.ts';

/** The file of the building in one row, as the model's role may see it. */
export function buildingDetail(model: ReadModel, row: number): BuildingDetail {
  const { portfolio } = model;
  const building = portfolio.buildings[row];
  if (!building) throw new Error(`invalid row: ${row}`);
  const units = model.unitsOf.get(building.id) ?? [];
  const item = buildingItem(model, row);
  return {
    ...item,
    revision: model.revision,
    asOf: portfolio.asOf,
    facts: (model.records().factsOf.get(building.id) ?? []).map(
      ({ field, source, asOf, confidence, note }) => ({ field, source, asOf, confidence, note }),
    ),
    storeys: storeysOf(model, building, units),
    blocks: contiguousBlocks(units).map(({ floors, unitIds, area }) => ({
      floors: [...floors],
      unitIds: [...unitIds],
      area,
    })),
    derived: derivedFigures(model, building, units, item),
  };
}

/** From the ground up. A floor that only its units know of is listed too, without an area. */
function storeysOf(model: ReadModel, building: Building, units: readonly Unit[]): StoreyItem[] {
  const onFile = model.records().floorsOf.get(building.id) ?? [];
  const known = new Map(onFile.map((floor) => [floor.floor, floor]));
  const byFloor = Map.groupBy(units, (unit) => unit.floor);
  const leaseOf = leaseFinder(model, building);
  return [...new Set([...known.keys(), ...byFloor.keys()])]
    .sort((a, b) => a - b)
    .map((floor) => ({
      floor,
      label: known.get(floor)?.label ?? String(floor),
      area: known.get(floor)?.area ?? null,
      units: [...(byFloor.get(floor) ?? [])]
        .sort((a, b) => a.position - b.position)
        .map((unit) => unitItem(unit, leaseOf)),
    }));
}

type LeaseFinder = ((unit: Unit) => LeaseItem | null) | null;

function unitItem(unit: Unit, leaseOf: LeaseFinder): UnitItem {
  return {
    id: unit.id,
    label: unit.label,
    position: unit.position,
    area: unit.area,
    status: unit.status,
    marketed: unit.marketed,
    askingRent: unit.askingRent,
    availableFrom: unit.availableFrom,
    minDivisibleArea: unit.minDivisibleArea,
    ...(leaseOf ? { lease: leaseOf(unit) } : {}),
  };
}

/** null for a role that may not see tenants. */
function leaseFinder({ role, portfolio, records }: ReadModel, building: Building): LeaseFinder {
  if (!maySeeTenants(role)) return null;
  const { leasesOf, enterpriseOf } = records();
  const byUnit = Map.groupBy(leasesOf.get(building.id) ?? [], ({ unitId }) => unitId);
  return (unit) => {
    const { head } = countingLeases(byUnit.get(unit.id) ?? [], portfolio.asOf);
    return head ? leaseItem(head, enterpriseOf.get(head.enterpriseId)) : null;
  };
}

function leaseItem(lease: Lease, tenant: Enterprise | undefined): LeaseItem {
  return {
    enterprise: tenant?.name ?? null,
    industry: tenant?.industry ?? null,
    start: lease.start,
    end: lease.end,
    contractRent: lease.contractRent,
    rentFreeMonths: lease.rentFreeMonths,
    escalation: lease.escalation,
    leaseType: lease.leaseType,
  };
}

type Derivations = Partial<Record<DerivedField, DerivedFigure>>;

function derivedFigures(
  model: ReadModel,
  building: Building,
  units: readonly Unit[],
  item: ReturnType<typeof buildingItem>,
): Derivations {
  const space = spaceOf(building, units);
  const available = space.availableArea?.value ?? null;
  const rentableArea = building.rentableArea?.value ?? null;
  const station = nearestStation(building.position, model.portfolio.district.stations)?.station ?? null;
  const inventory = { units: units.length };
  const figures: Derivations = {
    availableArea: figure(available, 'available', inventory),
    maxContiguousArea: figure(item.maxContiguousArea, 'contiguous', inventory),
    vacancyRate: figure(item.vacancyRate, 'vacancy', { vacantArea: space.vacantArea, rentableArea }),
    occupancyRate: figure(item.occupancyRate, 'occupancy', {
      occupiedArea: space.occupiedArea,
      rentableArea,
    }),
    availabilityRate: figure(item.availabilityRate, 'availability', {
      availableArea: available,
      base: space.availabilityBase,
    }),
    askingRent: {
      ...figure(item.askingRent, 'rent', { rentedArea: space.rentedArea, availableArea: available }),
      coverage: available === null || available === 0 ? null : (space.rentedArea ?? 0) / available,
    },
    metroDistanceM: figure(item.metroDistanceM, 'metro', {
      station: station?.nameZh ?? null,
      precision: building.position?.precisionM ?? null,
    }),
  };
  if (!maySeeTax(model.role)) return figures;
  const tax = model.yearTax;
  return {
    ...figures,
    taxPerSqm: figure(item.taxPerSqm ?? null, 'taxPerSqm', {
      annualTax: tax?.byBuilding.get(building.id) ?? null,
      taxThrough: tax?.through ?? null,
      rentableArea,
    }),
  };
}

function figure(
  value: number | null,
  formula: DerivedFigure['formula'],
  inputs: DerivedFigure['inputs'],
): DerivedFigure {
  return { value, formula, inputs, coverage: null };
}
