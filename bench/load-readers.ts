/**
 * Many readers in a process of their own, each with a connection that it keeps: asks, reads to the end, asks
 * again. Told over the channel to its parent what to do; tells what came of it.
 */
import { Agent, request } from 'node:http';

export interface Task {
  readonly urls: readonly string[];
  readonly readers: number;
  readonly ms: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly answers: number;
  readonly errors: number;
  readonly bytes: number;
  /** From the first to the last request of the run. */
  readonly tookMs: number;
  readonly latencies: readonly number[];
}

process.on('message', (task: Task) => {
  void run(task).then((outcome) => process.send?.(outcome));
});

async function run({ urls, readers, ms, headers }: Task): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const began = performance.now();
  const latencies: number[] = [];
  let [errors, bytes] = [0, 0];
  const read = async (first: number) => {
    for (let turn = first; performance.now() - began < ms; turn++) {
      const start = performance.now();
      try {
        bytes += await get(urls[turn % urls.length] ?? '', agent, headers);
        latencies.push(performance.now() - start);
      } catch {
        errors += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, first) => read(first)));
  agent.destroy();
  return { answers: latencies.length, errors, bytes, tookMs: performance.now() - began, latencies };
}

/** @returns bytes of the body @throws when it is no 200 or breaks off */
function get(url: string, agent: Agent, headers: Task['headers']): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`status ${response.statusCode}`));
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
