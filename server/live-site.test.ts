/** Live updates over sockets: what stands between reader and server, and what comes when it stops. */
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import { aBuilding, aPortfolio } from '../tests/builders.ts';
import { aBuiltPage, type BuiltPage } from '../tests/built-page.ts';
import { aWrite } from '../tests/contract/write.ts';
import { readStream } from '../tests/stream-reader.ts';
import { memoryStore } from './api/memory-store.ts';
import { parseConfig } from './config.ts';
import { createSite } from './create-server.ts';
import { listen } from './listen.ts';
import { createLog } from './observe/log.ts';
import { readStaticFiles, type StaticFiles } from './static-files.ts';

let page: BuiltPage;
let files: StaticFiles;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  page = await aBuiltPage();
  files = await readStaticFiles(page.folder);
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => page.remove());

async function aServer() {
  const parsed = parseConfig({ HOST: '127.0.0.1', PORT: '0' }, page.folder);
  if (!parsed.ok) throw new Error(parsed.problems.join());
  const store = memoryStore(aPortfolio());
  const stopping = new AbortController();
  const lines: string[] = [];
  const site = createSite({
    config: parsed.config,
    files,
    store,
    searchKeys: ({ nameZh }) => ({ texts: [nameZh], sort: nameZh }),
    version: '0',
    published: [],
    log: createLog({
      level: 'errors',
      writeLine: (line) => lines.push(line),
      requestId: () => null,
      now: () => new Date(),
    }),
    stopping: stopping.signal,
  });
  const { port, stop } = await listen(site, '127.0.0.1', 0);
  const end = async () => {
    stopping.abort();
    await stop();
  };
  ends.push(end);
  const commit = async (lifts: number) => {
    const change = changeOf('building', aBuilding(), aBuilding({ lifts }));
    await store.commit(aWrite(await store.revision(), [change], { asOf: '2026-10-31' }));
  };
  return { port, url: `http://127.0.0.1:${port}/api/v1/events`, commit, end, lines };
}

/** Passes on what comes only once it has a whole block of it, and then leaves off collecting: a common default. */
async function aCollectingProxy(to: number, blockBytes: number): Promise<string> {
  const proxy = createServer((incoming, outgoing) => {
    const onward = ask({ port: to, host: '127.0.0.1', path: incoming.url, headers: incoming.headers });
    onward.on('response', (answer) => {
      const held: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        held.push(chunk);
        size += chunk.byteLength;
        if (size < blockBytes) return;
        if (!outgoing.headersSent) outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        for (const part of held.splice(0)) outgoing.write(part);
      });
      answer.on('end', () => outgoing.end());
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    onward.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  ends.push(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/v1/events`;
}

test('a stream is neither compressed nor given a length', async () => {
  const { url } = await aServer();
  const response = await fetch(url, { headers: { 'accept-encoding': 'br, gzip' } });
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(response.headers.get('content-length')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  await response.body?.cancel();
});

test('behind a proxy that collects a first kilobyte, hello and changes arrive while they happen', async () => {
  const { port, commit } = await aServer();
  const stream = readStream(await fetch(await aCollectingProxy(port, 1_024)));
  expect(await stream.next()).toMatchObject({ event: 'hello' });
  await commit(4);
  const before = performance.now();
  expect(await stream.next()).toMatchObject({ event: 'changed', data: { buildings: ['b1'] } });
  expect(performance.now() - before).toBeLessThan(1_000);
  await stream.close();
});

test('a server that stops ends its streams at once and does not wait for them', async () => {
  const { url, end, lines } = await aServer();
  const streams = await Promise.all(
    [fetch(url), fetch(url)].map(async (response) => readStream(await response)),
  );
  for (const stream of streams) await stream.next();
  const before = performance.now();
  await end();
  expect(performance.now() - before).toBeLessThan(2_000);
  for (const stream of streams) expect(await stream.next()).toBeNull();
  expect(lines).toEqual([]);
});

test('the streams of one address are counted, and closed ones make room', async () => {
  const { url } = await aServer();
  const responses = await Promise.all(Array.from({ length: 200 }, () => fetch(url)));
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
  const refused = await fetch(url);
  expect(refused.status).toBe(429);
  await refused.body?.cancel();
  const forwarded = await fetch(url, { headers: { 'x-forwarded-for': '10.0.0.9' } });
  expect(forwarded.status).toBe(200);
  for (const { body } of [forwarded, ...responses]) await body?.cancel();
  await expect
    .poll(async () => {
      const { status, body } = await fetch(url);
      await body?.cancel();
      return status;
    })
    .toBe(200);
}, 20_000);
