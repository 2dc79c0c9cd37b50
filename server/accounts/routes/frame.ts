/** What every route of accounts works with: who asks, from where, and with what body. */
import type { Context, MiddlewareHandler } from 'hono';
import type * as z from 'zod/mini';
import { dropToken, readToken, writeToken } from '../cookies.ts';
import type { AccountsDeps, Client } from '../deps.ts';
import { accountProblem } from '../problem.ts';
import { findSession, type Signed } from '../sessions.ts';
import type { Entered } from '../sign-in.ts';

export interface AccountsEnv {
  Bindings: { readonly client: Client };
  Variables: { signed: Signed };
}

export type Handler = MiddlewareHandler<AccountsEnv>;
export type AccountContext = Context<AccountsEnv>;

const mostIssues = 5;

/** A body that fits the schema, or the answer that says what does not. Values are never repeated: they are secrets. */
export async function bodyOf<S extends z.ZodMiniType>(
  c: Context,
  schema: S,
): Promise<
  { readonly ok: true; readonly body: z.output<S> } | { readonly ok: false; readonly answer: Response }
> {
  const parsed = schema.safeParse(parsedJson(await c.req.text()));
  if (parsed.success) return { ok: true, body: parsed.data };
  const issues = parsed.error.issues.slice(0, mostIssues);
  const told = issues.map(({ path, code }) => `${path.join('.').slice(0, 60) || 'body'}: ${code}`);
  return { ok: false, answer: accountProblem(c, 'badBody', told.join('; ')) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only for who is signed in. */
export function signedIn(deps: AccountsDeps): Handler {
  return async (c, next) => {
    const { session: token } = c.env.client;
    const signed = token === null ? null : await findSession(deps, token);
    if (!signed) return accountProblem(c, 'signInFirst');
    c.set('signed', signed);
    return next();
  };
}

/** Only for administrators; after `signedIn`. */
export function administrating(): Handler {
  return async (c, next) => (c.var.signed.user.role === 'admin' ? next() : accountProblem(c, 'notForRole'));
}

/** The cookies of a step, and what it says. */
export function answerEntered(
  c: AccountContext,
  { limits }: Pick<AccountsDeps, 'limits'>,
  entered: Entered,
): void {
  const { isSecure, session } = c.env.client;
  if (session !== null) dropToken(c, 'loulan', isSecure);
  if (entered.next === 'code') {
    writeToken(c, 'loulan-step', entered.challenge, isSecure, limits.challengeMs);
    return;
  }
  if (readToken(c, 'loulan-step', isSecure) !== null) dropToken(c, 'loulan-step', isSecure);
  writeToken(c, 'loulan', entered.token, isSecure, limits.sessionMs);
}
