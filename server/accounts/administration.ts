/** What an administrator does to the accounts of others. */
import type { AccountItem, AccountPatch, OneTimeLink } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import type { AccountEvent, AccountsDeps } from './deps.ts';
import { endLinksOf, makeLink, resetLinkFor, withdrawLink } from './links.ts';
import { loginFrom } from './login.ts';
import { endSessions, type Signed } from './sessions.ts';
import type { AccountsDb, UserRow } from './tables.ts';
import { hasTwoFactor, removeSecondFactor } from './two-factor.ts';
import { accountItem, held, inTurn, isLastAdmin, partyOf, userByLogin } from './users.ts';

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
  return deps.change(async ({ db, note }) => {
    await inTurn(db);
    const before = await held(db, id);
    if (!before) return { ok: false, reason: 'noSuchAccount' };
    const after = patched(before, patch, deps.now());
    const isAdminAfter = after.role === 'admin' && after.disabled_at === null;
    if (!isAdminAfter && (await isLastAdmin(db, before))) return { ok: false, reason: 'lastAdmin' };
    await write(db, before, after);
    for (const event of eventsOf(before, after)) {
      await note({ ...event, ...doneBy(acting), subject: partyOf(after) });
    }
    return { ok: true, account: accountItem(after) };
  });
}

function doneBy(acting: Acting | null): Pick<AccountEvent, 'actor' | 'address'> {
  return { actor: acting && partyOf(acting.by.user), address: acting?.address ?? null };
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
  const { name, role } = wished;
  return deps.change(async (step) => {
    if (await userByLogin(step.db, login)) return { ok: false, reason: 'loginTaken' };
    const by = doneBy(acting);
    const madeBy = by.actor?.id ?? null;
    const link = await makeLink(step, { kind: 'invitation', login, name, role, userId: null, madeBy });
    await step.note({ kind: 'invited', ...by, subject: null, detail: `${name} (${login}) · ${role}` });
    return { ok: true, link };
  });
}

export function withdrawInvitation(deps: AccountsDeps, id: string, acting: Acting): Promise<boolean> {
  return deps.change(async ({ db, note }) => {
    const link = await withdrawLink(db, id);
    if (!link) return false;
    const detail = `${link.name} (${link.login})`;
    await note({ kind: 'invitationWithdrawn', ...doneBy(acting), subject: null, detail });
    return true;
  });
}

/**
 * null when there is no such account, or it is disabled.
 * @param dropsTwoFactor for somebody who has lost the phone as well
 */
export function makeReset(
  deps: AccountsDeps,
  userId: string,
  acting: Acting | null,
  dropsTwoFactor = false,
): Promise<OneTimeLink | null> {
  return deps.change(async (step) => {
    const user = await held(step.db, userId);
    if (!user || user.disabled_at !== null) return null;
    const by = doneBy(acting);
    const link = await resetLinkFor(step, user, by.actor?.id ?? null);
    await step.note({ kind: 'resetLinkMade', ...by, subject: partyOf(user) });
    if (!dropsTwoFactor || user.totp_secret === null) return link;
    await removeSecondFactor(step.db, user.id);
    if (hasTwoFactor(user)) await step.note({ kind: 'twoFactorOff', ...by, subject: partyOf(user) });
    return link;
  });
}
