import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';
import { createLog } from './observe/log.ts';
import { stopInOrder } from './stop-in-order.ts';

function aLog() {
  const events: string[] = [];
  const log = createLog({
    level: 'requests',
    writeLine: (line) => events.push((JSON.parse(line) as { event: string }).event),
    requestId: () => null,
    now: () => new Date(),
  });
  return { log, events };
}

async function aServer(stopping: AbortController) {
  const site = new Hono();
  site.get('/ready', (c) => c.text('', stopping.signal.aborted ? 503 : 200));
  site.get('/stream', (c) => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
        stopping.signal.addEventListener('abort', () => controller.close());
      },
    });
    return c.body(body, 200, { 'content-type': 'text/event-stream' });
  });
  const listening = await listen(site, '127.0.0.1', 0);
  return { listening, url: `http://127.0.0.1:${listening.port}` };
}

test('readiness ends first, requests are taken until the drain is over, the data are closed last', async () => {
  const stopping = new AbortController();
  const { log, events } = aLog();
  const { listening, url } = await aServer(stopping);
  let isClosed = false;
  const close = async () => {
    await expect(fetch(`${url}/ready`)).rejects.toThrow();
    isClosed = true;
  };
  const ended = stopInOrder({ stopping, drainMs: 300, listening, close, log });
  expect((await fetch(`${url}/ready`)).status).toBe(503);
  expect(isClosed).toBe(false);
  expect(await ended).toBe(0);
  expect(isClosed).toBe(true);
  expect(events).toEqual(['stop.began', 'stop.ended']);
});

test('an event stream does not hold the stop up', async () => {
  const stopping = new AbortController();
  const { listening, url } = await aServer(stopping);
  const stream = await fetch(`${url}/stream`);
  const began = performance.now();
  const close = async () => {};
  expect(await stopInOrder({ stopping, drainMs: 0, listening, close, log: aLog().log })).toBe(0);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(await stream.text()).toBe('data: 1\n\n');
});

test('data that cannot be closed are told, and the process ends with 1', async () => {
  const stopping = new AbortController();
  const { log, events } = aLog();
  const { listening } = await aServer(stopping);
  const close = () => Promise.reject(new Error('disk'));
  expect(await stopInOrder({ stopping, drainMs: 0, listening, close, log })).toBe(1);
  expect(events).toEqual(['stop.began', 'stop.failed']);
});
