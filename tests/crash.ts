/** A server that is killed in the middle of its work, and what of it is there afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { personaHeader } from '#contract/session.ts';

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url));

export interface Running {
  readonly url: string;
  readonly pid: number;
  readonly kill: () => Promise<void>;
}

export interface CrashOutcome {
  /** Writes whose answer arrived before the kill. */
  readonly acknowledged: number;
  /** Of those, not to be found afterwards. */
  readonly lost: number;
  /** Writes of which only a part is there: a record without its entry in the audit log, or the reverse. */
  readonly halves: number;
}

function spawned(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** @throws with what it said when it ends instead of listening */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawned(environment);
  let said = '';
  const ended = once(child, 'close');
  const address = new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text;
      const url = /http:\/\/[\w.:]+/.exec(said)?.[0];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => reject(new Error(`the server ended: ${said}`)));
  });
  return {
    url: await address,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts a server and kills it after so many ms, whatever it is doing. */
export async function killedStart(environment: Readonly<Record<string, string>>, ms: number): Promise<void> {
  const child = spawned(environment);
  const ended = once(child, 'close');
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill('SIGKILL');
  await ended;
}

const headers = { 'content-type': 'application/json', [personaHeader]: 'manager' };

interface Known {
  readonly tag: string;
  readonly record: { readonly parking: number | null; readonly remarks: readonly string[] };
}

async function read(url: string, id: string): Promise<Known> {
  const response = await fetch(`${url}/api/v1/records/buildings/${id}`, { headers });
  if (!response.ok) throw new Error(`${response.status} for ${id}: ${await response.text()}`);
  return (await response.json()) as Known;
}

/** The last value that a writer was told is kept, and the one that it had sent since. */
interface Progress {
  acknowledged: number | null;
  sent: number | null;
  count: number;
}

/**
 * Lets one writer for each building count its parking spaces up, kills the server so many ms after each has
 * written once, starts it again and compares.
 * @param ids buildings, each written by one writer
 */
export async function crashWhileWriting(
  environment: Readonly<Record<string, string>>,
  ids: readonly string[],
  ms: number,
): Promise<CrashOutcome> {
  const server = await startServer(environment);
  const progress = new Map<string, Progress>();
  const writers = ids.map((id) => {
    const own: Progress = { acknowledged: null, sent: null, count: 0 };
    progress.set(id, own);
    return countUp(server.url, id, own);
  });
  await untilAllWrote(progress);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await server.kill();
  await Promise.all(writers);
  const again = await startServer(environment);
  try {
    return await compared(again.url, progress);
  } finally {
    await again.kill();
  }
}

/** A slow machine gets the time that it needs for a first write of each writer, up to half a minute. */
async function untilAllWrote(progress: ReadonlyMap<string, Progress>): Promise<void> {
  const latest = Date.now() + 30_000;
  while (Date.now() < latest && [...progress.values()].some(({ count }) => count === 0)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Ends when the server does. */
async function countUp(url: string, id: string, own: Progress): Promise<void> {
  try {
    let { tag, record } = await read(url, id);
    own.acknowledged = record.parking;
    for (;;) {
      own.sent = ((record.parking ?? 0) + 1) % 50_000;
      const response = await fetch(`${url}/api/v1/records/buildings/${id}`, {
        method: 'PATCH',
        headers: { ...headers, 'if-match': tag },
        body: JSON.stringify({ set: { parking: own.sent } }),
      });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      ({ tag, record } = (await response.json()) as Known);
      own.acknowledged = own.sent;
      own.count += 1;
    }
  } catch (error) {
    // `fetch` tells a broken connection as a TypeError; everything else is a fault of the server.
    if (!(error instanceof TypeError)) throw error;
  }
}

async function compared(url: string, progress: ReadonlyMap<string, Progress>): Promise<CrashOutcome> {
  let [acknowledged, lost, halves] = [0, 0, 0];
  for (const [id, { acknowledged: told, sent, count }] of progress) {
    acknowledged += count;
    const { parking } = (await read(url, id)).record;
    if (count > 0 && parking !== told && parking !== sent) lost += 1;
    const response = await fetch(`${url}/api/v1/records/buildings/${id}/history?limit=1`, { headers });
    const { entries } = (await response.json()) as {
      entries: readonly { fields: readonly { field: string; after: unknown }[] }[];
    };
    const written = entries[0]?.fields.find(({ field }) => field === 'parking')?.after;
    if (written !== undefined && written !== parking) halves += 1;
  }
  return { acknowledged, lost, halves };
}
