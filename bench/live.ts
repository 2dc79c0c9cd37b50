/**
 * `npm run bench:live`: a thousand readers of the event stream over loopback: memory of the server for each, and
 * how long after a write the last of them has heard of it; first strangers, then readers who are signed in. Readers
 * and server are processes of their own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ReadersTell } from './live-readers.ts';
import type { Tells, Told } from './live-server.ts';
import { percentile, report } from './report.ts';

const readers = 1_000;
const fewReaders = 100;
const writes = 20;
/** What the allocator keeps differs from start to start, so several are measured. */
const rounds = 5;
const limits = { kilobytes: 40, lastMs: 1_000 };

const here = (name: string) => join(import.meta.dirname, name);

function next<T extends { readonly kind: string }>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`ended before it said "${kind}"`));
    const take = (message: T) => {
      if (message.kind !== kind) return;
      child.off('message', take);
      child.off('exit', onExit);
      resolve(message);
    };
    child.on('message', take);
    child.on('exit', onExit);
  });
}

type Kind<K extends Tells['kind']> = Extract<Tells, { kind: K }>;

function said<K extends Tells['kind']>(server: ChildProcess, kind: K): Promise<Kind<K>> {
  return next<Kind<K>>(server, kind);
}

function memory(server: ChildProcess): Promise<Kind<'memory'>> {
  const told = said(server, 'memory');
  server.send('memory' satisfies Told);
  return told;
}

type Door = Pick<Kind<'port'>, 'port' | 'cookie'>;

async function withReaders({ port, cookie }: Door, count: number): Promise<ChildProcess> {
  const child = fork(here('live-readers.ts'), [String(port), String(count), cookie ?? '']);
  await next<ReadersTell>(child, 'ready');
  return child;
}

async function gone(child: ChildProcess, leave: () => void): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  leave();
  await exited;
}

/** From just before each write until the last reader had heard of it, in ms. */
async function heardAfter(server: ChildProcess, crowd: ChildProcess): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < writes; i++) {
    const both = Promise.all([said(server, 'written'), next<ReadersTell>(crowd, 'heard')]);
    server.send('write' satisfies Told);
    const [{ at }, { last }] = await both;
    took.push(last - at);
  }
  return took;
}

async function round(as: 'stranger' | 'account') {
  const server = fork(here('live-server.ts'), [as], { execArgv: ['--expose-gc'] });
  try {
    const door = await said(server, 'port');
    // Compiled code belongs to nobody: as many readers as are weighed later come and go first, a few at a time.
    // What they and the start left free is filled by a first thousand that stays, so that the thousand that is
    // weighed finds nothing to use again.
    for (let i = 0; i < readers / fewReaders; i++) {
      const few = await withReaders(door, fewReaders);
      if (i === 0) await heardAfter(server, few);
      await gone(few, () => few.disconnect());
    }
    const first = await withReaders(door, readers);
    const took = await heardAfter(server, first);
    const before = await memory(server);
    const crowd = await withReaders(door, readers);
    await heardAfter(server, crowd);
    const after = await memory(server);
    for (const child of [first, crowd]) await gone(child, () => child.disconnect());
    await gone(server, () => server.send('stop' satisfies Told));
    const each = (what: 'resident' | 'heap') => (after[what] - before[what]) / readers / 1_000;
    return { took, resident: each('resident'), heap: each('heap') };
  } finally {
    if (server.exitCode === null) server.kill();
  }
}

const whose = { stranger: 'strangers', account: 'signed in' } as const;

for (const as of ['stranger', 'account'] as const) {
  const results = [];
  for (let i = 0; i < rounds; i++) results.push(await round(as));
  const resident = results.map((result) => result.resident);
  const heap = results.map((result) => result.heap);
  const took = results.flatMap((result) => result.took);
  console.log(
    `${readers} readers of the event stream, ${whose[as]}, ${rounds} starts with ${writes} writes each`,
  );
  report('resident memory of the server for each, median', percentile(resident, 0.5), 'kB', limits.kilobytes);
  report('the same, worst start', Math.max(...resident), 'kB', limits.kilobytes);
  report('of that on the heap', percentile(heap, 0.5), 'kB', null);
  report('from a write to the last reader that has heard of it, median', percentile(took, 0.5), 'ms', null);
  report('the same, worst', Math.max(...took), 'ms', limits.lastMs);
}
