/** The authorization code flow with PKCE, a nonce and an ID token that is proved. Its wire is better-auth's. */
import { createAuthorizationURL, validateAuthorizationCode, validateToken } from 'better-auth/oauth2';
import * as z from 'zod/mini';
import type { OidcSettings } from './deps.ts';

const waitMs = 10_000;

const claimsSchema = z.looseObject({
  sub: z.string().check(z.minLength(1), z.maxLength(255)),
  email: z.optional(z.string()),
  email_verified: z.optional(z.union([z.boolean(), z.string()])),
  name: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  nonce: z.optional(z.string()),
});
export type Claims = z.infer<typeof claimsSchema>;

/** What one sign-in must find again when the browser comes back. */
export interface Flow {
  readonly verifier: string;
  readonly nonce: string;
}

export function authorizationUrl(oidc: OidcSettings, { verifier, nonce }: Flow, state: string): Promise<URL> {
  return createAuthorizationURL({
    id: 'oidc',
    options: { clientId: oidc.clientId },
    authorizationEndpoint: oidc.authorizationUrl,
    redirectURI: oidc.redirectUri,
    state,
    codeVerifier: verifier,
    nonce,
    scopes: [...oidc.scopes],
  });
}

/**
 * Who signed in there.
 * @throws when the service is out of reach, refuses the code, or its answer cannot be believed
 */
export function claimsBehind(oidc: OidcSettings, code: string, flow: Flow): Promise<Claims> {
  return within(waitMs, exchange(oidc, code, flow));
}

async function exchange(oidc: OidcSettings, code: string, { verifier, nonce }: Flow): Promise<Claims> {
  const tokens = await validateAuthorizationCode({
    code,
    codeVerifier: verifier,
    redirectURI: oidc.redirectUri,
    tokenEndpoint: oidc.tokenUrl,
    options: { clientId: oidc.clientId, clientSecret: oidc.clientSecret ?? undefined },
    tokenEndpointAuth: { method: oidc.clientSecret === null ? 'none' : 'client_secret_post' },
  });
  const proved = oidc.jwksUrl === null ? null : await provedClaims(oidc, oidc.jwksUrl, tokens.idToken);
  if (proved && proved.nonce !== nonce) throw new Error('the ID token is not for this sign-in');
  const told = oidc.userInfoUrl === null ? null : await userInfo(oidc.userInfoUrl, tokens.accessToken);
  if (proved && told && proved.sub !== told.sub) throw new Error('two answers about two people');
  const claims = told && proved ? { ...told, ...proved } : (proved ?? told);
  if (!claims) throw new Error('nothing says who signed in');
  return claims;
}

/** Signature, issuer, audience and time are checked; algorithms without a public key are refused. */
async function provedClaims(
  { issuer, clientId }: OidcSettings,
  jwksUrl: string,
  token: string | undefined,
): Promise<Claims> {
  if (token === undefined) throw new Error('no ID token');
  const { payload } = await validateToken(token, jwksUrl, {
    issuer,
    audience: clientId,
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'],
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: 30,
  });
  return claimsSchema.parse(payload);
}

async function userInfo(url: string, accessToken: string | undefined): Promise<Claims> {
  if (accessToken === undefined) throw new Error('no access token');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(waitMs),
  });
  if (!response.ok) throw new Error(`userinfo: ${response.status}`);
  return claimsSchema.parse(await response.json());
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the sign-in service takes too long')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
