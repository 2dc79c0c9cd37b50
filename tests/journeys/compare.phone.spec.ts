/** Comparing on a phone: one column stays, the others are swiped past it. */
import { ComparePage, words } from './compare-page.ts';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

const ids = async (find: { page: import('@playwright/test').Page }) => {
  const list = await (await find.page.request.get('/api/v1/buildings?limit=2')).json();
  return ['wuhaoyuan', 'xiandaicheng', ...list.items.map(({ id }: { id: string }) => id)].join();
};

test('a column is pinned, the others pass beside it one by one', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(`ids=${await ids(find)}`);
  const [first = '', second = '', third = ''] = await compare.names();
  const heads = compare.table.locator('thead [data-column]');
  const left = async (place: number) => Math.round((await heads.nth(place).boundingBox())?.x ?? Number.NaN);
  await expect(find.page.getByText(words.against(first, second, '1', '3'))).toBeVisible();
  const [pinnedAt, besideAt] = [await left(0), await left(1)];
  await compare.button(words.next).tap();
  await expect(find.page.getByText(words.against(first, third, '2', '3'))).toBeVisible();
  await expect.poll(() => left(2)).toBe(besideAt);
  expect(await left(0)).toBe(pinnedAt);
  await compare.button(words.pin(third)).tap();
  await expect(find.page.getByText(words.against(third, first, '1', '3'))).toBeVisible();
  await expect(heads.first()).toContainText(third);
  await find.page.reload();
  await compare.loaded();
  await expect(heads.first()).toContainText(third);
  await find.page.goBack();
  await expect(heads.first()).toContainText(first);
});

test('a swipe comes to rest at a column', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(`ids=${await ids(find)}`);
  const heads = compare.table.locator('thead [data-column]');
  const left = async (place: number) => Math.round((await heads.nth(place).boundingBox())?.x ?? Number.NaN);
  const besideAt = await left(1);
  await compare.table.locator('xpath=..').evaluate((scroller) => scroller.scrollBy({ left: 100 }));
  await expect.poll(() => left(2)).toBe(besideAt);
});

test('nothing is wider than the screen, and what a thumb presses is large enough', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(`ids=${await ids(find)}`);
  expect(await find.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  for (const name of [words.next, words.previous, words.print, words.copyLink]) {
    const box = await compare.button(name).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
  }
});

test('rows of the sheet are ticked by a finger, and the tray leads on', async ({ find }) => {
  await find.open('sort=name');
  await find.page.getByRole('button', { name: zh.find.raiseSheet }).tap();
  await find.rows.nth(0).getByRole('checkbox').tap();
  await find.rows.nth(1).getByRole('checkbox').tap();
  await expect(find.card).toBeHidden();
  await find.page.getByRole('link', { name: words.open }).tap();
  await new ComparePage(find.page).loaded();
});
