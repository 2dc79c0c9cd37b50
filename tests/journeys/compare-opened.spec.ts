/** What stands behind the cells of a comparison. */
import { costMessages } from '#format/messages/cost.ts';
import { ComparePage } from './compare-page.ts';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

test('a fact opens to its source, a figure to its formula, a cost to its parts', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open('ids=wuhaoyuan,s0001');
  const { page } = find;
  const opened = async (row: string, place: number) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const cell = compare.table.locator(`tr[data-row="${row}"]`).getByRole('cell').nth(place);
    await cell.getByRole('button').click();
    return page.getByRole('dialog');
  };
  await expect(await opened('gfa', 0)).toContainText('公开报道');
  await expect(await opened('gfa', 0)).toContainText(zh.card.confidence);
  const available = await opened('availableArea', 1);
  await expect(available).toContainText(zh.card.formulas.available);
  await expect(available).toContainText(zh.figures.date('2026-10-31'));
  await expect(await opened('cost-total', 1)).toContainText(costMessages.zh.items.managementFee);
  await page.keyboard.press('Escape');
  await expect(compare.table.locator('tr[data-row="cost-total"] button').nth(1)).toBeFocused();
});

test('the figures of a column stand in line at its right, before what is said in words', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open('ids=wuhaoyuan,s0001');
  const align = (row: string) =>
    compare.table
      .locator(`tr[data-row="${row}"] td button`)
      .first()
      .evaluate((cell) => getComputedStyle(cell).textAlign);
  expect([await align('gfa'), await align('developer')]).toEqual(['end', 'start']);
});
