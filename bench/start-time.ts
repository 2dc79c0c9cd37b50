/**
 * `npm run bench:start`: how long after `npm start` the page can be used: in a fresh clone of what is committed,
 * with the installed packages lent to it, and once more when everything is built.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../scripts/browser.ts';
import { report } from './report.ts';
import { started } from './started.ts';

const root = join(import.meta.dirname, '..');
const limits = { fresh: 60, warm: 3 };

/** As `scripts/setup.mjs` leaves it: a copy by links, as large as nothing, with the stamp that says it is installed. */
function lendPackages(packages: string, folder: string): void {
  const own = join(folder, 'node_modules');
  execFileSync('cp', ['-al', packages, own]);
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const stamp = join(own, '.loulan-setup');
  // The link is cut first: writing through it would stamp the packages that are lent.
  rmSync(stamp, { force: true });
  writeFileSync(stamp, createHash('sha256').update(lock).digest('hex'));
}

const clone = mkdtempSync(join(tmpdir(), 'loulan-start-'));
const browser = await chromium.launch(browserOptions());
try {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  lendPackages(join(root, 'node_modules'), clone);
  for (const [what, limit] of [
    ['fresh clone', limits.fresh],
    ['warm start', limits.warm],
  ] as const) {
    const begin = performance.now();
    const { url, tookMs, stop } = await started('npm', ['start'], clone);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.goto(url);
    await page.getByRole('grid').locator('tr[data-row]').first().waitFor();
    const usableMs = performance.now() - begin;
    report(`${what}: npm start until it listens`, tookMs / 1000, 's', limit);
    report(`${what}: npm start until the page can be used`, usableMs / 1000, 's', limit);
    await page.close();
    await stop();
  }
} finally {
  await browser.close();
  rmSync(clone, { recursive: true, force: true });
}
