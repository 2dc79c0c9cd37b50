/** The first content of a database. */
import type { Portfolio } from '#domain/model/portfolio.ts';
import { changeOf } from '#domain/records/change.ts';
import { type AnyRecord, entities, recordsIn } from '#domain/records/entity.ts';
import type { Database } from './database.ts';
import { chunks, writeChanges } from './record-rows.ts';

/** Records that are in memory as rows too. */
const seededAtOnce = 1_000;

/**
 * Fills a database that was never filled, in one transaction; of several that try at once one succeeds.
 * @param first made only when it is needed
 * @returns whether it was filled now
 */
export async function seedOnce(db: Database, first: () => Portfolio, at: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('ledger')
      .set((eb) => ({ seeded_at: at, change_seq: eb('change_seq', '+', 1) }))
      .where('id', '=', 1)
      .where('seeded_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    const portfolio = first();
    const { change_seq: sequence } = await trx
      .selectFrom('ledger')
      .select('change_seq')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('ledger')
      .set({ district: JSON.stringify(portfolio.district), as_of: portfolio.asOf })
      .where('id', '=', 1)
      .execute();
    for (const entity of entities) {
      for (const records of chunks<AnyRecord>(recordsIn(portfolio, entity), seededAtOnce)) {
        const changes = records.map((record) => changeOf(entity, null, record as never));
        await writeChanges(trx, changes, { sequence, at });
      }
    }
    return true;
  });
}
