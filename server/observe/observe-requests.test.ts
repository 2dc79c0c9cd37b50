import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { currentRequestId, isLocalCaller, observeRequests, type SocketEnv } from './observe-requests.ts';
import { routeNames } from './route-names.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const { stop } of open.splice(0)) await stop();
});

interface Line {
  readonly status: number;
  readonly route: string;
  readonly requestId: string;
}

async function aServer() {
  const lines: string[] = [];
  const metrics = createMetrics();
  const log = createLog({
    level: 'requests',
    writeLine: (line) => lines.push(line),
    requestId: currentRequestId,
    now: () => new Date(),
  });
  const site = new Hono<SocketEnv>();
  const nameOf = routeNames(['/item/:id', '/stream', '/slow', '/quiet', '/local']);
  site.use(observeRequests({ log, metrics, nameOf, quiet: ['/quiet'], clock: () => performance.now() }));
  site.get('/item/:id', (c) => c.text('x'.repeat(10_000)));
  site.get('/quiet', (c) => c.text('', c.req.query('bad') ? 503 : 200));
  site.get('/local', (c) => c.json(isLocalCaller(c)));
  site.get('/slow', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return c.text('late');
  });
  let end = () => {};
  site.get('/stream', (c) => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
        end = () => controller.close();
      },
    });
    return c.body(body, 200, { 'content-type': 'text/event-stream' });
  });
  const listening = await listen(site, '127.0.0.1', 0);
  open.push(listening);
  const url = `http://127.0.0.1:${listening.port}`;
  const logged = async (count: number) => {
    await expect.poll(() => lines.length).toBe(count);
    return lines.map((line) => JSON.parse(line) as Line);
  };
  const figure = (start: string) =>
    metrics
      .text()
      .split('\n')
      .find((line) => line.startsWith(start));
  return { url, port: listening.port, lines, logged, figure, metrics, end: () => end() };
}

test('each answer names its request, and the log knows it by the same name', async () => {
  const { url, logged } = await aServer();
  const response = await fetch(`${url}/item/7`);
  await response.text();
  const [line] = await logged(1);
  expect(line).toMatchObject({
    event: 'request',
    method: 'GET',
    route: '/item/:id',
    status: 200,
    role: null,
  });
  expect(line?.requestId).toBe(response.headers.get('x-request-id'));
  expect(line).toHaveProperty(
    'bytes',
    expect.toSatisfy((bytes: number) => bytes > 10_000 && bytes < 11_000),
  );
});

test('a proxy on this machine may name the request', async () => {
  const { url } = await aServer();
  const response = await fetch(`${url}/item/7`, { headers: { 'x-request-id': 'proxy-request-1' } });
  expect(response.headers.get('x-request-id')).toBe('proxy-request-1');
});

test('nothing of what a caller sends reaches the log', async () => {
  const { url, lines, logged, metrics } = await aServer();
  const secret = 'S3cretS3cret';
  await fetch(`${url}/item/${secret}?q=${secret}`, {
    headers: {
      cookie: `session=${secret}`,
      authorization: `Bearer ${secret}`,
      'user-agent': secret,
      referer: `http://x/${secret}`,
      'x-request-id': `${secret} 1`,
      'x-forwarded-for': secret,
    },
  });
  await fetch(`${url}/invite/${secret}`);
  await fetch(`${url}/item/7`, { method: 'POST', body: secret, headers: { 'x-name': secret } });
  await logged(3);
  expect(lines.join()).not.toContain(secret);
  expect(metrics.text()).not.toContain(secret);
  expect(metrics.text()).toContain('{route="other",method="GET",status="4xx"} 1');
});

test('whoever leaves before the answer is noted as such', async () => {
  const { port, logged, figure } = await aServer();
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'connect');
  await expect.poll(() => figure('loulan_http_requests_in_flight')).toBe('loulan_http_requests_in_flight 1');
  socket.destroy();
  expect(await logged(1)).toMatchObject([{ route: '/slow', aborted: true }]);
  expect(figure('loulan_http_requests_in_flight')).toBe('loulan_http_requests_in_flight 0');
});

test('event streams are counted while they are open, and distort no duration', async () => {
  const { url, figure, end, logged } = await aServer();
  const response = await fetch(`${url}/stream`);
  expect(figure('loulan_event_streams')).toBe('loulan_event_streams 1');
  expect(figure('loulan_http_requests_in_flight')).toBe('loulan_http_requests_in_flight 0');
  end();
  await response.text();
  await logged(1);
  expect(figure('loulan_event_streams')).toBe('loulan_event_streams 0');
  expect(figure('loulan_http_request_duration_seconds_count')).toBe(undefined);
  expect(figure('loulan_http_requests_total')).toBe(
    'loulan_http_requests_total{route="/stream",method="GET",status="2xx"} 1',
  );
});

test('quiet routes are logged when they fail', async () => {
  const { url, logged } = await aServer();
  await fetch(`${url}/quiet`);
  await fetch(`${url}/quiet?bad=1`);
  expect(await logged(1)).toMatchObject([{ route: '/quiet', status: 503 }]);
});

test('paths and methods that nobody foresaw share one series', async () => {
  const { url, figure } = await aServer();
  for (let i = 0; i < 20; i++) await (await fetch(`${url}/gone/${i}`)).text();
  await (await fetch(`${url}/gone`, { method: 'PROPFIND' })).text();
  await expect
    .poll(() => figure('loulan_http_requests_total{route="other",method="GET"'))
    .toBe('loulan_http_requests_total{route="other",method="GET",status="4xx"} 20');
  await expect
    .poll(() => figure('loulan_http_requests_total{route="other",method="other"'))
    .toContain('4xx"} 1');
});

test('a program on this machine is told from a proxy and from a re-bound name', async () => {
  const { url } = await aServer();
  const isLocal = async (headers: Record<string, string>) =>
    (await fetch(`${url}/local`, { headers })).json();
  expect(await isLocal({})).toBe(true);
  expect(await isLocal({ 'x-forwarded-for': '10.0.0.1' })).toBe(false);
  expect(await isLocal({ forwarded: 'for=10.0.0.1' })).toBe(false);
});
