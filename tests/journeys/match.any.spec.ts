/** 匹配: from what an enterprise said to three spaces side by side. */
import { compareMessages } from '#format/messages/compare.ts';
import { matchMessages } from '#format/messages/match.ts';
import { violationsOf } from './axe.ts';
import { expect, queryOf, test } from './journey.ts';

const words = matchMessages.zh;

test('what was said becomes a requirement, a ranking and a comparison of three', async ({ page }) => {
  await page.goto('/match');
  await expect(page.getByText(words.nothing.title)).toBeVisible();
  await page.getByRole('textbox', { name: words.read.label }).fill(words.read.exampleText);
  await page.getByRole('button', { name: words.read.action, exact: true }).click();
  const table = page.getByRole('table', { name: words.table.label });
  await expect(table).toBeVisible();

  const field = (name: keyof typeof words.fields) =>
    page.getByRole('group', { name: words.fields[name], exact: true });
  await expect(field('areaMin').getByRole('textbox')).toHaveValue('1,500');
  await expect(field('areaMax').getByRole('textbox')).toHaveValue('2,000');
  await expect(field('heads')).toContainText('约60人');
  expect(queryOf(page)).toContain('areaMin=1500&areaMax=2000');
  expect(queryOf(page)).not.toContain('金融');
  expect(await violationsOf(page)).toEqual([]);

  const score = table.getByRole('row').nth(1).getByRole('button');
  await score.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('areaMin, areaMax: 1 −');
  await expect(dialog).toContainText(words.inputs.cost);
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(score).toBeFocused();

  const boxes = table.getByRole('checkbox');
  const names = await table.getByRole('rowheader').allInnerTexts();
  const places = names.flatMap((name, place) => (names.indexOf(name) === place ? [place] : [])).slice(0, 3);
  for (const place of places) await boxes.nth(place).check();
  const bar = page.getByRole('region', { name: words.table.pick });
  await bar.getByRole('link', { name: words.compare.go }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(compareMessages.zh.titleOf('3'));
  await page.goBack();
  await expect(table).toBeVisible();
  await expect(field('areaMin').getByRole('textbox')).toHaveValue('1,500');
});

test('a near miss is admitted by its change, and a link opens the same ranking', async ({
  page,
  visitor,
}) => {
  await page.goto('/match?areaMin=1500&areaMax=2000&budget=2.2,perSqmDay,1&floorToFloorHeight=4.5');
  const near = page.getByRole('region', { name: words.near.title });
  const item = near
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') })
    .first();
  const name = await item.getByRole('link').innerText();
  const all = item.getByRole('button', { name: words.near.all });
  await ((await all.count()) > 0 ? all : item.getByRole('button').first()).click();
  const rows = page.getByRole('table', { name: words.table.label }).getByRole('rowheader');
  await expect(rows.filter({ hasText: name }).first()).toBeVisible();
  const order = await rows.allInnerTexts();
  const other = await visitor();
  await other.page.goto(page.url());
  const theirs = other.page.getByRole('table', { name: words.table.label }).getByRole('rowheader');
  await expect(theirs.first()).toBeVisible();
  expect(await theirs.allInnerTexts()).toEqual(order);
});

test('a weight is applied when it is let go, and can be set back', async ({ page }) => {
  await page.goto('/match?areaMin=500&areaMax=800');
  await expect(page.getByRole('table', { name: words.table.label })).toBeVisible();
  const slider = page.getByRole('slider', { name: words.parts.cost });
  await slider.press('End');
  await expect.poll(() => queryOf(page)).toContain('weights=30,100,15,10,15');
  await page.getByRole('button', { name: words.weights.reset }).click();
  await expect.poll(() => queryOf(page)).toBe('areaMin=500&areaMax=800');
  await expect(slider).toHaveValue('30');
});

test.describe('contradictions', () => {
  test.use({ provoked: [/400 \(Bad Request\)/] });

  test('are said at their field, and mended there', async ({ page }) => {
    await page.goto('/match?areaMin=2000&areaMax=1000&nonsense=1');
    const least = page.getByRole('group', { name: words.fields.areaMin, exact: true });
    await expect(least.getByRole('alert')).toContainText(words.reasons.lowAboveHigh);
    await expect(page.getByText(words.dropped('nonsense'))).toBeVisible();
    const field = least.getByRole('textbox');
    await field.fill('800平');
    await field.press('Enter');
    await expect(least.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('table', { name: words.table.label })).toBeVisible();
  });
});

test('in the dark, axe finds nothing either', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/match?areaMin=1500&areaMax=2000&floorToFloorHeight=5');
  await expect(page.getByRole('region', { name: words.near.title })).toBeVisible();
  await page.getByRole('button', { name: words.excluded.list }).click();
  expect(await violationsOf(page)).toEqual([]);
});
