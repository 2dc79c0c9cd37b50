/**
 * `npm run bench:load`: 200 readers of `GET /buildings` at once over loopback, on connections that they keep.
 * The server as it is run, against its own stack around a route that gives the same answers as they lie there, in
 * turns. Then readers beside a writer that changes a building 20 times a second.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBuiltPage } from '../tests/built-page.ts';
import type { Outcome, Task } from './load-readers.ts';
import { percentile, report } from './report.ts';
import { type Started, started } from './started.ts';

const readers = 200;
const rounds = 4;
const roundMs = Number(process.argv[2] ?? 3_000);
const limits = { leastShare: 0.5, p99Ms: 100 };
const writesPerSecond = 20;

const questions = [
  '',
  'type=office&grade=premium,A&sort=-available',
  'vacancy=..0.4&rent=80..140&unknown=rent&sort=rent',
  'plate=1500..2500&height=4..&columnFree=1',
  'q=%E5%A4%A7%E5%8E%A6&limit=20',
  'metro=800&sort=-contiguous&limit=100',
  'bbox=117.18,39.10,117.22,39.13&tenure=lease,both',
  'type=heritageHouse&sort=name&page=2&limit=20',
] as const;

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'loulan-load-'));
const page = await aBuiltPage();
process.env['LOULAN_APP_DIR'] = page.folder;

function startOn(data: string, args: readonly string[]): Promise<Started> {
  process.env['LOULAN_DATA'] = join(work, data);
  return started(process.execPath, args, root);
}

const crowd: ChildProcess = fork(join(import.meta.dirname, 'load-readers.ts'));

function read(task: Omit<Task, 'ms'>, ms = roundMs): Promise<Outcome> {
  const told = new Promise<Outcome>((resolve) => crowd.once('message', resolve));
  crowd.send({ ...task, ms } satisfies Task);
  return told;
}

const perSecond = ({ answers, tookMs }: Outcome) => (answers * 1_000) / tookMs;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of a process with all its threads, in ms: the kernel counts in hundredths of a second. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

interface Side {
  readonly pid: number;
  /** New ones for each round. */
  readonly urls: (round: number) => readonly string[];
}

/** Both in turns, each warmed up first. */
async function compare(
  what: string,
  { own: ownSide, peer: peerSide }: { readonly own: Side; readonly peer: Side },
  headers: Task['headers'],
  leastShare: number | null,
): Promise<void> {
  const spent = { own: 0, peer: 0 };
  const asked = async (who: keyof typeof spent, { pid, urls }: Side, round: number) => {
    const before = processorMs(pid);
    const outcome = await read({ urls: urls(round), readers, headers });
    spent[who] += processorMs(pid) - before;
    return outcome;
  };
  await read({ urls: ownSide.urls(-1), readers, headers }, 1_000);
  await read({ urls: peerSide.urls(-1), readers, headers }, 1_000);
  const own: Outcome[] = [];
  const peer: Outcome[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(await asked('own', ownSide, round));
    peer.push(await asked('peer', peerSide, round));
  }
  const each = (outcomes: readonly Outcome[], ms: number) =>
    (ms * 1_000) / outcomes.reduce((sum, { answers }) => sum + answers, 0);
  const errors = [...own, ...peer].reduce((sum, outcome) => sum + outcome.errors, 0);
  const latencies = own.flatMap((outcome) => outcome.latencies);
  const shares = own.map((outcome, round) => perSecond(outcome) / perSecond(peer[round] ?? outcome));
  report(`${what}: answers`, mean(own.map(perSecond)), '/s', null);
  report(`${what}: answers of the peer`, mean(peer.map(perSecond)), '/s', null);
  report(`${what}: share of the peer`, mean(shares) * 100, '%', leastShare && leastShare * 100, false);
  report(`${what}: processor time of an answer`, each(own, spent.own), 'µs', null);
  report(`${what}: processor time of the peer's`, each(peer, spent.peer), 'µs', null);
  report(`${what}: errors`, errors, '', 0);
  report(`${what}: p50 of ${readers} at once`, percentile(latencies, 0.5), 'ms', null);
  report(`${what}: p99 of ${readers} at once`, percentile(latencies, 0.99), 'ms', null);
}

