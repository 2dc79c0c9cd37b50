/** What a data clerk does at the end of a month: forty files, a few questions, one write. */
import type { Page } from '@playwright/test';
import { personaHeader } from '#contract/session.ts';
import { importPageMessages } from '#format/messages/import-page.ts';
import { type MonthEndFile, monthEndFiles } from '../month-end.ts';
import { expect, test } from './own-server.ts';
import { RecordsDesk } from './records-desk.ts';
import { zh } from './words.ts';

const words = importPageMessages.zh;
const source = '和平区物业 2026年10月';

const utf8 = (name: string, text: string): MonthEndFile => ({ name, bytes: new TextEncoder().encode(text) });
const buildings = utf8('楼宇.csv', '楼宇名称,载体类型,状态\n试验中心大厦,写字楼,已交付\n');

async function begin(page: Page): Promise<void> {
  await page.goto('/data/import');
  await page.getByLabel(words.source, { exact: true }).fill(source);
  await page.getByRole('button', { name: words.begin }).click();
  await expect(page.getByRole('heading', { level: 1, name: source })).toBeVisible();
}

/** As when they are dragged out of a folder. */
async function dropFiles(page: Page, files: readonly MonthEndFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  const transfer = await page.evaluateHandle((plain) => {
    const data = new DataTransfer();
    for (const { name, bytes } of plain) data.items.add(new File([Uint8Array.from(bytes)], name));
    return data;
  }, given);
  const place = page.locator('[data-drop]');
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

async function choose(page: Page, files: readonly MonthEndFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }));
  await page.locator('input[type=file]').setInputFiles(given);
}

const check = (page: Page) => page.getByRole('button', { name: words.check, exact: true });
const sheet = (page: Page, name: RegExp) => page.getByRole('article', { name });

test('forty files are dropped; two sheets need somebody, are found by keyboard and mended; all is written', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await begin(page);
  await dropFiles(page, monthEndFiles([117.2, 39.115]));
  await expect(page.getByRole('article')).toHaveCount(39, { timeout: 90_000 });
  await expect(page.getByText(words.badFiles(1))).toBeVisible();
  await expect(page.getByText(words.dropNote)).toBeVisible();
  await check(page).click();
  await expect(page.getByText(words.notClean)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(words.needs('2'))).toBeVisible();
  await expect(page.getByText(words.ready('36'))).toBeVisible();
  const first = page.getByRole('article').first();
  await expect(first).toContainText('写错的单元.csv');
  await page.getByRole('button', { name: words.nextSheet }).first().press('Enter');
  await expect(first.getByRole('button', { expanded: true })).toBeFocused();
  await first.getByLabel(words.correction('D2')).fill('95');
  await first.getByRole('button', { name: words.saveCorrections(1) }).click();
  await expect(page.getByText(words.needs('1'))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: words.nextSheet }).first().press('Enter');
  const near = sheet(page, /像名字/);
  await expect(near.getByRole('button', { expanded: true })).toBeFocused();
  const question = near.getByLabel(`${words.questions}: 月末东1号`);
  await question.selectOption('月末东1号楼');
  await expect(page.getByText(words.clean)).toBeVisible({ timeout: 60_000 });
  await expect(question).not.toHaveValue('');
  await new RecordsDesk(page).expectAccessible();
  await page.getByRole('button', { name: words.commit, exact: true }).click();
  await expect(page.getByText(words.written('718'))).toBeVisible({ timeout: 60_000 });
});

test('an answer can be changed, and answers in a row are checked once', async ({ page }) => {
  await begin(page);
  const units = '楼宇名称,楼层,单元,建筑面积（㎡）,状态,租金\n试验中心大夏,1,101,120,空置,4.5\n';
  await dropFiles(page, [buildings, utf8('单元.csv', units)]);
  await expect(page.getByRole('article')).toHaveCount(2);
  await check(page).click();
  await expect(page.getByText(words.notClean)).toBeVisible();
  let checks = 0;
  page.on('request', (request) => {
    checks += request.url().endsWith('/check') ? 1 : 0;
  });
  const card = sheet(page, /单元/);
  const question = card.getByLabel(`${words.questions}: 试验中心大夏`);
  const unit = card.getByLabel(`${words.questions} ${words.unit}: 租金`);
  await unit.selectOption('yuanPerSqmDay');
  await question.selectOption({ index: 1 });
  await unit.selectOption('yuanPerSqmMonth');
  await expect(page.getByText(words.clean)).toBeVisible();
  expect(checks).toBe(1);
  await question.selectOption('');
  await expect(page.getByText(words.notClean)).toBeVisible();
  await expect(unit).toHaveValue('yuanPerSqmMonth');
});

test('rows are marked as headings by hand, and the columns follow', async ({ page }) => {
  await begin(page);
  const text =
    '楼宇名称,楼层,单元,面积,状态\n（全称）,（层）,（室）,（㎡）,（空置/已租）\n试验中心大厦,1,101,120,空置\n';
  await choose(page, [buildings, utf8('单元.csv', text)]);
  const card = sheet(page, /单元/);
  await card.getByRole('button', { name: words.chooseHeadings }).click();
  await card.getByLabel(words.headingRow(2)).check();
  await new RecordsDesk(page).expectAccessible();
  await card.getByRole('button', { name: words.useHeadings }).click();
  await expect(card.getByText(words.headingRows('1、2'))).toBeVisible();
  await expect(card.getByRole('row', { name: /面积 （㎡）/ })).toContainText('120');
  await check(page).click();
  await expect(page.getByText(words.clean)).toBeVisible();
});

