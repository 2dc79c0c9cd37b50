/** Where people are signed in. A session is looked up anew for each request: ended means out. */
import type { SessionItem } from '#contract/accounts.ts';
import type { AccountsDeps, Client } from './deps.ts';
import { deviceOf } from './device.ts';
import type { AccountsDb, UserRow } from './tables.ts';
import { hashOf, newId, newToken } from './token.ts';

export interface Signed {
  readonly sessionId: string;
  readonly user: UserRow;
}

type Deps = Pick<AccountsDeps, 'db' | 'now' | 'limits' | 'onError'>;

/** How often it is written down that a session is in use, ms. */
const touchMs = 60_000;

/** A new session with a new token, whatever the browser came with. */
export async function beginSession(
  { db, now, limits }: Pick<Deps, 'db' | 'now' | 'limits'>,
  userId: string,
  { address, agent }: Client,
): Promise<string> {
  const token = newToken();
  const at = now();
  await db
    .insertInto('account_sessions')
    .values({
      id: newId(),
      token_hash: hashOf(token),
      user_id: userId,
      created_at: at.toISOString(),
      seen_at: at.toISOString(),
      expires_at: new Date(at.getTime() + limits.sessionMs).toISOString(),
      address,
      agent,
    })
    .execute();
  await db.updateTable('account_users').set({ seen_at: at.toISOString() }).where('id', '=', userId).execute();
  return token;
}

/**
 * null for a token that never was, has ended or idled too long, or whose account is disabled.
 * @param isSignOfLife false for what an open page does by itself: the session goes on idling
 */
export async function findSession(deps: Deps, token: string, isSignOfLife = true): Promise<Signed | null> {
  const { db, now, limits } = deps;
  const at = now();
  const row = await db
    .selectFrom('account_sessions as session')
    .innerJoin('account_users as user', 'user.id', 'session.user_id')
    .selectAll('user')
    .select(['session.id as sessionId', 'session.seen_at as sessionSeenAt'])
    .where('session.token_hash', '=', hashOf(token))
    .where('session.expires_at', '>', at.toISOString())
    .where('session.seen_at', '>', new Date(at.getTime() - limits.idleMs).toISOString())
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const { sessionId, sessionSeenAt, ...user } = row;
  if (isSignOfLife && at.getTime() - Date.parse(sessionSeenAt) > touchMs) {
    // Who may only read, because the disk is full, still reads.
    await touch(db, sessionId, user.id, at).catch((error: unknown) => deps.onError(error));
  }
  return { sessionId, user };
}

async function touch(db: AccountsDb, sessionId: string, userId: string, at: Date): Promise<void> {
  const seen = { seen_at: at.toISOString() };
  await db.updateTable('account_sessions').set(seen).where('id', '=', sessionId).execute();
  await db.updateTable('account_users').set(seen).where('id', '=', userId).execute();
}

/** The latest first. */
export async function listSessionsOf(deps: Deps, { user, sessionId }: Signed): Promise<SessionItem[]> {
  const at = deps.now();
  const rows = await deps.db
    .selectFrom('account_sessions')
    .selectAll()
    .where('user_id', '=', user.id)
    .where('expires_at', '>', at.toISOString())
    .where('seen_at', '>', new Date(at.getTime() - deps.limits.idleMs).toISOString())
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.agent),
    address: row.address,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    isCurrent: row.id === sessionId,
  }));
}

/** Ends the session that a browser came with when it signs in anew. @returns whose it was; null without one */
export async function endSessionOf({ db }: Pick<Deps, 'db'>, { session }: Client): Promise<string | null> {
  if (session === null) return null;
  const ended = await db
    .deleteFrom('account_sessions')
    .where('token_hash', '=', hashOf(session))
    .returning('user_id')
    .executeTakeFirst();
  return ended?.user_id ?? null;
}

/** Whether there was such a session of this account. */
export async function endOneSession(db: AccountsDb, userId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('account_sessions')
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0;
}

/** Also what waits for a code, so that nobody slips in after it. */
export async function endSessions(db: AccountsDb, userId: string, except: string | null): Promise<void> {
  let sessions = db.deleteFrom('account_sessions').where('user_id', '=', userId);
  if (except !== null) sessions = sessions.where('id', '!=', except);
  await sessions.execute();
  await db.deleteFrom('account_challenges').where('user_id', '=', userId).execute();
}

export async function sweepSessions({ db, now, limits }: Deps): Promise<void> {
  const at = now();
  const idle = new Date(at.getTime() - limits.idleMs).toISOString();
  await db
    .deleteFrom('account_sessions')
    .where((row) => row.or([row('expires_at', '<=', at.toISOString()), row('seen_at', '<=', idle)]))
    .execute();
  await db.deleteFrom('account_challenges').where('expires_at', '<=', at.toISOString()).execute();
  await db
    .deleteFrom('account_links')
    .where('expires_at', '<=', at.toISOString())
    .where('used_at', 'is', null)
    .execute();
}
