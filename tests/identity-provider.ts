/** A sign-in service on this machine that speaks OpenID Connect, and lies when a test wants it to. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Readonly<Record<string, unknown>>;

export interface IdentityProvider {
  readonly url: string;
  /** Settings of a server that uses it. */
  readonly environment: Record<string, string>;
  /** Who signs in next. */
  claims: Claims;
  /** What the next ID token says instead of the truth. */
  lies: Claims;
  /** Whether the next ID token is signed by a key that is not published. */
  isForged: boolean;
  /** The browser at the service: it signs in, and is sent back to this address. */
  readonly visit: (authorizationUrl: string) => Promise<string>;
  readonly asked: string[];
  readonly stop: () => Promise<void>;
}

const clientId = 'loulan';
const clientSecret = 'a secret of the client';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: Claims, key: KeyObject): string {
  const head = `${encoded({ alg: 'RS256', kid: 'k1' })}.${encoded(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key, 'base64url')}`;
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

interface Keys {
  readonly own: KeyObject;
  /** Published nowhere. */
  readonly stranger: KeyObject;
}

/** The tokens for a code that was given to this very client; null for anybody else. */
function tokensFor(
  { url, claims, lies, isForged }: IdentityProvider,
  keys: Keys,
  asked: URLSearchParams | undefined,
  form: URLSearchParams,
): object | null {
  const verifier = form.get('code_verifier') ?? '';
  const isRight =
    asked?.get('code_challenge') === createHash('sha256').update(verifier).digest('base64url') &&
    asked.get('redirect_uri') === form.get('redirect_uri') &&
    form.get('client_secret') === clientSecret;
  if (!isRight) return null;
  const now = Math.floor(Date.now() / 1_000);
  const truth = { iss: url, aud: clientId, iat: now, exp: now + 300, nonce: asked.get('nonce') };
  const idToken = signed({ ...truth, ...claims, ...lies }, isForged ? keys.stranger : keys.own);
  return { access_token: 'a1', token_type: 'Bearer', expires_in: 300, id_token: idToken };
}

function settingsFor(url: string, origin: string): Record<string, string> {
  return {
    LOULAN_ORIGIN: origin,
    LOULAN_OIDC_NAME: '区统一身份',
    LOULAN_OIDC_ISSUER: url,
    LOULAN_OIDC_CLIENT_ID: clientId,
    LOULAN_OIDC_CLIENT_SECRET: clientSecret,
    LOULAN_OIDC_AUTHORIZATION_URL: `${url}/authorize`,
    LOULAN_OIDC_TOKEN_URL: `${url}/token`,
    LOULAN_OIDC_JWKS_URL: `${url}/jwks`,
  };
}

/** @param origin of the server that uses it */
export async function anIdentityProvider(origin: string): Promise<IdentityProvider> {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  const keys = { own: pair.privateKey, stranger };
  const published = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, URLSearchParams>();
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', provider.url);
    provider.asked.push(pathname);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/jwks') answer(200, { keys: [published] });
    else if (pathname === '/authorize') {
      const code = randomUUID();
      codes.set(code, searchParams);
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString();
      response.writeHead(302, { location: back.href }).end();
    } else if (pathname === '/token') {
      const form = await formOf(request);
      const asked = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const tokens = tokensFor(provider, keys, asked, form);
      answer(tokens ? 200 : 400, tokens ?? { error: 'invalid_grant' });
    } else if (pathname === '/userinfo' && request.headers.authorization === 'Bearer a1') {
      answer(200, provider.claims);
    } else answer(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: IdentityProvider = {
    url,
    claims: {},
    lies: {},
    isForged: false,
    asked: [],
    environment: settingsFor(url, origin),
    visit: async (authorizationUrl) => {
      const response = await fetch(authorizationUrl, { redirect: 'manual' });
      return response.headers.get('location') ?? '';
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}
