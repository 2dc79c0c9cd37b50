import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { usualLimits } from './accounts/deps.ts';
import { accountLimitSettings } from './config/account-limits.ts';
import { importLimitSettings } from './config/import-limits.ts';
import { defaultLimits, limitSettings } from './config/limits.ts';
import { addressOf, listensOnLoopback, parseConfig, settingNames, tileOrigin } from './config.ts';
import { importLimits } from './import/limits.ts';

const parsed = (environment: Record<string, string>) => parseConfig(environment, '/app/dist');
const problemsOf = (environment: Record<string, string>) => {
  const result = parsed(environment);
  return result.ok ? [] : result.problems;
};

const tiles = {
  LOULAN_TILES_URL: 'https://tiles.example:8443/{z}/{x}/{y}.png',
  LOULAN_TILES_ATTRIBUTION: '© 示例',
};

test('without an environment it serves this machine on 4173, without tiles, and logs what goes wrong', () => {
  expect(parsed({ HOST: '', PORT: ' ' })).toEqual({
    ok: true,
    config: {
      host: '127.0.0.1',
      port: 4173,
      tiles: null,
      log: 'errors',
      metrics: 'loopback',
      limits: defaultLimits,
      imports: importLimits,
      personas: 'sample',
      appDir: '/app/dist',
      data: { kind: 'folder', folder: resolve('data') },
      workFolder: resolve('data'),
      accounts: { origin: null, trustedProxies: [], secret: null, oidc: null, limits: usualLimits },
    },
  });
});

test('every bad value is named at once, on a line of its own', () => {
  expect(
    problemsOf({ PORT: '70000', HOST: 'http://x', LOULAN_LOG: 'all', LOULAN_TILES_DATUM: 'bd09' }),
  ).toEqual([
    'invalid PORT: 70000 (allowed: 0–65535)',
    'invalid HOST: http://x (allowed: a name or an address, without scheme and port)',
    'invalid LOULAN_TILES_DATUM: bd09 (allowed: wgs84 | gcj02)',
    'invalid LOULAN_LOG: all (allowed: off | errors | requests)',
  ]);
});

test.each(['4173.5', '-1', 'http', '0x10', '99999'])('PORT=%s is refused', (PORT) => {
  expect(problemsOf({ PORT })).toHaveLength(1);
});

test('tiles are taken with their datum and attribution', () => {
  expect(parsed({ ...tiles, LOULAN_TILES_DATUM: 'gcj02' })).toMatchObject({
    config: { tiles: { url: tiles.LOULAN_TILES_URL, datum: 'gcj02', attribution: '© 示例' } },
  });
  expect(problemsOf({ LOULAN_TILES_URL: tiles.LOULAN_TILES_URL })).toHaveLength(1);
});

test.each([
  'https://tiles.example/{z}/{x}.png',
  'https://{s}.tiles.example/{z}/{x}/{y}.png',
  'javascript:alert(1)//{z}{x}{y}',
  "https://a.example; script-src 'unsafe-inline'/{z}/{x}/{y}",
  '/{z}/{x}/{y}.png',
])('a template that names no single origin is refused: %s', (LOULAN_TILES_URL) => {
  expect(problemsOf({ ...tiles, LOULAN_TILES_URL })).toHaveLength(1);
});

test('the policy gets the origin of the tiles and nothing more', () => {
  expect(tileOrigin(tiles.LOULAN_TILES_URL)).toBe('https://tiles.example:8443');
});

test('an address can be typed into a browser', () => {
  expect(addressOf('127.0.0.1', 4173)).toBe('http://127.0.0.1:4173');
  expect(addressOf('::1', 80)).toBe('http://[::1]');
  expect(addressOf('0.0.0.0', 4173)).toBe('http://localhost:4173');
});

