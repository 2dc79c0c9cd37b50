/**
 * `npm run bench:wall [hours]`: a day of the wall display in minutes, in the production build: its clock is turned
 * on by one dwell at a time, so that every timer of the page fires as often as in that time: rotations, renewals,
 * the watchdog of the stream. What the page holds after collection is measured at the start, in the middle and at
 * the end.
 */
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
/** Of growth. Compiled code is part of the heap, and comes and goes by this much. */
const limits = { heapKb: 1_000, nodes: 50, listeners: 10 };

interface Held {
  readonly heapKb: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Two collections: what the first one finalises, the second one frees. */
async function held(cdp: CDPSession): Promise<Held> {
  for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapKb: of('JSHeapUsedSize') / 1_000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
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

/** Measured in the same view each time. */
async function toFirstView(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: wallMessages.zh.controls })
    .getByRole('listitem')
    .first()
    .click();
}

async function soak(page: Page, address: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.clock.install();
  await page.goto(address);
  await page.clock.runFor(2_000);
  await page.getByRole('heading', { level: 1, name: wallMessages.zh.views.kpis }).waitFor();
  await rotate(page, warmUp);
  await toFirstView(page);
  const start = await held(cdp);
  const half = Math.floor(rotations / 2);
  let changes = await rotate(page, half);
  await toFirstView(page);
  const middle = await held(cdp);
  changes += await rotate(page, rotations - half);
  await toFirstView(page);
  const end = await held(cdp);
  console.log(
    `${rotations} rotations, ${hours} h of ${dwellSeconds} s each; the view changed ${changes} times`,
  );
  for (const [name, one] of Object.entries({ start, middle, end })) {
    console.log(
      `${name.padEnd(8)} ${(one.heapKb / 1_000).toFixed(2)} MB heap · ${one.nodes} nodes · ${one.listeners} listeners`,
    );
  }
  report('growth of the heap, start to end', end.heapKb - start.heapKb, 'kB', limits.heapKb);
  report('growth of the heap, middle to end', end.heapKb - middle.heapKb, 'kB', limits.heapKb);
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
