import { expect, test } from 'vitest';
import {
  aMember,
  anAdmin,
  aSignInSite,
  type Browser,
  goodPassword,
  type SignInSite,
  tokenIn,
} from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';

const session = '/api/v1/account/session';
const signIn = (browser: Browser, login: string, password: string, headers = {}) =>
  browser.send('POST', session, { login, password }, headers);

async function withMember(site: SignInSite): Promise<Browser> {
  const admin = await anAdmin(site);
  await aMember(site, admin);
  return admin;
}

overEachDatabase((db) => {
  test('who signs in is who they are at once, and nobody after signing out', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const browser = site.browser();
    expect(await browser.role()).toBe('public');
    expect((await signIn(browser, ' WANG ', goodPassword)).body).toEqual({ next: 'done' });
    const me = await browser.send('GET', '/api/v1/me');
    expect(me.body).toMatchObject({ role: 'staff', personas: null, account: { name: '王晓梅' } });
    const stolen = new Map(browser.cookies);
    expect((await browser.send('DELETE', session)).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect(await browser.role()).toBe('public');
    expect(site.errors).toEqual([]);
  });

  test('the cookie is out of reach of scripts and of other sites', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const { headers } = await signIn(site.browser(), 'wang', goodPassword);
    const [line] = headers.getSetCookie();
    expect(line).toMatch(/^loulan=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('over https the cookie is for this host and https alone, and no other is believed', async () => {
    const environment = { LOULAN_ORIGIN: 'https://loulan.example' };
    const site = aSignInSite(db(), { environment });
    await withMember(site);
    const browser = site.browser();
    const { headers } = await signIn(browser, 'wang', goodPassword);
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-loulan=.*; HttpOnly; Secure; SameSite=Lax$/);
    const token = browser.cookies.get('__Host-loulan') ?? '';
    const other = site.browser();
    other.cookies.set('loulan', token);
    expect(await other.role()).toBe('public');
  });

  test('a proxy is believed on https only when the operator named it', async () => {
    const site = aSignInSite(db(), { environment: { LOULAN_TRUSTED_PROXY: '192.0.2.1' } });
    await withMember(site);
    const https = { 'x-forwarded-proto': 'https' };
    const through = await signIn(site.browser('192.0.2.1'), 'wang', goodPassword, https);
    expect(through.headers.getSetCookie()[0]).toContain('Secure');
    const claimed = await signIn(site.browser('192.0.2.99'), 'wang', goodPassword, https);
    expect(claimed.headers.getSetCookie()[0]).not.toContain('Secure');
  });

  test('a session that a browser came with is not taken over', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const browser = site.browser();
    const planted = 'A'.repeat(43);
    browser.cookies.set('loulan', planted);
    await signIn(browser, 'wang', goodPassword);
    expect(browser.cookies.get('loulan')).not.toBe(planted);
    const first = browser.cookies.get('loulan') ?? '';
    await signIn(browser, 'wang', goodPassword);
    const old = site.browser();
    old.cookies.set('loulan', first);
    expect(await old.role()).toBe('public');
  });

  test('unknown, disabled and wrong are answered alike', async () => {
    const site = aSignInSite(db());
    const admin = await withMember(site);
    await aMember(site, admin, { login: 'gone', name: '离职者' });
    const listed = await admin.send('GET', '/api/v1/accounts');
    const gone = (listed.body['accounts'] as { id: string; login: string }[]).find(
      ({ login }) => login === 'gone',
    );
    await admin.send('PATCH', `/api/v1/accounts/${gone?.id}`, { isDisabled: true });
    const answers = [
      await signIn(site.browser(), 'nobody', goodPassword),
      await signIn(site.browser(), 'gone', goodPassword),
      await signIn(site.browser(), 'wang', 'wrong password'),
      await signIn(site.browser(), 'wang', 'x'.repeat(900)),
      await signIn(site.browser(), "' or 1=1 --\0\r\n", goodPassword),
    ];
    for (const { status, body, kind } of answers) {
      expect({ status, body, kind }).toEqual({ status: 401, kind: 'wrongSignIn', body: answers[0]?.body });
    }
    expect(site.errors).toEqual([]);
  });

  test('eight guesses at once from forged addresses are counted one by one', async () => {
    const site = aSignInSite(db(), { limits: { triesPerLogin: 4 } });
    await withMember(site);
    const guesses = Array.from({ length: 8 }, (_, i) =>
      signIn(site.browser(), 'wang', `wrong guess ${i}`, { 'x-forwarded-for': `203.0.113.${i}` }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
    const right = await signIn(site.browser('198.51.100.1'), 'wang', goodPassword);
    expect(right.status).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
    site.advance(15 * 60_000);
    expect((await signIn(site.browser(), 'wang', goodPassword)).status).toBe(200);
  });

  test('an address that tries one account after the other is stopped, whatever it forwards', async () => {
    const site = aSignInSite(db(), { limits: { triesPerAddress: 3 } });
    await withMember(site);
    const browser = site.browser('203.0.113.5');
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) {
      const headers = { 'x-forwarded-for': `10.0.0.${i}`, forwarded: `for=10.0.0.${i}` };
      statuses.push((await signIn(browser, `name${i}`, goodPassword, headers)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
    expect((await signIn(site.browser('203.0.113.6'), 'wang', goodPassword)).status).toBe(200);
  });

  test('a restart forgets no wrong try, and those who sign in rightly use none up', async () => {
    const limits = { triesPerAddress: 3 };
    const site = aSignInSite(db(), { limits });
    await withMember(site);
    const browser = site.browser('203.0.113.5');
    for (let i = 0; i < 5; i++) expect((await signIn(browser, 'wang', goodPassword)).status).toBe(200);
    for (let i = 0; i < 3; i++) await signIn(browser, `name${i}`, goodPassword);
    const restarted = aSignInSite(db(), { limits });
    expect((await signIn(restarted.browser('203.0.113.5'), 'wang', goodPassword)).status).toBe(429);
  });

  test('a session ends when it idles, and in any case after a month', async () => {
    const site = aSignInSite(db());
    const admin = await withMember(site);
    const day = 24 * 3_600_000;
    site.advance(6 * day);
    expect(await admin.role()).toBe('admin');
    site.advance(8 * day);
    expect(await admin.role()).toBe('public');
    const browser = site.browser();
    await signIn(browser, 'wang', goodPassword);
    for (let i = 0; i < 29; i++) {
      site.advance(day);
      expect(await browser.role()).toBe('staff');
    }
    site.advance(day);
    expect(await browser.role()).toBe('public');
    await site.accounts.sweep();
    expect(
      await db()
        .selectFrom('account_sessions' as never)
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  test('sessions are listed by device, one can be ended, and all', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const desk = site.browser('192.0.2.20');
    const phone = site.browser('192.0.2.21');
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/8.0';
    await signIn(desk, 'wang', goodPassword);
    await signIn(phone, 'wang', goodPassword, { 'user-agent': agent });
    const { body } = await desk.send('GET', '/api/v1/account/sessions');
    const sessions = body['sessions'] as { id: string; isCurrent: boolean; browser: string }[];
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const other = sessions.find(({ browser }) => browser === '微信 WeChat');
    expect(other).toMatchObject({ system: 'iOS', address: '192.0.2.21', isCurrent: false });
    expect((await desk.send('DELETE', `/api/v1/account/sessions/${other?.id}`)).status).toBe(204);
    expect(await phone.role()).toBe('public');
    expect((await desk.send('DELETE', `/api/v1/account/sessions/${other?.id}`)).status).toBe(404);
    expect((await desk.send('DELETE', '/api/v1/account/sessions')).status).toBe(204);
    expect(await desk.role()).toBe('public');
  });

  test("nobody ends somebody else's session", async () => {
    const site = aSignInSite(db());
    const admin = await withMember(site);
    const wang = site.browser();
    await signIn(wang, 'wang', goodPassword);
    const { body } = await wang.send('GET', '/api/v1/account/sessions');
    const [first] = body['sessions'] as { id: string }[];
    expect((await admin.send('DELETE', `/api/v1/account/sessions/${first?.id}`)).status).toBe(404);
    expect(await wang.role()).toBe('staff');
  });

  test('a page of another site can sign nobody in or out', async () => {
    const site = aSignInSite(db());
    const admin = await withMember(site);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const attempts = [
      await admin.send('DELETE', session, undefined, foreign),
      await admin.send('DELETE', '/api/v1/account/sessions', undefined, foreign),
      await admin.send('POST', session, { login: 'wang', password: goodPassword }, foreign),
      await admin.send(
        'POST',
        '/api/v1/accounts/invitations',
        { name: '甲', login: 'x1', role: 'admin' },
        foreign,
      ),
    ];
    for (const { status, kind } of attempts)
      expect({ status, kind }).toEqual({ status: 403, kind: 'crossOrigin' });
    expect(await admin.role()).toBe('admin');
    const form = await site
      .browser()
      .send('POST', session, 'login=wang', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
  });

  test('a new password ends the other sessions, and wants the old one', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const desk = site.browser();
    const phone = site.browser();
    await signIn(desk, 'wang', goodPassword);
    await signIn(phone, 'wang', goodPassword);
    const change = (current: string, password: string) =>
      desk.send('POST', '/api/v1/account/password', { current, password });
    expect((await change('wrong one here', 'another fine phrase')).kind).toBe('wrongPassword');
    expect((await change(goodPassword, 'short')).kind).toBe('passwordTooShort');
    expect((await change(goodPassword, 'wang-2026-11')).kind).toBe('passwordIsName');
    expect((await change(goodPassword, '1234567890')).kind).toBe('passwordTooCommon');
    expect((await change(goodPassword, 'another fine phrase')).status).toBe(204);
    expect(await desk.role()).toBe('staff');
    expect(await phone.role()).toBe('public');
    expect((await signIn(phone, 'wang', goodPassword)).status).toBe(401);
    expect((await signIn(phone, 'wang', 'another fine phrase')).status).toBe(200);
  });

  test('whoever sits down at an open desk cannot guess the password there', async () => {
    const site = aSignInSite(db());
    await withMember(site);
    const desk = site.browser();
    await signIn(desk, 'wang', goodPassword);
    const guess = () =>
      desk.send('POST', '/api/v1/account/password', { current: 'no such', password: 'another fine phrase' });
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });

  test('the database holds neither passwords nor tokens, the log no names', async () => {
    const site = aSignInSite(db());
    const token = tokenIn(await site.accounts.firstAdminLink());
    await withMember(site);
    const browser = site.browser();
    await signIn(browser, 'wang', 'a typed secret');
    await signIn(browser, 'wang', goodPassword);
    const tables = ['users', 'sessions', 'links', 'attempts', 'events'].map((name) => `account_${name}`);
    const rows = await Promise.all(
      tables.map((table) =>
        db()
          .selectFrom(table as never)
          .selectAll()
          .execute(),
      ),
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('王晓梅');
    for (const secret of [goodPassword, 'a typed secret', token, browser.cookies.get('loulan') ?? '?']) {
      expect(text).not.toContain(secret);
    }
    expect(site.events.map(({ kind }) => kind)).toContain('signInFailed');
    expect(JSON.stringify(site.events)).not.toMatch(/wang|王|192\.0\.2/);
  });
});
