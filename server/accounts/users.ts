/** The accounts themselves. */
import type { AccountItem } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import type { Party } from './deps.ts';
import type { AccountsDb, UserRow } from './tables.ts';
import { newId } from './token.ts';

export async function hasAnyAccount(db: AccountsDb): Promise<boolean> {
  return (await db.selectFrom('account_users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The last administrator cannot be disabled: whoever is one can sign in. */
export async function hasAnyAdmin(db: AccountsDb): Promise<boolean> {
  const query = db.selectFrom('account_users').select('id').where('role', '=', 'admin');
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

export async function userById(db: AccountsDb, id: string): Promise<UserRow | null> {
  return (await db.selectFrom('account_users').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/**
 * The account as it is now; whoever changes it or signs in to it waits until the transaction is over. To be taken
 * before anything that belongs to the account, or two would wait for each other.
 */
export async function held(db: AccountsDb, id: string): Promise<UserRow | null> {
  const query = db.updateTable('account_users').set({ id }).where('id', '=', id).returningAll();
  return (await query.executeTakeFirst()) ?? null;
}

export async function userByLogin(db: AccountsDb, login: string): Promise<UserRow | null> {
  const row = await db.selectFrom('account_users').selectAll().where('login', '=', login).executeTakeFirst();
  return row ?? null;
}

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
}

/** null when somebody has the login already. */
export async function makeUser(db: AccountsDb, user: NewUser, at: Date): Promise<UserRow | null> {
  const row: UserRow = {
    id: newId(),
    login: user.login,
    name: user.name,
    role: user.role,
    password_hash: user.passwordHash,
    totp_secret: null,
    totp_confirmed_at: null,
    totp_last_step: null,
    disabled_at: null,
    created_at: at.toISOString(),
    seen_at: null,
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account_users')
    .values(row)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n ? row : null;
}

export async function listUsers(db: AccountsDb): Promise<AccountItem[]> {
  const rows = await db.selectFrom('account_users').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(accountItem);
}

export function accountItem(user: UserRow): AccountItem {
  return {
    id: user.id,
    login: user.login,
    name: user.name,
    role: user.role,
    isDisabled: user.disabled_at !== null,
    hasTwoFactor: user.totp_confirmed_at !== null,
    hasPassword: user.password_hash !== null,
    createdAt: user.created_at,
    seenAt: user.seen_at,
  };
}

export function partyOf({ id, name }: UserRow): Party {
  return { id, name };
}

/** Whoever may change the set of administrators comes one after the other. */
export async function inTurn(db: AccountsDb): Promise<void> {
  await db
    .updateTable('account_turns')
    .set((row) => ({ turn: row('turn', '+', 1) }))
    .where('id', '=', 1)
    .execute();
}

/** Whether nobody but this account could administrate. */
export async function isLastAdmin(db: AccountsDb, user: UserRow): Promise<boolean> {
  if (user.role !== 'admin' || user.disabled_at !== null) return false;
  const other = await db
    .selectFrom('account_users')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '!=', user.id)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}
