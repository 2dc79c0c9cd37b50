import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Changed } from '#contract/events.ts';
import type { Role } from '#domain/visibility.ts';
import { type LiveState, LiveUpdates } from './live-updates.ts';
import { isConcerned, isPersonal, type Staleness } from './query.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const encoder = new TextEncoder();

/** A page whose refreshes end when the test says so. */
function aPage() {
  const asked: (string | null)[] = [];
  const refreshes: { readonly stale: Staleness; readonly end: (hasCome: boolean) => Promise<void> }[] = [];
  const states: LiveState[] = [];
  let identities = 0;
  let queue: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | null = null;
  const updates = new LiveUpdates(
    {
      random: () => 0.5,
      open: async (since) => {
        asked.push(since);
        return new Response(
          new ReadableStream<Uint8Array<ArrayBuffer>>({
            start: (controller) => {
              queue = controller;
            },
          }),
        );
      },
    },
    {
      refresh: (stale) =>
        new Promise((resolve) => {
          const end = async (hasCome: boolean) => {
            resolve(hasCome);
            await wait(0);
          };
          refreshes.push({ stale, end });
        }),
      identityChanged: () => {
        identities += 1;
      },
      onState: (state) => states.push(state),
    },
  );
  const say = async (event: string, data: { readonly revision: string }) => {
    queue?.enqueue(
      encoder.encode(`event: ${event}\nid: ${data.revision}\ndata: ${JSON.stringify(data)}\n\n`),
    );
    await wait(0);
  };
  const hello = (revision: string, role: Role = 'staff') => {
    const data = { revision, asOf: '2026-10-31', role };
    return say('hello', data);
  };
  const changed = (revision: string, known: Partial<Changed> = {}) => {
    const data = { revision, asOf: '2026-11-01', buildings: ['b1'], all: false, ...known };
    return say('changed', data);
  };
  return {
    updates,
    asked,
    refreshes,
    hello,
    changed,
    status: () => states.at(-1)?.status,
    asOf: () => states.at(-1)?.asOf,
    identities: () => identities,
  };
}

const shown = (revision: string, role: Role = 'staff') => ({ revision, asOf: '2026-10-31', role });

test('a change makes the page behind until what it names has come', async () => {
  const { updates, refreshes, hello, changed, status, asOf } = aPage();
  updates.showing(shown('r1'));
  updates.start();
  await hello('r1');
  expect(status()).toBe('live');
  await changed('r2');
  expect(status()).toBe('behind');
  expect(asOf()).toBe('2026-10-31');
  await wait(200);
  expect(refreshes[0]?.stale).toEqual({ all: false, buildings: new Set(['b1']) });
  expect(status()).toBe('behind');
  updates.showing({ ...shown('r2'), asOf: '2026-11-01' });
  await refreshes[0]?.end(true);
  expect(status()).toBe('live');
  expect(asOf()).toBe('2026-11-01');
  updates.stop();
});

test('what changes during a refresh is the next one, all together', async () => {
  const { updates, refreshes, hello, changed } = aPage();
  updates.start();
  await hello('r1');
  await changed('r2');
  await wait(200);
  await changed('r3', { buildings: ['b2'] });
  await changed('r4', { buildings: ['b3'] });
  await wait(5_000);
  expect(refreshes).toHaveLength(1);
  await refreshes[0]?.end(true);
  await wait(500);
  expect(refreshes.map(({ stale }) => [...stale.buildings])).toEqual([['b1'], ['b2', 'b3']]);
  updates.stop();
});

test('a refresh that fails is tried again with everything it was for', async () => {
  const { updates, refreshes, hello, changed, status } = aPage();
  updates.start();
  await hello('r1');
  await changed('r2', { all: true, buildings: [] });
  await wait(200);
  await refreshes[0]?.end(false);
  expect(status()).toBe('behind');
  await wait(3_100);
  expect(refreshes[1]?.stale).toEqual({ all: true, buildings: new Set() });
  await refreshes[1]?.end(true);
  expect(status()).toBe('live');
  updates.stop();
});

test('a catalogue that is older than the stream asks for what lies between, once', async () => {
  const { updates, asked, hello, changed } = aPage();
  updates.start();
  await hello('r2');
  updates.showing(shown('r1'));
  await wait(2_100);
  expect(asked).toEqual([null, 'r1']);
  await hello('r2');
  await changed('r2');
  await wait(60_000 - 5_000);
  expect(asked).toEqual([null, 'r1']);
  updates.stop();
});

test('a catalogue of the same state, or of another role, asks for nothing', async () => {
  const { updates, asked, hello } = aPage();
  updates.start();
  await hello('r2');
  updates.showing(shown('r2'));
  await wait(5_000);
  updates.showing(shown('r1', 'manager'));
  await wait(5_000);
  expect(asked).toEqual([null]);
  updates.stop();
});

test('who is greeted as somebody else asks who it is', async () => {
  const { updates, hello, identities } = aPage();
  updates.start();
  await hello('r1', 'manager');
  expect(identities()).toBe(0);
  updates.tryNow();
  await wait(0);
  await hello('r1', 'public');
  expect(identities()).toBe(1);
  updates.stop();
});

test('while nobody looks nothing is asked, not even when the network changes', async () => {
  const { updates, asked, hello, status } = aPage();
  updates.start();
  await hello('r1');
  updates.pause();
  updates.tryNow();
  await wait(300_000);
  expect(asked).toEqual([null]);
  expect(status()).toBe('waiting');
  updates.resume();
  await wait(0);
  expect(asked).toEqual([null, 'r1']);
  updates.stop();
});

test.each([
  [['catalogue', 'staff'], true],
  [['building', 'staff', 'b1'], true],
  [['building', 'staff', 'b2'], false],
  [['records', 'staff', 'b1'], true],
  [['records', 'staff', 'b2'], false],
  [['months', 'staff', 'b1'], true],
  [['tenancy', 'staff', 'b1'], true],
  [['tenancy', 'staff', 'b2'], false],
  [['removals', 'staff'], true],
  [['audit', 'staff', {}], false],
  [['me', 'staff'], false],
  [['settings'], false],
  [['basemap'], false],
])('of a change to one building %j is concerned: %s', (key, expected) => {
  expect(isConcerned(key, { all: false, buildings: new Set(['b1']) })).toBe(expected);
  expect(isConcerned(key, { all: true, buildings: new Set() })).toBe(
    ['catalogue', 'building', 'records', 'months', 'tenancy', 'removals'].includes(String(key[0])),
  );
});

test('what depends on who asks is everything but the settings and the base map', () => {
  const kinds = ['catalogue', 'building', 'me', 'settings', 'basemap'];
  expect(kinds.filter((kind) => isPersonal([kind]))).toEqual(['catalogue', 'building', 'me']);
});
