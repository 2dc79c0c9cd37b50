/**
 * `node scripts/bundle-budget.ts [folder]`: how much JavaScript and CSS 找楼 needs until it can be used, as gzip.
 *
 * Measured, not guessed: a real browser loads `/` and the server notes what it asks for. Of that, the charts do
 * not count: they come after the page can be used, so their chunk and whatever only it imports are left out.
 * The entry is the script and the styles that `index.html` runs, with all that they import statically. 1 kB is 1,000 bytes.
 */
import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { parseSync } from 'vite';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { browserOptions } from './browser.ts';
import { quietPage } from './quiet-page.ts';
import { startSite } from './site.ts';

const limits = { entry: 200_000, all: 250_000 };
const afterwards = /^linked-charts-/;

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist');
const isCode = (path: string) => /\.(js|css)$/.test(path);

const text = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Chunks that a chunk imports statically, and itself. */
function closureOf(paths: readonly string[], seen: Set<string> = new Set()): Set<string> {
  for (const path of paths) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    const { module } = parseSync(path, text(path));
    const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    closureOf(
      imported.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name)),
      seen,
    );
  }
  return seen;
}

async function firstLoad(): Promise<string[]> {
  const site = await startSite(folder, samplePortfolio());
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.goto(site.url);
    await page.getByRole('grid').locator('tr[data-row]').first().waitFor();
    await page.getByRole('application').waitFor();
    await quietPage(page);
    return [...new Set(site.asked)].filter(isCode);
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Without what only the charts need: what is asked for and imported by no other chunk starts a tree of its own. */
function withoutCharts(asked: readonly string[]): string[] {
  const scripts = asked.filter((path) => path.endsWith('.js'));
  const imported = new Set(
    scripts.flatMap((path) => [...closureOf([path])].filter((other) => other !== path)),
  );
  const roots = scripts.filter((path) => !imported.has(path) && !afterwards.test(basename(path)));
  const styles = asked.filter((path) => path.endsWith('.css') && !afterwards.test(basename(path)));
  return [...closureOf(roots), ...styles];
}

/** A preloaded chunk is not the entry's: it comes beside it, and counts in the whole. */
const named = [
  ...text('index.html').matchAll(/<(?:script|link rel="stylesheet")[^>]*(?:src|href)="([^"]+)"/g),
].map((match) => match[1] ?? '');
const entry = closureOf(named);
const asked = await firstLoad();
const all = withoutCharts(asked);
const gzipOf = (path: string) => gzipSync(text(path), { level: 9 }).byteLength;
const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + gzipOf(path), 0);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

for (const path of all.toSorted((a, b) => gzipOf(b) - gzipOf(a))) {
  console.log(`${kB(gzipOf(path)).padStart(9)}  ${path}${entry.has(path) ? '  (entry)' : ''}`);
}
const missed = [...entry].filter((path) => !all.includes(path));
const entryBytes = sum(entry);
const allBytes = sum(all);
console.log(
  `entry ${kB(entryBytes)} of ${kB(limits.entry)}, until usable ${kB(allBytes)} of ${kB(limits.all)}`,
);
if (all.length === 0 || missed.length > 0)
  console.error(`measured nothing, or not all of the entry: ${missed}`);
const isWell = all.length > 0 && missed.length === 0 && entryBytes <= limits.entry && allBytes <= limits.all;
process.exitCode = isWell ? 0 : 1;
