import { afterEach, expect, test } from 'vitest';
import { changedSchema, helloSchema } from '#contract/events.ts';
import { personaHeader } from '#contract/session.ts';
import { type Change, changeOf } from '#domain/records/change.ts';
import type { Role } from '#domain/visibility.ts';
import { aBuilding, aLease, anEnterprise, aPortfolio, aTaxRecord, aUnit } from '../../tests/builders.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { readStream, type StreamReader } from '../../tests/stream-reader.ts';
import { toWgs84 } from '../text/datum.ts';
import { createApi } from './create-api.ts';
import type { Identify } from './identity.ts';
import type { LiveOptions } from './live/hub.ts';
import { memoryStore } from './memory-store.ts';
import type { Store } from './store.ts';

const district = aPortfolio({
  buildings: [aBuilding(), aBuilding({ id: 'b2' })],
  leases: [aLease()],
  enterprises: [anEnterprise()],
});

const open: StreamReader[] = [];
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});

interface Asked {
  readonly persona?: string;
  readonly since?: string;
}

function aLiveApi(live: Partial<LiveOptions> = {}, store: Store = memoryStore(district)) {
  const identity = { role: null as Role | null };
  const identify: Identify = async (request) => {
    const role = identity.role ?? (request.headers.get(personaHeader) as Role) ?? 'manager';
    return { ok: true, viewer: { role, personas: null, account: null } };
  };
  const api = createApi({
    store,
    identify,
    searchKeys: ({ nameZh }) => ({ texts: [nameZh], sort: nameZh }),
    now: () => new Date('2026-11-02T08:30:00Z'),
    toWgs84,
    published: [],
    addressOf: (request) => request.headers.get(personaHeader),
    requestIdOf: () => null,
    settings: { version: 'test', live: true, imports: false, tiles: null, signIn: null },
    live: { gatherMs: 5, ...live },
    onError: (error) => {
      throw error;
    },
  });
  const ask = async ({ persona, since }: Asked = {}): Promise<Response> =>
    api.request('/api/v1/events', {
      headers: { ...(persona && { [personaHeader]: persona }), ...(since && { 'last-event-id': since }) },
    });
  const listen = async (asked?: Asked) => {
    const stream = readStream(await ask(asked));
    open.push(stream);
    const hello = await stream.next();
    if (!hello) throw new Error('no hello');
    return { ...stream, hello };
  };
  const commit = async (...changes: Change[]) => {
    const write = aWrite(await store.revision(), changes, { asOf: district.asOf });
    const committed = await store.commit(write);
    if (!committed.ok) throw new Error(committed.reason);
    return committed.revision;
  };
  return { api, ask, listen, commit, identity, store };
}

const lifts = (count: number, id = 'b1') =>
  changeOf('building', aBuilding({ id }), aBuilding({ id, lifts: count }));
const rent = changeOf('lease', aLease(), aLease({ contractRent: 99 }));
const tax = changeOf('taxRecord', null, aTaxRecord({ buildingId: 'b2' }));

test('a stream begins with where the data stand, and passes through proxies that collect and compress', async () => {
  const { ask, store } = aLiveApi();
  const response = await ask({ persona: 'staff' });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  const stream = readStream(response);
  open.push(stream);
  expect((await stream.block())?.length).toBeGreaterThan(2_048);
  const hello = await stream.next();
  const revision = await store.revision();
  expect(hello).toEqual({
    event: 'hello',
    id: revision,
    data: { revision, asOf: '2026-10-31', role: 'staff' },
  });
  expect(helloSchema.parse(hello?.data).role).toBe('staff');
});

test('a write is told with its building and its revision', async () => {
  const { listen, commit } = aLiveApi();
  const stream = await listen();
  const revision = await commit(lifts(4));
  const event = await stream.next();
  expect(event).toEqual({
    event: 'changed',
    id: revision,
    data: { revision, asOf: '2026-10-31', buildings: ['b1'], all: false },
  });
  expect(changedSchema.parse(event?.data).buildings).toEqual(['b1']);
});

