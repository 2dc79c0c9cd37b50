/** What only the model and its units give, building by building; nothing is worked out twice for the same objects. */
import { completenessOf } from '../completeness.ts';
import type { BuildingId } from '../measure.ts';
import { nearestStation } from '../metro.ts';
import type { Building } from '../model/building.ts';
import type { MetroStation, Portfolio } from '../model/portfolio.ts';
import type { Unit } from '../model/unit.ts';
import { rememberedSteps } from '../remembered.ts';
import { type Space, spaceOf } from '../space.ts';
import { eachStepwise, type Stepwise } from '../stepwise.ts';
import { yearTax } from '../tax.ts';

/** One building with everything that the columns need of it. */
export interface Derived {
  readonly building: Building;
  readonly space: Space;
  readonly metroM: number | null;
  /** Tax of the last twelve months on record, 元; null when unknown or hidden. */
  readonly tax: number | null;
  readonly completeness: number;
}

/** The units of each building; the same lists again for those whose units did not change. */
export const unitsByBuilding = rememberedSteps(function* (
  units: readonly Unit[],
): Stepwise<ReadonlyMap<BuildingId, readonly Unit[]>> {
  const groups = new Map<BuildingId, Unit[]>();
  yield* eachStepwise(units, (unit) => {
    const own = groups.get(unit.buildingId);
    if (own) own.push(unit);
    else groups.set(unit.buildingId, [unit]);
  });
  const result = new Map<BuildingId, readonly Unit[]>();
  for (const [id, own] of groups) {
    const before = last.get(id);
    const isSame = before?.length === own.length && own.every((unit, i) => unit === before[i]);
    result.set(id, before && isSame ? before : own);
    yield;
  }
  last = result;
  return result;
});

let last: ReadonlyMap<BuildingId, readonly Unit[]> = new Map();

const noUnits: readonly Unit[] = [];

interface Known {
  readonly units: readonly Unit[];
  readonly stations: readonly MetroStation[];
  readonly derived: Omit<Derived, 'tax'>;
}

/** Of buildings that a write left alone, with all their units, nothing is derived anew. */
const known = new WeakMap<Building, Known>();

function derivedOf(
  building: Building,
  units: readonly Unit[],
  stations: readonly MetroStation[],
): Known['derived'] {
  const before = known.get(building);
  if (before?.units === units && before.stations === stations) return before.derived;
  const space = spaceOf(building, units);
  const derived = {
    building,
    space,
    metroM: nearestStation(building.position, stations)?.distanceM ?? null,
    completeness: completenessOf(building, space.askingRent !== null, units.length > 0),
  };
  known.set(building, { units, stations, derived });
  return derived;
}

/** Figures that only the model and its units give, per building, in the portfolio's order. */
export function* derivePortfolio(portfolio: Portfolio): Stepwise<readonly Derived[]> {
  const unitsOf = yield* unitsByBuilding.steps(portfolio.units);
  const tax = yield* yearTax.steps(portfolio.taxRecords);
  const rows: Derived[] = [];
  for (const building of portfolio.buildings) {
    const derived = derivedOf(building, unitsOf.get(building.id) ?? noUnits, portfolio.district.stations);
    rows.push({ ...derived, tax: tax?.byBuilding.get(building.id) ?? null });
    yield;
  }
  return rows;
}
