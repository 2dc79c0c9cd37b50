import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { aBuiltPage, type BuiltPage } from '../tests/built-page.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const started: ChildProcess[] = [];
let page: BuiltPage;

beforeAll(async () => {
  page = await aBuiltPage();
});
afterAll(() => page.remove());
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', LOULAN_APP_DIR: page.folder, PORT: '0', ...environment },
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
    expect(headers.get('vary')).toBe('x-loulan-persona, accept-encoding');
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
    '楼览 Loulan: invalid LOULAN_LOG: all (allowed: off | requests)',
  ]);
}, 20_000);
