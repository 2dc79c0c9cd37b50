/** Every screen of editing, at every size and in both themes: nothing that axe finds, nothing wider than the screen. */
import type { Page } from '@playwright/test';
import { expect, test } from './own-server.ts';
import { RecordsDesk } from './records-desk.ts';
import { zh } from './words.ts';

async function expectFits(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('a building with all its parts', async ({ find, server, request }) => {
      const { items } = await (
        await request.get(`${server.url}/api/v1/buildings?limit=20&vacancy=..30%25`)
      ).json();
      const desk = await RecordsDesk.open(
        find,
        items.find((item: { synthetic: boolean }) => item.synthetic).id,
      );
      await desk.expectAccessible();
      await expectFits(desk.page);
      await desk.input('efficiency').fill('viel');
      await desk.save();
      await desk.expectAccessible();
      await desk.page.keyboard.press('Escape');
      await expect(desk.button(zh.editing.discard.leave)).toBeVisible();
      await desk.expectAccessible();
      await desk.button(zh.editing.discard.leave).click();
      await find.card.getByRole('button', { name: zh.card.edit, exact: true }).click();
      await desk.tab('space');
      await desk.page.locator('li button[aria-expanded]').last().click();
      for (const tab of ['space', 'month', 'taxRecord', 'history'] as const) {
        await desk.tab(tab);
        await expect(desk.page.getByRole('dialog').last()).toBeVisible();
        await desk.expectAccessible();
        await expectFits(desk.page);
      }
    });

    test('the page of data, and the audit log', async ({ page }) => {
      const desk = new RecordsDesk(page);
      for (const [path, heading] of [
        ['/data', zh.editing.data.title],
        ['/data/audit', zh.editing.data.audit],
      ] as const) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await expect(page.getByRole('status', { name: zh.editing.loading })).toHaveCount(0);
        await desk.expectAccessible();
        await expectFits(page);
      }
    });
  });
}
