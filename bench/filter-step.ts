/**
 * `npm run bench:page`: one filter step in the production build with the sample district, from the input event
 * to the painted answer. A handle of the floor-plate histogram is dragged a pixel or a few at a time; each step
 * is given time to end, so that its work is told apart from the next one's. Then the same drag at full speed.
 *
 * Script counts on the main thread (events, messages, React, canvas) and in the worker (the engine).
 */
import { chromium, type Page } from '@playwright/test';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { browserOptions } from '../scripts/browser.ts';
import { startSite } from '../scripts/site.ts';
import { freshPage } from './page-folder.ts';
import { percentile, report } from './report.ts';
import { longest, timeWithin, traced } from './trace.ts';

const steps = 70;
const restMs = 90;
const limitMs = 16;
const longTaskMs = 50;

async function handle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const thumb = page.getByRole('slider', { name: '标准层面积上限' });
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (!box) throw new Error('the slider is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes the upper handle to the left and lets it go back where it was. */
async function dragSlowly(page: Page, rest: number): Promise<void> {
  const { x, y } = await handle(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x - 4 - step * 3, y);
    if (rest > 0) await page.waitForTimeout(rest);
  }
  await page.mouse.move(x, y);
  await page.mouse.up();
  await page.waitForTimeout(500);
}

const site = await startSite(await freshPage(), samplePortfolio());
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(site.url);
  await page.getByRole('region', { name: '各商圈空置分布' }).waitFor();
  await page.getByRole('grid').locator('tr[data-row]').first().waitFor();
  await dragSlowly(page, 20);

  const slow = await traced(browser, page, () => dragSlowly(page, restMs));
  // The first is the way to the handle, the last the way back.
  const moves = slow.inputs('pointermove').slice(1, steps + 1);
  const windows = moves.map((from, i) => [from, moves[i + 1] ?? from + restMs] as const);
  const main = windows.map(([from, to]) => timeWithin(slow.script, from, to));
  const worker = windows.map(([from, to]) => timeWithin(slow.workerScript, from, to));
  const both = main.map((time, i) => time + (worker[i] ?? 0));
  const all = windows.map(([from, to]) => timeWithin(slow.tasks, from, to));

  console.log(
    `${samplePortfolio().buildings.length} buildings, ${windows.length} steps, Chromium ${browser.version()}`,
  );
  report('script of a step, page and worker, p50', percentile(both, 0.5), 'ms', null);
  report('script of a step, page and worker, p95', percentile(both, 0.95), 'ms', limitMs);
  report('  of it on the main thread, p95', percentile(main, 0.95), 'ms', null);
  report('  of it in the worker, p95', percentile(worker, 0.95), 'ms', null);
  report('main thread with style, layout and paint, p95', percentile(all, 0.95), 'ms', null);
  report('longest task of the slow drag', longest(slow.tasks), 'ms', longTaskMs);

  const fast = await traced(browser, page, () => dragSlowly(page, 0));
  report('longest task at full speed', longest(fast.tasks), 'ms', longTaskMs);
} finally {
  await browser.close();
  await site.stop();
}
