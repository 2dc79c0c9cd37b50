/**
 * `node bench/cockpit-pictures.ts <folder> [kind…]`: pictures of all charts of 驾驶舱, with usual figures and with
 * those that break charts, at two widths and in both themes, for somebody to look at.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../scripts/browser.ts';
import { startOwnPage } from './own-page.ts';

const [folder = 'pictures', ...kinds] = process.argv.slice(2);
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

mkdirSync(folder, { recursive: true });
const work = mkdtempSync(join(tmpdir(), 'loulan-cockpit-'));
const site = await startOwnPage('cockpit', work);
const browser = await chromium.launch(browserOptions());
try {
  for (const kind of kinds.length > 0 ? kinds : ['usual', 'empty', 'one', 'unknown', 'long', 'extreme']) {
    for (const [name, viewport] of Object.entries(sizes)) {
      for (const theme of kind === 'usual' ? ['light', 'dark'] : ['light']) {
        const page = await browser.newPage({ viewport });
        page.on('pageerror', (error) => console.error(`${kind} ${name} ${theme}: ${error.message}`));
        page.on('console', (message) => {
          if (message.type() === 'error') console.error(`${kind} ${name} ${theme}: ${message.text()}`);
        });
        const locale = theme === 'dark' ? 'en' : 'zh';
        await page.goto(`${site.url}?kind=${kind}&theme=${theme}&locale=${locale}`);
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(folder, `${kind}-${name}-${theme}.png`), fullPage: true });
        for (const part of await page.locator('main > *').all()) {
          const id = (await part.getAttribute('id')) ?? 'figures';
          await part.screenshot({ path: join(folder, `${kind}-${name}-${theme}-${id}.png`) });
        }
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await site.stop();
  rmSync(work, { recursive: true });
}
