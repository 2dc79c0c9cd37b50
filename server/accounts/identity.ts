/** Who is asking, by the session that came along; without one, whoever the sample's door lets somebody be. */
import type { Identify } from '#server/api/identity.ts';
import type { Accounts } from './create-accounts.ts';

export interface AccountIdentityDeps {
  readonly accounts: Pick<Accounts, 'viewerOf'>;
  /** Asked for who is not signed in. */
  readonly personas: Identify;
  /** Of the socket. */
  readonly addressOf: (request: Request) => string | null;
}

export function accountIdentity({ accounts, personas, addressOf }: AccountIdentityDeps): Identify {
  return async (request) => {
    const viewer = await accounts.viewerOf(request, addressOf(request));
    if (!viewer) return personas(request);
    const { id, name, role } = viewer;
    return { ok: true, viewer: { role, personas: null, account: { id, name } } };
  };
}
