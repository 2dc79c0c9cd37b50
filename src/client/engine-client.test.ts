import { expect, test, vi } from 'vitest';
import { defaultSort, emptyFilter } from '#domain/query/query.ts';
import { EngineClient, type EnginePort } from './engine-client.ts';
import type { EngineReplyMessage, EngineRequestMessage, Found, Loaded, Question } from './engine-protocol.ts';

/** A worker that answers when the test says so. */
function aWorker() {
  const sent: EngineRequestMessage[] = [];
  let deliver: (event: { readonly data: EngineReplyMessage }) => void = () => {};
  let isTerminated = false;
  const port: EnginePort = {
    postMessage: (message) => sent.push(message as EngineRequestMessage),
    addEventListener: (_, listener) => {
      deliver = listener;
    },
    terminate: () => {
      isTerminated = true;
    },
  };
  return {
    port,
    sent,
    isTerminated: () => isTerminated,
    texts: () => sent.flatMap((message) => (message.kind === 'ask' ? [message.question.query.text] : [])),
    /** Answers the request that was sent as number `place`. */
    answer: async (place: number, reply: EngineReplyMessage extends infer M ? Omit<M, 'turn'> : never) => {
      deliver({ data: { turn: sent[place]?.turn ?? -1, ...reply } as EngineReplyMessage });
      await Promise.resolve();
      await new Promise((done) => setTimeout(done));
    },
  };
}

const question = (text: string): Question => ({
  query: { ...emptyFilter, text, sort: defaultSort },
  view: { offset: 0, limit: 0, viewport: null, charts: false },
});
const found = { rows: [] } as unknown as Found;

function listening(client: EngineClient): string[] {
  const heard: string[] = [];
  client.listen((_, { query }) => heard.push(query.text));
  return heard;
}

test('one question is in flight; of those that wait the latest is asked next', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard = listening(client);
  for (const text of ['a', 'b', 'c', 'd']) client.ask(question(text));
  expect(worker.texts()).toEqual(['a']);
  await worker.answer(0, { reply: found });
  expect(worker.texts()).toEqual(['a', 'd']);
  expect(heard).toEqual(['a']);
  await worker.answer(1, { reply: found });
  expect(heard).toEqual(['a', 'd']);
  expect(worker.sent).toHaveLength(2);
});

test('an answer comes with the question that it answers', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard: unknown[] = [];
  client.listen((answer, asked) => heard.push(answer, asked));
  const asked = question('a');
  client.ask(asked);
  client.ask(question('b'));
  await worker.answer(0, { reply: found });
  expect(heard).toEqual([found, asked]);
});

test('a question that fails is reported and does not block the next', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard = listening(client);
  client.ask(question('a'));
  client.ask(question('b'));
  await worker.answer(0, { error: 'invalid viewport' });
  expect(reported).toHaveBeenCalledWith(new Error('invalid viewport'));
  expect(worker.texts()).toEqual(['a', 'b']);
  await worker.answer(1, { reply: found });
  expect(heard).toEqual(['b']);
  vi.unstubAllGlobals();
});

test('a listener that throws does not block the next question', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  client.listen(() => {
    throw new Error('cannot draw');
  });
  client.ask(question('a'));
  client.ask(question('b'));
  await worker.answer(0, { reply: found });
  expect(reported).toHaveBeenCalledWith(new Error('cannot draw'));
  expect(worker.texts()).toEqual(['a', 'b']);
  vi.unstubAllGlobals();
});

test('whoever stops listening hears no more', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard: string[] = [];
  const stop = client.listen((_, { query }) => heard.push(query.text));
  client.ask(question('a'));
  await worker.answer(0, { reply: found });
  stop();
  client.ask(question('b'));
  await worker.answer(1, { reply: found });
  expect(heard).toEqual(['a']);
});

test('other requests pass the running question, and each gets its own reply in any order', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  client.ask(question('a'));
  const first = client.request({ kind: 'building', id: 'b1' });
  const second = client.request({ kind: 'extent', query: question('').query });
  expect(worker.sent.map(({ kind }) => kind)).toEqual(['ask', 'building', 'extent']);
  const box = { west: 1, south: 2, east: 3, north: 4 };
  await worker.answer(2, { reply: box });
  await worker.answer(1, { reply: null });
  expect(await second).toEqual(box);
  expect(await first).toBeNull();
});

test('a request that the worker cannot serve is rejected with its words', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const asked = client.request({ kind: 'building', id: 'b1' });
  const seen = expect(asked).rejects.toThrow('asked before a catalogue was loaded');
  await worker.answer(0, { error: 'asked before a catalogue was loaded' });
  await seen;
});

test('a reply that nobody waits for is ignored', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard = listening(client);
  await worker.answer(7, { reply: found });
  client.ask(question('a'));
  await worker.answer(0, { reply: found });
  expect(heard).toEqual(['a']);
});

test('closing ends the worker and rejects what is pending and what comes after', async () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  client.ask(question('a'));
  client.ask(question('b'));
  const pending = expect(client.request({ kind: 'building', id: 'b1' })).rejects.toThrow('closed');
  client.close();
  expect(worker.isTerminated()).toBe(true);
  await pending;
  await expect(client.request({ kind: 'building', id: 'b1' })).rejects.toThrow('closed');
  await new Promise((done) => setTimeout(done));
  expect(worker.texts()).toEqual(['a']);
  expect(reported).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

test('an answer comes with the catalogue that it was given from, also when a newer one is on its way', async () => {
  const worker = aWorker();
  const client = new EngineClient(worker.port);
  const heard: unknown[] = [];
  client.listen((_found, { query }, loaded) => heard.push([query.text, loaded]));
  const catalogues = ['old', 'new'].map((name) => ({ ids: [name] }) as unknown as Loaded);
  const load = () => client.request({ kind: 'load', bytes: new ArrayBuffer(0) });
  const first = load();
  await worker.answer(0, { reply: { ok: true, loaded: catalogues[0] } as never });
  client.ask(question('before'));
  const second = load();
  await worker.answer(1, { reply: found });
  await worker.answer(2, { reply: { ok: true, loaded: catalogues[1] } as never });
  client.ask(question('after'));
  await worker.answer(3, { reply: found });
  expect(heard).toEqual([
    ['before', catalogues[0]],
    ['after', catalogues[1]],
  ]);
  const broken = load();
  await worker.answer(4, { reply: { ok: false, reason: 'truncated' } as never });
  client.ask(question('still'));
  await worker.answer(5, { reply: found });
  expect(heard[2]).toEqual(['still', catalogues[1]]);
  await Promise.all([first, second, broken]);
});