test('writes close together are one event', async () => {
  const { listen, commit } = aLiveApi({ gatherMs: 30 });
  const stream = await listen();
  await commit(lifts(4));
  const last = await commit(lifts(5, 'b2'));
  expect(await stream.next()).toMatchObject({ id: last, data: { buildings: ['b1', 'b2'] } });
});

test('what a role may not see is not told to it, not even that something happened', async () => {
  const { listen, commit } = aLiveApi();
  const heard = { public: await listen({ persona: 'public' }), staff: await listen({ persona: 'staff' }) };
  const manager = await listen({ persona: 'manager' });
  await commit(rent);
  expect(await heard.staff.next()).toMatchObject({ data: { buildings: ['b1'] } });
  expect(await manager.next()).toMatchObject({ data: { buildings: ['b1'] } });
  await commit(tax);
  expect(await manager.next()).toMatchObject({ data: { buildings: ['b2'] } });
  const seen = await commit(lifts(4));
  // The next that anybody else hears of is the write that they can see.
  expect(await heard.staff.next()).toMatchObject({ id: seen, data: { buildings: ['b1'] } });
  expect(await heard.public.next()).toMatchObject({ id: seen, data: { buildings: ['b1'] } });
});

test('after a gap what was missed comes as one event, as the role sees it', async () => {
  const { listen, commit, store } = aLiveApi();
  const first = await listen();
  const since = await store.revision();
  await first.close();
  await commit(rent);
  await commit(tax);
  const now = await commit(lifts(4, 'b2'));
  const staff = await listen({ persona: 'staff', since });
  expect(staff.hello.id).toBe(now);
  expect(await staff.next()).toMatchObject({ event: 'changed', id: now, data: { buildings: ['b1', 'b2'] } });
  const everybody = await listen({ persona: 'public', since });
  expect(await everybody.next()).toMatchObject({ data: { buildings: ['b2'], all: false } });
});

test('whoever missed nothing hears nothing but hello', async () => {
  const { listen, commit, store } = aLiveApi();
  await listen();
  const before = await store.revision();
  const hidden = await commit(tax);
  const manager = await listen({ persona: 'manager', since: hidden });
  const everybody = await listen({ persona: 'public', since: before });
  const next = await commit(lifts(4));
  expect(await manager.next()).toMatchObject({ id: next });
  expect(await everybody.next()).toMatchObject({ id: next });
});

test.each(['elsewhere-7', 'x'.repeat(5_000), '../..'])(
  'who comes from a state that nobody remembers is told that anything may have changed: %#',
  async (since) => {
    const { listen } = aLiveApi();
    const stream = await listen({ since });
    expect(await stream.next()).toMatchObject({ event: 'changed', data: { buildings: [], all: true } });
  },
);

test('steps are kept up to a number; older ones make it all', async () => {
  const { listen, commit, store } = aLiveApi({ keptSteps: 3 });
  const told = await listen();
  const old = await store.revision();
  const kept = await commit(lifts(1));
  await told.next();
  await commit(lifts(2));
  await told.next();
  await commit(lifts(3, 'b2'));
  expect(await (await listen({ since: old })).next()).toMatchObject({ data: { all: true } });
  expect(await (await listen({ since: kept })).next()).toMatchObject({ data: { buildings: ['b1', 'b2'] } });
});

test('more than five hundred buildings are not named one by one', async () => {
  const { listen, commit } = aLiveApi();
  const stream = await listen();
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      changeOf('unit', null, aUnit({ buildingId: `n${i}`, id: `${count}` })),
    );
  await commit(...many(500));
  const named = changedSchema.parse((await stream.next())?.data);
  expect([named.buildings.length, named.all]).toEqual([500, false]);
  await commit(...many(501));
  expect(await stream.next()).toMatchObject({ data: { buildings: [], all: true } });
});

