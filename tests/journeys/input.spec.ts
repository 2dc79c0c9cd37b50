/** What people type, and what links carry. */
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

test('a number field reads 8.5万, 万㎡, percent and thousands', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: zh.filters.more }).click();
  for (const [field, text, query, shown] of [
    ['gfa', '8.5万', 'gfa=85000..', '85,000'],
    ['gfa', '12,000㎡', 'gfa=12000..', '12,000'],
    ['vacancy', '40%', 'vacancy=0.4..&gfa=12000..', '40%'],
  ] as const) {
    await find.end(field, 'lo').fill(text);
    await find.end(field, 'lo').press('Enter');
    await expect.poll(() => queryOf(find.page)).toBe(query);
    await expect(find.end(field, 'lo')).toHaveValue(shown);
  }
});

test('a number that cannot be is refused in words and changes nothing', async ({ find }) => {
  await find.open('vacancy=..0.4');
  const before = await find.total();
  await find.end('vacancy', 'lo').fill('60%');
  await find.end('vacancy', 'lo').press('Enter');
  await expect(find.filter('vacancy').getByRole('alert')).toHaveText(zh.filters.aboveHigh('40%'));
  await find.end('vacancy', 'lo').fill('viel');
  await find.end('vacancy', 'lo').press('Enter');
  await expect(find.filter('vacancy').getByRole('alert')).toContainText('0%');
  expect(await find.total()).toBe(before);
  expect(queryOf(find.page)).toBe('vacancy=..0.4');
  await find.end('vacancy', 'lo').press('Escape');
  await expect(find.end('vacancy', 'lo')).toHaveValue('');
});

test('bad parts of a link are named, and the rest of it applies', async ({ find }) => {
  await find.open(
    'gfa=abc..&vacancy=0.9..0.1&circle=nowhere&within=1,2;3,4&page=0&__proto__=1&columnFree=1&rent=..100',
  );
  const notice = find.page.getByRole('region', { name: zh.filters.problems(6) });
  await expect(find.page.getByText(zh.filters.problems(6))).toBeVisible();
  await expect(find.page.getByText(/建筑面积（gfa）“abc\.\.”/)).toBeVisible();
  await expect(find.page.getByText(/空置率（vacancy）“0\.9\.\.0\.1”/)).toBeVisible();
  await expect(find.page.getByText(/商圈（circle）“nowhere”/)).toBeVisible();
  await expect(find.page.getByText(/多边形范围（within）“1,2;3,4”/)).toBeVisible();
  await expect(find.page.getByText(/page“0”/)).toBeVisible();
  await expect(find.page.getByText(/__proto__“1”/)).toBeVisible();
  expect((await find.chipTexts()).join()).toContain('无柱');
  expect((await find.chipTexts()).join()).toContain('≤ 100');
  await expect(find.end('rent', 'hi')).toHaveValue('100');
  expect(await find.total()).toBeGreaterThan(0);
  await find.page.getByRole('button', { name: zh.ui.dismiss }).click();
  await expect(notice).toBeHidden();
  await expect(find.page.getByText(zh.filters.problems(6))).toBeHidden();
});

for (const { script, text } of [
  { script: 'Latin', text: 'tower'.repeat(2_000) },
  // Three bytes a sign, and three signs of the address a byte.
  { script: 'Chinese', text: '楼'.repeat(3_400) },
]) {
  test(`ten kilobytes of ${script} text are refused by name, not searched for`, async ({ find }) => {
    await find.open(`q=${encodeURIComponent(text)}&type=office`);
    await expect(find.page.getByText(zh.filters.problems(1))).toBeVisible();
    await expect(find.page.getByText(new RegExp(zh.filters.reasons.tooLong))).toBeVisible();
    await expect(find.search).toHaveValue('');
    await find.expectTotal(127);
  });
}

test('a broken escape, a repeated and an empty parameter do no harm', async ({ find }) => {
  await find.open('q=%E5%&type=office&type=retailPodium&vacancy=&&=&%ff=1');
  await expect(find.page.getByText(new RegExp(zh.filters.reasons.repeated))).toBeVisible();
  await expect(find.counters).toBeVisible();
});

test('a link to a building that is not there says so, and shows the rest', async ({ find }) => {
  await find.open('type=office&sel=no-such-building');
  await expect(find.page.getByText(zh.find.noSuchBuilding('no-such-building'))).toBeVisible();
  await expect(find.card).toBeHidden();
  await expect.poll(() => queryOf(find.page)).toBe('type=office');
  expect(await find.total()).toBeGreaterThan(100);
});

test('an address that is no page says so and leads back', async ({ find }) => {
  await find.page.goto('/nowhere/at-all');
  await expect(find.page.getByText(zh.shell.notFoundTitle)).toBeVisible();
  await find.page.getByRole('link', { name: zh.shell.backToFind }).click();
  await find.answered();
  await find.expectTotal(212);
});
