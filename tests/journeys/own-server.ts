/** A server of a journey's own, with its own data: for journeys that write. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from './journey.ts';

export { expect } from './journey.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<unknown>;
}

export interface OwnServer {
  /** Without a slash at its end; the same after a restart. */
  readonly url: string;
  /** Where its data lie; gone after the journey. */
  readonly folder: string;
  /** What it has written to its output since it started last. */
  readonly said: () => { readonly out: string; readonly err: string };
  /** Ends it, gracefully unless told to kill; its data stay. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** Starts it again on the same data and the same port. */
  readonly restart: () => Promise<void>;
}

interface OwnServerFixtures {
  /** For `test.use`: what the server's command line adds, such as `--empty`. */
  readonly serverFlags: readonly string[];
  /** For `test.use`: what its environment adds, such as `LOULAN_PERSONAS`; a `PORT` where it must be known before. */
  readonly serverEnvironment: Readonly<Record<string, string>>;
  readonly server: OwnServer;
}

function spawnServer(flags: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [main, ...flags], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOULAN_APP_DIR: process.env['LOULAN_APP_DIR'] ?? 'dist',
      HOST: '127.0.0.1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  return { child, said, ended: once(child, 'close') };
}

/** The port in the line that says where it listens. */
async function portOf({ child, said, ended }: Started): Promise<number> {
  for (;;) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said.out)?.[1];
    if (port !== undefined) return Number(port);
    if (child.exitCode !== null) throw new Error(`the server ended at once: ${said.err}`);
    await Promise.race([child.stdout ? once(child.stdout, 'data') : ended, ended]);
  }
}

async function startOwn(
  folder: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<OwnServer> {
  const start = (port: number) =>
    spawnServer(flags, { LOULAN_DATA: folder, ...environment, PORT: String(port) });
  let running = start(Number(environment['PORT'] ?? 0));
  const port = await portOf(running);
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    said: () => running.said,
    stop: async (signal = 'SIGTERM') => {
      running.child.kill(signal);
      await running.ended;
    },
    restart: async () => {
      running = start(port);
      await portOf(running);
    },
  };
}

export const test = base.extend<OwnServerFixtures>({
  serverFlags: [[], { option: true }],
  serverEnvironment: [{}, { option: true }],
  server: async ({ serverFlags, serverEnvironment }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'loulan-own-'));
    const server = await startOwn(folder, serverFlags, serverEnvironment);
    await use(server);
    await server.stop('SIGKILL');
    await rm(folder, { recursive: true });
  },
  baseURL: async ({ server }, use) => use(server.url),
});
