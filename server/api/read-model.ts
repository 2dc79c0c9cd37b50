/** What one role may see at one revision, ready to be asked. */
import { buildColumns, type SearchKeys } from '#domain/engine/build-columns.ts';
import { unitsByBuilding } from '#domain/engine/derive.ts';
import { Engine } from '#domain/engine/engine.ts';
import type { BuildingId, EnterpriseId } from '#domain/measure.ts';
import type { Building, Fact } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { BuildingMonth, Enterprise, Floor, Lease, Unit } from '#domain/model/unit.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import type { Change } from '#domain/records/change.ts';
import { type YearTax, yearTax } from '#domain/tax.ts';
import { hiddenFields, type Role, visibleTo } from '#domain/visibility.ts';
import type { LoadedSnapshot, Revision, Snapshot, Store } from './store.ts';

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
  /** Sorted out when the months of a building are first asked for. */
  readonly monthsOf: () => ReadonlyMap<BuildingId, readonly BuildingMonth[]>;
  /** null when there is none or the role may not see it. */
  readonly yearTax: YearTax | null;
}

/** From one state of the data to the next. */
export interface Step {
  /** null at the first load. */
  readonly from: Revision | null;
  readonly to: Snapshot;
  /** null where everything was loaded anew. */
  readonly changes: readonly Change[] | null;
}

export interface ReadModels {
  /** The read model of a role at the store's present revision; made when first asked for. */
  readonly of: (role: Role) => Promise<ReadModel>;
  /** All data at the store's present revision, unseen by roles: for whoever checks and writes. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Tells of every step, in order. Returns how to stop it. */
  readonly subscribe: (listener: (step: Step) => void) => () => void;
}

interface Generation {
  readonly revision: Revision;
  readonly snapshot: Promise<LoadedSnapshot>;
  readonly isSample: Promise<boolean>;
  readonly keys: Map<BuildingId, SearchKeys>;
  readonly models: Map<Role, Promise<ReadModel>>;
}

/**
 * Keeps one generation of read models. A new revision starts the next one from what changed; a failed load
 * is tried again by the next request.
 */
export function createReadModels(deps: {
  readonly store: Store;
  readonly searchKeys: SearchKeysOf;
}): ReadModels {
  const { store } = deps;
  const listeners = new Set<(step: Step) => void>();
  let current: Generation | null = null;

  const generation = async (): Promise<Generation> => {
    const revision = await store.revision();
    if (current?.revision === revision) return current;
    const made = startGeneration(store, revision, current);
    const from = current?.revision ?? null;
    current = made;
    made.snapshot.then(
      (snapshot) => {
        for (const tell of listeners) tell({ from, to: snapshot, changes: snapshot.changes });
      },
      () => {
        if (current === made) current = null;
      },
    );
    return made;
  };
  store.watch(() => void generation().catch(() => undefined));

  return {
    of: async (role) => {
      const now = await generation();
      const known = now.models.get(role);
      if (known) return known;
      const made = readModelOf(now, role, deps.searchKeys);
      now.models.set(role, made);
      made.catch(() => {
        if (current === now) current = null;
      });
      return made;
    },
    snapshot: async () => (await generation()).snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function startGeneration(store: Store, revision: Revision, before: Generation | null): Generation {
  const keys = new Map<BuildingId, SearchKeys>();
  const load = async () => {
    const since = await before?.snapshot.catch(() => undefined);
    const loaded = await store.loadPortfolio(since);
    if (before && loaded.changes) keepKeys(before.keys, keys, loaded.changes);
    return loaded;
  };
  const isSample = store.isSample();
  isSample.catch(() => undefined);
  return { revision, snapshot: load(), isSample, keys, models: new Map() };
}

/** Search keys of buildings that stayed as they were need not be made again. */
function keepKeys(
  from: ReadonlyMap<BuildingId, SearchKeys>,
  to: Map<BuildingId, SearchKeys>,
  changes: readonly Change[],
): void {
  const changed = new Set(changes.filter(({ entity }) => entity === 'building').map(({ key }) => key));
  for (const [id, keys] of from) if (!changed.has(id)) to.set(id, keys);
}

async function readModelOf(generation: Generation, role: Role, searchKeys: SearchKeysOf): Promise<ReadModel> {
  const [snapshot, isSample] = await Promise.all([generation.snapshot, generation.isSample]);
  const portfolio = visibleTo(role, snapshot.portfolio);
  const keysOf = (building: Building) => {
    const keys = generation.keys.get(building.id) ?? searchKeys(building);
    generation.keys.set(building.id, keys);
    return keys;
  };
  const { district } = portfolio;
  return {
    revision: snapshot.revision,
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
    unitsOf: unitsByBuilding(portfolio.units),
    records: lazily(() => recordsOf(portfolio)),
    monthsOf: lazily(() => Map.groupBy(portfolio.months, (month) => month.buildingId)),
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
