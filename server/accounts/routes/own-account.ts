import type { Hono } from 'hono';
import {
  beginTwoFactor,
  changePassword,
  confirmTwoFactor,
  getOwnAccount,
  makeRecoveryCodes,
  removeTwoFactor,
} from '#contract/account-endpoints.ts';
import { codeEntrySchema, passwordChangeSchema, passwordEntrySchema } from '#contract/accounts.ts';
import type { AccountEvent, AccountsDeps } from '../deps.ts';
import { endLinksFor } from '../links.ts';
import { hash, whyNotPassword } from '../password.ts';
import { accountProblem, passwordProblem, tooManyTries } from '../problem.ts';
import { endSessions } from '../sessions.ts';
import { type Confirmed, confirmPassword, countCode, forgetCodes } from '../sign-in.ts';
import {
  beginSetup,
  confirmSetup,
  hasTwoFactor,
  newRecoveryCodes,
  removeSecondFactor,
  takeCode,
} from '../two-factor.ts';
import { accountItem, held, partyOf } from '../users.ts';
import { type AccountContext, type AccountsEnv, bodyOf, signedIn } from './frame.ts';

export function routeOwnAccount(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.get(getOwnAccount.path, signedIn(deps), (c) => c.json(accountItem(c.var.signed.user)));
  app.post(changePassword.path, signedIn(deps), async (c) => {
    const read = await bodyOf(c, passwordChangeSchema);
    if (!read.ok) return read.answer;
    const { user, sessionId } = c.var.signed;
    const confirmed = await confirmPassword(deps, user, read.body.current);
    if (!confirmed.ok) return notConfirmed(c, confirmed);
    const why = whyNotPassword(read.body.password, [user.login, user.name], deps.limits.passwordLength);
    if (why) return passwordProblem(c, why, deps.limits);
    const password_hash = await hash(read.body.password);
    const isChanged = await deps.change(async (step) => {
      const { db } = step;
      // Of two who know the old one at the same moment one sets the new one.
      if ((await held(db, user.id))?.password_hash !== user.password_hash) return false;
      await db.updateTable('account_users').set({ password_hash }).where('id', '=', user.id).execute();
      await endSessions(db, user.id, sessionId);
      await endLinksFor(db, user.id);
      await step.note(byOwner(c, 'passwordChanged'));
      return true;
    });
    return isChanged ? c.body(null, 204) : accountProblem(c, 'wrongPassword');
  });
  routeTwoFactor(app, deps);
}

function routeTwoFactor(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.post(beginTwoFactor.path, signedIn(deps), async (c) => {
    const refused = await refusedWithout(c, deps);
    if (refused) return refused;
    if (hasTwoFactor(c.var.signed.user)) return accountProblem(c, 'twoFactorOn');
    return c.json(await beginSetup(deps, c.var.signed.user));
  });
  app.post(confirmTwoFactor.path, signedIn(deps), async (c) => {
    const read = await bodyOf(c, codeEntrySchema);
    if (!read.ok) return read.answer;
    const { user } = c.var.signed;
    if (hasTwoFactor(user)) return accountProblem(c, 'twoFactorOn');
    if (user.totp_secret === null) return accountProblem(c, 'twoFactorOff');
    const taken = await countCode(deps, user);
    if (!taken.ok) return tooManyTries(c, taken.retryAfterS);
    const recoveryCodes = await deps.change(async (step) => {
      if (!(await takeCode(step, user, read.body.code))) return null;
      await step.note(byOwner(c, 'twoFactorOn'));
      return confirmSetup(step, user);
    });
    if (!recoveryCodes) return accountProblem(c, 'codeNotMatching');
    await forgetCodes(deps, user);
    return c.json({ recoveryCodes });
  });
  app.post(removeTwoFactor.path, signedIn(deps), async (c) => {
    const refused = await refusedWithout(c, deps);
    if (refused) return refused;
    const { user } = c.var.signed;
    if (!hasTwoFactor(user)) return accountProblem(c, 'twoFactorOff');
    await deps.change(async ({ db, note }) => {
      await removeSecondFactor(db, user.id);
      await note(byOwner(c, 'twoFactorOff'));
    });
    return c.body(null, 204);
  });
  app.post(makeRecoveryCodes.path, signedIn(deps), async (c) => {
    const refused = await refusedWithout(c, deps);
    if (refused) return refused;
    const { user } = c.var.signed;
    if (!hasTwoFactor(user)) return accountProblem(c, 'twoFactorOff');
    const recoveryCodes = await deps.change(async ({ db, note }) => {
      await held(db, user.id);
      await note(byOwner(c, 'recoveryCodesMade'));
      return newRecoveryCodes(db, user.id);
    });
    return c.json({ recoveryCodes });
  });
}

/** The answer to who does not know the account's password; null to who does. */
async function refusedWithout(c: AccountContext, deps: AccountsDeps): Promise<Response | null> {
  const read = await bodyOf(c, passwordEntrySchema);
  if (!read.ok) return read.answer;
  const confirmed = await confirmPassword(deps, c.var.signed.user, read.body.password);
  return confirmed.ok ? null : notConfirmed(c, confirmed);
}

function notConfirmed(c: AccountContext, confirmed: Exclude<Confirmed, { ok: true }>): Response {
  if (confirmed.reason === 'throttled') return tooManyTries(c, confirmed.retryAfterS);
  return accountProblem(c, confirmed.reason === 'none' ? 'noPassword' : 'wrongPassword');
}

function byOwner(
  c: AccountContext,
  kind: 'passwordChanged' | 'twoFactorOn' | 'twoFactorOff' | 'recoveryCodesMade',
): AccountEvent {
  return { kind, actor: partyOf(c.var.signed.user), subject: null, address: c.env.client.address };
}
