/** Entries of the audit log in and out of their table. */
import type { Transaction } from 'kysely';
import type { Change } from '#domain/records/change.ts';
import type { Role } from '#domain/visibility.ts';
import type { AuditEntry, AuditQuestion, Origin, Write } from '#server/api/store.ts';
import type { AuditRow, Database, Tables } from './database.ts';
import { chunks, rowsAtOnce } from './record-rows.ts';

const columns = 14;

export async function writeAudit(trx: Transaction<Tables>, write: Write, sequence: number): Promise<void> {
  for (const [index, chunk] of [...chunks(write.changes, rowsAtOnce(columns))].entries()) {
    const first = index * rowsAtOnce(columns);
    await trx
      .insertInto('audit')
      .values(chunk.map((change, offset) => auditRow(write, change, sequence, first + offset)))
      .execute();
  }
}

function auditRow(write: Write, change: Change, sequence: number, number: number): AuditRow {
  const { at, actor, origin, batchId, requestId } = write;
  return {
    sequence,
    number,
    at,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    address: actor.address,
    request_id: requestId,
    origin,
    batch_id: batchId,
    entity: change.entity,
    record_key: change.key,
    before_json: change.before && JSON.stringify(change.before),
    after_json: change.after && JSON.stringify(change.after),
  };
}

/** Latest first. PostgreSQL keeps no text with NUL in it, and fails when it is asked for one. */
export async function readAudit(db: Database, question: AuditQuestion): Promise<AuditEntry[]> {
  const { key = '', batchId = '', actorName = '' } = question;
  if ([key, batchId, actorName].some((text) => text.includes('\0'))) return [];
  const rows = await selectAudit(db, question).limit(question.limit).execute();
  return rows.map(entryOf);
}

function selectAudit(db: Database, question: AuditQuestion) {
  const { entity, key, batchId, origin, actorName, sequence, before } = question;
  let query = db.selectFrom('audit').selectAll();
  if (entity !== undefined) query = query.where('entity', '=', entity);
  if (key !== undefined) query = query.where('record_key', '=', key);
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId);
  if (origin !== undefined) query = query.where('origin', '=', origin);
  if (actorName !== undefined) query = query.where('actor_name', '=', actorName);
  if (sequence !== undefined) query = query.where('sequence', '=', sequence);
  if (before !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('sequence', '<', before.sequence),
        eb.and([eb('sequence', '=', before.sequence), eb('number', '<', before.number)]),
      ]),
    );
  }
  return query.orderBy('sequence', 'desc').orderBy('number', 'desc');
}

function entryOf(row: AuditRow): AuditEntry {
  const parsed = (json: string | null) => json && JSON.parse(json);
  return {
    sequence: row.sequence,
    number: row.number,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role as Role, address: row.address },
    origin: row.origin as Origin,
    batchId: row.batch_id,
    requestId: row.request_id,
    change: {
      entity: row.entity,
      key: row.record_key,
      before: parsed(row.before_json),
      after: parsed(row.after_json),
    } as Change,
  };
}
