/** How often something may be tried. Kept in the database: a restart forgets nothing. */
import { sql } from 'kysely';
import type { AccountsDb } from './tables.ts';

export interface Allowance {
  /** What is counted, such as `login:…` or `address:…`. */
  readonly key: string;
  readonly most: number;
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly retryAfterS: number };

export interface Throttle {
  /** Counts one try before it is made, so that tries at the same time are counted one by one. */
  readonly take: (allowance: Allowance) => Promise<Taken>;
  /** Takes back one try that was no guess. */
  readonly giveBack: (key: string) => Promise<void>;
  readonly forget: (key: string) => Promise<void>;
}

export function createThrottle(db: AccountsDb, now: () => Date, windowMs: number): Throttle {
  return {
    async take({ key, most }) {
      const at = now().getTime();
      const isOver = sql<boolean>`account_attempts.started_at <= ${at - windowMs}`;
      const row = await db
        .insertInto('account_attempts')
        .values({ key, started_at: at, count: 1 })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            count: sql<number>`case when ${isOver} then 1 else account_attempts.count + 1 end`,
            started_at: sql<number>`case when ${isOver} then ${at} else account_attempts.started_at end`,
          }),
        )
        .returning(['count', 'started_at'])
        .executeTakeFirstOrThrow();
      if (row.count <= most) return { ok: true };
      const left = Number(row.started_at) + windowMs - at;
      return { ok: false, retryAfterS: Math.max(1, Math.ceil(left / 1_000)) };
    },
    async giveBack(key) {
      await db
        .updateTable('account_attempts')
        .set((row) => ({ count: row('count', '-', 1) }))
        .where('key', '=', key)
        .where('count', '>', 0)
        .execute();
    },
    async forget(key) {
      await db.deleteFrom('account_attempts').where('key', '=', key).execute();
    },
  };
}

/** Windows that ended are of no use to anybody. */
export async function sweepAttempts(db: AccountsDb, now: Date, windowMs: number): Promise<void> {
  await db
    .deleteFrom('account_attempts')
    .where('started_at', '<=', now.getTime() - windowMs)
    .execute();
}
