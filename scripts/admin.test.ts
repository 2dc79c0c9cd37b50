import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/store/database.ts';
import { databaseFile } from '#server/store/open-store.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { aDatabase, aSignInSite, goodPassword, tokenIn } from '../tests/accounts.ts';

const program = fileURLToPath(new URL('./admin.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'loulan-admin-'));
let db: Database;

/** Open all the time, as a server has it. */
beforeAll(async () => {
  db = await aDatabase(sqliteDialect(openSqlite(join(folder, databaseFile))));
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], data = folder) {
  const env = { PATH: process.env['PATH'] ?? '', LOULAN_DATA: data, LOULAN_ORIGIN: 'https://loulan.example' };
  return spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' });
}

test('an administrator is invited, and let in again, while the server has the database open', async () => {
  const made = run(['create', '--name', '王晓梅', '--email', 'Wang@heping.example']);
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(/https:\/\/loulan\.example\/invitation#[\w-]{43}\n$/);
  const site = aSignInSite(db);
  site.advance(Date.now() - site.now().getTime());
  const browser = site.browser();
  const redeem = (output: string) =>
    browser.send('POST', '/api/v1/account/link/redeem', {
      token: tokenIn(output.trim()),
      password: goodPassword,
    });
  expect((await redeem(made.stdout)).status).toBe(200);
  expect(await browser.role()).toBe('admin');
  expect(run(['list']).stdout).toBe('admin\twang@heping.example\t王晓梅\n');
  expect(run(['create', '--name', '王', '--email', 'wang@heping.example']).stderr).toContain('use reset');
  const reset = run(['reset', '--email', 'wang@heping.example', '--two-factor']);
  expect((await redeem(reset.stdout)).status).toBe(200);
});

test('what it cannot do it says, and ends with 1', () => {
  expect(run(['list'], join(folder, 'none'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('start the server once'),
  });
  expect(run(['destroy']).stderr).toContain('npm run admin -- create');
  expect(run(['create', '--email', 'a@b.cn']).stderr).toContain('missing --name');
  expect(run(['create', '--name', '甲', '--email', 'a b']).stderr).toContain('invalid --email: a b');
  expect(run(['reset', '--email', 'nobody@b.cn']).stderr).toContain('no account of nobody@b.cn');
});
