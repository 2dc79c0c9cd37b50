/** Records in and out of their tables, many at a time. */

import { type Kysely, sql, type Transaction } from 'kysely';
import { noRecords, type Portfolio } from '#domain/model/portfolio.ts';
import { applyingChanges, type Change, changeOf, inKeyOrder } from '#domain/records/change.ts';
import {
  type AnyRecord,
  type Entity,
  entities,
  entityShapes,
  keyOf,
  recordsIn,
} from '#domain/records/entity.ts';
import { eachStepwise, type Stepwise } from '#domain/stepwise.ts';
import { inSlices, type Pause } from '#server/api/in-slices.ts';
import { mostAtOnce } from '#server/api/store.ts';
import type { LedgerRow, Tables } from './database.ts';
import { keyColumns, type Row, recordOf, rowOf, tableColumns, tableOf } from './record-columns.ts';

/**
 * SQLite binds at most 32,766 values in one statement, PostgreSQL 65,535. Larger statements are no quicker, and
 * each value is in memory several times on its way.
 */
const mostValues = 8_000;

/** Rows that fit one statement. */
export function rowsAtOnce(columns: number): number {
  return Math.max(1, Math.floor(mostValues / columns));
}

export function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

/** Writes what the changes leave behind: new content, or the mark that a record is gone. */
export async function writeChanges(
  trx: Transaction<Tables>,
  changes: readonly Change[],
  state: { readonly sequence: number; readonly at: string },
): Promise<void> {
  for (const [entity, own] of Map.groupBy(changes, (change) => change.entity)) {
    for (const chunk of chunks(own, rowsAtOnce(namesOf(entity).length))) {
      const rows = chunk.flatMap(({ before, after }) => {
        const record = after ?? before;
        const deletedAt = after === null ? state.at : null;
        return record === null ? [] : [rowOf(entity, record as never, { ...state, deletedAt })];
      });
      await upsert(trx, entity, rows);
    }
  }
}

function namesOf(entity: Entity): readonly string[] {
  return [...tableColumns(entity).map(({ name }) => name), 'change_seq', 'deleted_at'];
}

/** @param rows as many as one statement takes */
async function upsert(trx: Transaction<Tables>, entity: Entity, rows: Row[]): Promise<void> {
  const keys = keyColumns(entity);
  const others = namesOf(entity).filter((name) => !keys.includes(name));
  await trx
    .insertInto(tableOf[entity])
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(keys as never)
        .doUpdateSet(
          (eb) =>
            Object.fromEntries(others.map((name) => [name, eb.ref(`excluded.${name}` as never)])) as never,
        ),
    )
    .execute();
}

/**
 * All of these kinds that is not deleted, each kind in the order of its keys.
 * @throws when the database was never filled
 */
export async function readPortfolio(
  db: Kysely<Tables>,
  ledger: LedgerRow,
  kinds: readonly Entity[],
): Promise<Portfolio> {
  const collections: Partial<Record<keyof Portfolio, readonly AnyRecord[]>> = {};
  for (const entity of kinds) {
    const records: AnyRecord[] = [];
    for await (const rows of pagesOf(db, entity, null)) {
      for (const row of rows) records.push(recordOf(entity, row));
    }
    collections[entityShapes[entity].collection] = records;
  }
  return inKeyOrder({ ...headOf(ledger), ...noRecords, ...collections } as Portfolio);
}

/** A building takes as long as so many other records: what is searched in it is worked out anew. */
const weightOfBuilding = 20;

/**
 * What changed after a sequence number, worked out against the portfolio as it was then.
 * @param onMany see {@link Store.loadPortfolio}
 */
export async function readChanges(
  db: Kysely<Tables>,
  since: number,
  portfolio: Portfolio,
  onMany: () => void,
): Promise<Change[]> {
  const changes: Change[] = [];
  let weight = 0;
  for (const entity of entities) {
    let before: ReadonlyMap<string, AnyRecord> | null = null;
    for await (const rows of pagesOf(db, entity, since)) {
      weight += rows.length * (entity === 'building' ? weightOfBuilding : 1);
      if (weight > mostAtOnce) onMany();
      before ??= await inSlices(byKey(portfolio, entity), turn);
      for (const row of rows) {
        const record = recordOf(entity, row);
        const was = before.get(keyOf(entity, record)) ?? null;
        const now = row['deleted_at'] === null ? record : null;
        if (was !== null || now !== null) changes.push(changeOf(entity, was as never, now as never));
      }
    }
  }
  return changes;
}

function* byKey(portfolio: Portfolio, entity: Entity): Stepwise<ReadonlyMap<string, AnyRecord>> {
  const records = new Map<string, AnyRecord>();
  yield* eachStepwise(recordsIn(portfolio, entity), (record) => records.set(keyOf(entity, record), record));
  return records;
}

/** Rows that are in memory beside their records, and that are read before others get a turn. */
const pageRows = 1_000;

/** A turn for everybody else. */
export const turn: Pause = () => new Promise((resolve) => setImmediate(resolve));

/** @param since null: all that is there; otherwise what changed after that sequence number, gone or not */
async function* pagesOf(
  db: Kysely<Tables>,
  entity: Entity,
  since: number | null,
): AsyncGenerator<readonly Row[]> {
  const keys = keyColumns(entity);
  const names = sql.join(keys.map((key) => sql.ref(key)));
  let last: Row | null = null;
  for (;;) {
    const all = db.selectFrom(tableOf[entity]).selectAll();
    let query = since === null ? all.where('deleted_at', 'is', null) : all.where('change_seq', '>', since);
    if (last !== null) {
      const place: Row = last;
      query = query.where(sql<boolean>`(${names}) > (${sql.join(keys.map((key) => place[key]))})`);
    }
    const ordered = keys.reduce((asked, key) => asked.orderBy(key as never), query);
    const rows: readonly Row[] = await ordered.limit(pageRows).execute();
    shareTexts(rows, last);
    if (rows.length > 0) yield rows;
    if (rows.length < pageRows) return;
    last = rows.at(-1) ?? null;
    await turn();
  }
}

/** Neighbours in the order of keys mostly say the same: of 95,000 tax records each names a building and a firm. */
function shareTexts(rows: readonly Row[], last: Row | null): void {
  let before = last;
  for (const row of rows) {
    for (const name in before) {
      const text = before[name];
      if (typeof text === 'string' && row[name] === text) row[name] = text;
    }
    before = row;
  }
}

export async function withChanges(
  portfolio: Portfolio,
  ledger: LedgerRow,
  changes: readonly Change[],
): Promise<Portfolio> {
  return { ...(await inSlices(applyingChanges(portfolio, changes), turn)), ...headOf(ledger) };
}

function headOf({ district, as_of }: LedgerRow): Pick<Portfolio, 'district' | 'asOf'> {
  if (district === null || as_of === null) throw new Error('the database holds no district yet');
  if (parsed?.text !== district) parsed = { text: district, district: JSON.parse(district) };
  return { district: parsed.district, asOf: as_of };
}

/** The district as it was last read: as long as it stays, it stays the same object. */
let parsed: { readonly text: string; readonly district: Portfolio['district'] } | null = null;
