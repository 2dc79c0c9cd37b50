/**
 * `npm run bench:wall [hours]`: a day of the wall display in minutes, in the production build: its clock is turned
 * on by one dwell at a time, so that every timer of the page fires as often as in that time: rotations, renewals,
 * the watchdog of the stream. What the page holds after collection is measured at the start, in the middle and at
 * the end.
 */
import { setTimeout } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { wallMessages } from '#format/messages/wall.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { browserOptions } from '../scripts/browser.ts';
import { startSite } from '../scripts/site.ts';
import { freshPage } from './page-folder.ts';
import { report } from './report.ts';

const hours = Number(process.argv[2] ?? 24);
const dwellSeconds = 20;
const rotations = Math.round((hours * 3_600) / dwellSeconds);
/** Until then the browser compiles what has turned out to be used often. */
const warmUp = 500;
/** Of growth. */
const limits = { ownKb: 300, nodes: 50, listeners: 10 };

interface Held {
  /** What the page itself holds: objects, closures, arrays and texts, without code that the browser compiles. */
  readonly ownKb: number;
  /** All that is in use of the heap. */
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

const own: ReadonlySet<string> = new Set([
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'number',
  'regexp',
]);

/** How long answers that are on their way may take, ms. */
const settleMs = 3_000;

async function ownKb(cdp: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => chunks.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (own.has(types[0][nodes[at + type] ?? -1] ?? '')) bytes += nodes[at + size] ?? 0;
  }
  return bytes / 1_000;
}

/** Two collections: what the first one finalises, the second one frees. */
async function held(page: Page, cdp: CDPSession): Promise<Held> {
  await page
    .getByRole('navigation', { name: wallMessages.zh.controls })
    .getByRole('listitem')
    .first()
    .click();
  await setTimeout(settleMs);
  for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapKb: of('JSHeapUsedSize') / 1_000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    ownKb: await ownKb(cdp),
  };
}

const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

/** @returns how often the view changed */
async function rotate(page: Page, times: number): Promise<number> {
  let changes = 0;
  let shown = await title(page);
  for (let round = 0; round < times; round++) {
    await page.clock.runFor(dwellSeconds * 1_000);
    const now = await title(page);
    if (now !== shown) changes++;
    shown = now;
  }
  return changes;
}

async function soak(page: Page, address: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.clock.install();
  await page.goto(address);
  await page.clock.runFor(2_000);
  await page.getByRole('heading', { level: 1, name: wallMessages.zh.views.kpis }).waitFor();
  await rotate(page, warmUp);
  const start = await held(page, cdp);
  const half = Math.floor(rotations / 2);
  let changes = await rotate(page, half);
  const middle = await held(page, cdp);
  changes += await rotate(page, rotations - half);
  const end = await held(page, cdp);
  console.log(
    `${rotations} rotations, ${hours} h of ${dwellSeconds} s each; the view changed ${changes} times`,
  );
  for (const [name, one] of Object.entries({ start, middle, end })) {
    const parts = [one.ownKb, one.heapKb].map((kb) => (kb / 1_000).toFixed(2));
    console.log(
      `${name.padEnd(8)} ${parts[0]} MB of ${parts[1]} MB heap · ${one.nodes} nodes · ${one.listeners} listeners`,
    );
  }
  report('growth without compiled code, start to end', end.ownKb - start.ownKb, 'kB', limits.ownKb);
  report('growth without compiled code, middle to end', end.ownKb - middle.ownKb, 'kB', limits.ownKb);
  report('growth of all of the heap, start to end', end.heapKb - start.heapKb, 'kB', null);
  report('growth of nodes', end.nodes - start.nodes, '', limits.nodes);
  report('growth of listeners', end.listeners - start.listeners, '', limits.listeners);
}

const site = await startSite(await freshPage(), samplePortfolio());
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  await soak(page, `${site.url}cockpit?wall=${dwellSeconds}`);
  report('questions to the server', site.asked.filter((path) => path.startsWith('/api/')).length, '', null);
} finally {
  await browser.close();
  await site.stop();
}
