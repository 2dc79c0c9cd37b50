/** Settings of an organisation's own sign-in service (OpenID Connect). Nothing is fetched to read them. */

import { type Role, roles } from '#domain/visibility.ts';
import type { OidcService } from '../accounts/deps.ts';

type Given = (name: string) => string | null;

/** null without LOULAN_OIDC_CLIENT_ID; what is wrong is appended to `problems`. A secret is never repeated. */
export function oidcFrom(given: Given, origin: string | null, problems: string[]): OidcService | null {
  const url = (name: string) => {
    const text = given(name);
    if (text !== null && !/^https?:\/\/[^\s]+$/.test(text)) {
      problems.push(`invalid ${name}: ${text} (allowed: http(s)://…)`);
    }
    return text;
  };
  const clientId = given('LOULAN_OIDC_CLIENT_ID');
  const clientSecret = given('LOULAN_OIDC_CLIENT_SECRET');
  const issuer = url('LOULAN_OIDC_ISSUER');
  const authorizationUrl = url('LOULAN_OIDC_AUTHORIZATION_URL');
  const tokenUrl = url('LOULAN_OIDC_TOKEN_URL');
  const jwksUrl = url('LOULAN_OIDC_JWKS_URL');
  const userInfoUrl = url('LOULAN_OIDC_USERINFO_URL');
  const name = given('LOULAN_OIDC_NAME');
  const scopes = (given('LOULAN_OIDC_SCOPES') ?? 'openid profile email').split(/[\s,]+/);
  const roleClaim = given('LOULAN_OIDC_ROLE_CLAIM');
  const roleOf = rolesFrom(given('LOULAN_OIDC_ROLES') ?? '', problems);
  if (clientId === null) return null;
  const needed = {
    LOULAN_OIDC_ISSUER: issuer,
    LOULAN_OIDC_AUTHORIZATION_URL: authorizationUrl,
    LOULAN_OIDC_TOKEN_URL: tokenUrl,
    'LOULAN_OIDC_JWKS_URL or _USERINFO_URL': jwksUrl ?? userInfoUrl,
    LOULAN_ORIGIN: origin,
  };
  for (const [setting, value] of Object.entries(needed)) {
    if (value === null) problems.push(`missing ${setting}: LOULAN_OIDC_CLIENT_ID wants it`);
  }
  return {
    name: name ?? (issuer !== null && URL.canParse(issuer) ? new URL(issuer).host : 'OIDC'),
    issuer: issuer ?? '',
    clientId,
    clientSecret,
    authorizationUrl: authorizationUrl ?? '',
    tokenUrl: tokenUrl ?? '',
    jwksUrl,
    userInfoUrl,
    scopes,
    roleClaim,
    roleOf,
  };
}

/** `clerk=staff,head=manager` */
function rolesFrom(text: string, problems: string[]): ReadonlyMap<string, Role> {
  const pairs = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.split('=')]));
  const found = new Map<string, Role>();
  for (const [value = '', wished = ''] of pairs) {
    const role = roles.find((known) => known === wished.trim());
    if (role && value.trim() !== '') found.set(value.trim(), role);
    else
      problems.push(`invalid LOULAN_OIDC_ROLES: ${value}=${wished} (allowed: value=${roles.join('|')}, …)`);
  }
  return found;
}
