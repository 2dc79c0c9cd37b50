/** A program of ours in a process of its own, until it says where it listens. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Started {
  readonly url: string;
  /** From the start of the process to the line with the address, in ms. */
  readonly tookMs: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const address = /http:\/\/127\.0\.0\.1:\d+/;

/** @throws with what it printed when it ends before it listens */
export async function started(command: string, args: readonly string[], folder: string): Promise<Started> {
  const begin = performance.now();
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const url = await addressOf(child);
  return { url: `${url}/`, tookMs: performance.now() - begin, pid: child.pid ?? 0, stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      const found = address.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('close', (code) => reject(new Error(`ended with ${code} before it listened:\n${output}`)));
  });
}

/** The whole group: npm stands between us and the server. */
function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('close', () => resolve());
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  });
}
