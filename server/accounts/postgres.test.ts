/** What only several connections at once can break. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '#server/store/database.ts';
import { postgresDialect } from '#server/store/postgres.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from '../../scripts/postgres.ts';
import {
  aDatabase,
  aMember,
  anAdmin,
  aSignInSite,
  goodPassword,
  idOf,
  tokenIn,
  withoutAccounts,
} from '../../tests/accounts.ts';
import { codeOf, stepAt } from './totp.ts';

const programs = postgresPrograms();
let postgres: OwnPostgres;
let db: Database;

/** In continuous integration it must be there; elsewhere a machine without it still has PGlite's run. */
if (programs === null && process.env['CI'])
  throw new Error('no PostgreSQL here, and none could be installed');

const rounds = 5;
const session = '/api/v1/account/session';

if (programs === null) test.skip('PostgreSQL is not here', () => undefined);
else {
  beforeAll(async () => {
    postgres = await ownPostgres(programs);
    db = await aDatabase(
      postgresDialect(postgres.database('accounts'), { connections: 8, statementMs: 30_000 }),
    );
  }, 120_000);
  afterAll(async () => {
    await db.destroy();
    postgres.stop();
  });
  beforeEach(async () => {
    await withoutAccounts(db);
  });

  test('administrators who demote each other at the same moment leave one', async () => {
    for (let round = 0; round < rounds; round++) {
      await withoutAccounts(db);
      const site = aSignInSite(db);
      const first = await anAdmin(site);
      const second = await aMember(site, first, { login: 'second', role: 'admin' });
      const ids = [await idOf(first, 'second'), await idOf(first, 'admin@heping.example')];
      await Promise.all(
        [first, second].map((browser, at) =>
          browser.send('PATCH', `/api/v1/accounts/${ids[at]}`, { role: 'staff' }),
        ),
      );
      expect([await first.role(), await second.role()].sort()).toEqual(['admin', 'staff']);
      expect(site.errors).toEqual([]);
    }
  }, 60_000);

  test('a link is used by one of eight, a code by one of four', async () => {
    const site = aSignInSite(db);
    const admin = await anAdmin(site);
    const invited = await admin.send('POST', '/api/v1/accounts/invitations', {
      name: '王',
      login: 'wang',
      role: 'staff',
    });
    const given = { token: tokenIn(invited.body['path']), password: goodPassword };
    const browsers = Array.from({ length: 8 }, () => site.browser());
    const used = await Promise.all(
      browsers.map((browser) => browser.send('POST', '/api/v1/account/link/redeem', given)),
    );
    expect(used.filter(({ status }) => status === 200)).toHaveLength(1);
    const wang = browsers[used.findIndex(({ status }) => status === 200)];
    const begun = await wang?.send('POST', '/api/v1/account/two-factor', { password: goodPassword });
    const code = () => codeOf(String(begun?.body['secret']), stepAt(site.now()));
    await wang?.send('POST', '/api/v1/account/two-factor/confirm', { code: code() });
    site.advance(60_000);
    const half = Array.from({ length: 4 }, () => site.browser());
    for (const browser of half)
      await browser.send('POST', session, { login: 'wang', password: goodPassword });
    const entered = await Promise.all(
      half.map((browser) => browser.send('POST', `${session}/code`, { code: code() })),
    );
    expect(entered.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(site.errors).toEqual([]);
  }, 60_000);

  test('tries at the same moment are counted one by one', async () => {
    const site = aSignInSite(db, { limits: { triesPerLogin: 4 } });
    const guesses = Array.from({ length: 12 }, (_, i) =>
      site.browser().send('POST', session, { login: 'wang', password: `a wrong guess ${i}` }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(4);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
  }, 60_000);
}
