/** What is drawn on the map filters; what the map shows is the answer. */

import type { FindPage, Point } from './find-page.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

async function drag(find: FindPage, from: Point, to: Point): Promise<void> {
  const { mouse } = find.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 6 });
  await mouse.up();
}

const tool = (find: FindPage, name: string) => find.page.getByRole('button', { name });

test('a rectangle filters everything, and is removed by its chip', async ({ find }) => {
  await find.open();
  const { x, y } = await find.centreOf(find.map);
  await tool(find, zh.map.drawRectangle).click();
  await drag(find, { x: x - 120, y: y - 120 }, { x: x + 60, y: y + 60 });
  await expect.poll(() => queryOf(find.page)).toMatch(/^bbox=117\.\d+,39\.\d+,117\.\d+,39\.\d+$/);
  const inside = await find.total();
  expect(inside).toBeGreaterThan(0);
  expect(inside).toBeLessThan(212);
  const answer = await find.page.request.get(`/api/v1/buildings?${queryOf(find.page)}`);
  expect((await answer.json()).total).toBe(inside);
  await find.chips.getByRole('button', { name: new RegExp(zh.clause.bbox) }).click();
  await find.expectTotal(212);
});

test('a polygon is closed by its first corner', async ({ find }) => {
  await find.open();
  const { x, y } = await find.centreOf(find.map);
  await tool(find, zh.map.drawPolygon).click();
  for (const [dx, dy] of [
    [-150, -150],
    [150, -150],
    [150, 120],
    [-150, -150],
  ] as const) {
    await find.page.mouse.click(x + dx, y + dy, { delay: 30 });
  }
  await expect.poll(() => queryOf(find.page)).toMatch(/^within=(117[\d.]+,39[\d.]+;?){3}$/);
  await expect.poll(() => find.total()).toBeLessThan(212);
});

test('a radius is drawn from its centre and tells its metres', async ({ find }) => {
  await find.open();
  const { x, y } = await find.centreOf(find.map);
  await tool(find, zh.map.drawRadius).click();
  await drag(find, { x, y }, { x: x + 100, y });
  await expect.poll(() => queryOf(find.page)).toMatch(/^near=117[\d.]+,39[\d.]+,\d{3,4}$/);
  const metres = Number(/(\d+)$/.exec(queryOf(find.page))?.[1]);
  expect(metres).toBeGreaterThan(200);
  await expect.poll(() => find.total()).toBeLessThan(212);
  await expect(find.chips).toContainText(metres >= 1000 ? 'km' : `${metres} m`);
});

test('Escape puts a tool away and filters nothing', async ({ find }) => {
  await find.open();
  await tool(find, zh.map.drawRectangle).click();
  await expect(find.page.getByText(zh.map.hint.rectangle)).toBeVisible();
  await find.page.keyboard.press('Escape');
  await expect(find.page.getByText(zh.map.hint.rectangle)).toBeHidden();
  expect(queryOf(find.page)).toBe('');
});

test('near the metro: a usual distance or one of one\u2019s own', async ({ find }) => {
  await find.open();
  await find.page.getByRole('combobox', { name: zh.filters.metro }).selectOption('300');
  await expect.poll(() => queryOf(find.page)).toBe('metro=300');
  const near = await find.total();
  expect(near).toBeLessThan(212);
  await find.page.getByRole('textbox', { name: zh.filters.metresTyped }).fill('650');
  await find.page.getByRole('textbox', { name: zh.filters.metresTyped }).press('Enter');
  await expect.poll(() => queryOf(find.page)).toBe('metro=650');
  expect(await find.total()).toBeGreaterThan(near);
});

test('hovering a row lights its building; the map never moves by itself, but fits when asked', async ({
  find,
}) => {
  await find.open('type=heritageHouse&circle=wudadao');
  const still = await find.symbols();
  await find.rows.first().hover();
  await expect(find.rows.first()).toHaveAttribute('data-hovered', 'true');
  expect(await find.symbols()).toBe(still);
  expect(queryOf(find.page)).not.toContain('at=');
  await tool(find, zh.map.fit).click();
  await expect.poll(() => find.symbols()).not.toBe(still);
  await expect.poll(() => queryOf(find.page)).toContain('at=');
});

test('a building is reached on the map: hover lights its row, a click opens its card', async ({ find }) => {
  await find.open('at=39.1154,117.2101,17&q=whydz');
  await find.expectTotal(1);
  const spot = await find.pointAt({ lat: 39.1154, lon: 117.2101, zoom: 17 }, { lat: 39.1154, lon: 117.2101 });
  await find.page.mouse.move(spot.x + 1, spot.y + 1, { steps: 3 });
  await expect(find.row('五号院写字楼')).toHaveAttribute('data-hovered', 'true');
  await find.page.mouse.click(spot.x, spot.y);
  await expect(find.card).toContainText('五号院写字楼');
});
