/** What happened to accounts: into the database with names, into the log with ids alone. */
import type { AccountEventItem, AccountEventKind } from '#contract/accounts.ts';
import type { AccountEvent } from './deps.ts';
import type { AccountsDb } from './tables.ts';
import { newId } from './token.ts';

const mostListed = 200;

export async function writeEvent(db: AccountsDb, at: Date, event: AccountEvent): Promise<void> {
  const { kind, actor, subject, detail, address } = event;
  await db
    .insertInto('account_events')
    .values({
      id: newId(),
      at: at.toISOString(),
      kind,
      actor_id: actor?.id ?? null,
      actor: actor?.name ?? null,
      subject_id: subject?.id ?? null,
      subject: subject?.name ?? null,
      detail: detail ?? null,
      address,
    })
    .execute();
}

const ending: readonly AccountEventKind[] = [
  'signedOut',
  'signedOutEverywhere',
  'sessionEnded',
  'passwordChanged',
  'passwordReset',
  'roleChanged',
  'disabled',
];

/** Whether after it somebody who is signed in may be so no more, or as somebody else. */
export function endsSessions(kind: AccountEventKind): boolean {
  return ending.includes(kind);
}

export async function latestEvents(db: AccountsDb): Promise<AccountEventItem[]> {
  const rows = await db
    .selectFrom('account_events')
    .select(['at', 'kind', 'actor', 'subject', 'detail', 'address'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AccountEventKind }));
}

export async function sweepEvents(db: AccountsDb, now: Date, keptMs: number): Promise<void> {
  const before = new Date(now.getTime() - keptMs).toISOString();
  await db.deleteFrom('account_events').where('at', '<', before).execute();
}
