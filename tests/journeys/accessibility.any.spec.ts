/** No violation that axe knows, in any state, theme or size. */
import { violationsOf } from './axe.ts';
import type { FindPage } from './find-page.ts';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

test.use({ provoked: [/Failed to load resource/] });

const violations = (find: FindPage) => violationsOf(find.page);

const isNarrow = (find: FindPage) => (find.page.viewportSize()?.width ?? 0) < 768;
const isWide = (find: FindPage) => (find.page.viewportSize()?.width ?? 0) >= 1200;

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test('start, and the whole list', async ({ find }) => {
      await find.open();
      expect(await violations(find)).toEqual([]);
      if (isNarrow(find)) {
        await find.page.getByRole('button', { name: zh.find.raiseSheet }).click();
        await expect(find.rows.first()).toBeVisible();
        expect(await violations(find)).toEqual([]);
      }
    });

    test('with filters, and all of them open', async ({ find }) => {
      await find.open('type=office&vacancy=..0.4&unknown=vacancy&columnFree=1&metro=800');
      expect(await violations(find)).toEqual([]);
      if (!isWide(find)) await find.page.getByRole('button', { name: zh.find.showFilters(4) }).click();
      await find.page.getByRole('button', { name: zh.filters.more }).click();
      await expect(find.filter('gfa')).toBeVisible();
      await find.end('gfa', 'lo').fill('nonsense');
      await find.end('gfa', 'lo').press('Enter');
      await expect(find.filter('gfa').getByRole('alert')).toBeVisible();
      expect(await violations(find)).toEqual([]);
    });

    test('a card, and a figure of it opened', async ({ find }) => {
      await find.open('sel=wuhaoyuan');
      await expect(find.card).toContainText('曲阜道');
      expect(await violations(find)).toEqual([]);
      await find.card.getByRole('button', { name: zh.card.facts.plate }).click();
      await expect(find.page.getByRole('dialog', { name: zh.card.facts.plate })).toBeVisible();
      expect(await violations(find)).toEqual([]);
    });

    test('nothing found', async ({ find }) => {
      await find.open('plate=2000..2500&vacancy=..0.01&columnFree=1');
      if (isNarrow(find)) await find.page.getByRole('button', { name: zh.find.raiseSheet }).click();
      await expect(find.page.getByText(zh.empty.title, { exact: true })).toBeVisible();
      expect(await violations(find)).toEqual([]);
    });

    test('a bad link, and a failure', async ({ find }) => {
      await find.open('gfa=abc..&circle=nowhere&page=0');
      await expect(find.page.getByText(zh.filters.problems(3))).toBeVisible();
      expect(await violations(find)).toEqual([]);
      await find.page.route('**/api/v1/catalogue*', (route) => route.fulfill({ status: 500, body: '' }));
      await find.page.reload();
      await expect(find.page.getByRole('alert')).toContainText(zh.empty.failed.server.title);
      expect(await violations(find)).toEqual([]);
    });

    test('search suggestions', async ({ find }) => {
      await find.open('vacancy=..0.2');
      if (!isWide(find)) await find.page.getByRole('button', { name: zh.find.showFilters(1) }).click();
      await find.search.pressSequentially('wu');
      await expect(find.page.getByRole('listbox').getByRole('option').first()).toBeVisible();
      await find.search.press('ArrowDown');
      expect(await violations(find)).toEqual([]);
    });

    test('popovers: columns, export, the source of a counter, the sample note', async ({ find }) => {
      await find.open();
      if (isNarrow(find)) await find.page.getByRole('button', { name: zh.find.raiseSheet }).click();
      for (const opener of [
        find.page.getByRole('button', { name: zh.table.chooseColumns }),
        find.page.getByRole('button', { name: zh.find.exportAs }),
        find.counter(zh.counters.vacancy),
        find.page.getByRole('button', { name: new RegExp(zh.shell.sample) }),
      ]) {
        await opener.click();
        await expect(find.page.getByRole('dialog')).toBeVisible();
        expect(await violations(find)).toEqual([]);
        await find.page.keyboard.press('Escape');
        await expect(find.page.getByRole('dialog')).toBeHidden();
      }
    });

    test('in English', async ({ find }) => {
      await find.page.addInitScript(() => localStorage.setItem('loulan.locale', 'en'));
      const english = find.in('en');
      await english.open('type=office&sel=wuhaoyuan');
      await expect(english.card).toContainText('Courtyard');
      expect(await violations(english)).toEqual([]);
    });
  });
}
