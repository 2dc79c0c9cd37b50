/** What waits between two steps of a sign-in, known to one browser by a cookie. */
import type { AccountsDeps } from './deps.ts';
import type { ChallengeRow } from './tables.ts';
import { hashOf, newToken } from './token.ts';

type Deps = Pick<AccountsDeps, 'db' | 'now' | 'limits'>;

export async function openChallenge(
  { db, now, limits }: Deps,
  kind: ChallengeRow['kind'],
  userId: string | null,
  payload = '',
): Promise<string> {
  const token = newToken();
  const expires = new Date(now().getTime() + limits.challengeMs).toISOString();
  await db
    .insertInto('account_challenges')
    .values({ token_hash: hashOf(token), kind, user_id: userId, payload, expires_at: expires })
    .execute();
  return token;
}

export async function findChallenge(
  { db, now }: Deps,
  kind: ChallengeRow['kind'],
  token: string,
): Promise<ChallengeRow | null> {
  const row = await db
    .selectFrom('account_challenges')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', now().toISOString())
    .executeTakeFirst();
  return row ?? null;
}

/** Whether it was still there: of two that come at once one closes it. */
export async function closeChallenge({ db }: Pick<Deps, 'db'>, token: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('account_challenges')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
  return numDeletedRows > 0;
}
