/**
 * Exports of a large district: time, size, what memory they take at most, and how long others wait meanwhile.
 * Each format in a process of its own, since a process never gives its peak back.
 *
 *   npm run bench:export           20,000 buildings
 *   npm run bench:export -- 5000   another number
 */
import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import { anApi } from '../tests/api.ts';
import { report } from './report.ts';

const formats = ['csv', 'geojson', 'xlsx', 'arrow'] as const;
const mostMegabytes = { csv: 100, geojson: 100, xlsx: 100, arrow: 150 } as const;
const mostWaitMs = 100;

interface Figures {
  readonly ms: number;
  readonly megabytes: number;
  readonly peakMegabytes: number;
  readonly longestWaitMs: number;
}

/** Heap and buffers, garbage that waits to be collected included. */
function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Reads one export to its end and keeps nothing; as a socket would, it lets others run after each chunk. */
async function measure(format: string, buildings: number): Promise<Figures> {
  const api = anApi(generatePortfolio({ buildings, units: buildings * 3, historyMonths: 0 }));
  let peak = 0;
  const read = async (query: string) => {
    const response = await api.get(`/api/v1/buildings.${format}${query}`);
    if (response.status !== 200 || !response.body) throw new Error(`invalid answer: ${response.status}`);
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.length;
      peak = Math.max(peak, used());
      await setImmediate();
    }
    return bytes;
  };
  await read('?gfa=150000..');
  globalThis.gc?.();
  const before = used();
  peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, used());
  }, 2);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const bytes = await read('?sort=name');
  const ms = performance.now() - start;
  delay.disable();
  clearInterval(sampling);
  return {
    ms,
    megabytes: bytes / 1e6,
    peakMegabytes: (peak - before) / 1e6,
    longestWaitMs: delay.max / 1e6,
  };
}

const [first = '20000', format] = process.argv.slice(2);
const buildings = Number(first);
if (format) {
  console.log(JSON.stringify(await measure(format, buildings)));
} else {
  console.log(`${buildings.toLocaleString('en')} buildings`);
  for (const name of formats) {
    const script = new URL(import.meta.url).pathname;
    const output = execFileSync(process.execPath, ['--expose-gc', script, first, name], { encoding: 'utf8' });
    const { ms, megabytes, peakMegabytes, longestWaitMs } = JSON.parse(output) as Figures;
    report(`${name}: time`, ms, 'ms', null);
    report(`${name}: size`, megabytes, 'MB', null);
    report(`${name}: memory above what the server holds already`, peakMegabytes, 'MB', mostMegabytes[name]);
    report(`${name}: longest that others wait`, longestWaitMs, 'ms', mostWaitMs);
  }
}
