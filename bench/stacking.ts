/**
 * `npm run bench:stacking`: scripting of a stacking plan of 80 floors × 12 units in a production build: to draw it,
 * to colour and zoom it anew, and to follow pointer and keyboard.
 * Times are those of the main thread on the processor, so that a busy machine does not spoil them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserOptions } from '../scripts/browser.ts';
import { startOwnPage } from './own-page.ts';
import { percentile, report } from './report.ts';
import { cpuWithin, traced } from './trace.ts';

const limitMs = 16;
const followMs = 4;
const rounds = 24;
const restMs = 250;

/** Scripting after each input event of a type. */
async function measured(browser: Browser, page: Page, type: string, gesture: () => Promise<void>) {
  const trace = await traced(browser, page, gesture);
  const inputs = trace.inputs(type);
  const windows = inputs.map(
    (from, i) => [from, Math.min(inputs[i + 1] ?? Infinity, from + restMs)] as const,
  );
  return windows.map(([from, to]) => cpuWithin(trace.script, from, to));
}

function told(what: string, times: readonly number[], limit: number): void {
  report(`${what}, p50`, percentile(times, 0.5), 'ms', limit);
  report(`${what}, p95`, percentile(times, 0.95), 'ms', null);
}

async function repeated(page: Page, step: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await step(round);
    await page.waitForTimeout(restMs);
  }
}

const work = mkdtempSync(join(tmpdir(), 'loulan-stacking-'));
const site = await startOwnPage('stacking', work);
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(`${site.url}?floors=80&units=12`);
  const draw = page.getByRole('button', { name: 'draw' });
  await draw.waitFor();
  console.log(`80 floors × 12 units, Chromium ${browser.version()}`);

  const first = await measured(browser, page, 'click', () => draw.click());
  report('script to draw, the very first time', first[0] ?? Number.NaN, 'ms', null);

  await repeated(page, () => draw.click());
  await draw.click();
  // Taken away by now: of the presses that follow, every second one draws.
  const redrawn = await measured(browser, page, 'click', () => repeated(page, () => draw.click()));
  const ofDraws = (times: readonly number[]) => times.filter((_, index) => index % 2 === 0);
  told('script to draw', ofDraws(redrawn), limitMs);

  await draw.click();
  const names = ['到期', '行业', '租金', '状态'];
  const coloured = await measured(browser, page, 'click', () =>
    repeated(page, (round) => page.getByRole('radio', { name: names[round % 4] ?? '', exact: true }).check()),
  );
  told('script to colour anew', coloured, limitMs);

  const zoomed = await measured(browser, page, 'click', () =>
    repeated(page, (round) => page.getByRole('button', { name: round % 2 === 0 ? '可读' : '全楼' }).click()),
  );
  told('script to zoom', zoomed, limitMs);

  const box = await page.getByRole('region').boundingBox();
  if (!box) throw new Error('the plan is not drawn');
  const hovered = await measured(browser, page, 'pointermove', async () => {
    for (let i = 0; i < 60; i++) {
      await page.mouse.move(box.x + 80 + i * 6, box.y + 80 + i * 8);
      await page.waitForTimeout(30);
    }
  });
  told('script of a pointer move from unit to unit', hovered, followMs);

  await page.locator('[data-cell="40-6"]').click();
  const moved = await measured(browser, page, 'keydown', async () => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press(i % 3 === 0 ? 'ArrowRight' : i % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      await page.waitForTimeout(40);
    }
  });
  told('script of a key move', moved, followMs);
} finally {
  await browser.close();
  await site.stop();
  rmSync(work, { recursive: true, force: true });
}
