import { expect, test } from 'vitest';
import { problemSchema } from '#contract/problem.ts';
import { anApi } from '../../tests/api.ts';
import { aPortfolio } from '../../tests/builders.ts';
import { towerAndHouse } from '../../tests/tower-and-house.ts';
import { memoryStore } from './memory-store.ts';
import { isCrossOrigin } from './unsafe-methods.ts';

test('an unknown path is a problem, not a page', async () => {
  const response = await anApi(aPortfolio()).get('/api/v1/nothing?gfa=1');
  expect(response.status).toBe(404);
  expect(problemSchema.parse(await response.json()).detail).toBe('invalid path: GET /api/v1/nothing');
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is not allowed, and GET is named',
  async (method) => {
    const response = await anApi(aPortfolio()).request('/api/v1/buildings', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(problemSchema.parse(await response.json()).status).toBe(405);
  },
);

test('HEAD answers as GET does, without a body', async () => {
  const response = await anApi(towerAndHouse).request('/api/v1/buildings/tower', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.text()).toBe('');
});

test.each([
  ['from another origin', 403, { origin: 'http://evil.example', 'content-type': 'application/json' }, '{}'],
  ['across sites', 403, { 'sec-fetch-site': 'cross-site' }, '{}'],
  ['that is a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1'],
  ['too large', 413, { 'content-type': 'application/json' }, `"${'x'.repeat(1024 * 1024)}"`],
])('a write %s is refused with %i', async (_, status, headers, body) => {
  const init = { method: 'POST', headers: { 'content-length': String(body.length), ...headers }, body };
  const response = await anApi(aPortfolio()).request('/api/v1/buildings', init);
  expect(response.status).toBe(status);
  expect(problemSchema.parse(await response.json()).status).toBe(status);
});

test.each([
  [{}, false],
  [{ origin: 'http://localhost' }, false],
  [{ origin: 'https://localhost' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, false],
  [{ origin: 'http://localhost:81' }, true],
  [{ origin: 'null' }, true],
  [{ 'sec-fetch-site': 'same-site' }, true],
])('a write with %j comes from elsewhere: %s', (headers, isElsewhere) => {
  expect(isCrossOrigin(new Request('http://localhost/api', { headers: new Headers(headers) }))).toBe(
    isElsewhere,
  );
});

test('a failing store is told to the host, and nobody else learns why', async () => {
  const broken = {
    ...memoryStore(aPortfolio()),
    loadPortfolio: () => Promise.reject(new Error('secret path /var/db')),
  };
  const api = anApi(aPortfolio(), broken);
  const response = await api.get('/api/v1/buildings');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret|var|Error:|at /);
  expect(api.errors).toHaveLength(1);
});

test('a store that comes back is asked again', async () => {
  const store = memoryStore(aPortfolio());
  let isDown = true;
  const load = () => (isDown ? Promise.reject(new Error('down')) : store.loadPortfolio());
  const api = anApi(aPortfolio(), { ...store, loadPortfolio: load });
  expect((await api.get('/api/v1/buildings')).status).toBe(500);
  isDown = false;
  expect((await api.get('/api/v1/buildings')).status).toBe(200);
});

test('a new revision is answered from new data', async () => {
  let now = memoryStore(aPortfolio({ buildings: [] }));
  const api = anApi(aPortfolio(), {
    ...now,
    revision: () => now.revision(),
    loadPortfolio: () => now.loadPortfolio(),
  });
  expect(await (await api.get('/api/v1/buildings')).json()).toMatchObject({ total: 0 });
  now = memoryStore(towerAndHouse);
  expect(await (await api.get('/api/v1/buildings')).json()).toMatchObject({ total: 3 });
});

test('who is asking, and from which roles they may choose', async () => {
  const response = await anApi(aPortfolio()).get('/api/v1/me', { persona: 'staff' });
  expect(await response.json()).toEqual({
    role: 'staff',
    personas: ['public', 'staff', 'manager'],
    account: null,
  });
});
