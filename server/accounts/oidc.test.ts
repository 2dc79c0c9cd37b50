import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Answer,
  aMember,
  anAdmin,
  aSignInSite,
  type Browser,
  goodPassword,
  idOf,
  tokenIn,
} from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';
import { anIdentityProvider, type IdentityProvider } from '../../tests/identity-provider.ts';
import { parseConfig } from '../config.ts';
import { codeOf, stepAt } from './totp.ts';

const origin = 'http://localhost';
const start = '/api/v1/account/oidc';
let provider: IdentityProvider;

beforeAll(async () => {
  provider = await anIdentityProvider(origin);
});
afterAll(() => provider.stop());
beforeEach(() => {
  provider.claims = { sub: 's1', email: 'Wang@heping.example', email_verified: true, name: '王晓梅' };
  provider.lies = {};
  provider.isForged = false;
  provider.asked.length = 0;
});

/** There and back; the address that the browser ends at. */
async function through(browser: Browser, wanted = ''): Promise<Answer & { readonly back: string }> {
  const begun = await browser.send('GET', `${start}${wanted}`);
  const back = await provider.visit(begun.headers.get('location') ?? '');
  return { back, ...(await browser.send('GET', back.slice(origin.length))) };
}

const landed = ({ headers }: Answer) => headers.get('location');

