/** The thread: does one job after the other. Killing it at any moment leaves the data as they were. */
import { parentPort } from 'node:worker_threads';
import { StoreTrouble } from '#server/api/store.ts';
import type { FromThread, Job, JobResults, ToThread } from './job.ts';
import { checkParts, commitParts, reportOn } from './on-data.ts';
import { readFile, readHeadingsAt, readTopRows } from './read-file.ts';
import { undoImport } from './undo.ts';

const port = parentPort;
if (port === null) throw new Error('this file runs as a thread of the server');

const say = (message: FromThread) => port.postMessage(message);

let onGranted = () => {};

/** Waits until the server grants it, and tells when it is over. */
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const granted = new Promise<void>((resolve) => {
    onGranted = resolve;
  });
  say({ kind: 'wantsToWrite' });
  await granted;
  try {
    return await work();
  } finally {
    say({ kind: 'wrote' });
  }
}

export interface ThreadTools {
  readonly exclusively: typeof exclusively;
  readonly tell: (progress: Extract<FromThread, { kind: 'progress' }>['progress']) => void;
}

const tools: ThreadTools = { exclusively, tell: (progress) => say({ kind: 'progress', progress }) };

function run(job: Job): Promise<JobResults[Job['kind']]> {
  switch (job.kind) {
    case 'read':
      return readFile(job);
    case 'topRows':
      return readTopRows(job);
    case 'headings':
      return readHeadingsAt(job);
    case 'check':
      return checkParts(job, tools);
    case 'report':
      return reportOn(job, tools);
    case 'commit':
      return commitParts(job, tools);
    case 'undo':
      return undoImport(job, tools);
  }
}

async function answer(job: Job): Promise<void> {
  try {
    say({ kind: 'done', result: await run(job) });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ kind: 'failed', message, trouble: error instanceof StoreTrouble ? error.trouble : null });
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind === 'job') void answer(message.job);
  else onGranted();
});
