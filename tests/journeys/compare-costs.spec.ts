/** Costs of what is compared, under assumptions that the reader sets. */
import { costMessages } from '#format/messages/cost.ts';
import { ComparePage, words } from './compare-page.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

const costs = costMessages.zh;
const two = 'ids=wuhaoyuan,xiandaicheng';

test('costs follow what is assumed, and the address keeps it', async ({ find }) => {
  const { page } = find;
  const list = await (await page.request.get('/api/v1/buildings?tenure=lease&rent=1..&limit=2')).json();
  const compare = new ComparePage(page);
  await compare.open(`ids=${list.items.map(({ id }: { id: string }) => id).join()}`);
  const rents = () => compare.table.locator('tr[data-row="cost-rent"]').getByRole('cell').allInnerTexts();
  const before = await rents();
  await page.getByRole('button', { name: words.costNote('') }).click();
  const term = page.getByRole('textbox', { name: costs.fields.termMonths, exact: true });
  await term.fill('72');
  await term.press('Enter');
  const twice = before.map((text) => zh.figures.number(2 * Number(text.replaceAll(',', '')), 0));
  await expect.poll(async () => (await rents()).map(nearly)).toEqual(twice.map(nearly));
  await expect.poll(() => queryOf(page)).toMatch(/term=72$/);
  const free = page.getByRole('textbox', { name: costs.fields.rentFreeMonths, exact: true });
  await free.fill('80');
  await free.press('Enter');
  await expect(page.getByText(costs.refused.reasons.longerThanTerm)).toBeVisible();
  await page.reload();
  await compare.loaded();
  expect((await rents()).map(nearly)).toEqual(twice.map(nearly));
});

/** Rounding to whole yuan may part two ways by one. */
function nearly(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')) / 10);
}

test('nonsense assumptions of a link are refused by name, and the rest is compared', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(`${two}&area=-5&esc=10&term=24`);
  const notice = find.page.getByRole('status').filter({ hasText: costs.problems(2) });
  await expect(notice).toContainText(costs.fields.escalation);
  await expect(find.page.getByRole('button', { name: words.costNote('') })).toContainText('24');
});