overEachDatabase((db) => {
  const aSite = (more: Record<string, string> = {}) =>
    aSignInSite(db(), { environment: { ...provider.environment, ...more } });

  test('nothing is fetched at start, and the page is told the name of the service', async () => {
    const { body } = await aSite().browser().send('GET', '/api/v1/settings');
    expect(body['signIn']).toEqual({ service: '区统一身份', passwordLength: 10 });
    expect(provider.asked).toEqual([]);
  });

  test('whoever comes from the service is the public until somebody gives a role', async () => {
    const site = aSite();
    const admin = await anAdmin(site);
    const browser = site.browser();
    expect(landed(await through(browser))).toBe('/');
    const me = await browser.send('GET', '/api/v1/me');
    expect(me.body).toMatchObject({ role: 'public', account: { name: '王晓梅' } });
    await admin.send('PATCH', `/api/v1/accounts/${await idOf(admin, 'wang@heping.example')}`, {
      role: 'staff',
    });
    expect(await browser.role()).toBe('staff');
    expect(landed(await through(site.browser()))).toBe('/');
    const { body } = await admin.send('GET', '/api/v1/accounts');
    expect(body['accounts']).toHaveLength(2);
    expect(site.errors).toEqual([]);
  });

  test('an invitation to the e-mail gives its role, and is used up', async () => {
    const site = aSite();
    const admin = await anAdmin(site);
    const wished = { name: '王主任', login: 'wang@heping.example', role: 'manager' };
    const invited = await admin.send('POST', '/api/v1/accounts/invitations', wished);
    const browser = site.browser();
    await through(browser);
    expect(await browser.role()).toBe('manager');
    const look = { token: tokenIn(invited.body['path']) };
    expect((await admin.send('POST', '/api/v1/account/link', look)).kind).toBe('noSuchLink');
  });

  test('a verified e-mail links to its account; one that nobody vouches for does not', async () => {
    const site = aSite();
    const admin = await anAdmin(site);
    await aMember(site, admin, { login: 'wang@heping.example', role: 'manager' });
    provider.claims = { ...provider.claims, sub: 's2', email_verified: false };
    const stranger = site.browser();
    expect(landed(await through(stranger))).toBe('/');
    expect(await stranger.role()).toBe('public');
    provider.claims = { ...provider.claims, sub: 's1', email_verified: true };
    const wang = site.browser();
    await through(wang);
    expect(await wang.role()).toBe('manager');
  });

  test('a second factor is asked for here too', async () => {
    const site = aSite();
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin, { login: 'wang@heping.example' });
    const begun = await wang.send('POST', '/api/v1/account/two-factor', { password: goodPassword });
    const code = () => codeOf(String(begun.body['secret']), stepAt(site.now()));
    await wang.send('POST', '/api/v1/account/two-factor/confirm', { code: code() });
    const browser = site.browser();
    expect(landed(await through(browser))).toBe('/sign-in?step=code');
    expect(landed(await through(browser, '?to=data'))).toBe('/sign-in?step=code&to=data');
    expect(await browser.role()).toBe('public');
    site.advance(60_000);
    await browser.send('POST', '/api/v1/account/session/code', { code: code() });
    expect(await browser.role()).toBe('staff');
  });

  test('whoever was on the way to a page of this site lands there, and nowhere else', async () => {
    const site = aSite();
    await anAdmin(site);
    expect(landed(await through(site.browser(), '?to=data/import'))).toBe('/data/import');
    for (const to of ['//elsewhere.example', 'https://elsewhere.example', '/%09/elsewhere.example', '%5Cx']) {
      expect(landed(await through(site.browser(), `?to=${to}`)), to).toBe('/');
    }
    provider.isForged = true;
    expect(landed(await through(site.browser(), '?to=data'))).toBe('/sign-in?failed&to=data');
  });

  test('groups of a claim give roles, and take them away', async () => {
    const roles = 'clerks=staff, heads=manager, it=admin';
    const site = aSite({ LOULAN_OIDC_ROLE_CLAIM: 'realm.groups', LOULAN_OIDC_ROLES: roles });
    await anAdmin(site);
    const roleWith = async (groups: unknown) => {
      provider.claims = { ...provider.claims, realm: { groups } };
      const browser = site.browser();
      await through(browser);
      return browser.role();
    };
    expect(await roleWith(['clerks', 'heads', 'elsewhere'])).toBe('manager');
    expect(await roleWith('it')).toBe('admin');
    for (const odd of [[], ['admin'], { it: true }, null, 7, '__proto__'])
      expect(await roleWith(odd)).toBe('public');
  });

  test('somebody who is disabled here does not come in from there', async () => {
    const site = aSite();
    const admin = await anAdmin(site);
    const browser = site.browser();
    await through(browser);
    const id = await idOf(admin, 'wang@heping.example');
    await admin.send('PATCH', `/api/v1/accounts/${id}`, { isDisabled: true });
    expect(await browser.role()).toBe('public');
    expect(landed(await through(browser))).toBe('/sign-in?failed');
  });

  test("the first to come from the service does not take the first administrator's place", async () => {
    const site = aSite();
    const link = await site.accounts.firstAdminLink();
    await through(site.browser());
    expect(await site.accounts.hasAccounts()).toBe(true);
    const chosen = { token: tokenIn(link), password: goodPassword, name: '管理员', login: 'root' };
    const browser = site.browser();
    await browser.send('POST', '/api/v1/account/link/redeem', chosen);
    expect(await browser.role()).toBe('admin');
  });

  test.each<[string, Record<string, unknown>, boolean?]>([
    ['of another sign-in', { nonce: 'other' }],
    ['without a nonce', { nonce: undefined }],
    ['for another client', { aud: 'other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is over', { exp: 1_000 }],
    ['that names nobody', { sub: '' }],
    ['signed by a stranger', {}, true],
  ])('an ID token %s is not believed', async (_, lies, isForged = false) => {
    const site = aSite();
    Object.assign(provider, { lies, isForged });
    const browser = site.browser();
    expect(landed(await through(browser))).toBe('/sign-in?failed');
    expect((await browser.send('GET', '/api/v1/account')).status).toBe(401);
    expect(site.errors).toHaveLength(1);
  });

  test('an answer is for the browser that began, once', async () => {
    const site = aSite();
    const browser = site.browser();
    const begun = await browser.send('GET', start);
    const back = (await provider.visit(begun.headers.get('location') ?? '')).slice(origin.length);
    const other = site.browser();
    await other.send('GET', start);
    expect(landed(await other.send('GET', back))).toBe('/sign-in?failed');
    const cookies = new Map(browser.cookies);
    expect(landed(await browser.send('GET', back))).toBe('/');
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(landed(await browser.send('GET', back))).toBe('/sign-in?failed');
    for (const odd of [
      '',
      '?code=1',
      '?state=1',
      `?state=${'x'.repeat(5_000)}&code=%00`,
      '?error=access_denied',
    ]) {
      expect(landed(await site.browser().send('GET', `${start}/callback${odd}`)), odd).toBe(
        '/sign-in?failed',
      );
    }
  });

  test('a service without published keys is asked who somebody is', async () => {
    const environment = { LOULAN_OIDC_JWKS_URL: '', LOULAN_OIDC_USERINFO_URL: `${provider.url}/userinfo` };
    const site = aSite(environment);
    provider.isForged = true;
    const browser = site.browser();
    expect(landed(await through(browser))).toBe('/');
    expect((await browser.send('GET', '/api/v1/me')).body).toMatchObject({ account: { name: '王晓梅' } });
  });

  test('a service that is away is a failed sign-in, not an error of the server', async () => {
    const site = aSite({ LOULAN_OIDC_TOKEN_URL: 'http://127.0.0.1:9/token' });
    expect(landed(await through(site.browser()))).toBe('/sign-in?failed');
  });
});

test('without a service its endpoints say so', async () => {
  const parsed = parseConfig({}, '/app');
  expect(parsed.ok && parsed.config.accounts.oidc).toBeNull();
});

test('half a configuration is refused, and every missing part named', () => {
  const parsed = parseConfig({ LOULAN_OIDC_CLIENT_ID: 'x', LOULAN_OIDC_ROLES: 'a=emperor' }, '/app');
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    'invalid LOULAN_OIDC_ROLES: a=emperor (allowed: value=public|staff|manager|admin, …)',
    'missing LOULAN_OIDC_ISSUER: LOULAN_OIDC_CLIENT_ID wants it',
    'missing LOULAN_OIDC_AUTHORIZATION_URL: LOULAN_OIDC_CLIENT_ID wants it',
    'missing LOULAN_OIDC_TOKEN_URL: LOULAN_OIDC_CLIENT_ID wants it',
    'missing LOULAN_OIDC_JWKS_URL or _USERINFO_URL: LOULAN_OIDC_CLIENT_ID wants it',
    'missing LOULAN_ORIGIN: LOULAN_OIDC_CLIENT_ID wants it',
  ]);
});
