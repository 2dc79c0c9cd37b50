/** Somebody else writes: the page follows within a second, and nothing that its user holds is taken away. */
import type { Locator } from '@playwright/test';
import type { Building } from '#domain/model/building.ts';
import { aLiveSite, type LiveSite } from '../live-site.ts';
import type { FindPage } from './find-page.ts';
import { test as base, expect, queryOf } from './journey.ts';
import { zh } from './words.ts';

const test = base.extend<{ site: LiveSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
  site: async ({}, use) => {
    const site = await aLiveSite(process.env['LOULAN_APP_DIR'] ?? 'dist');
    await use(site);
    await site.stop();
  },
  baseURL: async ({ site }, use) => use(site.url),
});

const note = (find: FindPage): Locator => find.page.getByRole('banner').getByRole('status');

/** The stream of this page is open. */
async function live(find: FindPage, site: LiveSite, readers = 1): Promise<void> {
  await find.open();
  await expect
    .poll(() => site.asked.filter((path) => path.endsWith('/events')).length)
    .toBeGreaterThanOrEqual(readers);
}

async function renamed(site: LiveSite, id: string, nameZh: string): Promise<Building> {
  const before = await site.building(id);
  const after = { ...before, nameZh };
  await site.write(before, after);
  return after;
}

test('what somebody writes is on every screen within a second', async ({ find, visitor, site }) => {
  await live(find, site);
  const colleague = await visitor();
  await live(colleague, site, 2);
  for (const each of [find, colleague]) await each.search.fill('五号院');
  for (const each of [find, colleague]) await each.expectTotal(1);
  await expect(find.rows.first()).toContainText('五号院');
  const before = await site.building('wuhaoyuan');
  const began = Date.now();
  await site.write(before, { ...before, nameZh: '五号院新名' });
  for (const each of [find, colleague]) await expect(each.rows.first()).toContainText('五号院新名');
  test.info().annotations.push({ type: 'took', description: `${Date.now() - began} ms` });
  expect(Date.now() - began).toBeLessThan(3_000);
  await expect(note(find)).toHaveText('');
});

test('selection, scroll, map, open popovers and typed text stay where they are', async ({ find, site }) => {
  await find.open('at=39.118,117.2,14.5&sort=name');
  await expect.poll(() => site.asked).toContain('/api/v1/events');
  const { page } = find;
  const [row] = await Promise.all([find.rows.nth(3)]);
  const name = (await row.getByRole('rowheader').innerText()).split('\n')[0] ?? '';
  await row.click();
  await expect(find.card).toContainText(name);
  await expect.poll(() => queryOf(page)).toContain('sel=');
  const id = new URLSearchParams(queryOf(page)).get('sel') ?? '';
  await find.grid.locator('..').evaluate((scroller) => scroller.scrollTo({ top: 1_500 }));
  await page.getByRole('button', { name: zh.table.chooseColumns }).click();
  const popover = page.getByRole('checkbox', { name: zh.clause.gfa });
  await expect(popover).toBeAttached();
  // Anything that is torn down and put up again, or waits, is noted.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) => {
      for (const { target } of records) {
        if (target instanceof Element && target.getAttribute('aria-busy') === 'true')
          seen.push(target.outerHTML.slice(0, 80));
      }
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
    document.querySelector('[role="application"]')?.setAttribute('data-kept', 'map');
    document.querySelector('article')?.setAttribute('data-kept', 'card');
  });
  const place = async () => ({
    scroll: await find.grid.locator('..').evaluate((scroller) => scroller.scrollTop),
    map: await find.map.locator('.leaflet-map-pane').getAttribute('style'),
    query: queryOf(page),
    total: await find.total(),
  });
  const before = await place();
  expect(before.scroll).toBe(1_500);
  await renamed(site, id, '改了名的楼');
  await expect(find.card).toContainText('改了名的楼');
  // One more in front of all others: every row of the catalogue is another number now.
  const selected = await site.building(id);
  await site.write(null, { ...selected, id: '0-first', nameZh: '阿新楼' });
  await expect.poll(() => find.total()).toBe(before.total + 1);
  await expect(find.card).toContainText('改了名的楼');
  expect(await place()).toEqual({ ...before, total: before.total + 1 });
  await expect(popover).toBeAttached();
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
  await expect(page.locator('[data-kept="map"]')).toHaveCount(1);
  await expect(page.locator('article[data-kept="card"]')).toHaveCount(1);
});

test('text that is being typed stays, with the cursor in it', async ({ find, site }) => {
  await live(find, site);
  await find.search.pressSequentially('大');
  await find.search.evaluate((box: HTMLInputElement) => box.setSelectionRange(0, 0));
  const total = await find.total();
  const { id } = await site.building('wuhaoyuan');
  await site.write(null, { ...(await site.building(id)), id: 'another', nameZh: '大新楼' });
  await find.expectTotal(total + 1);
  await expect(find.search).toBeFocused();
  await find.page.keyboard.type('新');
  await expect(find.search).toHaveValue('新大');
});

test.describe('a file that is gone', () => {
  test.use({ provoked: [/status of 404/] });

  test('a building that is taken away closes its card and says so', async ({ find, site }) => {
    await live(find, site);
    await find.search.fill('五号院');
    await find.expectTotal(1);
    await find.rows.first().click();
    await expect(find.card).toBeVisible();
    await site.write(await site.building('wuhaoyuan'), null);
    await expect(find.card).toBeHidden();
    await find.expectTotal(0);
  });
});

test.describe('without a connection', () => {
  test.use({ provoked: [/Failed to load resource|ERR_/] });

  test('the page says so with the day of its data, and catches up when it is back', async ({
    find,
    site,
    context,
  }) => {
    await live(find, site);
    await find.search.fill('五号院');
    await find.expectTotal(1);
    await context.setOffline(true);
    await expect(note(find)).toContainText('已离线 · 数据截至');
    await renamed(site, 'wuhaoyuan', '五号院新名');
    await expect(find.rows.first()).not.toContainText('新名');
    await context.setOffline(false);
    await expect(find.rows.first()).toContainText('五号院新名');
    await expect(note(find)).toHaveText('');
  });

  test('while newer data cannot be had, what is shown stays and is called old', async ({
    find,
    site,
    page,
  }) => {
    await live(find, site);
    const total = await find.total();
    await page.route('**/api/v1/catalogue', (route) => route.abort());
    const one = await site.building('wuhaoyuan');
    await site.write(null, { ...one, id: 'another' });
    await expect(note(find)).toHaveText(zh.live.behind);
    expect(await find.total()).toBe(total);
    await page.unroute('**/api/v1/catalogue');
    await find.expectTotal(total + 1);
    await expect(note(find)).toHaveText('');
  });
});
