/** Using a one-time link: an account is made, or a password replaced. */
import type { AccountsDeps, Client, Step } from './deps.ts';
import { findLink, spendLink } from './links.ts';
import { loginFrom } from './login.ts';
import { hash, type PasswordReason, whyNotPassword } from './password.ts';
import { endSessions } from './sessions.ts';
import { type Entered, enter, forgetTries } from './sign-in.ts';
import type { LinkRow, UserRow } from './tables.ts';
import { hasAnyAdmin, held, inTurn, makeUser, partyOf } from './users.ts';

export interface Redemption {
  readonly token: string;
  readonly password: string;
  readonly name?: string | undefined;
  readonly login?: string | undefined;
}

export type Redeemed =
  | { readonly ok: true; readonly entered: Entered }
  | { readonly ok: false; readonly reason: 'noSuchLink' | 'loginTaken' | 'badLogin' | 'notYours' }
  | { readonly ok: false; readonly reason: 'password'; readonly why: PasswordReason };

/** A password that is refused does not use the link up. */
export async function redeem(deps: AccountsDeps, given: Redemption, client: Client): Promise<Redeemed> {
  const link = await findLink(deps, given.token);
  if (!link) return { ok: false, reason: 'noSuchLink' };
  const isOpen = link.login === '';
  if (!isOpen && (given.login !== undefined || given.name !== undefined)) {
    return { ok: false, reason: 'notYours' };
  }
  const login = isOpen ? loginFrom(given.login ?? '') : link.login;
  const name = isOpen ? (given.name ?? '') : link.name;
  if (login === null || name === '') return { ok: false, reason: 'badLogin' };
  const why = whyNotPassword(given.password, [login, name], deps.limits.passwordLength);
  if (why) return { ok: false, reason: 'password', why };
  const passwordHash = await hash(given.password);
  const used = await deps.change(async (step) => {
    const user = await usedIn(step, link, { login, name, passwordHash });
    if (typeof user === 'string') return user;
    const kind = link.kind === 'invitation' ? 'accountMade' : 'passwordReset';
    const { address } = client;
    await step.note({ kind, actor: partyOf(user), subject: null, detail: user.role, address });
    return user;
  });
  if (typeof used === 'string') return { ok: false, reason: used };
  await forgetTries(deps, used);
  return { ok: true, entered: await enter(deps, used, client) };
}

interface Chosen {
  readonly login: string;
  readonly name: string;
  readonly passwordHash: string;
}

async function usedIn(
  { db, now }: Step,
  link: LinkRow,
  { login, name, passwordHash }: Chosen,
): Promise<UserRow | 'noSuchLink' | 'loginTaken'> {
  const at = now();
  await inTurn(db);
  const isFirst = link.login === '';
  // The link that makes the first administrator ends with the first one, whoever made that.
  if (isFirst && (await hasAnyAdmin(db))) return 'noSuchLink';
  if (link.kind === 'invitation') {
    const made = await makeUser(db, { login, name, role: link.role, passwordHash }, at);
    if (!made) return 'loginTaken';
    return (await spendLink(db, link.id, at)) ? made : refuse();
  }
  const user = link.user_id === null ? null : await held(db, link.user_id);
  if (!user || user.disabled_at !== null || !(await spendLink(db, link.id, at))) return 'noSuchLink';
  await db
    .updateTable('account_users')
    .set({ password_hash: passwordHash })
    .where('id', '=', user.id)
    .execute();
  await endSessions(db, user.id, null);
  return { ...user, password_hash: passwordHash };
}

/** Turns are taken, so a link that was good when the turn began is good until its end. */
function refuse(): never {
  throw new Error('invalid turn: a link was used by two at once');
}
