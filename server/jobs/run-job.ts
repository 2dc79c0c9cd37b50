/** Jobs in threads, one at a time: memory is for one, and the server goes on answering beside it. */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { OneAtATime } from '#server/api/one-at-a-time.ts';
import { type MediumTrouble, StoreTrouble } from '#server/api/store.ts';
import { importHeap } from '#server/import/limits.ts';
import type { FromThread, Job, JobResults } from './job.ts';

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

/**
 * @param exclusively the right to write: the same that the server's own writes ask for
 * @param heapMib memory of a thread
 */
export function jobRunner(exclusively: OneAtATime, oneByOne: OneAtATime, heapMib: number): RunJob {
  const heap = { ...importHeap, maxOldGenerationSizeMb: heapMib };
  return (job, onProgress = () => undefined) => {
    const cancelled = new AbortController();
    const result = oneByOne(() => runThread(job, heap, exclusively, onProgress, cancelled.signal));
    return { result, cancel: () => cancelled.abort() } as never;
  };
}

async function runThread(
  job: Job,
  resourceLimits: ResourceLimits,
  exclusively: OneAtATime,
  onProgress: (progress: Extract<FromThread, { kind: 'progress' }>['progress']) => void,
  signal: AbortSignal,
): Promise<JobResults[Job['kind']]> {
  if (signal.aborted) throw new Cancelled('cancelled before it began');
  const thread = new Worker(threadFile, { workerData: job, resourceLimits });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const abort = () => void thread.terminate();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      thread.on('message', (message: FromThread) => {
        if (message.kind === 'progress') onProgress(message.progress);
        else if (message.kind === 'done') resolve(message.result);
        else if (message.kind === 'failed') reject(errorFrom(message));
        else if (message.kind === 'wantsToWrite') void exclusively(() => untilWritten(thread, ended));
      });
      thread.once('error', (error) => reject(reasonOf(error)));
      void ended.then(() => reject(new Cancelled('the thread was ended')));
    });
  } finally {
    signal.removeEventListener('abort', abort);
    await thread.terminate();
  }
}

/** Holds the right to write until the thread gives it back, or is gone. */
async function untilWritten(thread: Worker, ended: Promise<void>): Promise<void> {
  const wrote = new Promise<void>((resolve) => {
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'wrote') resolve();
    });
  });
  thread.postMessage('granted');
  await Promise.race([wrote, ended]);
}

function errorFrom({ message, trouble }: Extract<FromThread, { kind: 'failed' }>): Error {
  const error = new Error(message);
  return trouble === null ? error : new StoreTrouble(trouble as MediumTrouble, error);
}

function reasonOf(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new OutOfMemory('the job needed more memory than it may have') : error;
}
