import { expect, test } from './journey.ts';
import { zh } from './words.ts';

test('the filters are a drawer beside map and answers', async ({ find }) => {
  await find.open();
  await expect(find.grid).toBeVisible();
  await expect(find.filter('vacancy')).toBeHidden();
  await find.page.getByRole('button', { name: zh.find.showFilters(0), exact: true }).click();
  const drawer = find.page.getByRole('dialog', { name: zh.find.filters });
  await drawer.getByRole('button', { name: /^底商/ }).click();
  await expect(drawer.getByRole('button', { name: zh.find.showResults('43') })).toBeVisible();
  await find.page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await find.expectTotal(43);
  const width = await find.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(1024);
});
