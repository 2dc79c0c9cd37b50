/** No violation that axe knows in a comparison, in any view, theme or size. */
import { costMessages } from '#format/messages/cost.ts';
import { violationsOf } from './axe.ts';
import { ComparePage, words } from './compare-page.ts';
import { expect, test } from './journey.ts';

const two = 'ids=wuhaoyuan,xiandaicheng';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('the table, whole and with the differences only', async ({ find }) => {
      const compare = new ComparePage(find.page);
      await compare.open(two);
      expect(await violationsOf(find.page)).toEqual([]);
      await compare.differencesOnly.click();
      await expect(compare.row('rentableArea')).toBeHidden();
      expect(await violationsOf(find.page)).toEqual([]);
    });

    test('the form of assumptions', async ({ find }) => {
      const compare = new ComparePage(find.page);
      await compare.open(two);
      await find.page.getByRole('button', { name: words.costNote('') }).click();
      await expect(
        find.page.getByRole('textbox', { name: costMessages.zh.fields.termMonths, exact: true }),
      ).toBeVisible();
      expect(await violationsOf(find.page)).toEqual([]);
    });

    test('the radar', async ({ find }) => {
      await find.page.goto(`/compare?${two}&view=radar`);
      await expect(find.page.getByRole('img', { name: words.radar.label })).toBeVisible();
      expect(await violationsOf(find.page)).toEqual([]);
    });

    test('too few to compare, and the tray of the list', async ({ find }) => {
      await find.page.goto('/compare?ids=wuhaoyuan');
      await expect(find.page.getByText(words.tooFew.one)).toBeVisible();
      expect(await violationsOf(find.page)).toEqual([]);
      await find.open('pick=wuhaoyuan,xiandaicheng');
      await expect(find.page.getByRole('region', { name: words.tray }).getByRole('listitem')).toHaveCount(2);
      expect(await violationsOf(find.page)).toEqual([]);
    });
  });
}
