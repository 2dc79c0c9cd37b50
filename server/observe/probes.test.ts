import { request } from 'node:http';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { type Config, parseConfig } from '../config.ts';
import { type Listening, listen } from '../listen.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { SocketEnv } from './observe-requests.ts';
import { routeProbes } from './probes.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const { stop } of open.splice(0)) await stop();
});

function configOf(environment: Record<string, string>): Config {
  const parsed = parseConfig(environment, '');
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return parsed.config;
}

async function probed(ping: () => Promise<void>, environment: Record<string, string> = {}) {
  const site = new Hono<SocketEnv>();
  const metrics = createMetrics();
  metrics.gauge('one', 'One.', () => 1);
  const lines: string[] = [];
  const log = createLog({
    level: 'errors',
    writeLine: (line) => lines.push(line),
    requestId: () => null,
    now: () => new Date(),
  });
  const stopping = new AbortController();
  routeProbes(site, {
    store: { ping },
    metrics,
    log,
    config: configOf(environment),
    stopping: stopping.signal,
  });
  const listening = await listen(site, '127.0.0.1', 0);
  open.push(listening);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, { headers });
  return { get, port: listening.port, lines, stop: () => stopping.abort() };
}

test('while the data answer, the server is up and ready', async () => {
  const { get } = await probed(async () => {});
  for (const path of ['/healthz', '/readyz']) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok' });
  }
});

test('without its data the server is up but not ready, and nobody else learns why', async () => {
  const { get, lines } = await probed(() => Promise.reject(new Error('cannot open /var/db')));
  expect((await get('/healthz')).status).toBe(200);
  const response = await get('/readyz');
  expect(response.status).toBe(503);
  expect(await response.text()).toBe('{"status":"noData"}');
  expect(lines[0]).toContain('"event":"ready.failed"');
});

test('data that do not answer in time are not waited for, nor asked by everybody', async () => {
  let asked = 0;
  const never = () => {
    asked++;
    return new Promise<void>(() => {});
  };
  const { get } = await probed(never, { LOULAN_READY_TIMEOUT_S: '1' });
  const answers = await Promise.all(Array.from({ length: 50 }, () => get('/readyz')));
  expect(answers.every(({ status }) => status === 503)).toBe(true);
  expect(asked).toBe(1);
});

test('a stopping server is not ready, whatever its data say', async () => {
  const { get, stop } = await probed(async () => {});
  stop();
  expect(await (await get('/readyz')).json()).toEqual({ status: 'stopping' });
  expect((await get('/healthz')).status).toBe(200);
});

test('figures are for programs on this machine', async () => {
  const { get, port } = await probed(async () => {});
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await response.text()).toContain('\none 1\n');
  expect((await get('/metrics', { 'x-forwarded-for': '10.0.0.9' })).status).toBe(403);
  const rebound = await new Promise<number | undefined>((resolve) =>
    request({ port, path: '/metrics', headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end(),
  );
  expect(rebound).toBe(403);
});

test('an operator may show the figures to everybody, or to nobody', async () => {
  const forwarded = { 'x-forwarded-for': '10.0.0.9' };
  const shown = await probed(async () => {}, { LOULAN_METRICS: 'open' });
  expect((await shown.get('/metrics', forwarded)).status).toBe(200);
  const hidden = await probed(async () => {}, { LOULAN_METRICS: 'off' });
  expect((await hidden.get('/metrics')).status).toBe(404);
});
