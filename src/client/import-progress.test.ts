import { expect, test } from 'vitest';
import { followProgress } from './import-progress.ts';

const event = (status: string, done: number) =>
  `event: progress\ndata: {"status":"${status}","phase":"checking","done":${done},"total":10}\n\n`;

/** Answers with these streams, one after the other; null refuses to connect. */
function aServer(streams: readonly (string | null)[]) {
  const stop = new AbortController();
  const heard: string[] = [];
  let opened = 0;
  const line = {
    open: async () => {
      const text = streams[opened++];
      if (text === undefined) stop.abort();
      if (text === null || text === undefined) throw new TypeError('no answer');
      return new Response(text);
    },
    pause: async () => {
      heard.push('waited');
    },
  };
  const handlers = {
    onProgress: ({ status, done }: { status: string; done: number }) => heard.push(`${status} ${done}`),
    onLost: () => heard.push('lost'),
  };
  return { over: followProgress(line, handlers, stop.signal), heard };
}

test('after a lost connection it goes on', async () => {
  const { over, heard } = aServer([
    `: \n\n${event('checking', 1)}`,
    null,
    event('checking', 7) + event('checked', 10),
  ]);
  await over;
  expect(heard).toEqual([
    'checking 1',
    'lost',
    'waited',
    'lost',
    'waited',
    'checking 7',
    'checked 10',
    'lost',
    'waited',
  ]);
});

test('what is no progress is passed over', async () => {
  const { over, heard } = aServer([`event: progress\ndata: {"status":"odd"}\n\n${event('checking', 2)}`]);
  await over;
  expect(heard[0]).toBe('checking 2');
});
