/** The file of one building in every size and both themes. */
import { violationsOf } from './axe.ts';
import { BuildingFilePage, words } from './building-file.ts';
import { expect, test } from './journey.ts';

test.use({ provoked: [/status of 404/] });

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('the file has nothing that axe finds and is no wider than the screen', async ({ find }) => {
      const file = new BuildingFilePage(find.page);
      await file.open('wuhaoyuan');
      expect(await violationsOf(find.page)).toEqual([]);
      const isTooWide = await find.page.evaluate(() => {
        const main = document.querySelector('main');
        return main !== null && main.scrollWidth > main.clientWidth;
      });
      expect(isTooWide).toBe(false);
      await file.edit('managementFee');
      expect(await violationsOf(find.page)).toEqual([]);
    });

    test('nor has the page for an id that there is not', async ({ find }) => {
      await find.page.goto('/buildings/wuhaoyan');
      await expect(find.page.getByRole('heading', { name: words.unknownTitle('wuhaoyan') })).toBeVisible();
      expect(await violationsOf(find.page)).toEqual([]);
    });
  });
}
