/** Taking records away: what goes along, and what stands in the way. */
import { monthKey } from '../history/effective-months.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Change } from './change.ts';
import { type Entity, entityShapes, keyOf, recordsIn } from './entity.ts';
import type { RuleProblem } from './rules.ts';

/** Kinds whose records belong to a building. */
const hangingOnBuildings = [
  'fact',
  'floor',
  'unit',
  'lease',
  'taxRecord',
  'month',
  'monthCorrection',
  'renewalPlan',
] as const satisfies readonly Entity[];

/** What still speaks of a record that goes. */
export function danglingReferences(changes: readonly Change[], after: Portfolio): RuleProblem[] {
  const gone = changes.filter((change) => change.after === null);
  if (gone.length === 0) return [];
  const keysOf = (entity: Entity) =>
    new Set(gone.filter((change) => change.entity === entity).map(({ key }) => key));
  const [buildings, units, enterprises] = [keysOf('building'), keysOf('unit'), keysOf('enterprise')];
  const months = keysOf('month');
  const referring = new Map<string, number>();
  const count = (entity: Entity, key: string) => {
    const name = `${entity} ${key}`;
    referring.set(name, (referring.get(name) ?? 0) + 1);
  };
  for (const entity of hangingOnBuildings) {
    for (const record of recordsIn(after, entity)) {
      const buildingId = entityShapes[entity].buildingOf(record as never);
      if (buildingId !== null && buildings.has(buildingId)) count('building', buildingId);
    }
  }
  if (months.size > 0) {
    for (const correction of after.monthCorrections) {
      const key = monthKey(correction);
      if (months.has(key)) count('month', key);
    }
  }
  for (const { buildingId, unitId, enterpriseId } of after.leases) {
    if (units.has(`${buildingId}~${unitId}`)) count('unit', `${buildingId}~${unitId}`);
    if (enterprises.has(enterpriseId)) count('enterprise', enterpriseId);
  }
  for (const { enterpriseId } of after.taxRecords)
    if (enterprises.has(enterpriseId)) count('enterprise', enterpriseId);
  return gone.flatMap(({ entity, key }) => {
    const number = referring.get(`${entity} ${key}`);
    return number === undefined
      ? []
      : [{ entity, key, field: '', value: key, reason: 'stillReferredTo' as const, allowed: String(number) }];
  });
}

/**
 * A record with all that belongs to it, as one removal: a building goes with its storeys, units, leases, plans and
 * figures, a unit with its leases. A firm that leases or pays tax stays: see `stillReferredTo`.
 */
export function removalOf(portfolio: Portfolio, entity: Entity, key: string): Change[] {
  const isOwn = belongsTo(entity, key);
  const list = (kind: Entity, records: readonly unknown[]) =>
    records
      .filter((record) => isOwn(kind, record as never))
      .map((before) => ({ entity: kind, key: keyOf(kind, before as never), before, after: null }) as Change);
  return [
    ...list('target', portfolio.targets),
    ...list('renewalPlan', portfolio.renewalPlans),
    ...list('monthCorrection', portfolio.monthCorrections),
    ...list('taxRecord', portfolio.taxRecords),
    ...list('month', portfolio.months),
    ...list('lease', portfolio.leases),
    ...list('unit', portfolio.units),
    ...list('floor', portfolio.floors),
    ...list('fact', portfolio.facts),
    ...list('enterprise', portfolio.enterprises),
    ...list('building', portfolio.buildings),
  ];
}

function belongsTo(entity: Entity, key: string): (kind: Entity, record: never) => boolean {
  return (kind, record: { readonly id?: string; readonly buildingId?: string; readonly unitId?: string }) => {
    if (kind === entity) return keyOf(kind, record as never) === key;
    if (entity === 'building') return record.buildingId === key;
    return entity === 'unit' && kind === 'lease' && `${record.buildingId}~${record.unitId}` === key;
  };
}
