/** Who is asking, by the session that came along; without one, whoever the sample's door lets somebody be. */
import type { Identify } from '#server/api/identity.ts';
import type { Accounts } from './create-accounts.ts';

export interface AccountIdentityDeps {
  readonly accounts: Pick<Accounts, 'viewerOf'>;
  /** Asked for who is not signed in. */
  readonly personas: Identify;
  /** Of the socket. */
  readonly addressOf: (request: Request) => string | null;
  /** Whether asking keeps a session from idling out. */
  readonly isSignOfLife: boolean;
}

export function accountIdentity(deps: AccountIdentityDeps): Identify {
  const { accounts, personas, addressOf, isSignOfLife } = deps;
  return async (request) => {
    const viewer = await accounts.viewerOf(request, addressOf(request), isSignOfLife);
    if (!viewer) return personas(request);
    const { id, name, role } = viewer;
    return { ok: true, viewer: { role, personas: null, account: { id, name } } };
  };
}
