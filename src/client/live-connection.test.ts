import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveConnection } from './live-connection.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const encoder = new TextEncoder();
const hello = (revision: string) =>
  `event: hello\nid: ${revision}\ndata: {"revision":"${revision}","asOf":"2026-10-31","role":"staff"}\n\n`;
const changed = (revision: string) =>
  `event: changed\nid: ${revision}\ndata: {"revision":"${revision}","asOf":"2026-10-31","buildings":["b1"],"all":false}\n\n`;

interface Opened {
  readonly since: string | null;
  readonly signal: AbortSignal;
  readonly send: (text: string) => void;
  readonly end: () => void;
}

/** A server whose streams the test writes; `isDown` refuses to connect. */
function aServer() {
  const server = { isDown: false, status: 200, headers: {} as Record<string, string> };
  const opened: Opened[] = [];
  const heard: string[] = [];
  const connection = new LiveConnection(
    {
      random: () => 1,
      open: async (since, signal) => {
        let queue: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null;
        const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
          start: (controller) => {
            queue = controller;
          },
        });
        signal.addEventListener('abort', () => queue?.error(new Error('aborted')));
        opened.push({
          since,
          signal,
          send: (text) => queue?.enqueue(encoder.encode(text)),
          end: () => queue?.close(),
        });
        if (server.isDown) throw new TypeError('failed to fetch');
        return new Response(server.status === 200 ? body : null, server);
      },
    },
    {
      onStatus: (status) => heard.push(status),
      onHello: ({ revision }) => heard.push(`hello ${revision}`),
      onChanged: ({ revision }) => heard.push(`changed ${revision}`),
      onBye: () => heard.push('bye'),
    },
  );
  const last = () => {
    const stream = opened.at(-1);
    if (!stream) throw new Error('nothing was opened');
    return stream;
  };
  const say = async (text: string) => {
    last().send(text);
    await wait(1);
  };
  return { server, connection, opened, heard, last, say };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('it is live from hello on, and tells what comes', async () => {
  const { connection, heard, say } = aServer();
  connection.restart();
  await say(': padding\n\n');
  expect(heard).toEqual([]);
  await say(hello('r1'));
  await say(changed('r2'));
  expect(heard).toEqual(['live', 'hello r1', 'changed r2']);
  expect(connection.revision).toBe('r2');
  connection.stop();
});

test('after a break it comes back at once and asks for what it missed, without a word', async () => {
  const { connection, heard, opened, last, say } = aServer();
  connection.restart();
  await say(hello('r1') + changed('r2'));
  await wait(20_000);
  last().end();
  await wait(101);
  expect(opened.map(({ since }) => since)).toEqual([null, 'r2']);
  expect(heard).not.toContain('offline');
  connection.stop();
});

test('who cannot come back is offline, waits longer and longer, and is live again when it is', async () => {
  const { server, connection, heard, opened, say } = aServer();
  server.isDown = true;
  connection.restart();
  await wait(102);
  expect(opened).toHaveLength(2);
  expect(heard).toEqual(['offline']);
  const times: number[] = [];
  let known = opened.length;
  for (let ms = 0; ms < 120_000; ms += 100) {
    await wait(100);
    if (opened.length > known) times.push(ms);
    known = opened.length;
  }
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  expect(gaps.every((gap, i) => i === 0 || gap >= (gaps[i - 1] ?? 0))).toBe(true);
  expect(Math.max(...gaps)).toBeLessThan(31_000);
  server.isDown = false;
  connection.restart();
  await say(hello('r9'));
  expect(heard.at(-2)).toBe('live');
  connection.stop();
});

test('streams that end as soon as they begin are not taken up in a rush', async () => {
  const { connection, opened, last, say } = aServer();
  connection.restart();
  for (let i = 0; i < 600; i++) {
    if (!last().signal.aborted && opened.length < 500) {
      await say(hello('r1'));
      try {
        last().end();
      } catch {
        // Ended before.
      }
    }
    await wait(100);
  }
  expect(opened.length).toBeLessThan(12);
  connection.stop();
});

test('a minute of silence is a break; a heartbeat is none', async () => {
  const { connection, opened, say } = aServer();
  connection.restart();
  await say(hello('r1'));
  for (let i = 0; i < 5; i++) {
    await wait(50_000);
    await say(': still here\n\n');
  }
  expect(opened).toHaveLength(1);
  await wait(60_200);
  expect(opened).toHaveLength(2);
  expect(opened[1]?.since).toBe('r1');
  expect(opened[0]?.signal.aborted).toBe(true);
  connection.stop();
});

test('a server that takes the call and says nothing is given up', async () => {
  const { connection, opened, heard } = aServer();
  connection.restart();
  await wait(10_200);
  expect(opened).toHaveLength(2);
  await wait(10_200);
  expect(heard).toContain('offline');
  connection.stop();
});

test('a server that is full is asked again when it says so', async () => {
  const { server, connection, opened } = aServer();
  server.status = 503;
  server.headers = { 'retry-after': '10' };
  connection.restart();
  await wait(9_900);
  expect(opened).toHaveLength(1);
  await wait(200);
  expect(opened).toHaveLength(2);
  connection.stop();
});

test('bye is told, and the next stream begins anew', async () => {
  const { connection, heard, opened, last, say } = aServer();
  connection.restart();
  await say(hello('r1'));
  await say('event: bye\ndata: {}\n\n');
  last().end();
  await wait(150);
  expect(heard).toContain('bye');
  expect(opened[1]?.since).toBeNull();
  connection.stop();
});

test('what the contract does not know is passed over', async () => {
  const { connection, heard, say } = aServer();
  connection.restart();
  await say(
    'event: changed\ndata: {"revision":1}\n\nevent: other\ndata: x\n\nevent: hello\ndata: no json\n\n',
  );
  expect(heard).toEqual([]);
  expect(connection.revision).toBeNull();
  connection.stop();
});

test('after stop nothing is asked, and a pause holds until the next start', async () => {
  const { connection, opened, heard, last, say } = aServer();
  connection.restart();
  await say(hello('r1'));
  connection.pause();
  await wait(300_000);
  expect(opened).toHaveLength(1);
  expect(last().signal.aborted).toBe(true);
  expect(heard.at(-1)).toBe('waiting');
  connection.restart();
  await wait(0);
  expect(opened[1]?.since).toBe('r1');
  connection.stop();
  connection.restart();
  await wait(300_000);
  expect(opened).toHaveLength(2);
});
