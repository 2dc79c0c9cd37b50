/** What one role may see at one revision, ready to be asked. */
import { buildingColumns, type SearchKeys } from '#domain/engine/build-columns.ts';
import { unitsByBuilding } from '#domain/engine/derive.ts';
import { Engine } from '#domain/engine/engine.ts';
import { type EffectiveMonths, effectiveMonths } from '#domain/history/effective-months.ts';
import type { BuildingId, EnterpriseId } from '#domain/measure.ts';
import type { Building, Fact } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { BuildingMonth, Enterprise, Floor, Lease, Unit } from '#domain/model/unit.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import type { Stepwise } from '#domain/stepwise.ts';
import { type YearTax, yearTax } from '#domain/tax.ts';
import { hiddenFields, type Role, visibleTo } from '#domain/visibility.ts';
import type { Snapshot } from './store.ts';

export type SearchKeysOf = (building: Building) => SearchKeys;

/** What belongs to each building beside its units. */
export interface Records {
  readonly factsOf: ReadonlyMap<BuildingId, readonly Fact[]>;
  readonly floorsOf: ReadonlyMap<BuildingId, readonly Floor[]>;
  readonly leasesOf: ReadonlyMap<BuildingId, readonly Lease[]>;
  readonly enterpriseOf: ReadonlyMap<EnterpriseId, Enterprise>;
}

export interface ModelOptions {
  readonly isSample: boolean;
  readonly keys: Map<BuildingId, SearchKeys>;
  readonly searchKeys: SearchKeysOf;
}

export interface ReadModel {
  readonly revision: string;
  readonly role: Role;
  readonly isSample: boolean;
  /** As the role may see it. */
  readonly portfolio: Portfolio;
  /**
   * Unseen by roles: only for figures that are published of firms which the role may not see, see
   * `src/domain/publishing/`.
   */
  readonly everything: Portfolio;
  readonly vocabulary: Vocabulary;
  /** Keeps the state of the last question; ask and read in one go. */
  readonly engine: Engine;
  readonly rowOf: ReadonlyMap<BuildingId, number>;
  readonly unitsOf: ReadonlyMap<BuildingId, readonly Unit[]>;
  /** Sorted out when the first building file is opened. */
  readonly records: () => Records;
  /** Sorted out when the months of a building are first asked for. */
  /** With corrections laid over the reports. */
  readonly monthsOf: () => ReadonlyMap<BuildingId, readonly BuildingMonth[]>;
  readonly correctedMonths: () => EffectiveMonths['corrected'];
  /** null when there is none or the role may not see it. */
  readonly yearTax: YearTax | null;
}

/**
 * Works out what a role sees of a snapshot.
 * @param keys search keys that are known already; those that are made are added
 */
export function* makingReadModel(
  { revision, portfolio: all }: Snapshot,
  role: Role,
  { isSample, keys, searchKeys }: ModelOptions,
): Stepwise<ReadModel> {
  const portfolio = visibleTo(role, all);
  yield;
  const keysOf = (building: Building) => {
    const own = keys.get(building.id) ?? searchKeys(building);
    keys.set(building.id, own);
    return own;
  };
  const { district } = portfolio;
  const columns = yield* buildingColumns(portfolio, { role, searchKeys: keysOf });
  const rowOf = new Map(portfolio.buildings.map((building, row) => [building.id, row]));
  yield;
  const history = lazily(() => effectiveMonths(portfolio.months, portfolio.monthCorrections));
  return {
    revision,
    role,
    isSample,
    portfolio,
    everything: all,
    vocabulary: {
      circle: district.circles.map((circle) => circle.id),
      subdistrict: district.subdistricts.map((subdistrict) => subdistrict.id),
      hidden: hiddenFields(role),
    },
    engine: new Engine(columns),
    rowOf,
    unitsOf: yield* unitsByBuilding.steps(portfolio.units),
    records: lazily(() => recordsOf(portfolio)),
    monthsOf: lazily(() => Map.groupBy(history().months, (month) => month.buildingId)),
    correctedMonths: () => history().corrected,
    yearTax: yield* yearTax.steps(portfolio.taxRecords),
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
