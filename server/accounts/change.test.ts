/** What happens to accounts and what is told of it are kept together, or neither is. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { AccountEventKind } from '#contract/accounts.ts';
import type { Database } from '#server/store/database.ts';
import {
  type Answer,
  aMember,
  anAdmin,
  aSignInSite,
  type Browser,
  goodPassword,
  idOf,
  type SignInSite,
  tokenIn,
} from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';
import type { AccountsDb } from './tables.ts';
import { codeOf, stepAt } from './totp.ts';

const own = '/api/v1/account';
const session = `${own}/session`;
const given = { login: 'wang', password: goodPassword };

interface World {
  readonly site: SignInSite;
  readonly admin: Browser;
  /** Of `wang`, who is signed in. */
  readonly wang: Browser;
  readonly id: string;
  readonly code: () => string;
  readonly recovery: () => string;
}

async function aWorld(db: Database, hasTwoFactor: boolean): Promise<World> {
  const site = aSignInSite(db);
  const admin = await anAdmin(site);
  const wang = await aMember(site, admin);
  const begun = await wang.send('POST', `${own}/two-factor`, { password: goodPassword });
  const code = () => codeOf(String(begun.body['secret']), stepAt(site.now()));
  let codes: unknown = [];
  if (hasTwoFactor) {
    const confirmed = await wang.send('POST', `${own}/two-factor/confirm`, { code: code() });
    codes = confirmed.body['recoveryCodes'];
    site.advance(120_000);
    // Asking is noticed once a minute: so much the change itself leaves alone.
    await Promise.all([admin.role(), wang.role()]);
  }
  const recovery = () => String((codes as readonly string[])[0]);
  return { site, admin, wang, id: await idOf(admin, 'wang'), code, recovery };
}

/** A sign-in whose password was right and whose code is asked for. */
async function half({ site }: World): Promise<Browser> {
  const browser = site.browser();
  expect((await browser.send('POST', session, given)).body).toEqual({ next: 'code' });
  return browser;
}

const invite = (admin: Browser) =>
  admin.send('POST', '/api/v1/accounts/invitations', { name: '李', login: 'li', role: 'staff' });
const patched = ({ admin, id }: World, body: object) => admin.send('PATCH', `/api/v1/accounts/${id}`, body);

/** Prepares one change of an account and gives what carries it out. */
type Doing = (world: World) => Promise<() => Promise<Answer>>;

const doings: Readonly<Partial<Record<AccountEventKind, Doing>>> = {
  signedIn: async ({ site }) => {
    const browser = site.browser();
    return () => browser.send('POST', session, given);
  },
  signInFailed: async ({ site }) => {
    const browser = site.browser();
    return () => browser.send('POST', session, { ...given, password: 'a wrong one' });
  },
  signedOut: async ({ wang }) => {
    return () => wang.send('DELETE', session);
  },
  signedOutEverywhere: async ({ wang }) => {
    return () => wang.send('DELETE', `${own}/sessions`);
  },
  sessionEnded: async ({ site, wang }) => {
    await site.browser().send('POST', session, given);
    const { body } = await wang.send('GET', `${own}/sessions`);
    const sessions = body['sessions'] as { readonly id: string; readonly isCurrent: boolean }[];
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.id;
    return () => wang.send('DELETE', `${own}/sessions/${other}`);
  },
  passwordChanged: async ({ wang }) => {
    const body = { current: goodPassword, password: 'another fine phrase' };
    return () => wang.send('POST', `${own}/password`, body);
  },
  passwordReset: async ({ admin, id, site }) => {
    const { body } = await admin.send('POST', `/api/v1/accounts/${id}/reset`);
    const browser = site.browser();
    const redemption = { token: tokenIn(body['path']), password: 'another fine phrase' };
    return () => browser.send('POST', `${own}/link/redeem`, redemption);
  },
  twoFactorOn: async ({ wang, code }) => {
    return () => wang.send('POST', `${own}/two-factor/confirm`, { code: code() });
  },
  invited: async ({ admin }) => {
    return () => invite(admin);
  },
  invitationWithdrawn: async ({ admin }) => {
    await invite(admin);
    const { body } = await admin.send('GET', '/api/v1/accounts');
    const [invitation] = body['invitations'] as { readonly id: string }[];
    return () => admin.send('DELETE', `/api/v1/accounts/invitations/${invitation?.id}`);
  },
  accountMade: async ({ admin, site }) => {
    const { body } = await invite(admin);
    const browser = site.browser();
    const redemption = { token: tokenIn(body['path']), password: goodPassword };
    return () => browser.send('POST', `${own}/link/redeem`, redemption);
  },
  resetLinkMade: async ({ admin, id }) => {
    return () => admin.send('POST', `/api/v1/accounts/${id}/reset`);
  },
  roleChanged: async (world) => {
    return () => patched(world, { role: 'manager' });
  },
  renamed: async (world) => {
    return () => patched(world, { name: '王主任' });
  },
  disabled: async (world) => {
    return () => patched(world, { isDisabled: true });
  },
  enabled: async (world) => {
    await patched(world, { isDisabled: true });
    return () => patched(world, { isDisabled: false });
  },
};

