/** From messy sheets to records and back. */
import type { Page } from '@playwright/test';
import { importPageMessages } from '#format/messages/import-page.ts';
import { expect, test } from './own-server.ts';
import { RecordsDesk } from './records-desk.ts';

const words = importPageMessages.zh;

const buildings = '楼宇名称,载体类型,状态,总建面（万㎡）\n试验中心大厦,写字楼,已交付,超8.5\n';
const units = `楼宇名称,楼层,单元,建筑面积（㎡）,状态,租金（元/㎡/天）
试验中心大厦,1,101,120,空置,4.5
试验中心大厦,2,201,很大,空置,面议
`;

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function begin(page: Page): Promise<void> {
  await page.goto('/data/import');
  await page.getByLabel(words.source, { exact: true }).fill('天泰物业 2026年10月');
  await page.getByRole('button', { name: words.begin }).click();
  await expect(page.getByRole('heading', { level: 1, name: '天泰物业 2026年10月' })).toBeVisible();
}

async function bringIn(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles([asFile('单元.csv', units), asFile('楼宇.csv', buildings)]);
  await expect(page.getByRole('article')).toHaveCount(2);
}

test('two sheets, one wrong cell: corrected in place, written whole, seen in 找楼, undone', async ({
  page,
}) => {
  await begin(page);
  await bringIn(page);
  await page.getByRole('button', { name: words.check, exact: true }).click();
  await expect(page.getByText(words.notClean)).toBeVisible();
  await expect(page.getByRole('button', { name: words.commit, exact: true })).toBeDisabled();
  await page.getByLabel(words.correction('D3')).fill('85.5');
  await page.getByRole('button', { name: words.saveCorrections(1) }).click();
  await expect(page.getByText(words.clean)).toBeVisible();
  await page.getByRole('button', { name: words.commit, exact: true }).click();
  await expect(page.getByText(words.written('3'))).toBeVisible();
  const found = async () =>
    (await (await page.request.get('/api/v1/buildings?q=试验中心大厦')).json()) as { total: number };
  expect(await found()).toMatchObject({ total: 1, items: [{ gfa: { value: 85_000, bound: 'atLeast' } }] });
  await page.getByRole('button', { name: words.undo, exact: true }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText(words.undoCount('3'));
  await asked.getByRole('button', { name: words.undo, exact: true }).click();
  await expect(page.getByText(words.isUndone)).toBeVisible();
  expect(await found()).toMatchObject({ total: 0 });
  await page.getByRole('link', { name: `‹ ${words.title}` }).click();
  await expect(page.getByRole('listitem').filter({ hasText: words.status.undone })).toBeVisible();
});

test('what no column says may be the same for all rows', async ({ page }) => {
  await begin(page);
  const months = '楼宇名称,已租面积（㎡）\n试验中心大厦,100\n';
  await page
    .locator('input[type=file]')
    .setInputFiles([asFile('月报.csv', months), asFile('楼宇.csv', buildings)]);
  await expect(page.getByRole('article')).toHaveCount(2);
  const sheet = page.getByRole('article', { name: /月报/ });
  await sheet.getByLabel(words.kind).selectOption('month');
  const constant = sheet.getByLabel(new RegExp(words.constant));
  await constant.fill('2026年9月');
  await page.getByRole('button', { name: words.check, exact: true }).click();
  await expect(page.getByText(words.clean)).toBeVisible();
});

test('a correction that is typed but not yet saved outlasts a dry run', async ({ page }) => {
  await begin(page);
  await bringIn(page);
  const check = page.getByRole('button', { name: words.check, exact: true });
  const wrong = page.getByLabel(words.correction('D3'));
  await check.click();
  await wrong.fill('85.5');
  const checked = page.waitForResponse((answer) => answer.url().endsWith('/check'));
  await check.click();
  await checked;
  await expect(check).toBeVisible();
  await expect(wrong).toHaveValue('85.5');
});

test('on a slow network a second column is changed before the first is answered: both stay changed', async ({
  page,
}) => {
  await begin(page);
  await bringIn(page);
  await page.route('**/parts/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  const sheet = page.getByRole('article', { name: /单元/ });
  const [first, second] = ['楼层', '状态'].map((name) => sheet.getByLabel(`${words.target}: ${name}`));
  const patched = { count: 0 };
  page.on('response', (answer) => {
    patched.count += answer.request().method() === 'PATCH' ? 1 : 0;
  });
  await first?.selectOption('');
  await second?.selectOption('');
  await expect.poll(() => patched.count).toBe(2);
  for (const column of [first, second]) await expect(column ?? sheet).toHaveValue('');
});

test('a file that cannot be read says why', async ({ page }) => {
  await begin(page);
  await page.locator('input[type=file]').setInputFiles([asFile('空.csv', '')]);
  await expect(page.getByRole('listitem').filter({ hasText: '空.csv' })).toContainText('空');
  await expect(page.getByRole('article')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    test.describe(`${scheme} ${width}`, () => {
      test.use({ colorScheme: scheme, viewport: { width, height } });

      test('nothing that axe finds, nothing wider than the screen', async ({ page }) => {
        const desk = new RecordsDesk(page);
        const fits = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        await begin(page);
        await bringIn(page);
        await page.getByRole('button', { name: words.check, exact: true }).click();
        await expect(page.getByText(words.notClean)).toBeVisible();
        await desk.expectAccessible();
        expect(await fits()).toBeLessThanOrEqual(0);
        await page.goto('/data/import');
        await expect(page.getByRole('heading', { level: 2, name: words.past })).toBeVisible();
        await desk.expectAccessible();
        expect(await fits()).toBeLessThanOrEqual(0);
      });
    });
  }
}
