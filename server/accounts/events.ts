/** What happened to accounts: into the database with names, into the log with ids alone. */
import type { AccountEventItem, AccountEventKind } from '#contract/accounts.ts';
import type { AccountEvent } from './deps.ts';
import type { AccountsDb } from './tables.ts';
import { newId } from './token.ts';

/** Of one page. */
export const eventLimits = { most: 200, usual: 50 };

export async function writeEvent(db: AccountsDb, at: Date, event: AccountEvent): Promise<void> {
  const { kind, actor, subject, detail, address } = event;
  await db
    .insertInto('account_events')
    .values({
      id: nextId(at),
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

/** Ids rise, so that what happens in one millisecond is told in its order. */
function nextId(at: Date): string {
  count = (count + 1) % 0x10000;
  const parts = [at.getTime().toString(16).padStart(12, '0'), count.toString(16).padStart(4, '0')];
  return `${parts.join('')}${newId().slice(0, 8)}`;
}

let count = 0;

/** A place in the log: everything before it is earlier. */
export interface EventPlace {
  readonly at: string;
  readonly id: string;
}

export interface EventQuestion {
  readonly limit: number;
  readonly before?: EventPlace;
  /** Id of the account that did it, or that it was done to. */
  readonly account?: string;
  readonly kind?: AccountEventKind;
  /** The first moment that counts, and the first that does not count any more. */
  readonly from?: string;
  readonly until?: string;
}

/** The latest first. */
export async function listEvents(
  db: AccountsDb,
  { limit, before, account, kind, from, until }: EventQuestion,
): Promise<{ readonly events: AccountEventItem[]; readonly next: EventPlace | null }> {
  let query = db
    .selectFrom('account_events')
    .select(['id', 'at', 'kind', 'actor', 'subject', 'detail', 'address'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (before) {
    const { at, id } = before;
    query = query.where((row) =>
      row.or([row('at', '<', at), row.and([row('at', '=', at), row('id', '<', id)])]),
    );
  }
  if (account)
    query = query.where((row) => row.or([row('actor_id', '=', account), row('subject_id', '=', account)]));
  if (kind) query = query.where('kind', '=', kind);
  if (from) query = query.where('at', '>=', from);
  if (until) query = query.where('at', '<', until);
  const rows = await query.execute();
  const events = rows.slice(0, limit).map((row) => ({ ...row, kind: row.kind as AccountEventKind }));
  return { events, next: rows.length > limit ? (events.at(-1) ?? null) : null };
}

export async function sweepEvents(db: AccountsDb, now: Date, keptMs: number): Promise<void> {
  const before = new Date(now.getTime() - keptMs).toISOString();
  await db.deleteFrom('account_events').where('at', '<', before).execute();
}
