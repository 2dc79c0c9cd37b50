/** What operators set is what holds. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/store/database.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { aDatabase, aMember, anAdmin, aSignInSite, goodPassword, tokenIn } from '../../tests/accounts.ts';

let db: Database;
beforeAll(async () => {
  db = await aDatabase(sqliteDialect(openSqlite(':memory:')));
});
afterAll(() => db.destroy());

const environment = {
  LOULAN_PASSWORD_LENGTH: '13',
  LOULAN_SESSION_S: '1200',
  LOULAN_SESSION_IDLE_S: '300',
  LOULAN_LINK_S: '600',
  LOULAN_SIGN_IN_TRIES: '3',
  LOULAN_TRIES_WINDOW_S: '60',
  LOULAN_ACCOUNT_EVENTS_DAYS: '30',
};

test('lengths, lifetimes and tries are those of the settings', async () => {
  const site = aSignInSite(db, { environment });
  const admin = await anAdmin(site);
  const wang = await aMember(site, admin);
  const settings = await wang.send('GET', '/api/v1/settings');
  expect(settings.body['signIn']).toEqual({ service: null, passwordLength: 13 });

  const change = (password: string) =>
    wang.send('POST', '/api/v1/account/password', { current: goodPassword, password });
  const refused = await change('twelve chars');
  expect(refused.kind).toBe('passwordTooShort');
  expect(refused.body['detail']).toContain('at least: 13');
  expect((await change('thirteen char')).status).toBe(204);

  const signIn = (password: string) =>
    site.browser().send('POST', '/api/v1/account/session', { login: 'wang', password });
  for (const status of [401, 401, 401, 429]) expect((await signIn('a wrong one')).status).toBe(status);
  site.advance(60_000);
  expect((await signIn('thirteen char')).status).toBe(200);

  const invited = await admin.send('POST', '/api/v1/accounts/invitations', {
    name: '李',
    login: 'li',
    role: 'staff',
  });
  const look = () =>
    site.browser().send('POST', '/api/v1/account/link', { token: tokenIn(invited.body['path']) });
  for (let i = 0; i < 3; i++) {
    expect((await look()).status).toBe(200);
    site.advance(200_000);
    expect(await wang.role()).toBe('staff');
  }
  expect((await look()).kind).toBe('noSuchLink');
  site.advance(301_000);
  expect(await wang.role()).toBe('public');

  await site.accounts.sweep();
  const kept = () =>
    db
      .selectFrom('account_events' as never)
      .selectAll()
      .execute();
  expect(await kept()).not.toEqual([]);
  site.advance(31 * 86_400_000);
  await site.accounts.sweep();
  expect(await kept()).toEqual([]);
});

test('a session ends when it has lasted as long as the setting says, however busy it is', async () => {
  const site = aSignInSite(db, { environment });
  const browser = site.browser();
  await browser.send('POST', '/api/v1/account/session', { login: 'wang', password: 'thirteen char' });
  for (let i = 0; i < 5; i++) {
    site.advance(230_000);
    expect(await browser.role()).toBe('staff');
  }
  site.advance(60_000);
  expect(await browser.role()).toBe('public');
});