/** Changes one building again and again, at a rate; ends when it is told to. @returns writes acknowledged */
async function write(api: string, isOver: () => boolean): Promise<{ count: number; latencies: number[] }> {
  const url = `${api}records/buildings/s0001`;
  const headers = { 'content-type': 'application/json' };
  let tag = ((await (await fetch(url)).json()) as { readonly tag: string }).tag;
  const latencies: number[] = [];
  let count = 0;
  const began = performance.now();
  while (!isOver()) {
    const start = performance.now();
    const body = JSON.stringify({ set: { parking: count % 50_000 } });
    const response = await fetch(url, { method: 'PATCH', headers: { ...headers, 'if-match': tag }, body });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    ({ tag } = (await response.json()) as { readonly tag: string });
    latencies.push(performance.now() - start);
    count += 1;
    const due = began + (count * 1_000) / writesPerSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
  return { count, latencies };
}

/** A few readers as people are, of every role, while somebody writes. */
async function besideWriter(what: string, api: string, urls: readonly string[]): Promise<void> {
  await read({ urls, readers: 8, headers: {} }, 1_000);
  const calm = await read({ urls, readers: 8, headers: {} });
  let isOver = false;
  const writing = write(api, () => isOver);
  const busy = await read({ urls, readers: 8, headers: {} }, roundMs * 2);
  isOver = true;
  const { count, latencies } = await writing;
  report(`${what}: p50 / no writer`, percentile(calm.latencies, 0.5), 'ms', null);
  report(`${what}: p99 / no writer`, percentile(calm.latencies, 0.99), 'ms', null);
  report(`${what}: writes acknowledged`, (count * 1_000) / busy.tookMs, '/s', null);
  report(`${what}: p50 of reading`, percentile(busy.latencies, 0.5), 'ms', null);
  report(`${what}: p99 of reading`, percentile(busy.latencies, 0.99), 'ms', limits.p99Ms);
  report(`${what}: errors`, busy.errors, '', 0);
  report(`${what}: p99 of a write`, percentile(latencies, 0.99), 'ms', null);
}

try {
  const own = await startOn('own', ['server/main.ts']);
  const api = `${own.url}api/v1/`;
  const urls = questions.map((question) => `${api}buildings?${question}`);
  const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
  writeFileSync(join(work, 'texts.json'), JSON.stringify(texts));
  const peer = await startOn('peer', ['bench/load-peer.ts', join(work, 'texts.json')]);
  const peerUrls = texts.map((_, number) => `${peer.url}api/v1/peer/${number}`);
  const kilobytes = mean(texts.map(({ length }) => length)) / 1_000;
  console.log(`${readers} readers, ${questions.length} questions, ${kilobytes.toFixed(0)} KB an answer`);
  const peerSide = { pid: peer.pid, urls: () => peerUrls };
  const usual = { own: { pid: own.pid, urls: () => urls }, peer: peerSide };
  await compare('usual questions', usual, {}, limits.leastShare);
  await compare('compressed', usual, { 'accept-encoding': 'gzip' }, limits.leastShare);
  // Each once and never again: what the engine and the contract cost when nothing can be kept.
  const fresh = (round: number) =>
    Array.from({ length: 200_000 }, (_, i) => `${urls[i % urls.length]}&gfa=${round + 2}.${i}..`);
  const unheard = { own: { pid: own.pid, urls: fresh }, peer: peerSide };
  await compare('every question new', unheard, {}, limits.leastShare);
  await peer.stop();
  await besideWriter('beside a writer', api, urls);
  await own.stop();
} finally {
  crowd.disconnect();
  rmSync(work, { recursive: true, force: true });
  await page.remove();
}