test('data that were loaded anew are all new', async () => {
  const store = memoryStore(district);
  const { listen, commit } = aLiveApi(
    {},
    { ...store, loadPortfolio: async () => ({ ...(await store.loadPortfolio()), changes: null }) },
  );
  const stream = await listen({ persona: 'public' });
  await commit(lifts(4));
  expect(await stream.next()).toMatchObject({ data: { buildings: [], all: true } });
});

test('a new day of the data is told, whatever it was that brought it', async () => {
  const { listen, store } = aLiveApi();
  const stream = await listen({ persona: 'public' });
  await store.commit(aWrite(await store.revision(), [tax], { asOf: '2026-12-01' }));
  expect(await stream.next()).toMatchObject({ data: { asOf: '2026-12-01', buildings: [], all: false } });
});

test('all readers of a role get the same bytes, made once', async () => {
  const { ask, commit } = aLiveApi();
  const readers = await Promise.all([1, 2, 3].map(async () => (await ask()).body?.getReader()));
  const chunk = async () => Promise.all(readers.map(async (reader) => (await reader?.read())?.value));
  const hellos = await chunk();
  await commit(lifts(4));
  const events = await chunk();
  for (const [first, ...others] of [hellos, events]) {
    expect(first).toBeInstanceOf(Uint8Array);
    for (const other of others) expect(other).toBe(first);
  }
  for (const reader of readers) await reader?.cancel();
});

test('a quiet stream shows that it is alive', async () => {
  const { ask } = aLiveApi({ heartbeatMs: 50 });
  const stream = readStream(await ask());
  open.push(stream);
  await stream.block();
  await stream.block();
  expect(await stream.block()).toMatch(/^:/);
  expect(await stream.block()).toMatch(/^:/);
});

test('who is somebody else by now is let go', async () => {
  const { listen, identity } = aLiveApi({ heartbeatMs: 50 });
  const stream = await listen({ persona: 'manager' });
  identity.role = 'public';
  expect(await stream.next()).toMatchObject({ event: 'bye' });
  expect(await stream.next()).toBeNull();
});

test('a reader that does not read is dropped with what waits for it, and makes room', async () => {
  const { ask, commit, listen } = aLiveApi({ maxQueuedBytes: 4_096, maxReaders: 1 });
  const slow = await ask();
  expect((await ask()).status).toBe(503);
  for (let i = 1; i <= 60; i++) {
    await commit(lifts(i));
    await new Promise((resolve) => setTimeout(resolve, 6));
  }
  await listen();
  const queued = await slow.text();
  expect(queued).toContain('event: changed');
  expect(queued.length).toBeLessThan(4_096 + 200);
});

test('all streams end when the server stops, and none begins', async () => {
  const stopping = new AbortController();
  const { ask, listen } = aLiveApi({ stopping: stopping.signal });
  const streams = [await listen(), await listen({ persona: 'public' })];
  stopping.abort();
  for (const stream of streams) expect(await stream.next()).toBeNull();
  expect((await ask()).status).toBe(503);
});

test('streams are counted, in all and of one party; who has gone makes room', async () => {
  const { ask, listen } = aLiveApi({
    maxReaders: 3,
    maxPerParty: 2,
  });
  const first = await listen({ persona: 'staff' });
  await listen({ persona: 'staff' });
  const third = await ask({ persona: 'staff' });
  expect(third.status).toBe(429);
  expect(third.headers.get('retry-after')).toBe('10');
  expect(await third.json()).toMatchObject({ title: 'Too many streams' });
  await listen({ persona: 'manager' });
  expect((await ask({ persona: 'public' })).status).toBe(503);
  await first.close();
  await listen({ persona: 'staff' });
});

test('HEAD opens no stream', async () => {
  const { api, listen } = aLiveApi({ maxReaders: 1 });
  const head = await api.request('/api/v1/events', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-type')).toBe('text/event-stream');
  await listen();
});
