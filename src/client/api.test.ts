import { afterEach, expect, test, vi } from 'vitest';
import { exportCsv, getBuilding, getCatalogue, getMe } from '#contract/endpoints.ts';
import { type Api, ApiError, fetchBytes, fetchFile, fetchJson } from './api.ts';

const api: Api = { base: '/demo/', persona: 'staff' };
const me = { endpoint: getMe, params: {} } as const;

function serve(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not an ApiError: ${error}`);
  return error;
}

/** A body that ends in the middle. */
const brokenBody = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"role":'));
      controller.error(new TypeError('terminated'));
    },
  });

test('a call goes to the endpoint under the base, as the persona', async () => {
  const fetched = serve(() => Response.json({ role: 'staff', personas: null, account: null }));
  expect(await fetchJson(api, me)).toEqual({ role: 'staff', personas: null, account: null });
  expect(fetched).toHaveBeenCalledWith('/demo/api/v1/me', {
    method: 'GET',
    headers: { 'x-loulan-persona': 'staff' },
  });
});

test('parameters of the path are escaped, and a query is appended', async () => {
  const fetched = serve(() => new Response());
  const params = { id: 'a/b?c' };
  await fetchBytes({ base: '/', persona: null }, { endpoint: getBuilding, params, query: 'lang=en' });
  expect(fetched).toHaveBeenCalledWith('/api/v1/buildings/a%2Fb%3Fc?lang=en', { method: 'GET', headers: {} });
});

test('no answer is a failure of the network', async () => {
  serve(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureOf(fetchJson(api, me))).toMatchObject({
    failure: 'network',
    problem: null,
    message: 'GET /demo/api/v1/me: no answer',
  });
});

const problem = { type: 'about:blank', title: 'Bad request', status: 400, detail: 'gfa' };

test.each([400, 401, 404, 422])('%i is a refusal with its problem', async (status) => {
  serve(() => Response.json({ ...problem, status }, { status }));
  expect(await failureOf(fetchJson(api, me))).toMatchObject({
    failure: 'refused',
    problem: { ...problem, status },
    message: `GET /demo/api/v1/me: ${status}`,
  });
});

test.each([500, 502, 503])('%i is a failure of the server, whatever its body says', async (status) => {
  serve(() => new Response('<h1>Bad gateway</h1>', { status }));
  expect(await failureOf(fetchJson(api, me))).toMatchObject({ failure: 'server', problem: null });
  serve(() => Response.json({ ...problem, status }, { status }));
  expect(await failureOf(fetchBytes(api, { endpoint: getCatalogue, params: {} }))).toMatchObject({
    failure: 'server',
    problem: { status },
  });
});

test('a refusal without a problem is still a refusal', async () => {
  serve(() => Response.json({ error: 'no' }, { status: 403 }));
  expect(await failureOf(fetchJson(api, me))).toMatchObject({ failure: 'refused', problem: null });
});

test.each([
  '<!doctype html>',
  '',
  'null',
  '{"role":"emperor","personas":null,"account":null}',
  '{"role":"staff"}',
])('an answer of %j is not what the contract says', async (body) => {
  serve(() => new Response(body));
  expect(await failureOf(fetchJson(api, me))).toMatchObject({ failure: 'unreadable' });
});

test('a connection that breaks off in the body is a failure of the network, whatever was fetched', async () => {
  serve(() => new Response(brokenBody()));
  const calls = [
    fetchJson(api, me),
    fetchBytes(api, { endpoint: getCatalogue, params: {} }),
    fetchFile(api, { endpoint: exportCsv, params: {} }),
  ];
  for (const call of calls) expect(await failureOf(call)).toMatchObject({ failure: 'network' });
});

test('a call that is called off is no failure of the API, before the answer or in its body', async () => {
  const controller = new AbortController();
  const calledOff = new DOMException('called off', 'AbortError');
  controller.abort(calledOff);
  const { signal } = controller;
  serve(() => Promise.reject(calledOff));
  await expect(fetchJson(api, { ...me, signal })).rejects.toBe(calledOff);
  serve(() => new Response(new ReadableStream({ start: (body) => body.error(calledOff) })));
  await expect(fetchJson(api, { ...me, signal })).rejects.toBe(calledOff);
});

test('bytes arrive as they are', async () => {
  serve(() => new Response(Uint8Array.of(1, 0, 255)));
  const bytes = await fetchBytes(api, { endpoint: getCatalogue, params: {} });
  expect([...new Uint8Array(bytes)]).toEqual([1, 0, 255]);
});

test.each([
  [`attachment; filename="loulan.csv"; filename*=UTF-8''%E6%A5%BC%E8%A7%88%202026.csv`, '楼览 2026.csv'],
  [`attachment; FILENAME*=utf-8''a%3Bb.csv; size=3`, 'a;b.csv'],
  [`attachment; filename*=UTF-8''%E6%zz.csv`, 'exportCsv'],
  ['attachment', 'exportCsv'],
  [null, 'exportCsv'],
])('a file sent with %s is named %s', async (disposition, name) => {
  serve(() => new Response('a,b', { headers: disposition ? { 'content-disposition': disposition } : {} }));
  const file = await fetchFile(api, { endpoint: exportCsv, params: {} });
  expect(file.name).toBe(name);
  expect(await file.content.text()).toBe('a,b');
});
