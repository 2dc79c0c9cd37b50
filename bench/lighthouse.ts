/** `npm run bench:lighthouse`: Lighthouse with its desktop preset on the running product, the median of three. */
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { browserArgs, browserPath } from '../scripts/browser.ts';
import { percentile, report } from './report.ts';
import { started } from './started.ts';

const runs = 3;
const limits = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
const timings = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const root = join(import.meta.dirname, '..');
const server = await started(process.execPath, ['scripts/start.ts'], root);
const chrome = await launch({ chromePath: browserPath(), chromeFlags: [...browserArgs, '--headless=new'] });
try {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const options = { port: chrome.port, onlyCategories: Object.keys(limits), logLevel: 'error' as const };
    const result = await lighthouse(server.url, options, desktopConfig);
    if (!result) throw new Error('Lighthouse gave no result');
    results.push(result.lhr);
  }
  const [last] = results;
  console.log(`Lighthouse ${last?.lighthouseVersion}, desktop preset, median of ${runs}`);
  for (const [category, limit] of Object.entries(limits)) {
    const scores = results.map(({ categories }) => (categories[category]?.score ?? 0) * 100);
    report(category, percentile(scores, 0.5), 'points', limit, false);
  }
  for (const id of timings) console.log(`  ${last?.audits[id]?.title}: ${last?.audits[id]?.displayValue}`);
  const failed = Object.values(last?.audits ?? {}).filter(({ score, scoreDisplayMode }) => {
    return score !== null && score < 0.9 && scoreDisplayMode !== 'informative';
  });
  for (const { id, title, displayValue = '' } of failed)
    console.log(`  below 90: ${id} (${title}) ${displayValue}`);
} finally {
  await chrome.kill();
  await server.stop();
}
