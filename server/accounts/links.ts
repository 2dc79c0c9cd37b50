/** One-time links: an invitation, or a way to choose a new password. */
import type { InvitationItem, OneTimeLink } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import type { AccountsDeps } from './deps.ts';
import type { AccountsDb, LinkRow, UserRow } from './tables.ts';
import { hashOf, newId, newToken } from './token.ts';

type Deps = Pick<AccountsDeps, 'db' | 'now' | 'limits'>;

export interface NewLink {
  readonly kind: LinkRow['kind'];
  /** '' where whoever uses the link chooses name and login. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly userId: string | null;
  readonly madeBy: string | null;
}

/** Within a change. An earlier link for the same login ends. */
export async function makeLink({ db, now, limits }: Deps, link: NewLink): Promise<OneTimeLink> {
  const token = newToken();
  const at = now();
  const expiresAt = new Date(at.getTime() + limits.linkMs).toISOString();
  await db.deleteFrom('account_links').where('login', '=', link.login).where('used_at', 'is', null).execute();
  await db
    .insertInto('account_links')
    .values({
      id: newId(),
      token_hash: hashOf(token),
      kind: link.kind,
      login: link.login,
      name: link.name,
      role: link.role,
      user_id: link.userId,
      made_by: link.madeBy,
      created_at: at.toISOString(),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { path: `/invitation#${token}`, expiresAt };
}

export function resetLinkFor(deps: Deps, user: UserRow, madeBy: string | null): Promise<OneTimeLink> {
  const { login, name, role, id } = user;
  return makeLink(deps, { kind: 'reset', login, name, role, userId: id, madeBy });
}

/** null when it never was, is used or over. */
export async function findLink({ db, now }: Deps, token: string): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('account_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now().toISOString())
    .executeTakeFirst();
  return row ?? null;
}

/** Whether it was still good: of two that come at once one uses it. */
export async function spendLink(db: AccountsDb, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account_links')
    .set({ used_at: at.toISOString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Open invitation for a login, such as one that a sign-in service vouches for. */
export async function openInvitationFor({ db, now }: Deps, login: string): Promise<LinkRow | null> {
  const row = await db
    .selectFrom('account_links')
    .selectAll()
    .where('login', '=', login)
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now().toISOString())
    .executeTakeFirst();
  return row ?? null;
}

export async function listInvitations({ db, now }: Deps): Promise<InvitationItem[]> {
  const rows = await db
    .selectFrom('account_links')
    .selectAll()
    .where('kind', '=', 'invitation')
    .where('login', '!=', '')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now().toISOString())
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
}

export async function withdrawLink(db: AccountsDb, id: string): Promise<LinkRow | null> {
  const row = await db
    .deleteFrom('account_links')
    .where('id', '=', id)
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Open links for an account, such as one for a new password. */
export async function endLinksFor(db: AccountsDb, userId: string): Promise<void> {
  await db.deleteFrom('account_links').where('user_id', '=', userId).where('used_at', 'is', null).execute();
}

/** Links for an account and by it: they end with its rights. */
export async function endLinksOf(db: AccountsDb, userId: string): Promise<void> {
  await db
    .deleteFrom('account_links')
    .where((row) => row.or([row('user_id', '=', userId), row('made_by', '=', userId)]))
    .where('used_at', 'is', null)
    .execute();
}
