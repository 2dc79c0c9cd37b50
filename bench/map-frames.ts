/**
 * `npm run bench:map`: pan and zoom over 100,000 buildings in the production build, after load. A frame is long
 * when a task of the main thread is.
 */
import { chromium, type Page } from '@playwright/test';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import { browserOptions } from '../scripts/browser.ts';
import { startSite } from '../scripts/site.ts';
import { freshPage } from './page-folder.ts';
import { percentile, report } from './report.ts';
import { longest, type PageTrace, traced } from './trace.ts';

const buildings = Number(process.argv[2] ?? 100_000);
const limitMs = 50;

async function middleOf(page: Page) {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('the map is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pan(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step <= 120; step++) {
    const turn = (step / 60) * 2 * Math.PI;
    await page.mouse.move(x + 220 * Math.sin(turn), y + 160 * Math.sin(2 * turn));
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(800);
}

async function zoom(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  for (const direction of [-1, 1]) {
    for (let notch = 0; notch < 12; notch++) {
      await page.mouse.wheel(0, direction * 120);
      await page.waitForTimeout(120);
    }
  }
  await page.waitForTimeout(800);
}

function tell(what: string, { tasks, script }: PageTrace): void {
  const lengths = tasks.map(({ start, end }) => end - start);
  report(`${what}: longest task of the main thread`, longest(tasks), 'ms', limitMs);
  report(`${what}: longest stretch of script`, longest(script), 'ms', limitMs);
  report(
    `${what}: tasks over 1 ms, p95`,
    percentile(
      lengths.filter((length) => length > 1),
      0.95,
    ),
    'ms',
    null,
  );
}

const portfolio = generatePortfolio({ buildings, units: 0, historyMonths: 0 });
const site = await startSite(await freshPage(), portfolio);
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const start = performance.now();
  await page.goto(site.url, { timeout: 120_000 });
  await page.getByRole('grid').locator('tr[data-row]').first().waitFor({ timeout: 120_000 });
  await page.getByRole('region', { name: '各商圈空置分布' }).waitFor();
  console.log(`${portfolio.buildings.length} buildings, Chromium ${browser.version()}`);
  report('page usable after', performance.now() - start, 'ms', null);
  await page.waitForTimeout(1_500);
  tell('pan', await traced(browser, page, () => pan(page)));
  tell('zoom', await traced(browser, page, () => zoom(page)));
} finally {
  await browser.close();
  await site.stop();
}
