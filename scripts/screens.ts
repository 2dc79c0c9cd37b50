/** `npm run make:screens`: the pictures in the README, taken from the running product. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { started } from '../bench/started.ts';
import { browserOptions } from './browser.ts';
import { quietPage } from './quiet-page.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'screens');
const root = join(import.meta.dirname, '..');

interface Shot {
  readonly name: string;
  /** Path and query; of 找楼 the query alone. */
  readonly query: string;
  readonly size: readonly [number, number];
  readonly scheme: 'light' | 'dark';
}

const filtered = 'plate=2000..2500&vacancy=..0.4&unknown=vacancy';
const shots: readonly Shot[] = [
  { name: 'find-light', query: '', size: [1440, 900], scheme: 'light' },
  { name: 'find-dark', query: `${filtered}&columnFree=1&sel=wuhaoyuan`, size: [1440, 900], scheme: 'dark' },
  { name: 'find-phone', query: filtered, size: [390, 844], scheme: 'light' },
  { name: 'cockpit-light', query: 'cockpit', size: [1440, 900], scheme: 'light' },
  { name: 'building-light', query: 'buildings/s0118', size: [1440, 900], scheme: 'light' },
  {
    name: 'compare-light',
    query: 'compare?ids=s0156,s0118,s0201,wuhaoyuan',
    size: [1440, 900],
    scheme: 'light',
  },
];

mkdirSync(folder, { recursive: true });
const site = await started(process.execPath, [join(root, 'scripts', 'start.ts')], root);
const browser = await chromium.launch(browserOptions());
try {
  for (const { name, query, size, scheme } of shots) {
    const [width, height] = size;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: scheme,
      hasTouch: width < 768,
      locale: 'zh-CN',
    });
    const isFind = name.startsWith('find');
    await page.goto(`${site.url}${isFind && query ? `?${query}` : query}`);
    if (isFind) {
      await page.getByRole('button', { name: /符合的楼宇/ }).waitFor();
      await page.locator('.map canvas').first().waitFor();
    } else await page.getByRole('heading').first().waitFor();
    await quietPage(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await site.stop();
}
