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
import { closeChallenge, findChallenge } from '../challenges.ts';
import { dropToken, readToken } from '../cookies.ts';
import type { AccountsDeps } from '../deps.ts';
import { accountProblem, tooManyTries } from '../problem.ts';
import { endOneSession, endSessions, findSession, listSessionsOf } from '../sessions.ts';
import { signInByCode, signInByPassword } from '../sign-in.ts';
import { partyOf } from '../users.ts';
import { type AccountsEnv, answerEntered, bodyOf, signedIn } from './frame.ts';

export function routeSignIn(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.post(signIn.path, async (c) => {
    const read = await bodyOf(c, signInSchema);
    if (!read.ok) return read.answer;
    const outcome = await signInByPassword(deps, read.body, c.env.client);
    if (outcome.ok) {
      await answerEntered(c, deps, outcome.entered);
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
    const close = () => closeChallenge(deps, token);
    const given = { userId: challenge.user_id, code: read.body.code, close };
    const outcome = await signInByCode(deps, given, c.env.client);
    if (outcome.ok) {
      await answerEntered(c, deps, { next: 'done', token: outcome.token });
      return c.json({ next: 'done' } satisfies SignInStep);
    }
    if (outcome.reason === 'throttled') return tooManyTries(c, outcome.retryAfterS);
    return accountProblem(c, outcome.reason === 'over' ? 'signInAgain' : 'wrongCode');
  });
  routeSignOut(app, deps);
}

function routeSignOut(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  const { db, note } = deps;
  app.delete(signOut.path, async (c) => {
    const { isSecure, address } = c.env.client;
    const token = readToken(c, 'loulan', isSecure);
    const signed = token === null ? null : await findSession(deps, token);
    if (signed) {
      await endOneSession(db, signed.user.id, signed.sessionId);
      await note({ kind: 'signedOut', actor: partyOf(signed.user), subject: null, address });
    }
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
    await endSessions(db, user.id, null);
    await note({ kind: 'signedOutEverywhere', actor: partyOf(user), subject: null, address });
    dropToken(c, 'loulan', isSecure);
    return c.body(null, 204);
  });
  app.delete(routePath(endSession), signedIn(deps), async (c) => {
    const { user } = c.var.signed;
    if (!(await endOneSession(db, user.id, c.req.param('id') ?? ''))) {
      return accountProblem(c, 'noSuchSession');
    }
    const { address } = c.env.client;
    await note({ kind: 'sessionEnded', actor: partyOf(user), subject: null, address });
    return c.body(null, 204);
  });
}
