/**
 * `npm run bench:file`: how long it takes from the address of a building file to a page that answers, in the
 * production build over a warm server on the same machine. Each run is a new visitor with an empty cache. A page
 * answers when a press on a figure has opened what stands behind it.
 */
import { type Browser, chromium } from '@playwright/test';
import { buildingFileZh } from '#format/messages/building-file.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { browserOptions } from '../scripts/browser.ts';
import { startSite } from '../scripts/site.ts';
import { freshPage } from './page-folder.ts';
import { percentile, report } from './report.ts';

const runs = 9;
const limitMs = 1_000;

/** The building with most units on file: the one whose file has most to draw. */
function fullest(): string {
  const counts = new Map<string, number>();
  for (const { buildingId } of samplePortfolio().units) {
    counts.set(buildingId, (counts.get(buildingId) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) throw new Error('the sample has no units');
  return most[0];
}

async function visit(browser: Browser, address: string): Promise<{ drawn: number; answers: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const begin = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    const figure = page.getByRole('list', { name: buildingFileZh.decisive }).getByRole('button').first();
    await figure.waitFor();
    const drawn = performance.now() - begin;
    await figure.click();
    await page.getByRole('dialog').waitFor();
    return { drawn, answers: performance.now() - begin };
  } finally {
    await context.close();
  }
}

const site = await startSite(await freshPage(), samplePortfolio());
const browser = await chromium.launch(browserOptions());
try {
  const address = `${site.url}buildings/${fullest()}`;
  await visit(browser, address);
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await visit(browser, address));
  console.log(`${runs} new visitors, Chromium ${browser.version()}`);
  report(
    'facts drawn, median',
    percentile(
      all.map(({ drawn }) => drawn),
      0.5,
    ),
    'ms',
    null,
  );
  report(
    'a press answered, median',
    percentile(
      all.map(({ answers }) => answers),
      0.5,
    ),
    'ms',
    limitMs,
  );
  report('a press answered, slowest', Math.max(...all.map(({ answers }) => answers)), 'ms', null);
} finally {
  await browser.close();
  await site.stop();
}
