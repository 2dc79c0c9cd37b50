import type { Hono } from 'hono';
import { finishOidc, startOidc } from '#contract/account-endpoints.ts';
import { wantedPathFrom } from '#contract/wanted-path.ts';
import { closeChallenge, findChallenge, openChallenge } from '../challenges.ts';
import { networkOf } from '../client-address.ts';
import { dropToken, readToken, writeToken } from '../cookies.ts';
import type { AccountsDeps, OidcSettings } from '../deps.ts';
import { authorizationUrl, claimsBehind, type Flow } from '../oidc.ts';
import { userBehind } from '../oidc-user.ts';
import { accountProblem, tooManyTries } from '../problem.ts';
import { enter } from '../sign-in.ts';
import { hashOf, newToken } from '../token.ts';
import { type AccountContext, type AccountsEnv, answerEntered } from './frame.ts';

export function routeOidc(app: Hono<AccountsEnv>, deps: AccountsDeps, oidc: OidcSettings | null): void {
  app.get(startOidc.path, async (c) => {
    if (!oidc) return accountProblem(c, 'noOidc');
    const { address, isSecure } = c.env.client;
    const allowance = { key: `oidc:${networkOf(address)}`, most: deps.limits.startsPerAddress };
    const taken = await deps.throttle.take(allowance);
    if (!taken.ok) return tooManyTries(c, taken.retryAfterS);
    const to = wantedPathFrom(c.req.query('to'));
    const flow: Begun = { verifier: newToken(), nonce: newToken(), to };
    const token = await openChallenge(deps, 'oidc', null, JSON.stringify(flow));
    writeToken(c, 'loulan-oidc', token, isSecure, deps.limits.challengeMs);
    return c.redirect((await authorizationUrl(oidc, flow, hashOf(token))).href);
  });
  app.get(finishOidc.path, async (c) => {
    if (!oidc) return accountProblem(c, 'noOidc');
    const { address, isSecure } = c.env.client;
    const token = readToken(c, 'loulan-oidc', isSecure);
    if (token !== null) dropToken(c, 'loulan-oidc', isSecure);
    const failed = async (detail: string, to = '') => {
      await deps.change(({ note }) =>
        note({ kind: 'signInFailed', actor: null, subject: null, detail, address }),
      );
      return c.redirect(`/sign-in?failed${onTheWay(to)}`);
    };
    const flow = await flowBehind(c, deps, token);
    if (!flow) return failed('service: not begun in this browser');
    const claims = await claimsBehind(oidc, c.req.query('code') ?? '', flow).catch((error: unknown) => {
      deps.onError(error);
      return null;
    });
    if (!claims) return failed('service: not believed', flow.to);
    const user = await userBehind(deps, oidc, claims, address);
    if (!user) return failed('service: disabled', flow.to);
    const entered = await enter(deps, user, c.env.client);
    answerEntered(c, deps, entered);
    return c.redirect(entered.next === 'code' ? `/sign-in?step=code${onTheWay(flow.to)}` : `/${flow.to}`);
  });
}

/** With where they wanted to go when they began, '' for nowhere in particular. */
interface Begun extends Flow {
  readonly to: string;
}

function onTheWay(to: string): string {
  return to === '' ? '' : `&to=${to}`;
}

/** Only for the browser that began, once, and with a code. */
async function flowBehind(
  c: AccountContext,
  deps: AccountsDeps,
  token: string | null,
): Promise<Begun | null> {
  if (token === null || hashOf(token) !== c.req.query('state')) return null;
  const challenge = await findChallenge(deps, 'oidc', token);
  if (!challenge || !(await closeChallenge(deps, token))) return null;
  return c.req.query('code') ? (JSON.parse(challenge.payload) as Begun) : null;
}
