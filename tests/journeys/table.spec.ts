import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

test('a heading sorts, once more turns round, and the unknown stay last in both directions', async ({
  find,
}) => {
  await find.open('cols=name,vacancy');
  const heading = find.grid.getByRole('columnheader', { name: zh.table.head.vacancy });
  const column = async () =>
    (await find.rows.locator('td:last-child').allInnerTexts()).map((text) => Number.parseFloat(text));
  await heading.getByRole('button').click();
  const first = await heading.getAttribute('aria-sort');
  await expect.poll(async () => isSorted(await column(), first)).toBe(true);
  await heading.getByRole('button').click();
  await expect(heading).not.toHaveAttribute('aria-sort', first ?? '');
  const second = await heading.getAttribute('aria-sort');
  await expect.poll(async () => isSorted(await column(), second)).toBe(true);
  await find.grid.focus();
  await find.page.keyboard.press('End');
  await expect(find.rows.last()).toContainText('未提供');
});

/** Not so long as something is unknown among the first rows. */
function isSorted(values: readonly number[], direction: string | null): boolean {
  const sign = direction === 'descending' ? -1 : 1;
  return (
    values.length > 5 &&
    values.every(
      (value, i) => !Number.isNaN(value) && (i === 0 || sign * (value - (values[i - 1] ?? 0)) >= 0),
    )
  );
}

test('columns are chosen, moved and given back, and the address remembers them', async ({ find }) => {
  await find.open();
  const headings = find.grid.getByRole('columnheader');
  const before = await headings.allInnerTexts();
  await find.page.getByRole('button', { name: zh.table.chooseColumns }).click();
  await find.page.getByRole('checkbox', { name: zh.clause.gfa }).click();
  await expect(find.grid.getByRole('columnheader', { name: zh.table.head.gfa })).toBeAttached();
  await find.page.getByRole('button', { name: zh.table.moveUp(zh.clause.gfa) }).click();
  await expect.poll(() => queryOf(find.page)).toMatch(/^cols=name,.*gfa,.*$/);
  await find.page.getByRole('button', { name: zh.table.reset }).click();
  await expect.poll(() => queryOf(find.page)).toBe('');
  expect(await headings.allInnerTexts()).toEqual(before);
});

test('only the rows in sight exist, and all can be reached', async ({ find }) => {
  await find.open('sort=name');
  expect(await find.rows.count()).toBeLessThan(60);
  await find.grid.focus();
  await find.page.keyboard.press('End');
  await expect(find.rows.last()).toHaveAttribute('aria-rowindex', '213');
  await expect(find.rows.last().getByRole('rowheader')).not.toBeEmpty();
});

test('a brush on the chart filters the rest, and a circle is chosen by its bar', async ({ find }) => {
  await find.open();
  await find.page.getByRole('button', { name: /^小白楼：/ }).click();
  await expect.poll(() => queryOf(find.page)).toBe('circle=xiaobailou');
  await expect.poll(() => find.total()).toBeLessThan(60);
  await find.page.getByRole('radio', { name: zh.charts.scatterTitle }).check();
  const stage = find.page.getByRole('region', { name: zh.charts.scatterTitle });
  const canvas = stage.locator('canvas').first();
  await expect(canvas).toBeVisible();
  const before = await find.total();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the chart is not drawn');
  const { mouse } = find.page;
  await mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.25);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 10 });
  await expect.poll(() => find.total()).toBeLessThan(before);
  expect(queryOf(find.page)).toBe('circle=xiaobailou');
  await mouse.up();
  await expect.poll(() => queryOf(find.page)).toMatch(/taxPerSqm=/);
});