test('only loopback addresses leave the choice of a persona', () => {
  expect(listensOnLoopback({ host: '127.0.0.1' })).toBe(true);
  expect(listensOnLoopback({ host: '::1' })).toBe(true);
  expect(listensOnLoopback({ host: '0.0.0.0' })).toBe(false);
});

test('data lie in a folder, or in PostgreSQL where a URL names it', () => {
  expect(parsed({ LOULAN_DATA: '/srv/loulan' })).toMatchObject({
    config: { data: { kind: 'folder', folder: '/srv/loulan' } },
  });
  const url = 'postgres://loulan:secret@db.local:5432/loulan';
  expect(parsed({ DATABASE_URL: url })).toMatchObject({ config: { data: { kind: 'postgres', url } } });
});

test('a database URL that cannot be used is refused without repeating its password', () => {
  const [problem, ...others] = problemsOf({ DATABASE_URL: 'mysql://loulan:secret@db/loulan' });
  expect(problem).toMatch(/^invalid DATABASE_URL/);
  expect(problem).not.toContain('secret');
  expect(others).toEqual([]);
});

test('every limit is a setting, in the unit of its name', () => {
  expect(parsed({ LOULAN_MAX_BODY_KIB: '2048', LOULAN_IDLE_TIMEOUT_S: '300' })).toMatchObject({
    config: { limits: { ...defaultLimits, bodyBytes: 2_097_152, idleMs: 300_000 } },
  });
  expect(parsed({ DATABASE_URL: 'postgres://h/d', LOULAN_DATABASE_CONNECTIONS: '40' })).toMatchObject({
    config: { data: { connections: 40, statementMs: 60_000 } },
  });
});

test('limits of accounts and imports are settings, too', () => {
  const environment = {
    LOULAN_SESSION_IDLE_S: '900',
    LOULAN_PASSWORD_LENGTH: '14',
    LOULAN_IMPORT_ROWS: '500',
  };
  expect(parsed({ ...environment, LOULAN_MAX_UPLOAD_KIB: '64' })).toMatchObject({
    config: {
      accounts: { limits: { ...usualLimits, idleMs: 900_000, passwordLength: 14 } },
      imports: { ...importLimits, rows: 500, bytes: 65_536 },
    },
  });
});

const allLimitSettings = [limitSettings, accountLimitSettings, importLimitSettings].flatMap((settings) =>
  Object.values(settings),
);

test.each(allLimitSettings)('$name is refused outside of its bounds', (setting) => {
  const { name, least, most } = setting;
  for (const text of [String(most + 1), '-1', '1.5', '1e3', 'many', ...(least > 0 ? ['0'] : [])]) {
    expect(problemsOf({ [name]: text }), text).toContain(
      `invalid ${name}: ${text} (allowed: ${least}–${most})`,
    );
  }
});

test('headers may not be waited for longer than the whole request', () => {
  expect(problemsOf({ LOULAN_HEADERS_TIMEOUT_S: '90' })).toEqual([
    'invalid LOULAN_HEADERS_TIMEOUT_S: 90 (allowed: at most LOULAN_REQUEST_TIMEOUT_S, 60)',
  ]);
});

test('a session may not idle for longer than it lasts', () => {
  expect(problemsOf({ LOULAN_SESSION_S: '3600' })).toEqual([
    'invalid LOULAN_SESSION_IDLE_S: 604800 (allowed: at most LOULAN_SESSION_S, 3600)',
  ]);
});

test('the names of all settings are known, and each is explained to operators', async () => {
  const names = settingNames();
  expect(names).toEqual(expect.arrayContaining(['HOST', 'DATABASE_URL', 'LOULAN_MAX_BODY_KIB']));
  const text = await readFile(new URL('../docs/operating.md', import.meta.url), 'utf8');
  expect(names.filter((name) => !text.includes(`| \`${name}\``))).toEqual([]);
  for (const { name, fallback } of allLimitSettings) {
    expect(text).toMatch(new RegExp(`\\| \`${name}\` +\\| \`${fallback}\` +\\|`));
  }
});
