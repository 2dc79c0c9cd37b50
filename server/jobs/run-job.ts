/** Jobs in threads, one at a time: memory is for one, and the server goes on answering beside it. */
import { Worker } from 'node:worker_threads';
import type { OneAtATime } from '#server/api/one-at-a-time.ts';
import { type MediumTrouble, StoreTrouble } from '#server/api/store.ts';
import { importHeap } from '#server/import/limits.ts';
import type { FromThread, Job, JobResults, ToThread } from './job.ts';

export interface RunningJob<K extends Job['kind']> {
  /** Rejects with {@link Cancelled}, {@link OutOfMemory}, a StoreTrouble, or what the thread failed with. */
  readonly result: Promise<JobResults[K]>;
  /** Ends the thread; what it had not committed is gone. */
  readonly cancel: () => void;
}

export type RunJob = <K extends Job['kind']>(
  job: Extract<Job, { kind: K }>,
  onProgress?: (progress: Extract<FromThread, { kind: 'progress' }>['progress']) => void,
) => RunningJob<K>;

export class Cancelled extends Error {}
/** The file needs more memory than a job may have. */
export class OutOfMemory extends Error {}

const threadFile = new URL('./thread.ts', import.meta.url);

/** In ms. Starting a thread takes longer than reading most files, so one that did its job waits for the next. */
const idleTime = 15_000;

/**
 * @param exclusively the right to write: the same that the server's own writes ask for
 * @param heapMib memory of a thread
 */
export function jobRunner(exclusively: OneAtATime, oneByOne: OneAtATime, heapMib: number): RunJob {
  const heap = { ...importHeap, maxOldGenerationSizeMb: heapMib };
  let idle: { readonly thread: Worker; readonly end: () => void } | null = null;
  const begin = () => {
    const thread = new Worker(threadFile, { resourceLimits: heap });
    // Whoever waits for a job hears of it too; between jobs it is no news.
    thread.on('error', () => undefined);
    return thread;
  };
  const take = (): Worker => {
    const thread = idle?.thread ?? begin();
    idle?.end();
    thread.ref();
    return thread;
  };
  const putBack = (thread: Worker) => {
    thread.unref();
    const forget = () => {
      idle = null;
      clearTimeout(timer);
      thread.off('exit', forget);
    };
    const timer = setTimeout(() => {
      forget();
      void thread.terminate();
    }, idleTime).unref();
    thread.once('exit', forget);
    idle = { thread, end: forget };
  };
  const work = async (job: Job, onProgress: OnProgress, signal: AbortSignal) => {
    if (signal.aborted) throw new Cancelled('cancelled before it began');
    const thread = take();
    try {
      const result = await runOn(thread, job, exclusively, onProgress, signal);
      if (mayBeUsedAgain(job, result)) putBack(thread);
      else await thread.terminate();
      return result;
    } catch (error) {
      await thread.terminate();
      throw error;
    }
  };
  return (job, onProgress = () => undefined) => {
    const cancelled = new AbortController();
    const result = oneByOne(() => work(job, onProgress, cancelled.signal));
    return { result, cancel: () => cancelled.abort() } as never;
  };
}

/** What a thread took for a long sheet it would hold while the next job takes as much again. */
const mostRowsBefore = 20_000;

function mayBeUsedAgain(job: Job, result: JobResults[Job['kind']]): boolean {
  return rowsOf(job, result) <= mostRowsBefore;
}

function rowsOf(job: Job, result: JobResults[Job['kind']]): number {
  if (job.kind === 'topRows' || job.kind === 'headings') return job.rowCount;
  if (job.kind !== 'read') return rowsIn(job.state.parts);
  const read = result as JobResults['read'];
  return read.ok ? rowsIn(read.parts) : 0;
}

function rowsIn(parts: readonly { readonly rowCount: number }[]): number {
  return parts.reduce((sum, { rowCount }) => sum + rowCount, 0);
}

type OnProgress = (progress: Extract<FromThread, { kind: 'progress' }>['progress']) => void;

/** One job; the thread must be doing nothing else. */
async function runOn(
  thread: Worker,
  job: Job,
  exclusively: OneAtATime,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<JobResults[Job['kind']]> {
  const { promise, resolve, reject } = Promise.withResolvers<JobResults[Job['kind']]>();
  const gone = new AbortController();
  const hear = (message: FromThread) => {
    if (message.kind === 'progress') onProgress(message.progress);
    else if (message.kind === 'done') resolve(message.result);
    else if (message.kind === 'failed') reject(errorFrom(message));
    else if (message.kind === 'wantsToWrite') void exclusively(() => untilWritten(thread, gone.signal));
  };
  const fail = (error: unknown) => reject(reasonOf(error));
  const exit = () => {
    gone.abort();
    reject(new Cancelled('the thread was ended'));
  };
  const abort = () => void thread.terminate();
  thread.on('message', hear);
  thread.on('error', fail);
  thread.on('exit', exit);
  signal.addEventListener('abort', abort, { once: true });
  try {
    thread.postMessage({ kind: 'job', job } satisfies ToThread);
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    thread.off('message', hear);
    thread.off('error', fail);
    thread.off('exit', exit);
  }
}

/** Holds the right to write until the thread gives it back, or is gone. */
async function untilWritten(thread: Worker, gone: AbortSignal): Promise<void> {
  if (gone.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = (message: FromThread) => {
    if (message.kind === 'wrote') resolve();
  };
  const end = () => resolve();
  thread.on('message', hear);
  gone.addEventListener('abort', end, { once: true });
  thread.postMessage({ kind: 'granted' } satisfies ToThread);
  await promise;
  thread.off('message', hear);
}

function errorFrom({ message, trouble }: Extract<FromThread, { kind: 'failed' }>): Error {
  const error = new Error(message);
  return trouble === null ? error : new StoreTrouble(trouble as MediumTrouble, error);
}

function reasonOf(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new OutOfMemory('the job needed more memory than it may have') : error;
}
