/** The trial of roles: open for a sample on this machine, gone with the first account. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { aDatabase, anAdmin, aSignInSite, type SiteSettings, withoutAccounts } from '../../tests/accounts.ts';
import { aBuilding, aPortfolio } from '../../tests/builders.ts';

let db: Awaited<ReturnType<typeof aDatabase>>;

beforeAll(async () => {
  db = await aDatabase(sqliteDialect(openSqlite(':memory:')));
});
afterAll(() => db.destroy());
beforeEach(async () => {
  await withoutAccounts(db);
});

const asManager = (headers: Record<string, string> = {}) => ({ 'x-loulan-persona': 'manager', ...headers });

async function roleBehind(settings: SiteSettings, headers: Record<string, string> = {}) {
  const { body } = await aSignInSite(db, settings)
    .browser('127.0.0.1')
    .send('GET', '/api/v1/me', undefined, asManager(headers));
  return [body['role'], body['personas'] === null ? 'closed' : 'open'];
}

test('it is open for the sample on this machine', async () => {
  expect(await roleBehind({})).toEqual(['manager', 'open']);
});

test.each<[string, SiteSettings, Record<string, string>]>([
  ['the operator closed it', { environment: { LOULAN_PERSONAS: 'off' } }, {}],
  ['the server listens elsewhere', { environment: { HOST: '0.0.0.0' } }, {}],
  ['data are real', { portfolio: aPortfolio({ buildings: [aBuilding({ synthetic: false })] }) }, {}],
  ['the host is another', {}, { host: 'loulan.example' }],
  ['a proxy passes it on', {}, { 'x-forwarded-for': '127.0.0.1' }],
])('it is closed when %s', async (_, settings, headers) => {
  expect(await roleBehind(settings, headers)).toEqual(['public', 'closed']);
});

test('it is gone at once and for good when somebody has an account, also when all are disabled', async () => {
  const site = aSignInSite(db);
  const visitor = site.browser('127.0.0.1');
  expect((await visitor.send('GET', '/api/v1/me', undefined, asManager())).body['role']).toBe('manager');
  await anAdmin(site);
  const after = await visitor.send('GET', '/api/v1/me', undefined, asManager());
  expect(after.body).toEqual({ role: 'public', personas: null, account: null });
  await db
    .updateTable('account_users' as never)
    .set({ disabled_at: '2026-01-01' } as never)
    .execute();
  expect(await roleBehind({})).toEqual(['public', 'closed']);
});

test('who is signed in is not moved by a persona', async () => {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const { body } = await admin.send('GET', '/api/v1/me', undefined, { 'x-loulan-persona': 'public' });
  expect(body).toMatchObject({ role: 'admin', personas: null });
});
