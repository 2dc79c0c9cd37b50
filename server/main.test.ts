import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aBuiltPage, type BuiltPage } from '../tests/built-page.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const started: ChildProcess[] = [];
const folders: string[] = [];
let page: BuiltPage;

beforeAll(async () => {
  page = await aBuiltPage();
});
afterAll(async () => {
  await page.remove();
  for (const folder of folders) rmSync(folder, { recursive: true });
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-main-'));
  folders.push(folder);
  return folder;
}

function start(environment: Record<string, string>, flags: readonly string[] = []) {
  const child = spawn(process.execPath, [main, ...flags], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOULAN_APP_DIR: page.folder,
      LOULAN_DATA: aFolder(),
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const address = async () => {
    while (!said.out.includes('\n')) await Promise.race([once(child.stdout, 'data'), ended]);
    return /http:\/\/[\w.:]+/.exec(said.out)?.[0] ?? '';
  };
  return { child, said, ended, address };
}

test('says where it listens in one line, answers there, and stops when told to', async () => {
  const { child, said, ended, address } = start({});
  const url = await address();
  expect(said.out).toMatch(/^楼览 Loulan: http:\/\/127\.0\.0\.1:\d+ \(.*sample data.*\)\n$/);
  expect(await (await fetch(`${url}/api/v1/me`)).json()).toMatchObject({ role: 'manager' });
  const list = await (await fetch(`${url}/api/v1/buildings?q=whydz`)).json();
  expect(list).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: 'wuhaoyuan' })]),
  });
  expect((await fetch(url)).headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const encoding of ['br', 'identity']) {
    const { headers } = await fetch(`${url}/api/v1/catalogue`, { headers: { 'accept-encoding': encoding } });
    expect(headers.get('vary')).toBe('x-loulan-persona, cookie, accept-encoding');
    expect(headers.get('content-encoding')).toBe(encoding === 'br' ? 'br' : null);
  }
  const before = Date.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(Date.now() - before).toBeLessThan(10_000);
  expect(said).toEqual({ out: `${said.out.split('\n', 1)[0]}\n`, err: '' });
}, 20_000);

test('a port in use is named, and it ends with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const taken = (other.address() as { port: number }).port;
  const { said, ended } = start({ PORT: String(taken) });
  expect(await ended).toBe(1);
  expect(said.err).toBe(
    `楼览 Loulan: 127.0.0.1:${taken} is in use by another program; stop that one or set PORT\n`,
  );
  other.close();
}, 20_000);

test('without a built page it says what to do', async () => {
  const { said, ended } = start({ LOULAN_APP_DIR: '/nowhere/at/all' });
  expect(await ended).toBe(1);
  expect(said.err).toMatch(
    /^楼览 Loulan: no built page in \/nowhere\/at\/all; run "npm run build" first.*\n$/,
  );
  expect(said.out).toBe('');
}, 20_000);

test('a bad environment is told line by line, before anything starts', async () => {
  const { said, ended } = start({ PORT: 'many', LOULAN_LOG: 'all' });
  expect(await ended).toBe(1);
  expect(said.err.trim().split('\n')).toEqual([
    '楼览 Loulan: invalid PORT: many (allowed: 0–65535)',
    '楼览 Loulan: invalid LOULAN_LOG: all (allowed: off | errors | requests)',
  ]);
}, 20_000);

test('a second server on the same data is refused, and the first goes on', async () => {
  const LOULAN_DATA = aFolder();
  const first = start({ LOULAN_DATA });
  const url = await first.address();
  const second = start({ LOULAN_DATA });
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/the data folder .* is in use by another Loulan \(process \d+, since .*\)/);
  expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
}, 30_000);

test('the data outlive the process, also one that was killed', async () => {
  const LOULAN_DATA = aFolder();
  const first = start({ LOULAN_DATA });
  const health = async (url: string) => (await fetch(`${url}/api/v1/health`)).json();
  const before = await health(await first.address());
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await health(await start({ LOULAN_DATA }).address())).toEqual(before);
}, 30_000);

test('--empty begins without anything made up, and says that the data are real', async () => {
  const { address, said } = start({}, ['--empty']);
  const list = await (await fetch(`${await address()}/api/v1/buildings`)).json();
  expect(list).toMatchObject({ total: 0 });
  expect(said.out).toContain('real data');
}, 30_000);

test('a folder that cannot be one is named with what to do', async () => {
  const file = join(aFolder(), 'file');
  writeFileSync(file, '');
  const { said, ended } = start({ LOULAN_DATA: file });
  expect(await ended).toBe(1);
  expect(said.err).toContain('a file of that name is in the way; set LOULAN_DATA to a folder');
}, 30_000);

test('a file that is no database is left as it is', async () => {
  const LOULAN_DATA = aFolder();
  writeFileSync(join(LOULAN_DATA, 'loulan.db'), 'not a database, but somebody’s notes '.repeat(100));
  const { said, ended } = start({ LOULAN_DATA });
  expect(await ended).toBe(1);
  expect(said.err).toContain('loulan.db is no database; move it away or restore the last backup');
}, 30_000);

test('stopping, it is not ready, finishes what it answers, and logs the way it went', async () => {
  const { child, said, ended, address } = start({ LOULAN_LOG: 'requests', LOULAN_STOP_DRAIN_S: '1' });
  const url = await address();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { interval: 20 }).toBe(503);
  expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  expect(await ended).toBe(0);
  const lines = said.out.trim().split('\n').slice(1);
  const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events[0]).toBe('stop.began');
  expect(events.at(-1)).toBe('stop.ended');
}, 30_000);

test('the figures tell of the process, its version and its data', async () => {
  const url = await start({}).address();
  await (await fetch(`${url}/api/v1/buildings`)).text();
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toMatch(/^loulan_build_info\{version="\d+\.\d+\.\d+",node="\d+[\d.]+"\} 1$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
  expect(text).toContain('loulan_http_requests_total{route="/api/v1/buildings",method="GET",status="2xx"} 1');
  expect(text).toMatch(/^loulan_data_load_duration_seconds_count\{extent="all"\} \d+$/m);
  const words = /^(# (HELP|TYPE) [a-z0-9_]+ .+|[a-z0-9_]+(\{[^{}]*\})? (-?[\d.]+(e[+-]?\d+)?|\+Inf))$/;
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !words.test(line)),
  ).toEqual([]);
}, 30_000);

test('a server that others can reach tells its operator how to become the first administrator', async () => {
  const { address, said, child, ended } = start({ HOST: '0.0.0.0' });
  const base = (await address()).replace('localhost', '127.0.0.1');
  while (!said.out.includes('/invitation#')) await once(child.stdout, 'data');
  const token = /\/invitation#([\w-]{43})\n/.exec(said.out)?.[1] ?? '';
  const answer = await fetch(`${base}/api/v1/account/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  expect(await answer.json()).toMatchObject({ kind: 'invitation', role: 'admin', login: null });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 30_000);
