/**
 * `npm run bench:compare`: one changed assumption in a comparison of six buildings, in the production build with the
 * sample district, from the key that ends the typing to the painted rows. Each change is given time to end, so that
 * its work is told apart from the next one's.
 *
 * Script counts on the main thread: events, React, the reckoning of costs, the address. The limit is one frame; the
 * ratio to it holds across machines better than the time.
 */
import { type CDPSession, chromium, type Locator, type Page } from '@playwright/test';
import { compareMessages } from '#format/messages/compare.ts';
import { costMessages } from '#format/messages/cost.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { browserOptions } from '../scripts/browser.ts';
import { startSite } from '../scripts/site.ts';
import { freshPage } from './page-folder.ts';
import { percentile, report } from './report.ts';

const changes = 40;
const warmUps = 8;
const restMs = 120;
const frameMs = 16;
const columns = 6;
const { zh: words } = compareMessages;
const { zh: cost } = costMessages;

/** Five buildings and a unit that have costs to be counted: let, with a rent, a fee and space on offer. */
function comparedIds(): string {
  const { buildings, units } = samplePortfolio();
  const offered = units.filter((unit) => unit.status === 'vacant' && unit.askingRent !== null);
  const offering = new Set(offered.map((unit) => unit.buildingId));
  const costed = buildings.filter(
    ({ id, tenure, managementFee }) => offering.has(id) && tenure !== 'sale' && managementFee !== null,
  );
  const forSaleToo = costed.toSorted((a, b) => Number(b.tenure === 'both') - Number(a.tenure === 'both'));
  const ids = forSaleToo.slice(0, columns - 1).map(({ id }) => id);
  const unit = offered.find(({ buildingId }) => buildingId === ids[0]);
  if (!unit) throw new Error('the sample has no unit on offer');
  return [...ids, `${unit.buildingId}~${unit.id}`].join();
}

/** So that every cost there is has its row. */
const assumed = 'park=10x800&fit=1500&move=50000&capital=0.04&subm=10x24';

function termField(page: Page): Locator {
  return page.getByRole('textbox', { name: cost.fields.termMonths, exact: true });
}

interface Spent {
  /** Script of the page, ms of its thread. */
  readonly script: number;
  /** All tasks of that thread: script, style, layout and paint. */
  readonly all: number;
}

/** The clock of the page's thread stands still while other programs have the processor. */
async function spent(session: CDPSession): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { script: ms('ScriptDuration'), all: ms('TaskDuration') };
}

/** Types another term, and tells what the key that ends the typing takes. */
async function change(page: Page, session: CDPSession, months: number): Promise<Spent> {
  await termField(page).fill(String(months));
  await page.waitForTimeout(restMs);
  const before = await spent(session);
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await page.waitForTimeout(restMs);
  const after = await spent(session);
  return { script: after.script - before.script, all: after.all - before.all };
}

const site = await startSite(await freshPage(), samplePortfolio());
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(`${site.url}compare?ids=${comparedIds()}&${assumed}`);
  const rows = page.getByRole('table', { name: words.title }).locator('tr[data-row]');
  await rows.last().waitFor();
  await page.getByRole('button', { name: words.costNote('').trim() }).click();
  await termField(page).waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: Spent[] = [];
  for (let round = 0; round < warmUps + changes; round++) {
    const one = await change(page, session, 24 + (round % 36));
    if (round >= warmUps) times.push(one);
  }
  if (!page.url().includes('term=')) throw new Error('no assumption was changed: nothing was measured');
  const script = times.map((one) => one.script);
  const p95 = percentile(script, 0.95);

  console.log(
    `${columns} columns, ${await rows.count()} rows, ${changes} changes, Chromium ${browser.version()}`,
  );
  report('script of a change, p50', percentile(script, 0.5), 'ms', null);
  report('script of a change, p95', p95, 'ms', frameMs);
  report('  of a frame, p95', (p95 / frameMs) * 100, '%', 100);
  report(
    'with style, layout and paint, p95',
    percentile(
      times.map((one) => one.all),
      0.95,
    ),
    'ms',
    null,
  );
} finally {
  await browser.close();
  await site.stop();
}
