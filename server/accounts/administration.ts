/** What an administrator does to the accounts of others. */
import type { AccountItem, AccountPatch, OneTimeLink } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import type { AccountEvent, AccountsDeps } from './deps.ts';
import { endLinksOf, makeLink, resetLinkFor, withdrawLink } from './links.ts';
import { loginFrom } from './login.ts';
import { endSessions, type Signed } from './sessions.ts';
import type { AccountsDb, UserRow } from './tables.ts';
import { removeSecondFactor } from './two-factor.ts';
import { accountItem, inTurn, isLastAdmin, partyOf, userById, userByLogin } from './users.ts';

export interface Acting {
  readonly by: Signed;
  readonly address: string | null;
}

export type Changed =
  | { readonly ok: true; readonly account: AccountItem }
  | { readonly ok: false; readonly reason: 'noSuchAccount' | 'lastAdmin' };

/** Takes effect at the very next request of that account. `acting`: null where a sign-in service decides. */
export async function changeUser(
  deps: AccountsDeps,
  id: string,
  patch: AccountPatch,
  acting: Acting | null,
): Promise<Changed> {
  const outcome = await deps.db.transaction().execute(async (db) => {
    await inTurn(db);
    const before = await userById(db, id);
    if (!before) return 'noSuchAccount';
    const after = patched(before, patch, deps.now());
    const isAdminAfter = after.role === 'admin' && after.disabled_at === null;
    if (!isAdminAfter && (await isLastAdmin(db, before))) return 'lastAdmin';
    await write(db, before, after);
    return { before, after };
  });
  if (typeof outcome === 'string') return { ok: false, reason: outcome };
  const { before, after } = outcome;
  for (const event of eventsOf(before, after)) {
    const actor = acting && partyOf(acting.by.user);
    const address = acting?.address ?? null;
    await deps.note({ ...event, actor, subject: partyOf(after), address });
  }
  return { ok: true, account: accountItem(after) };
}

function patched(user: UserRow, { name, role, isDisabled, hasTwoFactor }: AccountPatch, at: Date): UserRow {
  const disabledAt = isDisabled ? (user.disabled_at ?? at.toISOString()) : null;
  return {
    ...user,
    name: name ?? user.name,
    role: role ?? user.role,
    disabled_at: isDisabled === undefined ? user.disabled_at : disabledAt,
    ...(hasTwoFactor === false && { totp_secret: null, totp_confirmed_at: null, totp_last_step: null }),
  };
}

async function write(db: AccountsDb, before: UserRow, { name, role, disabled_at, ...after }: UserRow) {
  const { id } = before;
  await db.updateTable('account_users').set({ name, role, disabled_at }).where('id', '=', id).execute();
  if (before.totp_secret !== null && after.totp_secret === null) await removeSecondFactor(db, id);
  if (disabled_at !== null) await endSessions(db, id, null);
  if (disabled_at !== null || (before.role === 'admin' && role !== 'admin')) await endLinksOf(db, id);
}

function eventsOf(before: UserRow, after: UserRow): Pick<AccountEvent, 'kind' | 'detail'>[] {
  const events: Pick<AccountEvent, 'kind' | 'detail'>[] = [];
  if (before.role !== after.role)
    events.push({ kind: 'roleChanged', detail: `${before.role} → ${after.role}` });
  if (before.name !== after.name) events.push({ kind: 'renamed', detail: `${before.name} → ${after.name}` });
  if (before.totp_confirmed_at !== null && after.totp_confirmed_at === null)
    events.push({ kind: 'twoFactorOff' });
  const wasOut = before.disabled_at !== null;
  const isOut = after.disabled_at !== null;
  if (wasOut !== isOut) events.push({ kind: isOut ? 'disabled' : 'enabled' });
  return events;
}

export type Invited =
  | { readonly ok: true; readonly link: OneTimeLink }
  | { readonly ok: false; readonly reason: 'badLogin' | 'loginTaken' };

export async function inviteUser(
  deps: AccountsDeps,
  wished: { readonly name: string; readonly login: string; readonly role: Role },
  acting: Acting | null,
): Promise<Invited> {
  const login = loginFrom(wished.login);
  if (login === null) return { ok: false, reason: 'badLogin' };
  if (await userByLogin(deps.db, login)) return { ok: false, reason: 'loginTaken' };
  const { name, role } = wished;
  const by = acting ? partyOf(acting.by.user) : null;
  const madeBy = by?.id ?? null;
  const link = await makeLink(deps, { kind: 'invitation', login, name, role, userId: null, madeBy });
  await deps.note({
    kind: 'invited',
    actor: by,
    subject: null,
    detail: `${name} (${login}) · ${role}`,
    address: acting?.address ?? null,
  });
  return { ok: true, link };
}

export async function withdrawInvitation(deps: AccountsDeps, id: string, acting: Acting): Promise<boolean> {
  const link = await withdrawLink(deps.db, id);
  if (!link) return false;
  const detail = `${link.name} (${link.login})`;
  const { by, address } = acting;
  await deps.note({ kind: 'invitationWithdrawn', actor: partyOf(by.user), subject: null, detail, address });
  return true;
}

/** null when there is no such account, or it is disabled. */
export async function makeReset(
  deps: AccountsDeps,
  user: UserRow | null,
  acting: Acting | null,
): Promise<OneTimeLink | null> {
  if (!user || user.disabled_at !== null) return null;
  const by = acting ? partyOf(acting.by.user) : null;
  const link = await resetLinkFor(deps, user, by?.id ?? null);
  const address = acting?.address ?? null;
  await deps.note({ kind: 'resetLinkMade', actor: by, subject: partyOf(user), address });
  return link;
}
