import type { Hono } from 'hono';
import {
  endSession,
  enterCode,
  listSessions,
  signIn,
  signOut,
  signOutEverywhere,
} from '#contract/account-endpoints.ts';
import { codeEntrySchema, type SignInStep, signInSchema } from '#contract/accounts.ts';
import { routePath } from '#server/api/route-path.ts';
import { findChallenge } from '../challenges.ts';
import { dropToken, readToken } from '../cookies.ts';
import type { AccountEvent, AccountsDeps } from '../deps.ts';
import { accountProblem, tooManyTries } from '../problem.ts';
import { endOneSession, endSessions, findSession, listSessionsOf, type Signed } from '../sessions.ts';
import { signInByCode, signInByPassword } from '../sign-in.ts';
import { held, partyOf } from '../users.ts';
import { type AccountsEnv, answerEntered, bodyOf, signedIn } from './frame.ts';

export function routeSignIn(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.post(signIn.path, async (c) => {
    const read = await bodyOf(c, signInSchema);
    if (!read.ok) return read.answer;
    const outcome = await signInByPassword(deps, read.body, c.env.client);
    if (outcome.ok) {
      answerEntered(c, deps, outcome.entered);
      return c.json({ next: outcome.entered.next } satisfies SignInStep);
    }
    return outcome.reason === 'throttled'
      ? tooManyTries(c, outcome.retryAfterS)
      : accountProblem(c, 'wrongSignIn');
  });
  app.post(enterCode.path, async (c) => {
    const read = await bodyOf(c, codeEntrySchema);
    if (!read.ok) return read.answer;
    const token = readToken(c, 'loulan-step', c.env.client.isSecure);
    const challenge = token === null ? null : await findChallenge(deps, 'code', token);
    if (token === null || !challenge?.user_id) return accountProblem(c, 'signInAgain');
    const given = { userId: challenge.user_id, code: read.body.code, challenge: token };
    const outcome = await signInByCode(deps, given, c.env.client);
    if (outcome.ok) {
      answerEntered(c, deps, { next: 'done', token: outcome.token });
      return c.json({ next: 'done' } satisfies SignInStep);
    }
    if (outcome.reason === 'throttled') return tooManyTries(c, outcome.retryAfterS);
    return accountProblem(c, outcome.reason === 'over' ? 'signInAgain' : 'wrongCode');
  });
  routeSignOut(app, deps);
}

function routeSignOut(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.delete(signOut.path, async (c) => {
    const { isSecure, address, session } = c.env.client;
    const signed = session === null ? null : await findSession(deps, session);
    if (signed) await endByOwner(deps, signed, signed.sessionId, { kind: 'signedOut', address });
    dropToken(c, 'loulan', isSecure);
    dropToken(c, 'loulan-step', isSecure);
    return c.body(null, 204);
  });
  app.get(listSessions.path, signedIn(deps), async (c) =>
    c.json({ sessions: await listSessionsOf(deps, c.var.signed) }),
  );
  app.delete(signOutEverywhere.path, signedIn(deps), async (c) => {
    const { user } = c.var.signed;
    const { isSecure, address } = c.env.client;
    await deps.change(async ({ db, note }) => {
      await held(db, user.id);
      await endSessions(db, user.id, null);
      await note({ kind: 'signedOutEverywhere', actor: partyOf(user), subject: null, address });
    });
    dropToken(c, 'loulan', isSecure);
    return c.body(null, 204);
  });
  app.delete(routePath(endSession), signedIn(deps), async (c) => {
    const { address } = c.env.client;
    const event = { kind: 'sessionEnded', address } as const;
    const isOver = await endByOwner(deps, c.var.signed, c.req.param('id') ?? '', event);
    return isOver ? c.body(null, 204) : accountProblem(c, 'noSuchSession');
  });
}

/** Whether there was such a session of the account. */
function endByOwner(
  { change }: AccountsDeps,
  { user }: Signed,
  sessionId: string,
  event: Pick<AccountEvent, 'kind' | 'address'>,
): Promise<boolean> {
  return change(async ({ db, note }) => {
    const isOver = await endOneSession(db, user.id, sessionId);
    if (isOver) await note({ ...event, actor: partyOf(user), subject: null });
    return isOver;
  });
}
