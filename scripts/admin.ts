/** `npm run admin -- create | reset | list`: accounts from the server's own machine, also while the server runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Kysely } from 'kysely';
import type { OneTimeLink } from '#contract/accounts.ts';
import { inviteUser, makeReset } from '#server/accounts/administration.ts';
import { accountsDeps } from '#server/accounts/create-accounts.ts';
import type { AccountsDeps } from '#server/accounts/deps.ts';
import { loginFrom } from '#server/accounts/login.ts';
import { listUsers, userByLogin } from '#server/accounts/users.ts';
import { addressOf, type Config, parseConfig } from '#server/config.ts';
import type { Tables } from '#server/store/database.ts';
import { databaseFile } from '#server/store/open-store.ts';
import { postgresDialect } from '#server/store/postgres.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';

const usage = `npm run admin -- create --name 姓名 --email you@example.cn   invites an administrator
npm run admin -- reset --email you@example.cn [--two-factor]  one-time link for a new password; also drops the second factor
npm run admin -- list                                         accounts
--login NAME may stand for --email.`;

function fail(text: string): never {
  process.stderr.write(`楼览 Loulan: ${text}\n`);
  process.exit(1);
}

function databaseOf({ data }: Config): Kysely<Tables> {
  if (data.kind === 'postgres') return new Kysely({ dialect: postgresDialect(data.url, data) });
  const file = join(data.folder, databaseFile);
  if (!existsSync(file)) fail(`no database in ${data.folder}; start the server once, or set LOULAN_DATA`);
  return new Kysely({ dialect: sqliteDialect(openSqlite(file)) });
}

interface Wished {
  readonly command: string;
  readonly name: string;
  readonly login: string;
  readonly dropsTwoFactor: boolean;
}

function wishedFrom(args: readonly string[]): Wished {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        email: { type: 'string' },
        login: { type: 'string' },
        'two-factor': { type: 'boolean' },
      },
    });
    return {
      command: positionals[0] ?? '',
      name: values.name?.trim() ?? '',
      login: values.login ?? values.email ?? '',
      dropsTwoFactor: values['two-factor'] ?? false,
    };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

async function create(deps: AccountsDeps, { name, login }: Wished): Promise<OneTimeLink> {
  if (name === '') fail(`missing --name\n${usage}`);
  const invited = await inviteUser(deps, { name, login, role: 'admin' }, null);
  if (invited.ok) return invited.link;
  return fail(
    invited.reason === 'loginTaken'
      ? `${login} has an account already; use reset`
      : `invalid --email: ${login} (2–100 letters, digits and . _ % + -, with or without @)`,
  );
}

async function reset(deps: AccountsDeps, { login, dropsTwoFactor }: Wished): Promise<OneTimeLink> {
  const user = await userByLogin(deps.db, loginFrom(login) ?? '');
  const link = user && (await makeReset(deps, user.id, null, dropsTwoFactor));
  return link ?? fail(`no account of ${login}, or it is disabled`);
}

/** In the same words wherever whoever gets the link may be. */
function until(iso: string): string {
  return `有效至 good until ${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

async function main(): Promise<void> {
  const parsed = parseConfig(process.env, 'dist');
  if (!parsed.ok) fail(parsed.problems.join('; '));
  const { config } = parsed;
  const wished = wishedFrom(process.argv.slice(2));
  if (!['create', 'reset', 'list'].includes(wished.command)) fail(usage);
  const db = databaseOf(config);
  const ignore = () => undefined;
  const deps = accountsDeps({
    db,
    ...config.accounts,
    now: () => new Date(),
    onEvent: ignore,
    onError: ignore,
  });
  if (wished.command === 'list') {
    for (const { login, name, role, isDisabled } of await listUsers(deps.db)) {
      process.stdout.write(`${role}\t${login}\t${name}${isDisabled ? '\tdisabled' : ''}\n`);
    }
  } else {
    const link = await (wished.command === 'create' ? create : reset)(deps, wished);
    const base = config.accounts.origin ?? addressOf(config.host, config.port);
    process.stdout.write(`一次性链接 one-time link, ${until(link.expiresAt)}:\n${base}${link.path}\n`);
  }
  await db.destroy();
}

await main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  fail(
    /no such table|does not exist/.test(text)
      ? 'the database has no accounts yet; start the server once'
      : text,
  );
});
