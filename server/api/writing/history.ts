/** The audit log as one role may read it. */
import type { HistoryEntry } from '#contract/records.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { type Entity, entityShapes } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { recordName } from '#domain/records/name.ts';
import { hiddenRecordFields, type Role, visibleRecord } from '#domain/visibility.ts';
import type { AuditEntry } from '../store.ts';

/** null when the role may not know of the entry. Addresses are for the administrator. */
export function historyEntry(
  role: Role,
  entry: AuditEntry,
  buildingNames: ReadonlyMap<string, string>,
): HistoryEntry | null {
  const { sequence, at, actor, origin, batchId, change } = entry;
  const { entity, key } = change;
  const hidden = hiddenRecordFields(role, entity);
  const seen = (record: typeof change.before) => record && visibleRecord(role, entity, record as never);
  const [before, after] = [seen(change.before), seen(change.after)];
  if (hidden === null || (before === null && after === null)) return null;
  const fields = changedFields(entity, before, after).filter(({ field }) => !hidden.includes(field));
  if (fields.length === 0) return null;
  return {
    sequence,
    at,
    by: { name: actor.name, role: actor.role, address: role === 'admin' ? actor.address : null },
    origin,
    batchId,
    entity,
    key,
    name: recordName(entity, (after ?? before) as never),
    buildingName: buildingNameOf(entity, after ?? before, buildingNames),
    fields,
    isNew: change.before === null,
    isGone: change.after === null,
  };
}

/** Names of the buildings as they are called now. */
export function buildingNamesIn({ buildings }: Portfolio): ReadonlyMap<string, string> {
  return new Map(buildings.map(({ id, nameZh }) => [id, nameZh]));
}

function buildingNameOf(
  entity: Entity,
  record: object | null,
  names: ReadonlyMap<string, string>,
): string | null {
  const id = entity === 'building' ? null : entityShapes[entity].buildingOf(record as never);
  return id === null ? null : (names.get(id) ?? null);
}

function changedFields(entity: Entity, before: object | null, after: object | null) {
  const of = (record: object | null, field: string) =>
    (record as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
  return fieldsOf(entity).flatMap(([field]) => {
    const [was, is] = [of(before, field), of(after, field)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}
