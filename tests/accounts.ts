/** A site with accounts under test, and browsers that keep cookies. */
import { type Dialect, Kysely } from 'kysely';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Role } from '#domain/visibility.ts';
import { type Accounts, createAccounts, type LoggedEvent } from '#server/accounts/create-accounts.ts';
import type { Limits } from '#server/accounts/deps.ts';
import { memoryStore } from '#server/api/memory-store.ts';
import { parseConfig } from '#server/config.ts';
import { createSite } from '#server/create-server.ts';
import { type Database, migrate, type Tables } from '#server/store/database.ts';
import { towerAndHouse } from './tower-and-house.ts';

export async function aDatabase(dialect: Dialect): Promise<Database> {
  const db = new Kysely<Tables>({ dialect });
  await migrate(db);
  return db;
}

const emptied = [
  'account_recovery_codes',
  'account_identities',
  'account_sessions',
  'account_challenges',
  'account_links',
  'account_attempts',
  'account_events',
  'account_users',
] as const;

/** One database serves many tests: making one in PostgreSQL takes seconds. */
export async function withoutAccounts(db: Database): Promise<Database> {
  for (const table of emptied) await db.deleteFrom(table as never).execute();
  return db;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  /** The kind of problem: what stands behind `#` in its type. */
  readonly kind: string | null;
}

export interface Browser {
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** The answer as it comes, for one that has no end; `cookies` stay as they are. */
  readonly open: (path: string, headers?: Record<string, string>, init?: RequestInit) => Promise<Response>;
  readonly cookies: Map<string, string>;
  readonly role: () => Promise<unknown>;
}

export interface SignInSite {
  readonly accounts: Accounts;
  readonly events: LoggedEvent[];
  readonly errors: unknown[];
  readonly browser: (address?: string) => Browser;
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
}

export interface SiteSettings {
  readonly environment?: Record<string, string>;
  readonly limits?: Partial<Limits>;
  readonly portfolio?: Portfolio;
}

export function aSignInSite(
  db: Database,
  { environment = {}, limits = {}, portfolio = towerAndHouse }: SiteSettings = {},
): SignInSite {
  const parsed = parseConfig(environment, '/nowhere');
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const { config } = parsed;
  const events: LoggedEvent[] = [];
  const errors: unknown[] = [];
  let time = Date.parse('2026-11-02T08:30:00Z');
  const now = () => new Date(time);
  const accounts = createAccounts({
    db,
    ...config.accounts,
    limits: { ...config.accounts.limits, ...limits },
    now,
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
  });
  const site = createSite({
    config,
    accounts,
    store: memoryStore(portfolio),
    published: [],
    searchKeys: ({ nameZh }) => ({ texts: [nameZh], sort: nameZh }),
    files: new Map(),
    version: 'test',
    log: { info: () => undefined, warn: () => undefined, error: (_, error) => errors.push(error) },
  });
  return {
    accounts,
    events,
    errors,
    now,
    browser: (address = '192.0.2.7') => aBrowser(site, address),
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

function aBrowser(site: ReturnType<typeof createSite>, remoteAddress: string): Browser {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit, headers: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { host: 'localhost', ...(cookie !== '' && { cookie }), ...headers };
    const socket = { incoming: { socket: { remoteAddress } } };
    return site.request(path, { ...init, headers: sent }, socket);
  };
  const send: Browser['send'] = async (method, path, body, headers = {}) => {
    const isEmpty = body === undefined;
    const response = await request(
      path,
      { method, ...(!isEmpty && { body: typeof body === 'string' ? body : JSON.stringify(body) }) },
      { ...(!isEmpty && { 'content-type': 'application/json' }), ...headers },
    );
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const answered = isJson ? JSON.parse(text) : {};
    const kind = /#(\w+)$/.exec(String(answered.type ?? ''))?.[1] ?? null;
    return { status: response.status, body: answered, headers: response.headers, kind };
  };
  return {
    send,
    open: (path, headers = {}, init = {}) => request(path, init, headers),
    cookies,
    role: async () => (await send('GET', '/api/v1/me')).body['role'],
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/max-age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

export const goodPassword = 'correct horse 电池';

/** What stands behind `#` in a one-time link. */
export function tokenIn(path: unknown): string {
  return String(path).split('#')[1] ?? '';
}

/** The first administrator, signed in. */
export async function anAdmin(site: SignInSite): Promise<Browser> {
  const browser = site.browser();
  const token = tokenIn(await site.accounts.firstAdminLink());
  await browser.send('POST', '/api/v1/account/link/redeem', {
    token,
    password: goodPassword,
    name: '系统管理员',
    login: 'admin@heping.example',
  });
  return browser;
}

/** Somebody who accepted an invitation, signed in. */
export async function aMember(
  site: SignInSite,
  admin: Browser,
  { login = 'wang', name = '王晓梅', role = 'staff' as Role, address = '192.0.2.8' } = {},
): Promise<Browser> {
  const invited = await admin.send('POST', '/api/v1/accounts/invitations', { name, login, role });
  const browser = site.browser(address);
  const token = tokenIn(invited.body['path']);
  await browser.send('POST', '/api/v1/account/link/redeem', { token, password: goodPassword });
  return browser;
}

export async function idOf(admin: Browser, login: string): Promise<string> {
  const { body } = await admin.send('GET', '/api/v1/accounts');
  const accounts = body['accounts'] as { readonly id: string; readonly login: string }[];
  return accounts.find((account) => account.login === login)?.id ?? 'none';
}
