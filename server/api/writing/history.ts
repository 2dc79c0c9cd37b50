/** The audit log as one role may read it. */
import type { HistoryEntry } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { hiddenRecordFields, type Role, visibleRecord } from '#domain/visibility.ts';
import type { AuditEntry } from '../store.ts';

/** null when the role may not know of the entry. Addresses are for the administrator. */
export function historyEntry(role: Role, entry: AuditEntry): HistoryEntry | null {
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
    fields,
    isNew: change.before === null,
    isGone: change.after === null,
  };
}

function changedFields(entity: Entity, before: object | null, after: object | null) {
  const of = (record: object | null, field: string) =>
    (record as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
  return fieldsOf(entity).flatMap(([field]) => {
    const [was, is] = [of(before, field), of(after, field)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}
