import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { aBuilding, aPortfolio } from '../tests/builders.ts';
import { aBuiltPage, type BuiltPage, pageText, scriptText } from '../tests/built-page.ts';
import { towerAndHouse } from '../tests/tower-and-house.ts';
import { memoryStore } from './api/memory-store.ts';
import type { Store } from './api/store.ts';
import { type Config, parseConfig } from './config.ts';
import { createSite } from './create-server.ts';
import { createLog } from './observe/log.ts';
import { currentRequestId } from './observe/observe-requests.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';

let page: BuiltPage;
let files: StaticFiles;

beforeAll(async () => {
  page = await aBuiltPage();
  files = await readStaticFiles(page.folder);
});

afterAll(() => page.remove());

function aSite(
  environment: Record<string, string> = {},
  portfolio: Portfolio = towerAndHouse,
  store: Store = memoryStore(portfolio),
) {
  const parsed = parseConfig(environment, page.folder);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const config: Config = parsed.config;
  const lines: string[] = [];
  const site = createSite({
    config,
    files,
    store,
    published: [],
    searchKeys: ({ nameZh }) => ({ texts: [nameZh], sort: nameZh }),
    version: '0.0.0',
    log: createLog({
      level: config.log,
      writeLine: (line) => lines.push(line),
      requestId: currentRequestId,
      now: () => new Date('2026-11-02T08:30:00Z'),
    }),
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    site.request(path, { headers: { host: 'localhost:4173', ...headers } });
  return { get, lines, request: site.request };
}

const html = { accept: 'text/html,*/*' };

test('the page is served, and again for every path of its own', async () => {
  for (const path of ['/', '/index.html', '/buildings/tower', '/cockpit']) {
    const response = await aSite().get(path, html);
    expect(response.status, path).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe(pageText);
  }
});

test.each([
  ['a missing file', '/assets/gone-1234.js', html],
  ['a path that a script asks for', '/buildings/tower', { accept: 'application/json' }],
  ['a way out of the folder', '/..%2f..%2fetc%2fpasswd', {}],
  ['a compressed twin', '/index.html.br', html],
])('%s is not found', async (_, path, headers) => {
  expect((await aSite().get(path, headers)).status).toBe(404);
});

test('an answer that is kept is the same however often and in whatever encoding it is asked for', async () => {
  const { get } = aSite();
  const path = '/api/v1/buildings?type=office';
  const plain = await (await get(path)).text();
  for (let turn = 0; turn < 2; turn++) {
    const response = await get(path, { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(zlib.gunzipSync(bytes).toString()).toBe(plain);
    expect(await (await get(path)).text()).toBe(plain);
  }
});

test('an unknown path of the API is a problem, never the page', async () => {
  const response = await aSite().get('/api/v1/nothing', html);
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

test('hashed files are kept for good, and come compressed from the build', async () => {
  const path = '/assets/app-B3xq.js';
  const plain = await aSite().get(path);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await plain.text()).toBe(scriptText);
  const brotli = await aSite().get(path, { 'accept-encoding': 'gzip, br' });
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(brotli.headers.get('vary')).toContain('accept-encoding');
  expect(zlib.brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(scriptText);
  const gzip = await aSite().get(path, { 'accept-encoding': 'gzip' });
  expect(zlib.gunzipSync(await gzip.arrayBuffer()).toString()).toBe(scriptText);
});

test('each encoding of a file has a strong tag of its own that answers 304', async () => {
  const plain = (await aSite().get('/')).headers.get('etag') ?? '';
  const brotli = (await aSite().get('/', { 'accept-encoding': 'br' })).headers.get('etag') ?? '';
  expect(plain).toMatch(/^"/);
  expect(brotli).not.toBe(plain);
  expect((await aSite().get('/', { 'if-none-match': plain })).status).toBe(304);
  expect((await aSite().get('/', { 'if-none-match': brotli })).status).toBe(200);
});

test('every answer carries the strict headers', async () => {
  for (const path of ['/', '/api/v1/me', '/api/docs', '/gone.js', '/api/gone']) {
    const { headers } = await aSite().get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  }
});

test("an operator's tiles open the policy for images of their origin alone", async () => {
  const environment = {
    LOULAN_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png',
    LOULAN_TILES_ATTRIBUTION: '© 示例',
  };
  const { get } = aSite(environment);
  const policy = (await get('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("img-src 'self' data: https://tiles.example;");
  expect(policy.match(/tiles\.example/g)).toHaveLength(1);
  expect(await (await get('/api/v1/settings')).json()).toEqual({
    version: '0.0.0',
    live: true,
    imports: false,
    signIn: null,
    tiles: { url: environment.LOULAN_TILES_URL, datum: 'wgs84', attribution: '© 示例' },
  });
});

test.each(['br', 'gzip'] as const)('answers are compressed with %s and say the same', async (encoding) => {
  const { get } = aSite();
  const decode = encoding === 'br' ? zlib.brotliDecompressSync : zlib.gunzipSync;
  for (const path of [
    '/api/v1/buildings',
    '/api/v1/buildings.csv',
    '/api/v1/buildings.arrow',
    '/api/v1/catalogue',
    '/api/v1/catalogue',
  ]) {
    const plain = Buffer.from(await (await get(path)).arrayBuffer());
    const response = await get(path, { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding'), path).toBe(encoding);
    expect(response.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(decode(await response.arrayBuffer()).equals(plain)).toBe(true);
  }
});

test('a workbook, which is compressed in itself, is not compressed again', async () => {
  const response = await aSite().get('/api/v1/buildings.xlsx', { 'accept-encoding': 'br, gzip' });
  expect(response.status).toBe(200);
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('compressed catalogues of two roles are not mixed up', async () => {
  const { get } = aSite();
  const bytesFor = async (persona: string) => {
    const response = await get('/api/v1/catalogue', { 'x-loulan-persona': persona, 'accept-encoding': 'br' });
    return zlib.brotliDecompressSync(await response.arrayBuffer()).toString('latin1');
  };
  expect(await bytesFor('manager')).toContain('range.taxPerSqm');
  expect(await bytesFor('public')).not.toContain('range.taxPerSqm');
  expect(await bytesFor('manager')).toContain('range.taxPerSqm');
});

test('a catalogue that the page has is not sent again, compressed or not', async () => {
  const { get } = aSite();
  const etag = (await get('/api/v1/catalogue', { 'accept-encoding': 'br' })).headers.get('etag') ?? '';
  const again = await get('/api/v1/catalogue', { 'accept-encoding': 'br', 'if-none-match': etag });
  expect(again.status).toBe(304);
  expect(again.headers.has('content-encoding')).toBe(false);
});

async function roleOf(site: ReturnType<typeof aSite>, headers: Record<string, string> = {}) {
  const me = await site.get('/api/v1/me', { 'x-loulan-persona': 'manager', ...headers });
  return ((await me.json()) as { role: string }).role;
}

test('on this machine the sample may be seen as any persona', async () => {
  expect(await roleOf(aSite())).toBe('manager');
});

test('whoever comes from elsewhere is the public', async () => {
  expect(await roleOf(aSite({ HOST: '0.0.0.0' }))).toBe('public');
  expect(await roleOf(aSite(), { host: 'evil.example:4173' })).toBe('public');
  expect(await roleOf(aSite(), { 'x-forwarded-for': '10.0.0.9' })).toBe('public');
});

test('one real building, and everybody is the public', async () => {
  const real = aPortfolio({ buildings: [aBuilding({ synthetic: false })] });
  expect(await roleOf(aSite({}, real))).toBe('public');
});

test('a write from another origin is refused wherever it goes', async () => {
  for (const path of ['/', '/api/v1/me']) {
    const response = await aSite().request(path, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    });
    expect(response.status, path).toBe(403);
  }
});

test('a request is one line of the log, with its role and its route, without what it asked for', async () => {
  const { get, lines } = aSite({ LOULAN_LOG: 'requests' });
  const answer = await get('/api/v1/buildings/tower?q=secret', { cookie: 'token=secret' });
  await get('/secret-page', html);
  await get('/assets/app-B3xq.js');
  await get('/healthz');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      time: '2026-11-02T08:30:00.000Z',
      level: 'info',
      event: 'request',
      requestId: answer.headers.get('x-request-id'),
      method: 'GET',
      route: '/api/v1/buildings/:id',
      status: 200,
      role: 'manager',
    },
    { route: 'page', status: 200, role: null },
    { route: 'file', status: 200, role: null },
  ]);
  expect(lines.join()).not.toContain('secret');
});

test('in silence nothing is written, and every answer has its id all the same', async () => {
  const { get, lines } = aSite();
  for (const path of ['/', '/api/v1/me', '/api/gone', '/gone.js', '/healthz', '/readyz']) {
    expect((await get(path)).headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
  }
  expect(lines).toEqual([]);
});

test('a failure is logged under the id that the caller is told', async () => {
  const store = {
    ...memoryStore(towerAndHouse),
    loadPortfolio: () => Promise.reject(new Error('invalid name: 张三')),
  };
  const { get, lines } = aSite({}, towerAndHouse, store);
  const response = await get('/api/v1/buildings');
  expect(response.status).toBe(500);
  const { requestId } = (await response.json()) as { requestId: string };
  expect(requestId).toBe(response.headers.get('x-request-id'));
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    event: 'api.failed',
    requestId,
    error: { name: 'Error', message: 'invalid name=…' },
  });
});

test('a body may be as large as the operator says', async () => {
  const post = async (environment: Record<string, string>) => {
    const body = JSON.stringify('x'.repeat(20_000));
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    return (await aSite(environment).request('/api/v1/me', { method: 'POST', headers, body })).status;
  };
  expect(await post({ LOULAN_MAX_BODY_KIB: '16' })).toBe(413);
  expect(await post({})).toBe(405);
});
