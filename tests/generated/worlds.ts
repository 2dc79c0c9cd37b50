/** What generated requests are sent to: an API whose roles can be tried on, and a site with accounts. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { personaHeader } from '#contract/session.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Store } from '#server/api/store.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { aDatabase, aMember, anAdmin, aSignInSite, goodPassword, idOf, tokenIn } from '../accounts.ts';
import { anApi } from '../api.ts';
import type { GeneratedRequest } from './requests.ts';
import type { RunOptions, World } from './run.ts';

function initOf({ method, body }: GeneratedRequest): RequestInit {
  return { method, ...(body !== null && { body }) };
}

export function personaWorld(portfolio: Portfolio, store: Store): World {
  const api = anApi(portfolio, store);
  return {
    send: (request) =>
      api.request(new URL(request.path, 'http://localhost').href, {
        ...initOf(request),
        headers: request.headers,
      }),
    errors: api.errors,
    portfolio: async () => (await store.loadPortfolio()).portfolio,
  };
}

/**
 * Sites with the same accounts, signed in, each on a copy of one database: hashing passwords takes time. The
 * persona `public` is nobody there, and one that there is not is the administrator.
 * @param folder for the databases; whoever made it takes it away
 */
export async function accountWorlds(
  folder: string,
  portfolio: Portfolio,
): Promise<Pick<RunOptions, 'makeWorld' | 'known'>> {
  const template = join(folder, 'template.db');
  const db = await aDatabase(sqliteDialect(openSqlite(template)));
  const site = aSignInSite(db, { portfolio });
  const admin = await anAdmin(site);
  const manager = await aMember(site, admin, { login: 'li', name: '李经理', role: 'manager' });
  const staff = await aMember(site, admin);
  const invited = await admin.send('POST', '/api/v1/accounts/invitations', {
    name: '赵一',
    login: 'zhao',
    role: 'staff',
  });
  const lists = await admin.send('GET', '/api/v1/accounts');
  const sessions = await staff.send('GET', '/api/v1/account/sessions');
  const known = {
    persona: ['admin'],
    // The last two are nobody's yet.
    login: ['li', 'wang', 'admin@heping.example', 'zhao', 'sun', 'zhou@heping.example'],
    password: [goodPassword],
    current: [goodPassword],
    token: [tokenIn(invited.body['path'])],
    'key of accounts': [await idOf(admin, 'wang'), await idOf(admin, 'li')],
    'key of invitations': (lists.body['invitations'] as { readonly id: string }[]).map(({ id }) => id),
    'key of sessions': (sessions.body['sessions'] as { readonly id: string }[]).map(({ id }) => id),
  };
  await db.destroy();
  let copies = 0;
  let close = async () => undefined as unknown;
  const makeWorld = async (): Promise<World> => {
    await close();
    copies += 1;
    const file = join(folder, `${copies}.db`);
    copyFileSync(template, file);
    const own = await aDatabase(sqliteDialect(openSqlite(file)));
    close = () => own.destroy();
    const copy = aSignInSite(own, { portfolio });
    const browsers = { admin, manager, staff };
    const signedIn = Object.entries(browsers).map(([role, { cookies }]) => {
      const browser = copy.browser();
      for (const [name, value] of cookies) browser.cookies.set(name, value);
      return [role, browser] as const;
    });
    const byRole = new Map([...signedIn, ['public', copy.browser()] as const]);
    return {
      send: (request) => {
        const { [personaHeader]: persona = '', ...headers } = request.headers;
        const browser = byRole.get(persona) ?? byRole.get('admin');
        if (!browser) throw new Error('there is no administrator');
        return browser.open(new URL(request.path, 'http://localhost').href, headers, initOf(request));
      },
      errors: copy.errors,
      portfolio: async () => portfolio,
    };
  };
  return { makeWorld, known };
}
