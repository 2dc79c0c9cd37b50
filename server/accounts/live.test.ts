/** Whoever is signed out, or is somebody else by now, hears no more of what changes. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import {
  aDatabase,
  aMember,
  anAdmin,
  aSignInSite,
  type Browser,
  goodPassword,
  idOf,
  withoutAccounts,
} from '../../tests/accounts.ts';
import { readStream, type StreamReader } from '../../tests/stream-reader.ts';

let db: Awaited<ReturnType<typeof aDatabase>>;
const open: StreamReader[] = [];

beforeAll(async () => {
  db = await aDatabase(sqliteDialect(openSqlite(':memory:')));
});
afterAll(() => db.destroy());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  await withoutAccounts(db);
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
  vi.useRealTimers();
});

async function listening(browser: Browser, headers: Record<string, string> = {}): Promise<StreamReader> {
  const stream = readStream(await browser.open('/api/v1/events', headers));
  open.push(stream);
  await stream.block();
  expect(await stream.next()).toMatchObject({ event: 'hello' });
  return stream;
}

const beat = () => vi.advanceTimersByTime(25_000);
const alive = expect.stringMatching(/^:/);

const own = '/api/v1/account';

async function isLetGo(stream: StreamReader): Promise<void> {
  expect(await stream.next()).toMatchObject({ event: 'bye' });
  expect(await stream.next()).toBeNull();
}

test('a sign-out ends the streams of that session at once, and no other', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const phone = site.browser();
  await phone.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
  const ofMember = await listening(member);
  const others = [await listening(phone), await listening(admin)];
  beat();
  for (const stream of [ofMember, ...others]) expect(await stream.block()).toEqual(alive);
  expect((await member.send('DELETE', `${own}/session`)).status).toBe(204);
  await isLetGo(ofMember);
  beat();
  for (const stream of others) expect(await stream.block()).toEqual(alive);
});

const byMember = (member: Browser, method: string, path: string, body?: unknown) =>
  member.send(method, `${own}/${path}`, body);

test.each([
  ['signing out everywhere', (member: Browser) => byMember(member, 'DELETE', 'sessions')],
  [
    'a new password',
    (member: Browser) =>
      byMember(member, 'POST', 'password', { current: goodPassword, password: 'another fine phrase' }),
  ],
])('%s ends the streams of the other devices at once', async (_, leave) => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const phone = site.browser();
  await phone.send('POST', `${own}/session`, { login: 'wang', password: goodPassword });
  const stream = await listening(phone);
  await leave(member);
  await isLetGo(stream);
});

test.each([
  ['another role', { role: 'manager' }],
  ['less of a role', { role: 'public' }],
  ['being disabled', { isDisabled: true }],
])('%s ends the stream at once', async (_, body) => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const stream = await listening(member);
  const id = await idOf(admin, 'wang');
  expect((await admin.send('PATCH', `/api/v1/accounts/${id}`, body)).status).toBe(200);
  await isLetGo(stream);
});

test('another name, and what another account does, ends no stream', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const li = await aMember(site, admin, { login: 'li', name: '李' });
  const stream = await listening(member);
  await admin.send('PATCH', `/api/v1/accounts/${await idOf(admin, 'wang')}`, { name: '王主任' });
  await byMember(li, 'DELETE', 'sessions');
  beat();
  expect(await stream.block()).toEqual(alive);
});

test('what another server or a program did ends the stream with the next heartbeat', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const stream = await listening(await aMember(site, admin));
  const elsewhere = aSignInSite(db).browser();
  elsewhere.cookies.set('loulan', admin.cookies.get('loulan') ?? '');
  const id = await idOf(admin, 'wang');
  await elsewhere.send('PATCH', `/api/v1/accounts/${id}`, { isDisabled: true });
  beat();
  await isLetGo(stream);
});

test('whoever is looked at because somebody doubts it is looked at from where it came', async () => {
  const environment = { LOULAN_TRUSTED_PROXY: '10.0.0.1' };
  const site = aSignInSite(db, { environment });
  const admin = await anAdmin(site);
  await aMember(site, admin);
  const behind = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
  const session = { login: 'wang', password: goodPassword };
  const browser = site.browser('10.0.0.1');
  await browser.send('POST', `${own}/session`, session, behind);
  const stream = await listening(browser, behind);
  const direct = site.browser('203.0.113.7');
  await direct.send('POST', `${own}/session`, session);
  const next = stream.next();
  await direct.send('DELETE', `${own}/session`);
  const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 200));
  expect(await Promise.race([next, quiet])).toBe('quiet');
  await browser.send('DELETE', `${own}/session`, undefined, behind);
  expect(await next).toMatchObject({ event: 'bye' });
});

test('an open page alone does not keep a session from idling out', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const stream = await listening(admin);
  const day = 24 * 3_600_000;
  for (let i = 0; i < 6; i++) {
    site.advance(day);
    beat();
    expect(await stream.block()).toEqual(alive);
  }
  site.advance(2 * day);
  beat();
  expect(await stream.next()).toMatchObject({ event: 'bye' });
});

test('each reader is identified from where it came, whoever was the first', async () => {
  // Timers of their own know the request that they were set for; those of a test do not.
  vi.useRealTimers();
  const environment = { LOULAN_TRUSTED_PROXY: '10.0.0.1', LOULAN_STREAM_HEARTBEAT_S: '5' };
  const site = aSignInSite(db, { environment });
  const admin = await anAdmin(site);
  await aMember(site, admin);
  const direct = await listening(site.browser('203.0.113.7'));
  const behind = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
  const browser = site.browser('10.0.0.1');
  const signedIn = await browser.send(
    'POST',
    '/api/v1/account/session',
    { login: 'wang', password: goodPassword },
    behind,
  );
  expect(signedIn.status).toBe(200);
  const proxied = await listening(browser, behind);
  expect([await direct.block(), await proxied.block()]).toEqual([alive, alive]);
});
