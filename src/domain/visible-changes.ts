/** What a role notices of changes: which buildings look different to it, and nothing about those that do not. */
import type { BuildingId, EnterpriseId } from './measure.ts';
import { noRecords, type Portfolio } from './model/portfolio.ts';
import { type Change, nettingChanges } from './records/change.ts';
import { type AnyRecord, type Entity, entities, entityShapes, keyOf, recordsIn } from './records/entity.ts';
import { atOnce, eachStepwise, type Stepwise } from './stepwise.ts';
import { type Role, roles, visibleTo } from './visibility.ts';

/**
 * For each role the buildings of which it sees something else after some changes. A change of which it sees
 * neither the state before nor the state after names no building.
 * @param after the portfolio with the changes in it: it knows in which buildings a firm is a tenant
 */
export function visiblyChanged(
  changes: readonly Change[],
  after: Portfolio,
): ReadonlyMap<Role, ReadonlySet<BuildingId>> {
  return atOnce(namingChanged(changes, after));
}

export function* namingChanged(
  changes: readonly Change[],
  after: Portfolio,
): Stepwise<ReadonlyMap<Role, ReadonlySet<BuildingId>>> {
  const net = yield* nettingChanges(changes);
  const was = yield* portfolioOf(net, 'before', after);
  const is = yield* portfolioOf(net, 'after', after);
  const tenancies = withoutBuildings(after);
  const named = new Map<Role, ReadonlySet<BuildingId>>();
  for (const role of roles) {
    named.set(
      role,
      yield* buildingsBetween(visibleTo(role, was), visibleTo(role, is), visibleTo(role, tenancies)),
    );
  }
  return named;
}

function* buildingsBetween(
  was: Portfolio,
  is: Portfolio,
  tenancies: Portfolio,
): Stepwise<ReadonlySet<BuildingId>> {
  const buildings = new Set<BuildingId>();
  const firms = new Set<EnterpriseId>();
  for (const entity of entities) {
    const note = (record: AnyRecord, isOther: () => boolean) => {
      const building = entityShapes[entity].buildingOf(record as never);
      // One difference is enough to name a building: an import changes thousands of records of each.
      if (building !== null && buildings.has(building)) return;
      if (!isOther()) return;
      if (building !== null) buildings.add(building);
      else if (entity === 'enterprise') firms.add(keyOf(entity, record as never));
    };
    yield* notingChanges(entity, was, is, note);
  }
  yield* notingTenancies(firms, tenancies, (id) => buildings.add(id));
  return buildings;
}

/** One side of the changes as a portfolio of its own, so that the one rule of visibility applies to it. */
function* portfolioOf(
  changes: readonly Change[],
  side: 'before' | 'after',
  frame: Portfolio,
): Stepwise<Portfolio> {
  const collections = Object.fromEntries(
    entities.map((entity) => [entityShapes[entity].collection, [] as AnyRecord[]]),
  );
  yield* eachStepwise(changes, (change) => {
    const record = change[side];
    if (record) collections[entityShapes[change.entity].collection]?.push(record);
  });
  return { ...frame, ...collections } as Portfolio;
}

/** @param note is told of each record, and how to find out whether it is another than before */
function* notingChanges(
  entity: Entity,
  was: Portfolio,
  is: Portfolio,
  note: (record: AnyRecord, isOther: () => boolean) => void,
): Stepwise<void> {
  const before = yield* byKey(entity, was);
  yield* eachStepwise(recordsIn(is, entity), (record) =>
    note(record, () => !isSame(before.get(keyOf(entity, record as never)), record)),
  );
  if (before.size === 0) return;
  const after = yield* byKey(entity, is);
  yield* eachStepwise(before, ([key, record]) => note(record, () => !after.has(key)));
}

function* byKey(entity: Entity, portfolio: Portfolio): Stepwise<Map<string, AnyRecord>> {
  const records = new Map<string, AnyRecord>();
  yield* eachStepwise(recordsIn(portfolio, entity), (record) =>
    records.set(keyOf(entity, record as never), record),
  );
  return records;
}

/** Firms are seen where they rent or pay. Only those two collections are looked at. */
function withoutBuildings(portfolio: Portfolio): Portfolio {
  const { district, asOf, leases, taxRecords } = portfolio;
  return { ...noRecords, district, asOf, leases, taxRecords };
}

function* notingTenancies(
  firms: ReadonlySet<EnterpriseId>,
  { leases, taxRecords }: Portfolio,
  note: (building: BuildingId) => void,
): Stepwise<void> {
  if (firms.size === 0) return;
  for (const records of [leases, taxRecords]) {
    yield* eachStepwise<(typeof records)[number]>(records, ({ enterpriseId, buildingId }) => {
      if (firms.has(enterpriseId)) note(buildingId);
    });
  }
}

/** Whether two values of records say the same; the order of an object's fields says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => isSame(value, right.get(name)));
}
