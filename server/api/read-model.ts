/** What one role may see at one revision, ready to be asked. */
import { buildColumns, type SearchKeys } from '#domain/engine/build-columns.ts';
import { Engine } from '#domain/engine/engine.ts';
import type { BuildingId, EnterpriseId } from '#domain/measure.ts';
import type { Building, Fact } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Enterprise, Floor, Lease, Unit } from '#domain/model/unit.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import { type YearTax, yearTax } from '#domain/tax.ts';
import { hiddenFields, type Role, visibleTo } from '#domain/visibility.ts';
import type { Store } from './store.ts';

export type SearchKeysOf = (building: Building) => SearchKeys;

/** What belongs to each building beside its units. */
export interface Records {
  readonly factsOf: ReadonlyMap<BuildingId, readonly Fact[]>;
  readonly floorsOf: ReadonlyMap<BuildingId, readonly Floor[]>;
  readonly leasesOf: ReadonlyMap<BuildingId, readonly Lease[]>;
  readonly enterpriseOf: ReadonlyMap<EnterpriseId, Enterprise>;
}

export interface ReadModel {
  readonly revision: string;
  readonly role: Role;
  readonly isSample: boolean;
  /** As the role may see it. */
  readonly portfolio: Portfolio;
  readonly vocabulary: Vocabulary;
  /** Keeps the state of the last question; ask and read in one go. */
  readonly engine: Engine;
  readonly rowOf: ReadonlyMap<BuildingId, number>;
  readonly unitsOf: ReadonlyMap<BuildingId, readonly Unit[]>;
  /** Sorted out when the first building file is opened. */
  readonly records: () => Records;
  /** null when there is none or the role may not see it. */
  readonly yearTax: YearTax | null;
}

export interface ReadModels {
  /** The read model of a role at the store's present revision; made when first asked for. */
  readonly of: (role: Role) => Promise<ReadModel>;
}

interface Generation {
  readonly revision: string;
  readonly portfolio: Promise<Portfolio>;
  readonly isSample: Promise<boolean>;
  readonly keys: Map<BuildingId, SearchKeys>;
  readonly models: Map<Role, Promise<ReadModel>>;
}

/** Keeps one generation of read models; a new revision drops the old ones. A failed load is tried again. */
export function createReadModels(deps: {
  readonly store: Store;
  readonly searchKeys: SearchKeysOf;
}): ReadModels {
  let current: Generation | null = null;
  return {
    of: async (role) => {
      const revision = await deps.store.revision();
      if (current?.revision !== revision) current = startGeneration(deps.store, revision);
      const generation = current;
      const known = generation.models.get(role);
      if (known) return known;
      const made = readModelOf(generation, role, deps.searchKeys);
      generation.models.set(role, made);
      made.catch(() => {
        if (current === generation) current = null;
      });
      return made;
    },
  };
}

function startGeneration(store: Store, revision: string): Generation {
  return {
    revision,
    portfolio: store.loadPortfolio(),
    isSample: store.isSample(),
    keys: new Map(),
    models: new Map(),
  };
}

async function readModelOf(generation: Generation, role: Role, searchKeys: SearchKeysOf): Promise<ReadModel> {
  const [everything, isSample] = await Promise.all([generation.portfolio, generation.isSample]);
  const portfolio = visibleTo(role, everything);
  const keysOf = (building: Building) => {
    const keys = generation.keys.get(building.id) ?? searchKeys(building);
    generation.keys.set(building.id, keys);
    return keys;
  };
  const { district } = portfolio;
  return {
    revision: generation.revision,
    role,
    isSample,
    portfolio,
    vocabulary: {
      circle: district.circles.map((circle) => circle.id),
      subdistrict: district.subdistricts.map((subdistrict) => subdistrict.id),
      hidden: hiddenFields(role),
    },
    engine: new Engine(buildColumns(portfolio, { role, searchKeys: keysOf })),
    rowOf: new Map(portfolio.buildings.map((building, row) => [building.id, row])),
    unitsOf: Map.groupBy(portfolio.units, (unit) => unit.buildingId),
    records: lazily(() => recordsOf(portfolio)),
    yearTax: yearTax(portfolio.taxRecords),
  };
}

function recordsOf({ facts, floors, leases, enterprises }: Portfolio): Records {
  return {
    factsOf: Map.groupBy(facts, (fact) => fact.buildingId),
    floorsOf: Map.groupBy(floors, (floor) => floor.buildingId),
    leasesOf: Map.groupBy(leases, (lease) => lease.buildingId),
    enterpriseOf: new Map(enterprises.map((enterprise) => [enterprise.id, enterprise])),
  };
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
