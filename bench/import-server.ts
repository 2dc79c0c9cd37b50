/**
 * `npm run bench:import-server`: 100,000 units through the running server, from the upload over the dry run to
 * the commit, while somebody else asks for buildings twenty times a second.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { XlsxStreamWriter } from 'hucre/xlsx';
import type { Import } from '#contract/imports.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { aBuiltPage } from '../tests/built-page.ts';
import { startServer } from '../tests/crash.ts';
import { percentile, report } from './report.ts';

const rowCount = 100_000;
const headings = ['楼宇名称', '楼层', '单元', '建筑面积（㎡）', '状态', '租金（元/㎡/天）', '可入驻时间'];

/** On floors that the sample does not have, so that no area of a floor stands in the way. */
function* rows(): Generator<readonly (string | number)[]> {
  const buildings = samplePortfolio().buildings.filter(({ synthetic }) => synthetic);
  for (let i = 0; i < rowCount; i++) {
    const building = buildings[i % buildings.length];
    const floor = 200 + (i % 90);
    yield [
      building?.nameZh ?? '',
      floor,
      `P${i}`,
      40 + (i % 90),
      i % 3 ? '空置' : '自用',
      3 + (i % 40) / 10,
      '2026年12月1日',
    ];
  }
}

function csv(): Uint8Array {
  const lines = [headings, ...rows()].map((row) => row.join(','));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

async function xlsx(): Promise<Uint8Array> {
  const writer = new XlsxStreamWriter({ name: '单元', columns: headings.map((header) => ({ header })) });
  for (const row of rows()) writer.addRow([...row]);
  return writer.finish();
}

/** Resident memory at its highest since the process began, in MB. */
function peakMegabytes(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1_024;
}

/** Somebody who asks twenty times a second, whether or not the last answer has come. */
function readersOf(url: string, headers: Readonly<Record<string, string>>) {
  const waits: number[] = [];
  const asked: Promise<void>[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  const ask = async () => {
    const begin = performance.now();
    await (await fetch(url, { headers })).arrayBuffer();
    waits.push(performance.now() - begin);
  };
  return {
    begin: () => {
      timer = setInterval(() => asked.push(ask()), 50);
    },
    end: async () => {
      clearInterval(timer);
      await Promise.all(asked);
      return waits;
    },
  };
}

async function measured(kind: 'CSV' | 'XLSX', bytes: Uint8Array, limitS: number): Promise<void> {
  const page = await aBuiltPage();
  const folder = mkdtempSync(join(tmpdir(), 'loulan-import-bench-'));
  const server = await startServer({ LOULAN_APP_DIR: page.folder, LOULAN_DATA: folder });
  const headers = { 'x-loulan-persona': 'manager' };
  const ask = async (method: string, path: string, body?: unknown): Promise<Import> => {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${server.url}/api/v1/imports${path}`, {
      method,
      headers: { ...headers, 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
      ...(body !== undefined && {
        body: isFile ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body),
      }),
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as Import;
  };
  const settled = async (id: string): Promise<Import> => {
    for (;;) {
      const state = await ask('GET', `/${id}`);
      if (!/ing$/.test(state.status)) return state;
      await pause(50);
    }
  };
  const readers = readersOf(`${server.url}/api/v1/buildings?vacancy=0.1..&limit=50`, headers);
  await (await fetch(`${server.url}/api/v1/buildings`, { headers })).arrayBuffer();
  report(`${kind}: memory of the server before`, peakMegabytes(server.pid), 'MB', null);
  readers.begin();
  const begin = performance.now();
  const { id } = await ask('POST', '', { source: '压测', asOf: '2026-11-01', confidence: 'C' });
  const uploaded = await ask('POST', `/${id}/files?name=units.${kind.toLowerCase()}`, bytes);
  const read = performance.now();
  await ask('POST', `/${id}/check`);
  const checked = await settled(id);
  const dry = performance.now();
  if (!checked.mayCommit)
    throw new Error(JSON.stringify(checked.parts[0]?.result?.problems.slice(0, 3) ?? uploaded));
  await ask('POST', `/${id}/commit`);
  const done = await settled(id);
  const end = performance.now();
  await pause(500);
  const waits = await readers.end();
  report(`${kind}: upload and reading`, (read - begin) / 1_000, 's', null);
  report(`${kind}: dry run`, (dry - read) / 1_000, 's', null);
  report(`${kind}: commit, judged anew`, (end - dry) / 1_000, 's', null);
  report(`${kind}: file to records, validation included`, (end - begin) / 1_000, 's', limitS);
  report(`${kind}: records written`, done.written ?? 0, '', rowCount, false);
  report(`${kind}: most memory of the whole server`, peakMegabytes(server.pid), 'MB', 400);
  report(`${kind}: GET /buildings meanwhile, p50`, percentile(waits, 0.5), 'ms', null);
  report(`${kind}: GET /buildings meanwhile, p99`, percentile(waits, 0.99), 'ms', 100);
  await server.kill();
  rmSync(folder, { recursive: true });
  await page.remove();
}

await measured('CSV', csv(), 10);
await measured('XLSX', await xlsx(), 20);
