import { expect, test } from 'vitest';
import {
  aMember,
  anAdmin,
  aSignInSite,
  type Browser,
  goodPassword,
  idOf,
  type SignInSite,
} from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';
import { codeOf, stepAt } from './totp.ts';

const own = '/api/v1/account';
const enter = (browser: Browser, code: string) => browser.send('POST', `${own}/session/code`, { code });

interface Prepared {
  readonly admin: Browser;
  readonly wang: Browser;
  readonly secret: string;
  readonly recovery: readonly string[];
  readonly code: (ahead?: number) => string;
  /** A browser that has given the password. */
  readonly half: () => Promise<Browser>;
}

async function prepared(site: SignInSite): Promise<Prepared> {
  const admin = await anAdmin(site);
  const wang = await aMember(site, admin);
  const begun = await wang.send('POST', `${own}/two-factor`, { password: goodPassword });
  const secret = String(begun.body['secret']);
  const code = (ahead = 0) => codeOf(secret, stepAt(site.now()) + ahead);
  const confirmed = await wang.send('POST', `${own}/two-factor/confirm`, { code: code() });
  site.advance(120_000);
  const half = async () => {
    const browser = site.browser();
    const { body } = await browser.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
    expect(body).toEqual({ next: 'code' });
    return browser;
  };
  return { admin, wang, secret, code, half, recovery: confirmed.body['recoveryCodes'] as string[] };
}

overEachDatabase((db) => {
  test('setting up wants the password, and counts only once a code confirms it', async () => {
    const site = aSignInSite(db());
    const wang = await aMember(site, await anAdmin(site));
    const begin = (password: string) => wang.send('POST', `${own}/two-factor`, { password });
    expect((await begin('not the password')).kind).toBe('wrongPassword');
    const { body } = await begin(goodPassword);
    expect(body['secret']).toMatch(/^[A-Z2-7]{32}$/);
    expect(body['uri']).toContain(`secret=${body['secret']}`);
    expect((await wang.send('POST', `${own}/two-factor/confirm`, { code: '000000' })).kind).toBe(
      'codeNotMatching',
    );
    const phone = site.browser();
    const signedIn = await phone.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
    expect(signedIn.body).toEqual({ next: 'done' });
  });

  test('the password alone opens nothing any more', async () => {
    const site = aSignInSite(db());
    const { half, code } = await prepared(site);
    const browser = await half();
    expect(await browser.role()).toBe('public');
    expect((await browser.send('GET', own)).status).toBe(401);
    expect((await enter(browser, code())).body).toEqual({ next: 'done' });
    expect(await browser.role()).toBe('staff');
    expect([...browser.cookies.keys()]).toEqual(['loulan']);
  });

  test.each([-1, 0, 1])('a clock that is %i steps off is let in', async (ahead) => {
    const site = aSignInSite(db());
    const { half, code } = await prepared(site);
    expect((await enter(await half(), code(ahead))).status).toBe(200);
  });

  test.each([-2, 2])('a clock that is %i steps off is not', async (ahead) => {
    const site = aSignInSite(db());
    const { half, code } = await prepared(site);
    expect((await enter(await half(), code(ahead))).kind).toBe('wrongCode');
  });

  test('a code is good once, also for two who send it at the same moment', async () => {
    const site = aSignInSite(db());
    const { half, code } = await prepared(site);
    const browsers = [await half(), await half(), await half()];
    const answers = await Promise.all(browsers.map((browser) => enter(browser, code())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await enter(await half(), code())).kind).toBe('wrongCode');
    expect((await enter(await half(), code(-1))).kind).toBe('wrongCode');
  });

  test('the code that confirmed the set-up does not sign in as well', async () => {
    const site = aSignInSite(db());
    const wang = await aMember(site, await anAdmin(site));
    const begun = await wang.send('POST', `${own}/two-factor`, { password: goodPassword });
    const code = codeOf(String(begun.body['secret']), stepAt(site.now()));
    expect((await wang.send('POST', `${own}/two-factor/confirm`, { code })).status).toBe(200);
    const browser = site.browser();
    await browser.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
    expect((await enter(browser, code)).kind).toBe('wrongCode');
  });

  test('codes cannot be guessed, not even by signing in anew for each guess', async () => {
    const site = aSignInSite(db(), { limits: { triesPerLogin: 100 } });
    const { half, code } = await prepared(site);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await enter(await half(), `00000${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await enter(await half(), code())).status).toBe(429);
  });

  test('the first step waits ten minutes, and ends when the account is disabled', async () => {
    const site = aSignInSite(db());
    const { admin, half, code } = await prepared(site);
    const slow = await half();
    site.advance(600_000);
    expect((await enter(slow, code())).kind).toBe('signInAgain');
    expect((await enter(site.browser(), code())).kind).toBe('signInAgain');
    const browser = await half();
    await admin.send('PATCH', `/api/v1/accounts/${await idOf(admin, 'wang')}`, { isDisabled: true });
    expect((await enter(browser, code())).kind).toBe('signInAgain');
  });

  test('each of ten recovery codes opens once', async () => {
    const site = aSignInSite(db());
    const { half, recovery } = await prepared(site);
    expect(new Set(recovery).size).toBe(10);
    const [first = '', second = ''] = recovery;
    expect((await enter(await half(), ` ${first.toUpperCase()} `)).status).toBe(200);
    expect((await enter(await half(), first)).kind).toBe('wrongCode');
    expect((await enter(await half(), second.replaceAll('-', ''))).status).toBe(200);
  });

  test('new recovery codes end the old ones and want the password', async () => {
    const site = aSignInSite(db());
    const { wang, half, recovery } = await prepared(site);
    const renew = (password: string) => wang.send('POST', `${own}/recovery-codes`, { password });
    expect((await renew('not the password')).kind).toBe('wrongPassword');
    const fresh = (await renew(goodPassword)).body['recoveryCodes'] as string[];
    expect((await enter(await half(), recovery[0] ?? '')).kind).toBe('wrongCode');
    expect((await enter(await half(), fresh[0] ?? '')).status).toBe(200);
  });

  test('it is turned off with the password, or by an administrator when the device is lost', async () => {
    const site = aSignInSite(db());
    const { admin, wang } = await prepared(site);
    const off = (password: string) => wang.send('POST', `${own}/two-factor/remove`, { password });
    expect((await off('not the password')).kind).toBe('wrongPassword');
    expect((await wang.send('POST', `${own}/two-factor`, { password: goodPassword })).kind).toBe(
      'twoFactorOn',
    );
    const id = await idOf(admin, 'wang');
    const changed = await admin.send('PATCH', `/api/v1/accounts/${id}`, { hasTwoFactor: false });
    expect(changed.body).toMatchObject({ hasTwoFactor: false });
    expect((await off(goodPassword)).kind).toBe('twoFactorOff');
    const browser = site.browser();
    const { body } = await browser.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
    expect(body).toEqual({ next: 'done' });
  });

  test("under the operator's key the database alone gives no codes", async () => {
    const environment = { LOULAN_SECRET: 'a key of the operator that is long' };
    const site = aSignInSite(db(), { environment });
    const { half, code, secret } = await prepared(site);
    const rows = await db()
      .selectFrom('account_users' as never)
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect((await enter(await half(), code())).status).toBe(200);
  });
});
