/** On a phone: the map fills the screen, the list is a sheet, the filters cover it all. */
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

test('the sheet stands at three heights', async ({ find }) => {
  await find.open();
  const sheet = find.page.getByRole('region', { name: zh.find.sheet });
  const height = async () => (await sheet.boundingBox())?.height ?? 0;
  await expect(find.grid).toBeHidden();
  const peek = await height();
  await sheet.getByRole('button', { name: zh.find.raiseSheet }).tap();
  await expect(find.grid).toBeVisible();
  await expect.poll(height).toBeGreaterThan(peek * 2);
  const half = await height();
  await sheet.getByRole('button', { name: zh.find.lowerSheet }).press('ArrowUp');
  await expect.poll(height).toBeGreaterThan(half + 100);
  await sheet.getByRole('button', { name: zh.find.lowerSheet }).press('ArrowDown');
  await expect.poll(height).toBe(half);
  await sheet.getByRole('button', { name: zh.find.lowerSheet }).tap();
  await expect.poll(height).toBe(peek);
});

test('filters cover the screen, and their button tells what they will show', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: zh.find.showFilters(0), exact: true }).tap();
  const filters = find.page.getByRole('dialog', { name: zh.find.filters });
  const box = await filters.boundingBox();
  expect(box).toMatchObject({ x: 0, width: 390 });
  expect(box?.height).toBeGreaterThan(800);
  await expect(filters.getByRole('button', { name: zh.find.showResults('212') })).toBeVisible();
  await filters.getByRole('button', { name: /^小洋楼/ }).tap();
  await filters.getByRole('button', { name: zh.find.showResults('42') }).tap();
  await expect(filters).toBeHidden();
  await find.expectTotal(42);
  await expect(find.page.getByRole('button', { name: zh.find.showFilters(1) })).toBeVisible();
  await expect.poll(() => queryOf(find.page)).toBe('type=heritageHouse');
});

test('a row opens its card as a sheet, which goes away again', async ({ find }) => {
  await find.open('sort=name');
  await find.page.getByRole('button', { name: zh.find.raiseSheet }).tap();
  await find.rows.first().tap();
  await expect(find.card).toBeVisible();
  await expect.poll(() => queryOf(find.page)).toContain('sel=');
  await find.page.getByRole('dialog').getByRole('button', { name: zh.find.closeCard }).tap();
  await expect(find.card).toBeHidden();
  await expect.poll(() => queryOf(find.page)).toBe('sort=name');
});

test('nothing is wider than the screen, and what a thumb presses is large enough', async ({ find }) => {
  await find.open('type=office&vacancy=..0.4&columnFree=1');
  const width = await find.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  const buttons = await find.page.getByRole('main').getByRole('button').all();
  const small: string[] = [];
  for (const button of buttons) {
    // Chips stand in a row that scrolls.
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    if (!box) continue;
    // The border around a small sign may answer for it, as far as it is pressed in the middle of 44 px.
    const reach = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isOwn = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return hit === null || element.contains(hit);
      };
      return isOwn(0, 20) && isOwn(0, -20) && isOwn(20, 0) && isOwn(-20, 0);
    });
    if (!reach)
      small.push(
        `${(await button.getAttribute('aria-label')) ?? (await button.allInnerTexts())}: ${box.width}×${box.height}`,
      );
  }
  expect(small).toEqual([]);
});
