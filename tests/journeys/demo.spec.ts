/** The demo: no server, any folder of any host. */
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import { compareMessages } from '#format/messages/compare.ts';
import { test as base, expect, queryOf } from './journey.ts';
import { RecordsDesk } from './records-desk.ts';
import { type StaticSite, serveFolder } from './static-site.ts';
import { zh } from './words.ts';

const folder = process.env['LOULAN_DEMO_DIR'] ?? 'dist-demo';

const test = base.extend<{ site: StaticSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
  site: async ({}, use) => {
    const site = await serveFolder(folder, '/some/sub/path/');
    await use(site);
    await site.close();
    expect(site.missing).toEqual([]);
  },
  baseURL: async ({ site }, use) => use(site.url),
});

test('it works below a path, answers itself and exports', async ({ find, site }) => {
  await find.page.goto(site.url);
  await find.answered();
  await find.expectTotal(212);
  await find.page.getByRole('button', { name: /^小洋楼/ }).click();
  await find.expectTotal(42);
  await find.rows.first().click();
  await expect(find.card).toContainText(zh.card.asOf);
  await find.page.getByRole('button', { name: zh.find.exportAs }).click();
  const waiting = find.page.waitForEvent('download');
  await find.page.getByRole('button', { name: zh.find.exportCsv }).click();
  const text = await readFile(await (await waiting).path(), 'utf8');
  expect(text.split('\r\n').filter((line) => /小洋楼/.test(line)).length).toBeGreaterThanOrEqual(42);
  await find.page.getByRole('button', { name: zh.find.exportAs }).click();
  const workbook = find.page.waitForEvent('download');
  await find.page.getByRole('button', { name: zh.find.exportXlsx }).click();
  const { sheets } = await readXlsx(await readFile(await (await workbook).path()));
  expect(sheets[0]?.rows).toHaveLength(43);
});

test('records can be edited, and the log tells who did', async ({ find, site }) => {
  await find.page.goto(site.url);
  await find.answered();
  await find.rows.first().click();
  await find.card.getByRole('button', { name: zh.card.edit, exact: true }).click();
  const desk = new RecordsDesk(find.page);
  await desk.input('lifts').fill('31');
  await desk.save();
  await expect(desk.said(zh.editing.saved('1'))).toBeVisible();
  await desk.close();
  await find.page.getByRole('link', { name: zh.shell.data }).click();
  await find.page.getByRole('link', { name: zh.editing.data.audit }).click();
  await expect(find.page.getByRole('insertion').filter({ hasText: /^31$/ })).toBeVisible();
});

test('a link carries the question, whatever the host knows of paths', async ({ find, site, visitor }) => {
  await find.page.goto(site.url);
  await find.answered();
  await find.page.getByRole('button', { name: /^小洋楼/ }).click();
  await find.rows.first().click();
  await expect(find.card).toBeVisible();
  await expect.poll(() => find.page.url()).toContain('sel=');
  const theirs = await visitor();
  await theirs.page.goto(find.page.url());
  await theirs.answered();
  await theirs.expectTotal(42);
  expect(await theirs.rowTexts()).toEqual(await find.rowTexts());
  const [name = ''] = await find.card.getByRole('heading').allInnerTexts();
  await expect(theirs.card.getByRole('heading')).toHaveText(name);
});

test('a link to a page without a query leaves no query of the page before behind', async ({ find, site }) => {
  await find.page.goto(`${site.url}?ids=wuhaoyuan#/compare`);
  const back = find.page.getByRole('link', { name: `‹ ${compareMessages.zh.back}` });
  await back.click();
  await find.answered();
  await expect.poll(() => queryOf(find.page)).toContain('pick=wuhaoyuan');
  await find.page.getByRole('link', { name: zh.shell.data }).click();
  await expect.poll(() => find.page.url()).toMatch(/\/#\/data$/);
  await find.page.goto(`${site.url}?view=radar#/compare`);
  await expect(back).toHaveAttribute('href', '?#/');
  await back.click();
  await find.answered();
  await expect.poll(() => find.page.url()).not.toContain('radar');
});

for (const [scenario, title] of [
  ['failing', zh.empty.failed.server.title],
  ['offline', zh.empty.failed.network.title],
  ['truncated', zh.empty.failed.truncated.title],
  ['otherVersion', zh.empty.failed.version.title],
] as const) {
  test.describe(scenario, () => {
    test.use({ provoked: [/Failed to load resource/] });

    test(`the scenario "${scenario}" can be switched on and got over`, async ({ find, site }) => {
      await find.page.addInitScript((name) => {
        if (!sessionStorage.getItem('loulan.scenario')) sessionStorage.setItem('loulan.scenario', name);
      }, scenario);
      await find.page.goto(site.url);
      await expect(find.page.getByRole('alert')).toContainText(title);
      await find.page.evaluate(() => sessionStorage.setItem('loulan.scenario', 'normal'));
      await find.page.getByRole('button', { name: zh.empty.retry }).click();
      await find.answered();
      await find.expectTotal(212);
    });
  });
}

test('a district without buildings is no failure', async ({ find, site }) => {
  await find.page.addInitScript(() => sessionStorage.setItem('loulan.scenario', 'empty'));
  await find.page.goto(site.url);
  await find.answered();
  await find.expectTotal(0);
});
