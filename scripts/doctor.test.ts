import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBuiltPage, type BuiltPage } from '../tests/built-page.ts';

const doctor = join(import.meta.dirname, 'doctor.ts');
let page: BuiltPage;
let data: string;
beforeAll(async () => {
  page = await aBuiltPage();
  data = mkdtempSync(join(tmpdir(), 'loulan-doctor-'));
});
afterAll(async () => {
  await page.remove();
  rmSync(data, { recursive: true });
});

function examined(environment: Record<string, string>, flags: readonly string[] = []) {
  const env = { PORT: '0', LOULAN_APP_DIR: page.folder, LOULAN_DATA: data, ...environment };
  const { status, stdout } = spawnSync(process.execPath, [doctor, ...flags], { env, encoding: 'utf8' });
  return { status, stdout };
}

test('an installation that is well ends with 0', () => {
  const { status, stdout } = examined({});
  expect(stdout).toMatch(/^ok +page +there/m);
  expect(stdout).toMatch(/^ok +data folder +.* can be written$/m);
  expect(stdout).toContain('\nerrors: 0, ');
  expect(status).toBe(0);
});

test('what is wrong is told to programs too, and it ends with 1', () => {
  const { status, stdout } = examined({ LOULAN_APP_DIR: '/nowhere', LOULAN_LGO: 'x' }, ['--json']);
  const { ok, findings } = JSON.parse(stdout) as {
    ok: boolean;
    findings: { name: string; status: string }[];
  };
  expect(ok).toBe(false);
  expect(findings).toContainEqual(
    expect.objectContaining({
      name: 'page',
      status: 'error',
      fix: expect.stringContaining('LOULAN_APP_DIR'),
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ name: 'names of settings', status: 'warning' }));
  expect(status).toBe(1);
});

test('a password in a setting is not repeated', () => {
  const { stdout } = examined({ DATABASE_URL: 'mysql://loulan:hunter2@db/loulan' });
  expect(stdout).toContain('invalid DATABASE_URL');
  expect(stdout).not.toContain('hunter2');
});
