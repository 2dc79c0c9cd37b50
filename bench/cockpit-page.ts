/**
 * `npm run bench:cockpit-page`: how long it takes from the address of 驾驶舱 to a page that answers, for a manager
 * of the sample, in the production build over a warm server on the same machine; and from a step of its slider to
 * the frame that shows the key figures of the other month. A page answers when a press on a figure has opened what
 * it is made of. Each run is a new visitor with an empty cache.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { cockpitMessages } from '#format/messages/cockpit.ts';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { browserOptions } from '../scripts/browser.ts';
import { freshPage } from './page-folder.ts';
import { percentile, report } from './report.ts';
import { started } from './started.ts';

const runs = 7;
const steps = 30;
const limits = { answersMs: 1_500, repaintMs: 50 };
const strip = cockpitMessages.zh.kpi.strip;
const { sections } = cockpitPageMessages.zh;

interface Visit {
  /** Key figures are on the screen, ms from the address. */
  readonly drawn: number;
  /** A press on one of them has been answered, ms from the address. */
  readonly answers: number;
  /** From each step of the slider to the painted frame, ms. */
  readonly repaints: readonly number[];
}

async function visit(browser: Browser, address: string, stepCount: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const begin = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    const figure = page.getByRole('list', { name: strip }).getByRole('button').first();
    await figure.waitFor();
    const drawn = performance.now() - begin;
    await figure.click();
    await page.getByRole('dialog').waitFor();
    const answers = performance.now() - begin;
    await page.keyboard.press('Escape');
    if (stepCount > 0)
      await page.getByRole('region', { name: sections.findings }).getByRole('list').waitFor();
    const repaints: number[] = [];
    for (let step = 0; step < stepCount; step++)
      repaints.push(await page.evaluate<number>(stepTo(step % 20)));
    return { drawn, answers, repaints };
  } finally {
    await context.close();
  }
}

/**
 * Script of the page: moves the slider to a place, waits for the frame after it and says how long that took; then
 * lets the rest of the page catch up.
 */
function stepTo(place: number): string {
  return `(async () => {
    const slider = document.querySelector('#cockpit-time');
    const begin = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, '${8 + place}');
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((painted) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = painted;
      port2.postMessage(null);
    }));
    const took = performance.now() - begin;
    await new Promise((rested) => setTimeout(rested, 600));
    return took;
  })()`;
}

const work = mkdtempSync(join(tmpdir(), 'loulan-cockpit-page-'));
process.env['LOULAN_APP_DIR'] = await freshPage();
process.env['LOULAN_DATA'] = work;
const site = await started('node', ['server/main.ts'], join(import.meta.dirname, '..'));
const browser = await chromium.launch(browserOptions());
try {
  const address = `${site.url}cockpit`;
  await visit(browser, address, 0);
  const all: Visit[] = [];
  for (let run = 0; run < runs; run++) all.push(await visit(browser, address, run === 0 ? steps : 0));
  const answered = all.map(({ answers }) => answers);
  const repaints = all.flatMap((one) => one.repaints);
  console.log(`${runs} new visitors, Chromium ${browser.version()}`);
  const drawn = all.map((one) => one.drawn);
  report('key figures drawn, median', percentile(drawn, 0.5), 'ms', null);
  report('a press answered, median', percentile(answered, 0.5), 'ms', limits.answersMs);
  report('a press answered, slowest', Math.max(...answered), 'ms', null);
  report('a step of the slider painted, median', percentile(repaints, 0.5), 'ms', limits.repaintMs);
  report('a step of the slider painted, p95', percentile(repaints, 0.95), 'ms', null);
} finally {
  await browser.close();
  await site.stop();
  rmSync(work, { recursive: true, force: true });
}
