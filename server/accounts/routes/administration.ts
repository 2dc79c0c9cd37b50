import type { Hono } from 'hono';
import { type AccountList, accountPatchSchema, invitationCreationSchema } from '#contract/accounts.ts';
import {
  changeAccount,
  invite,
  listAccounts,
  makeResetLink,
  withdrawInvitation as withdraw,
} from '#contract/administration-endpoints.ts';
import { routePath } from '#server/api/route-path.ts';
import { type Acting, changeUser, inviteUser, makeReset, withdrawInvitation } from '../administration.ts';
import type { AccountsDeps } from '../deps.ts';
import { listInvitations } from '../links.ts';
import { accountProblem } from '../problem.ts';
import { isId } from '../token.ts';
import { listUsers } from '../users.ts';
import { type AccountContext, type AccountsEnv, administrating, bodyOf, signedIn } from './frame.ts';

/** Every route here is an administrator's. */
export function routeAdministration(app: Hono<AccountsEnv>, deps: AccountsDeps): void {
  const admin = [signedIn(deps), administrating()] as const;
  app.get(listAccounts.path, ...admin, async (c) => {
    const accounts = await listUsers(deps.db);
    return c.json({ accounts, invitations: await listInvitations(deps) } satisfies AccountList);
  });
  app.post(invite.path, ...admin, async (c) => {
    const read = await bodyOf(c, invitationCreationSchema);
    if (!read.ok) return read.answer;
    const invited = await inviteUser(deps, read.body, actingIn(c));
    return invited.ok ? c.json(invited.link, 201) : accountProblem(c, invited.reason);
  });
  app.delete(routePath(withdraw), ...admin, async (c) => {
    const isGone = await withdrawInvitation(deps, idIn(c), actingIn(c));
    return isGone ? c.body(null, 204) : accountProblem(c, 'noSuchInvitation');
  });
  app.patch(routePath(changeAccount), ...admin, async (c) => {
    const read = await bodyOf(c, accountPatchSchema);
    if (!read.ok) return read.answer;
    const changed = await changeUser(deps, idIn(c), read.body, actingIn(c));
    return changed.ok ? c.json(changed.account) : accountProblem(c, changed.reason);
  });
  app.post(routePath(makeResetLink), ...admin, async (c) => {
    const link = await makeReset(deps, idIn(c), actingIn(c));
    return link ? c.json(link, 201) : accountProblem(c, 'noSuchAccount');
  });
}

/** What cannot be an id is nobody's; the database need not see it. */
function idIn(c: AccountContext): string {
  const id = c.req.param('id') ?? '';
  return isId(id) ? id : '-';
}

function actingIn(c: AccountContext): Acting {
  return { by: c.var.signed, address: c.env.client.address };
}