test('problems are told page by page, and those that are not listed with their number', async ({ page }) => {
  await begin(page);
  const rows = Array.from({ length: 620 }, (_, i) => `试验中心大厦,1,X${i},很大,空置`);
  await choose(page, [
    buildings,
    utf8('单元.csv', ['楼宇名称,楼层,单元,建筑面积（㎡）,状态', ...rows].join('\n')),
  ]);
  await expect(page.getByRole('article')).toHaveCount(2);
  await check(page).click();
  const card = sheet(page, /单元/);
  await expect(card.getByText(words.page('1', '50', '500'))).toBeVisible();
  await expect(card.getByText(words.more('120'))).toBeVisible();
  await card.getByRole('button', { name: words.later }).click();
  await expect(card.getByLabel(words.correction('D52'))).toBeVisible();
  await card.getByLabel(words.correction('D52')).fill('1');
  await card.getByRole('button', { name: words.earlier }).click();
  await expect(card.getByRole('button', { name: words.saveCorrections(1) })).toBeVisible();
  const saved = page.waitForEvent('download');
  await card.getByRole('button', { name: words.report('620') }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('an import is undone from the list, once that is sure', async ({ page }) => {
  await begin(page);
  await choose(page, [buildings]);
  await check(page).click();
  await page.getByRole('button', { name: words.commit, exact: true }).click();
  await expect(page.getByText(words.written('1'))).toBeVisible();
  await page.getByRole('link', { name: `‹ ${words.title}` }).click();
  const row = page.getByRole('listitem').filter({ hasText: source });
  const undo = row.getByRole('button', { name: words.undo });
  await undo.click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: words.keep }).first().click();
  await expect(row).toContainText(words.status.committed);
  await undo.click();
  await expect(asked).toContainText(words.undoCount('1'));
  await asked.getByRole('button', { name: words.undo, exact: true }).click();
  await expect(row).toContainText(words.status.undone);
  await expect(undo).toHaveCount(0);
  const found = await page.request.get('/api/v1/buildings?q=试验中心大厦');
  expect(await found.json()).toMatchObject({ total: 0 });
});

test('what somebody changed since is told on the list, with the choice to leave it alone', async ({
  page,
}) => {
  await begin(page);
  await choose(page, [buildings]);
  await check(page).click();
  await page.getByRole('button', { name: words.commit, exact: true }).click();
  await expect(page.getByText(words.written('1'))).toBeVisible();
  const { items } = await (await page.request.get('/api/v1/buildings?q=试验中心大厦')).json();
  const path = `/api/v1/records/buildings/${items[0].id}`;
  const asManager = { [personaHeader]: 'manager' };
  const etag = (await page.request.get(path, { headers: asManager })).headers()['etag'] ?? '';
  const changed = await page.request.patch(path, {
    headers: { ...asManager, 'if-match': etag, 'idempotency-key': crypto.randomUUID() },
    data: { set: { address: '南京路 9 号' } },
  });
  expect(changed.status()).toBe(200);
  await page.getByRole('link', { name: `‹ ${words.title}` }).click();
  const row = page.getByRole('listitem').filter({ hasText: source });
  await row.getByRole('button', { name: words.undo }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.undo, exact: true }).click();
  await expect(row.getByRole('alert')).toContainText(words.failure.changedSince);
  await expect(row.getByRole('button', { name: words.undoKeeping })).toBeVisible();
});

test('kinds of records that a role may not write are not offered', async ({ page }) => {
  await begin(page);
  await choose(page, [buildings]);
  const kinds = page.getByLabel(words.kind).locator('option');
  await expect(kinds.filter({ hasText: '税收' })).toHaveCount(1);
  await page.getByRole('combobox', { name: zh.shell.role }).selectOption('staff');
  await expect(kinds.filter({ hasText: '税收' })).toHaveCount(0);
  await expect(kinds.filter({ hasText: '月报' })).toHaveCount(1);
});

test.describe('a network that breaks', () => {
  test.use({ provoked: [/ERR_CONNECTION_RESET/] });

  test('while the connection is lost files wait, and then go on', async ({ page }) => {
    await begin(page);
    let isDown = true;
    await page.route('**/files?*', (route) => (isDown ? route.abort('connectionreset') : route.continue()));
    await choose(page, [buildings]);
    await expect(page.getByText(words.waiting)).toBeVisible();
    isDown = false;
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(page.getByText(words.dropNote)).toBeVisible();
  });

  test('a check goes on behind a broken connection, tells how far it is, and can be stopped', async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await begin(page);
    const rows = Array.from({ length: 100_000 }, (_, i) => `大楼${i},写字楼,已交付,${1_000 + (i % 900)}`);
    await choose(page, [utf8('大表.csv', ['楼宇名称,载体类型,状态,总建面（㎡）', ...rows].join('\n'))]);
    await expect(page.getByRole('article')).toHaveCount(1, { timeout: 60_000 });
    let isDown = true;
    await page.route('**/events', async (route) => {
      const isBroken = isDown && route.request().url().includes('/imports/');
      await (isBroken ? route.abort('connectionreset') : route.continue());
      if (isBroken) isDown = false;
    });
    await check(page).click();
    await expect(page.getByText(words.lostLine)).toBeVisible();
    await expect(page.getByText(/[1-9][\d,]* \/ 100,001 行/)).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: words.cancel }).click();
    await expect(page.getByText(words.failure.cancelled)).toBeVisible();
    await expect(check(page)).toBeEnabled();
  });
});
