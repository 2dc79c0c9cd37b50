/** States that only a wide screen has. */
import { violationsOf } from './axe.ts';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

test('the charts, as a picture and as a table', async ({ find }) => {
  await find.open();
  for (const kind of [zh.charts.circleTitle, zh.charts.scatterTitle]) {
    for (const form of [zh.charts.asChart, zh.charts.asTable]) {
      await find.page.getByRole('radio', { name: kind }).check();
      await find.page.getByRole('radio', { name: form, exact: true }).check();
      await expect(find.page.getByRole('region', { name: kind, exact: true })).toBeVisible();
      expect(await violationsOf(find.page)).toEqual([]);
    }
  }
});

test('the shortcuts and a page that does not exist', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: zh.shell.shortcuts }).click();
  await expect(find.page.getByRole('dialog', { name: zh.shell.shortcuts })).toBeVisible();
  expect(await violationsOf(find.page)).toEqual([]);
  await find.page.goto('/nowhere');
  await expect(find.page.getByText(zh.shell.notFoundTitle)).toBeVisible();
  expect(await violationsOf(find.page)).toEqual([]);
});

test('the API documentation', async ({ find }) => {
  // The longest page by far: axe alone takes half a minute over it.
  test.slow();
  await find.page.goto('/api/docs');
  await expect(find.page.getByRole('heading').first()).toBeVisible();
  expect(await violationsOf(find.page)).toEqual([]);
});