const doingsWithTwoFactor: Readonly<Partial<Record<AccountEventKind, Doing>>> = {
  signedIn: async (world) => {
    const browser = await half(world);
    return () => browser.send('POST', `${session}/code`, { code: world.code() });
  },
  signInFailed: async (world) => {
    const browser = await half(world);
    return () => browser.send('POST', `${session}/code`, { code: '000000' });
  },
  recoveryCodeUsed: async (world) => {
    const browser = await half(world);
    return () => browser.send('POST', `${session}/code`, { code: world.recovery() });
  },
  recoveryCodesMade: async ({ wang }) => {
    return () => wang.send('POST', `${own}/recovery-codes`, { password: goodPassword });
  },
  twoFactorOff: async ({ wang }) => {
    return () => wang.send('POST', `${own}/two-factor/remove`, { password: goodPassword });
  },
};

const tables = ['users', 'sessions', 'links', 'challenges', 'recovery_codes', 'identities'] as const;

const tablesOf = (db: Database) => db as unknown as AccountsDb;

async function rowsOf(db: Database): Promise<string[]> {
  const found = tables.map((name) => tablesOf(db).selectFrom(`account_${name}`).selectAll().execute());
  const rows: readonly unknown[] = (await Promise.all(found)).flat();
  return rows.map((row) => JSON.stringify(row)).sort();
}

async function kindsIn(db: Database): Promise<string[]> {
  const rows = await tablesOf(db).selectFrom('account_events').select('kind').execute();
  return rows.map(({ kind }) => kind);
}

/** Without a table while something is done, as when the database fails in the middle of it. */
async function without<T>(db: Database, table: string, work: () => Promise<T>): Promise<T> {
  await sql.raw(`alter table ${table} rename to away`).execute(db);
  try {
    return await work();
  } finally {
    await sql.raw(`alter table away rename to ${table}`).execute(db);
  }
}

const count = (kinds: readonly string[], kind: string) => kinds.filter((known) => known === kind).length;

overEachDatabase((db) => {
  const all = [
    ...Object.entries(doings).map(([kind, doing]) => [kind, doing, false] as const),
    ...Object.entries(doingsWithTwoFactor).map(([kind, doing]) => [kind, doing, true] as const),
  ];
  test.each(all)('%s: what cannot be told is not done', async (kind, doing, hasTwoFactor) => {
    const world = await aWorld(db(), hasTwoFactor);
    const go = await doing(world);
    const before = await rowsOf(db());
    const logged = [...world.site.events];
    const refused = await without(db(), 'account_events', go);
    expect(refused.status).toBe(500);
    expect(await rowsOf(db())).toEqual(before);
    expect(world.site.events).toEqual(logged);

    const told = count(await kindsIn(db()), kind);
    await go();
    if (kind !== 'signInFailed') expect(await rowsOf(db())).not.toEqual(before);
    expect(count(await kindsIn(db()), kind)).toBe(told + 1);
    expect(world.site.events.slice(logged.length).map((event) => event.kind)).toContain(kind);
  });

  test.each([
    ['twoFactorOn', doings.twoFactorOn, 'account_recovery_codes'],
    ['recoveryCodesMade', doingsWithTwoFactor.recoveryCodesMade, 'account_recovery_codes'],
    ['recoveryCodeUsed', doingsWithTwoFactor.recoveryCodeUsed, 'account_sessions'],
  ] as const)('%s: what is not done after all is not told', async (kind, doing, table) => {
    const world = await aWorld(db(), kind !== 'twoFactorOn');
    const go = await doing?.(world);
    const before = [await rowsOf(db()), await kindsIn(db())];
    const logged = [...world.site.events];
    const refused = await without(db(), table, async () => go?.());
    expect(refused?.status).toBe(500);
    expect([await rowsOf(db()), await kindsIn(db())]).toEqual(before);
    expect(world.site.events).toEqual(logged);
    expect((await go?.())?.status).toBe(200);
    expect(count(await kindsIn(db()), kind)).toBe(1);
  });
});
