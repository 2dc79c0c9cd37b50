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

test('a sign-out ends the streams of that session with the next heartbeat, and no other', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const ofMember = await listening(member);
  const ofAdmin = await listening(admin);
  beat();
  expect([await ofMember.block(), await ofAdmin.block()]).toEqual([alive, alive]);
  expect((await member.send('DELETE', '/api/v1/account/session')).status).toBe(204);
  beat();
  expect(await ofMember.next()).toMatchObject({ event: 'bye' });
  expect(await ofMember.next()).toBeNull();
  expect(await ofAdmin.block()).toEqual(alive);
});

test('another role ends the stream', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const member = await aMember(site, admin);
  const stream = await listening(member);
  const id = await idOf(admin, 'wang');
  const changed = await admin.send('PATCH', `/api/v1/accounts/${id}`, { role: 'manager' });
  expect(changed.status).toBe(200);
  beat();
  expect(await stream.next()).toMatchObject({ event: 'bye' });
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
