import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

const nothing = 'plate=2000..2500&vacancy=..0.01&columnFree=1';

test('an empty answer names the filter to give up and what that brings', async ({ find }) => {
  await find.open(nothing);
  await find.expectTotal(0);
  await expect(find.page.getByText(zh.empty.title, { exact: true })).toBeVisible();
  const offer = find.page.getByRole('button', { name: zh.empty.relax('空置率 ≤ 1%') });
  const gain = Number(/\d+/.exec((await offer.locator('span').last().allInnerTexts()).join())?.[0]);
  await offer.click();
  await find.expectTotal(gain);
  await expect.poll(() => queryOf(find.page)).toBe('plate=2000..2500&columnFree=1');
});

test('an empty answer offers the unknown ones, and they pass', async ({ find }) => {
  await find.open(nothing);
  const offer = find.page.getByRole('button', { name: zh.empty.includeUnknown('空置率 ≤ 1%') });
  const gain = Number(/\d+/.exec((await offer.locator('span').last().allInnerTexts()).join())?.[0]);
  await offer.click();
  await find.expectTotal(gain);
  await expect.poll(() => queryOf(find.page)).toContain('unknown=vacancy');
  for (const row of await find.rowTexts()) expect(row).toContain('未提供');
});

test('where no single filter is enough, all can be cleared', async ({ find }) => {
  await find.open('vacancy=..0.001&year=..1500&rent=99999..');
  await find.expectTotal(0);
  await expect(find.page.getByText(zh.empty.causeJoint)).toBeVisible();
  await find.page.getByRole('button', { name: zh.empty.clear }).click();
  await find.expectTotal(212);
});

test('unknown is not zero: a range leaves it out, its switch lets it in, and the count says how many', async ({
  find,
}) => {
  await find.open('vacancy=0..1');
  const known = await find.total();
  const unknown = find.filter('vacancy').getByRole('checkbox');
  await expect(unknown).toHaveAccessibleName(new RegExp(String(212 - known)));
  await unknown.click();
  await find.expectTotal(212);
  await expect.poll(() => queryOf(find.page)).toBe('vacancy=0..1&unknown=vacancy');
});
