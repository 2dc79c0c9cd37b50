/**
 * `npm run bench:cockpit`: script and layout of the main thread when another month is chosen by key on a page with
 * all charts of 驾驶舱 over 36 months and 210 buildings, and size of the code of the charts.
 * Times are those of the main thread on the processor, so that a busy machine does not spoil them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserOptions } from '../scripts/browser.ts';
import { startOwnPage } from './own-page.ts';
import { percentile, report } from './report.ts';
import { cpuWithin, traced } from './trace.ts';

const limitMs = 50;
const rounds = 30;
const restMs = 250;

const work = mkdtempSync(join(tmpdir(), 'loulan-cockpit-'));
const site = await startOwnPage('cockpit', work);
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  await page.getByRole('slider').first().focus();
  const trace = await traced(browser, page, async () => {
    for (let round = 0; round < rounds; round++) {
      await page.keyboard.press(round % 10 < 5 ? 'ArrowLeft' : 'ArrowRight');
      await page.waitForTimeout(restMs);
    }
  });
  const inputs = trace.inputs('keydown');
  const times = inputs.map((from, i) =>
    cpuWithin(trace.tasks, from, Math.min(inputs[i + 1] ?? Infinity, from + restMs)),
  );
  report('main thread to choose another month, p50', percentile(times, 0.5), 'ms', limitMs);
  report('main thread to choose another month, p95', percentile(times, 0.95), 'ms', null);
  const assets = join(work, 'assets');
  const charts = readdirSync(assets).filter((name) =>
    /^(CartesianChart|time-chart|expiry-chart).*\.js$/.test(name),
  );
  const bytes = charts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).byteLength,
    0,
  );
  report('code of the charts over time, gzip', bytes / 1000, 'kB', 150);
} finally {
  await browser.close();
  await site.stop();
  rmSync(work, { recursive: true, force: true });
}
