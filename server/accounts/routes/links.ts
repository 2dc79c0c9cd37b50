import type { Hono } from 'hono';
import { lookAtLink, redeemLink } from '#contract/account-endpoints.ts';
import { type LinkItem, linkLookSchema, linkRedemptionSchema, type SignInStep } from '#contract/accounts.ts';
import type { AccountsDeps } from '../deps.ts';
import { findLink } from '../links.ts';
import { accountProblem, passwordProblem, tooManyTries } from '../problem.ts';
import { type Redeemed, redeem } from '../redeem.ts';
import { addressKey } from '../sign-in.ts';
import { type AccountContext, type AccountsEnv, answerEntered, bodyOf } from './frame.ts';

export function routeLinks(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  app.post(lookAtLink.path, async (c) => {
    const read = await bodyOf(c, linkLookSchema);
    if (!read.ok) return read.answer;
    const throttled = await countGuess(c, deps);
    if (throttled) return throttled;
    const link = await findLink(deps, read.body.token);
    if (!link) return accountProblem(c, 'noSuchLink');
    await deps.throttle.giveBack(addressKey(c.env.client.address));
    const { kind, role, expires_at: expiresAt } = link;
    const isOpen = link.login === '';
    const item = {
      kind,
      role,
      expiresAt,
      name: isOpen ? null : link.name,
      login: isOpen ? null : link.login,
    };
    return c.json(item satisfies LinkItem);
  });
  app.post(redeemLink.path, async (c) => {
    const read = await bodyOf(c, linkRedemptionSchema);
    if (!read.ok) return read.answer;
    const throttled = await countGuess(c, deps);
    if (throttled) return throttled;
    const redeemed = await redeem(deps, read.body, c.env.client);
    if (!redeemed.ok) return refusal(c, deps, redeemed);
    await deps.throttle.giveBack(addressKey(c.env.client.address));
    answerEntered(c, deps, redeemed.entered);
    return c.json({ next: redeemed.entered.next } satisfies SignInStep);
  });
}

async function countGuess(c: AccountContext, { throttle, limits }: AccountsDeps): Promise<Response | null> {
  const taken = await throttle.take({ key: addressKey(c.env.client.address), most: limits.triesPerAddress });
  return taken.ok ? null : tooManyTries(c, taken.retryAfterS);
}

function refusal(
  c: AccountContext,
  { limits }: AccountsDeps,
  redeemed: Exclude<Redeemed, { ok: true }>,
): Response {
  switch (redeemed.reason) {
    case 'password':
      return passwordProblem(c, redeemed.why, limits);
    case 'notYours':
      return accountProblem(c, 'badBody', 'this link is for one name and one login');
    default:
      return accountProblem(c, redeemed.reason);
  }
}
