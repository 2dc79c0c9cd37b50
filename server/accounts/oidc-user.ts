/** From what a sign-in service says of somebody to their account here. */
import { type Role, roles } from '#domain/visibility.ts';
import { changeUser } from './administration.ts';
import type { AccountsDeps, OidcSettings, Step } from './deps.ts';
import { openInvitationFor, spendLink } from './links.ts';
import { loginFrom } from './login.ts';
import type { Claims } from './oidc.ts';
import type { UserRow } from './tables.ts';
import { hashOf } from './token.ts';
import { makeUser, partyOf, userById, userByLogin } from './users.ts';

/**
 * The account of an identity: the one linked to it; else the one of its e-mail, or an open invitation to it,
 * if the service vouches for the e-mail; else a new one. Without a role claim a new one is `public` until an
 * administrator says otherwise. null when the account is disabled.
 */
export async function userBehind(
  deps: AccountsDeps,
  oidc: OidcSettings,
  claims: Claims,
  address: string | null,
): Promise<UserRow | null> {
  const linked =
    (await linkedUser(deps, oidc, claims)) ??
    (await deps.change((step) => newlyLinked(step, oidc, claims, address)));
  if (linked.disabled_at !== null) return null;
  const role = roleFrom(oidc, claims, linked);
  if (role === linked.role) return linked;
  await changeUser(deps, linked.id, { role }, null);
  return userById(deps.db, linked.id);
}

async function linkedUser({ db }: AccountsDeps, { issuer }: OidcSettings, { sub }: Claims) {
  const row = await db
    .selectFrom('account_identities')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', sub)
    .executeTakeFirst();
  return row ? userById(db, row.user_id) : null;
}

async function newlyLinked(
  step: Step,
  oidc: OidcSettings,
  claims: Claims,
  address: string | null,
): Promise<UserRow> {
  const isVouchedFor = claims.email_verified === true || claims.email_verified === 'true';
  const email = isVouchedFor && claims.email?.includes('@') ? loginFrom(claims.email) : null;
  const known = email === null ? null : await userByLogin(step.db, email);
  const user = known ?? (await made(step, oidc, claims, email, address));
  const { numInsertedOrUpdatedRows: linked } = await step.db
    .insertInto('account_identities')
    .values({
      issuer: oidc.issuer,
      subject: claims.sub,
      user_id: user.id,
      created_at: step.now().toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (linked) await step.note({ kind: 'identityLinked', actor: partyOf(user), subject: null, address });
  return user;
}

async function made(
  step: Step,
  oidc: OidcSettings,
  claims: Claims,
  email: string | null,
  address: string | null,
): Promise<UserRow> {
  const { db, now, note } = step;
  const invitation = email === null ? null : await openInvitationFor(step, email);
  const isInvited = invitation !== null && (await spendLink(db, invitation.id, now()));
  // An e-mail that nobody vouches for must not take the place of whoever it belongs to.
  const login = email ?? `oidc-${hashOf(`${oidc.issuer} ${claims.sub}`).slice(0, 16).toLowerCase()}`;
  const name = isInvited ? invitation.name : nameFrom(claims, login);
  const role = isInvited ? invitation.role : 'public';
  const user = await makeUser(db, { login, name, role, passwordHash: null }, now());
  if (user) {
    await note({ kind: 'accountMade', actor: partyOf(user), subject: null, detail: role, address });
    return user;
  }
  const known = await userByLogin(db, login);
  if (!known) throw new Error('invalid account: neither new nor known');
  return known;
}

function nameFrom({ name, preferred_username: username }: Claims, login: string): string {
  const plain = (name ?? username ?? '').replaceAll(/[\p{Cc}\p{Cs}]/gu, '').trim();
  return plain === '' ? login : [...plain].slice(0, 60).join('');
}

/** The highest that the claim gives. Without one, who has no password here falls back to `public`. */
function roleFrom({ roleClaim, roleOf }: OidcSettings, claims: Claims, user: UserRow): Role {
  if (roleClaim === null) return user.role;
  const values = [claimAt(claims, roleClaim)].flat();
  const given = values.flatMap((value) => (typeof value === 'string' ? (roleOf.get(value) ?? []) : []));
  const highest = roles.findLast((role) => given.includes(role));
  return highest ?? (user.password_hash === null ? 'public' : user.role);
}

function claimAt(claims: Claims, path: string): unknown {
  let value: unknown = claims;
  for (const part of Object.hasOwn(claims, path) ? [path] : path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[part];
  }
  return value;
}
