/** Signing in: password, then a code where a second factor is on. */
import { closeChallenge, openChallenge } from './challenges.ts';
import { networkOf } from './client-address.ts';
import type { AccountEvent, AccountsDeps, Client, Step } from './deps.ts';
import { loginFrom } from './login.ts';
import { isRight } from './password.ts';
import { beginSession, endSessionOf } from './sessions.ts';
import type { UserRow } from './tables.ts';
import type { Taken } from './throttle.ts';
import { hashOf } from './token.ts';
import { hasTwoFactor, takeCode, takeRecoveryCode } from './two-factor.ts';
import { held, partyOf, userById, userByLogin } from './users.ts';

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
  const { db, throttle, limits } = deps;
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
    await deps.change(({ note }) => note(refusal('signInThrottled', user, client)));
    return { ...taken, reason: 'throttled' };
  }
  const user = login === null ? null : await userByLogin(db, login);
  const isEqual = await isRight(given.password, user?.password_hash ?? null);
  const entered = await deps.change(async (step) => {
    const present = user && isEqual ? await held(step.db, user.id) : null;
    // Checking takes a while: it counts only for the password that is still there.
    if (present?.disabled_at === null && present.password_hash === user?.password_hash) {
      return enterIn(step, present, client);
    }
    await step.note(refusal('signInFailed', user, client));
    return null;
  });
  if (!user || !entered) return { ok: false, reason: 'wrong' };
  await throttle.giveBack(addressKey(address));
  await throttle.forget(loginKey(user.login));
  return { ok: true, entered };
}

function refusal(
  kind: 'signInFailed' | 'signInThrottled',
  user: UserRow | null,
  { address }: Client,
): AccountEvent {
  return { kind, actor: null, subject: user && partyOf(user), address };
}

/** Lets somebody in whose first factor was right. */
export function enter({ change }: AccountsDeps, user: UserRow, client: Client): Promise<Entered> {
  return change(async (step) => enterIn(step, (await held(step.db, user.id)) ?? user, client));
}

/** Of an account that is held. */
async function enterIn(step: Step, user: UserRow, client: Client): Promise<Entered> {
  if (!hasTwoFactor(user)) return { next: 'done', token: await begin(step, user, client) };
  await endEarlier(step, client);
  return { next: 'code', challenge: await openChallenge(step, 'code', user.id) };
}

async function begin(step: Step, user: UserRow, client: Client): Promise<string> {
  await endEarlier(step, client);
  const token = await beginSession(step, user.id, client);
  await step.note({ kind: 'signedIn', actor: partyOf(user), subject: null, address: client.address });
  return token;
}

/** Whoever signs in anew has left the session that the browser was in. */
async function endEarlier(step: Step, client: Client): Promise<void> {
  const id = await endSessionOf(step, client);
  const left = id === null ? null : await userById(step.db, id);
  if (!left) return;
  await step.note({ kind: 'signedOut', actor: partyOf(left), subject: null, address: client.address });
}

export type CodeOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: 'over' | 'wrong' }
  | Throttled;

/** The second step, of the sign-in that `challenge` is the token of. */
export async function signInByCode(
  deps: AccountsDeps,
  given: { readonly userId: string; readonly code: string; readonly challenge: string },
  client: Client,
): Promise<CodeOutcome> {
  const { db, throttle, limits } = deps;
  const user = await userById(db, given.userId);
  if (!user || user.disabled_at !== null || !hasTwoFactor(user)) return { ok: false, reason: 'over' };
  const taken = await throttle.take({ key: codeKey(user.id), most: limits.triesPerCode });
  if (!taken.ok) {
    await deps.change(({ note }) => note(refusal('signInThrottled', user, client)));
    return { ...taken, reason: 'throttled' };
  }
  const outcome = await deps.change((step) => codeTaken(step, given, client));
  if (outcome.ok) await throttle.forget(codeKey(user.id));
  return outcome;
}

/** A code is used up also when the challenge is over by then. */
async function codeTaken(
  step: Step,
  given: { readonly userId: string; readonly code: string; readonly challenge: string },
  client: Client,
): Promise<CodeOutcome> {
  const user = await held(step.db, given.userId);
  if (!user || user.disabled_at !== null || !hasTwoFactor(user)) return { ok: false, reason: 'over' };
  const isCode = await takeCode(step, user, given.code);
  const isRecovery = !isCode && (await takeRecoveryCode(step.db, user.id, given.code));
  if (!isCode && !isRecovery) {
    await step.note({ ...refusal('signInFailed', user, client), detail: 'code' });
    return { ok: false, reason: 'wrong' };
  }
  if (isRecovery) {
    const { address } = client;
    await step.note({ kind: 'recoveryCodeUsed', actor: partyOf(user), subject: null, address });
  }
  if (!(await closeChallenge(step, given.challenge))) return { ok: false, reason: 'over' };
  return { ok: true, token: await begin(step, user, client) };
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
