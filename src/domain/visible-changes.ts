/** What a role notices of changes: which buildings look different to it, and nothing about those that do not. */
import type { BuildingId, EnterpriseId } from './measure.ts';
import type { Portfolio } from './model/portfolio.ts';
import type { Change } from './records/change.ts';
import { type AnyRecord, type Entity, entities, entityShapes, keyOf, recordsIn } from './records/entity.ts';
import { type Role, visibleTo } from './visibility.ts';

/**
 * Buildings of which a role sees something else after some changes. A change of which it sees neither the
 * state before nor the state after names no building.
 * @param after the portfolio with the changes in it: it knows in which buildings a firm is a tenant
 */
export function visiblyChanged(
  role: Role,
  changes: readonly Change[],
  after: Portfolio,
): ReadonlySet<BuildingId> {
  const net = netOf(changes);
  const was = visibleTo(role, portfolioOf(net, 'before', after));
  const is = visibleTo(role, portfolioOf(net, 'after', after));
  const buildings = new Set<BuildingId>();
  const firms = new Set<EnterpriseId>();
  for (const entity of entities) {
    for (const record of changedRecords(entity, was, is)) {
      const building = entityShapes[entity].buildingOf(record as never);
      if (building !== null) buildings.add(building);
      else firms.add(keyOf(entity, record as never));
    }
  }
  for (const id of buildingsWith(firms, visibleTo(role, withoutBuildings(after)))) buildings.add(id);
  return buildings;
}

/** Each record once: what it was before the first change of it, what it is after the last. */
function netOf(changes: readonly Change[]): readonly Change[] {
  const net = new Map<string, Change>();
  for (const change of changes) {
    const name = `${change.entity} ${change.key}`;
    const first = net.get(name);
    net.set(name, first ? ({ ...change, before: first.before } as Change) : change);
  }
  return [...net.values()];
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

function* changedRecords(entity: Entity, was: Portfolio, is: Portfolio): Generator<AnyRecord> {
  const before = byKey(entity, was);
  const after = byKey(entity, is);
  for (const [key, record] of after) if (!isSame(before.get(key), record)) yield record;
  for (const [key, record] of before) if (!after.has(key)) yield record;
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
