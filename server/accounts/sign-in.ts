/** Signing in: password, then a code where a second factor is on. */
import { openChallenge } from './challenges.ts';
import { networkOf } from './client-address.ts';
import type { AccountsDeps, Client } from './deps.ts';
import { loginFrom } from './login.ts';
import { isRight } from './password.ts';
import { beginSession } from './sessions.ts';
import type { UserRow } from './tables.ts';
import type { Taken } from './throttle.ts';
import { hashOf } from './token.ts';
import { hasTwoFactor, takeCode, takeRecoveryCode } from './two-factor.ts';
import { partyOf, userById, userByLogin } from './users.ts';

export type Entered =
  | { readonly next: 'done'; readonly token: string }
  | { readonly next: 'code'; readonly challenge: string };

export type Throttled = Extract<Taken, { ok: false }> & { readonly reason: 'throttled' };

export type SignInOutcome =
  | { readonly ok: true; readonly entered: Entered }
  | { readonly ok: false; readonly reason: 'wrong' }
  | Throttled;

export const addressKey = (address: string | null) => `address:${networkOf(address)}`;
const loginKey = (login: string) => `login:${hashOf(login)}`;
export const passwordKey = (userId: string) => `password:${userId}`;
const codeKey = (userId: string) => `code:${userId}`;

/**
 * Checks login and password. Who is unknown, disabled or without a password is told the same as who is
 * wrong, after the same work.
 */
export async function signInByPassword(
  deps: AccountsDeps,
  given: { readonly login: string; readonly password: string },
  client: Client,
): Promise<SignInOutcome> {
  const { db, throttle, limits, note } = deps;
  const { address } = client;
  const login = loginFrom(given.login);
  const known = hashOf(login ?? given.login);
  const tries = [
    { key: addressKey(address), most: limits.triesPerAddress },
    { key: `login:${known}`, most: limits.triesPerLogin },
  ];
  for (const allowance of tries) {
    const taken = await throttle.take(allowance);
    if (taken.ok) continue;
    const user = login === null ? null : await userByLogin(db, login);
    await note({ kind: 'signInThrottled', actor: null, subject: user && partyOf(user), address });
    return { ...taken, reason: 'throttled' };
  }
  const user = login === null ? null : await userByLogin(db, login);
  const isEqual = await isRight(given.password, user?.password_hash ?? null);
  if (!user || !isEqual || user.disabled_at !== null) {
    await note({ kind: 'signInFailed', actor: null, subject: user && partyOf(user), address });
    return { ok: false, reason: 'wrong' };
  }
  await throttle.giveBack(addressKey(address));
  await throttle.forget(loginKey(user.login));
  return { ok: true, entered: await enter(deps, user, client) };
}

/** Lets somebody in whose first factor was right. */
export async function enter(deps: AccountsDeps, user: UserRow, client: Client): Promise<Entered> {
  if (hasTwoFactor(user)) {
    return { next: 'code', challenge: await openChallenge(deps, 'code', user.id) };
  }
  return { next: 'done', token: await begin(deps, user, client) };
}

async function begin(deps: AccountsDeps, user: UserRow, client: Client): Promise<string> {
  const token = await beginSession(deps, user.id, client);
  await deps.note({ kind: 'signedIn', actor: partyOf(user), subject: null, address: client.address });
  return token;
}

export type CodeOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: 'over' | 'wrong' }
  | Throttled;

/** The second step. `close` tells whether the challenge was still there when the code had been taken. */
export async function signInByCode(
  deps: AccountsDeps,
  given: { readonly userId: string; readonly code: string; readonly close: () => Promise<boolean> },
  client: Client,
): Promise<CodeOutcome> {
  const { db, throttle, limits, note } = deps;
  const user = await userById(db, given.userId);
  if (!user || user.disabled_at !== null || !hasTwoFactor(user)) return { ok: false, reason: 'over' };
  const taken = await throttle.take({ key: codeKey(user.id), most: limits.triesPerCode });
  if (!taken.ok) {
    await note({ kind: 'signInThrottled', actor: null, subject: partyOf(user), address: client.address });
    return { ...taken, reason: 'throttled' };
  }
  const isCode = await takeCode(deps, user, given.code);
  const isRecovery = !isCode && (await takeRecoveryCode(db, user.id, given.code));
  if (!isCode && !isRecovery) {
    const detail = 'code';
    await note({
      kind: 'signInFailed',
      actor: null,
      subject: partyOf(user),
      detail,
      address: client.address,
    });
    return { ok: false, reason: 'wrong' };
  }
  if (!(await given.close())) return { ok: false, reason: 'over' };
  await throttle.forget(codeKey(user.id));
  if (isRecovery) {
    await note({ kind: 'recoveryCodeUsed', actor: partyOf(user), subject: null, address: client.address });
  }
  return { ok: true, token: await begin(deps, user, client) };
}

export type Confirmed =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong' | 'none' }
  | Throttled;

/** Asks somebody who is signed in for the password again, before what a stranger at the desk must not do. */
export async function confirmPassword(
  { throttle, limits }: AccountsDeps,
  user: UserRow,
  password: string,
): Promise<Confirmed> {
  if (user.password_hash === null) return { ok: false, reason: 'none' };
  const key = passwordKey(user.id);
  const taken = await throttle.take({ key, most: limits.triesPerCode });
  if (!taken.ok) return { ...taken, reason: 'throttled' };
  if (!(await isRight(password, user.password_hash))) return { ok: false, reason: 'wrong' };
  await throttle.forget(key);
  return { ok: true };
}

/** Counts a code that somebody who is signed in types to confirm a new device. */
export async function countCode({ throttle, limits }: AccountsDeps, user: UserRow): Promise<Taken> {
  return throttle.take({ key: codeKey(user.id), most: limits.triesPerCode });
}

export async function forgetCodes({ throttle }: AccountsDeps, user: UserRow): Promise<void> {
  await throttle.forget(codeKey(user.id));
}

/** After a new password nobody is kept out by what others tried before. */
export async function forgetTries({ throttle }: AccountsDeps, user: UserRow): Promise<void> {
  await throttle.forget(loginKey(user.login));
  await throttle.forget(passwordKey(user.id));
  await throttle.forget(codeKey(user.id));
}
