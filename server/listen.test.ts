import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { defaultLimits } from './config/limits.ts';
import { listen } from './listen.ts';

test('a flood of requests on one connection is cut off before it is answered', async () => {
  let answered = 0;
  const site = new Hono().get('/slow', async (c) => {
    answered++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return c.text('slow');
  });
  site.get('/quick', (c) => c.text('quick'));
  const { port, stop } = await listen(site, '127.0.0.1', 0);
  const flood = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => {
    flood.on('close', () => resolve());
    flood.on('error', () => resolve());
  });
  flood.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(400));
  await ended;
  const quick = await fetch(`http://127.0.0.1:${port}/quick`);
  expect(await quick.text()).toBe('quick');
  expect(answered).toBeLessThanOrEqual(8);
  await stop();
});

function get(port: number, path: string, agent: Agent) {
  return new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, agent }, (answer) => {
      let body = '';
      answer.on('data', (text) => {
        body += text;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

function slowSite(ms: number) {
  const written: string[] = [];
  const site = new Hono();
  site.get('/write', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    written.push('kept');
    return c.text('kept');
  });
  return { site, written };
}

test('a write under way is finished and answered before the server has stopped', async () => {
  const { site, written } = slowSite(400);
  const { port, stop } = await listen(site, '127.0.0.1', 0);
  const agent = new Agent({ keepAlive: true });
  const answer = get(port, '/write', agent);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = performance.now();
  const { isWhole } = await stop();
  expect(written).toEqual(['kept']);
  expect(await answer).toEqual({ status: 200, body: 'kept' });
  expect(isWhole).toBe(true);
  // A connection that is kept alive does not hold the stop up once its answer is out.
  expect(performance.now() - began).toBeLessThan(2_000);
  await expect(get(port, '/write', new Agent())).rejects.toThrow(/ECONNREFUSED/);
  agent.destroy();
});

test('what outlasts the time of grace is cut, and the stop says so', async () => {
  const { site } = slowSite(60_000);
  const { port, stop } = await listen(site, '127.0.0.1', 0, { ...defaultLimits, graceMs: 200 });
  const agent = new Agent();
  const answer = get(port, '/write', agent);
  const failed = expect(answer).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await stop()).toEqual({ isWhole: false });
  await failed;
});

test('more connections than are allowed are closed as they come', async () => {
  const site = new Hono().get('/', (c) => c.text('in'));
  const { port, stop } = await listen(site, '127.0.0.1', 0, { ...defaultLimits, connections: 2 });
  const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  await Promise.all(held.map((socket) => once(socket, 'connect')));
  const third = connect(port, '127.0.0.1');
  third.on('error', () => undefined);
  await once(third, 'close');
  for (const socket of held) socket.destroy();
  await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  await stop();
});

test('headers that are larger than allowed are refused', async () => {
  const site = new Hono().get('/', (c) => c.text('in'));
  const { port, stop } = await listen(site, '127.0.0.1', 0, { ...defaultLimits, headerBytes: 8_192 });
  const ask = (length: number) =>
    fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-long': 'x'.repeat(length) } });
  expect((await ask(9_000)).status).toBe(431);
  expect((await ask(7_000)).status).toBe(200);
  await stop();
});

test('headers that never end are not waited for', async () => {
  const limits = { ...defaultLimits, headersMs: 200, requestMs: 400, idleMs: 500 };
  const { port, stop } = await listen(new Hono(), '127.0.0.1', 0, limits);
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Half: ');
  const began = performance.now();
  socket.resume();
  await once(socket, 'close');
  expect(performance.now() - began).toBeLessThan(5_000);
  await stop();
});
