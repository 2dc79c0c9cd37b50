/** What a role notices of changes: which buildings look different to it, and nothing about those that do not. */
import type { BuildingId, EnterpriseId } from './measure.ts';
import type { Portfolio } from './model/portfolio.ts';
import { type Change, netChanges } from './records/change.ts';
import { type AnyRecord, type Entity, entities, entityShapes, keyOf, recordsIn } from './records/entity.ts';
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
  const net = netChanges(changes);
  const was = portfolioOf(net, 'before', after);
  const is = portfolioOf(net, 'after', after);
  const tenancies = withoutBuildings(after);
  return new Map(
    roles.map((role) => [
      role,
      buildingsBetween(visibleTo(role, was), visibleTo(role, is), visibleTo(role, tenancies)),
    ]),
  );
}

function buildingsBetween(was: Portfolio, is: Portfolio, tenancies: Portfolio): ReadonlySet<BuildingId> {
  const buildings = new Set<BuildingId>();
  const firms = new Set<EnterpriseId>();
  for (const entity of entities) {
    const note = (record: AnyRecord, isOther: () => boolean) => {
      const building = entityShapes[entity].buildingOf(record as never);
      // One difference is enough to name a building: an import changes thousands of records of each.
      if (building !== null && buildings.has(building)) return;
      if (!isOther()) return;
      if (building !== null) buildings.add(building);
      else firms.add(keyOf(entity, record as never));
    };
    noteChanges(entity, was, is, note);
  }
  for (const id of buildingsWith(firms, tenancies)) buildings.add(id);
  return buildings;
}

/** One side of the changes as a portfolio of its own, so that the one rule of visibility applies to it. */
function portfolioOf(changes: readonly Change[], side: 'before' | 'after', frame: Portfolio): Portfolio {
  const collections = Object.fromEntries(
    entities.map((entity) => [entityShapes[entity].collection, [] as AnyRecord[]]),
  );
  for (const change of changes) {
    const record = change[side];
    if (record) collections[entityShapes[change.entity].collection]?.push(record);
  }
  return { ...frame, ...collections } as Portfolio;
}

/** @param note is told of each record, and how to find out whether it is another than before */
function noteChanges(
  entity: Entity,
  was: Portfolio,
  is: Portfolio,
  note: (record: AnyRecord, isOther: () => boolean) => void,
): void {
  const before = byKey(entity, was);
  for (const record of recordsIn(is, entity)) {
    note(record, () => !isSame(before.get(keyOf(entity, record as never)), record));
  }
  if (before.size === 0) return;
  const after = byKey(entity, is);
  for (const [key, record] of before) note(record, () => !after.has(key));
}

function byKey(entity: Entity, portfolio: Portfolio): Map<string, AnyRecord> {
  return new Map(recordsIn(portfolio, entity).map((record) => [keyOf(entity, record as never), record]));
}

/** Firms are seen where they rent or pay. Only those two collections are looked at. */
function withoutBuildings(portfolio: Portfolio): Portfolio {
  return { ...portfolio, buildings: [], facts: [], floors: [], units: [], months: [] };
}

function* buildingsWith(firms: ReadonlySet<EnterpriseId>, { leases, taxRecords }: Portfolio) {
  if (firms.size === 0) return;
  for (const { enterpriseId, buildingId } of leases) if (firms.has(enterpriseId)) yield buildingId;
  for (const { enterpriseId, buildingId } of taxRecords) if (firms.has(enterpriseId)) yield buildingId;
}

/** Whether two values of records say the same; the order of an object's fields says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => isSame(value, right.get(name)));
}
