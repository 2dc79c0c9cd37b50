/** Comparing: from the list, a card and a search to the paper that is laid before somebody. */
import { readFile } from 'node:fs/promises';
import { unzippedText } from '../zip-reader.ts';
import { ComparePage, words } from './compare-page.ts';
import { expect, queryOf, test } from './journey.ts';
import { isBlank, printed } from './printed.ts';
import { zh } from './words.ts';

const two = 'ids=wuhaoyuan,xiandaicheng';

test('from the list, a card and a search to a printed comparison', async ({ find }) => {
  const { page } = find;
  const tray = page.getByRole('region', { name: words.tray });
  await find.open('sort=name');
  await find.rows.first().getByRole('checkbox').click();
  await expect(tray).toContainText(words.openOne);
  await find.search.fill('五号院');
  await find.suggestion('五号院写字楼').click();
  await find.card.getByRole('button', { name: zh.card.pick }).click();
  await expect(find.card.getByRole('button', { name: zh.card.unpick })).toBeVisible();
  await expect(tray.getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => queryOf(page)).toMatch(/pick=[^,]+,wuhaoyuan$/);

  await tray.getByRole('link', { name: words.open }).click();
  const compare = new ComparePage(page);
  await compare.loaded();
  await expect(compare.heading).toHaveText(words.titleOf('2'));
  await compare.add('xdc', '现代城写字楼底商');
  await expect(compare.heading).toHaveText(words.titleOf('3'));
  await compare.loaded();
  const names = await compare.names();
  expect(names.slice(1)).toEqual(['五号院写字楼', '现代城写字楼底商']);
  expect((await compare.cells('gfa')).slice(1)).toEqual(['≥ 85,000', '8,147']);
  expect(await compare.cells('vacancyRate')).toContain(words.inapplicable.notDelivered);

  const { sheets, size } = await printed(page);
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([842, 595]);
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  expect(sheets.filter(isBlank)).toEqual([]);
  for (const sheet of sheets) expect(sheet).toContain('现代城写字楼底商');

  await page.getByRole('main').getByRole('link', { name: words.back }).click();
  await find.answered();
  await expect(tray.getByRole('listitem')).toHaveCount(3);
  // The search is as it was left.
  expect(queryOf(page)).toMatch(/sort=name/);
});

test('a comparison goes out as a workbook, under the assumptions of its address', async ({ find }) => {
  const { page } = find;
  await page.goto(`/compare?${two}&term=60&fee=28`);
  await new ComparePage(page).loaded();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words.workbook.save, exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^楼览-比选-.*\.xlsx$/);
  const text = unzippedText(await readFile(await download.path()));
  for (const part of ['term=60&amp;fee=28', '五号院写字楼', '现代城写字楼底商', "<f>'入驻成本'!$C$"])
    expect(text).toContain(part);
});

test('a copied link of the list carries what is put aside, and what is gone is said', async ({ find }) => {
  await find.open('pick=xiandaicheng,no-such-building');
  const tray = find.page.getByRole('region', { name: words.tray });
  await expect(tray.getByRole('listitem')).toHaveText(['现代城写字楼底商×']);
  await expect(find.page.getByText(zh.find.noSuchBuilding('no-such-building'))).toBeVisible();
  await expect.poll(() => queryOf(find.page)).toBe('pick=xiandaicheng');
});

test('a seventh is refused, and the six stay', async ({ find }) => {
  await find.open('sort=name');
  const boxes = find.rows.getByRole('checkbox');
  for (let row = 0; row < 6; row++) await boxes.nth(row).click();
  await boxes.nth(6).click();
  await expect(find.page.getByText(zh.find.pickFull('6'))).toBeVisible();
  await expect(boxes.nth(6)).not.toBeChecked();
  const tray = find.page.getByRole('region', { name: words.tray });
  await expect(tray.getByRole('listitem')).toHaveCount(6);
  await tray.getByRole('button', { name: words.clear }).click();
  await expect(tray).toBeHidden();
  await expect.poll(() => queryOf(find.page)).toBe('sort=name');
});

test('all of it by keyboard', async ({ find }) => {
  const { page } = find;
  const { keyboard } = page;
  await find.open('sort=name');
  await find.grid.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Space');
  await page.getByRole('link', { name: words.open }).focus();
  await keyboard.press('Enter');
  const compare = new ComparePage(page);
  await compare.loaded();
  const [first = '', second = ''] = await compare.names();
  await compare.button(words.moveRight(first)).focus();
  await keyboard.press('Enter');
  await expect.poll(() => compare.names()).toEqual([second, first]);
  await expect(compare.button(words.moveRight(first))).toBeFocused();
  await compare.differencesOnly.focus();
  await keyboard.press('Space');
  await expect.poll(() => queryOf(page)).toMatch(/&diff=1$/);
  await compare.button(words.remove(second)).focus();
  await keyboard.press('Enter');
  await expect(page.getByText(words.tooFew.one)).toBeVisible();
  await page.goBack();
  await expect.poll(() => compare.names()).toEqual([second, first]);
});

test('a column is dragged to its place by the mouse', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(two);
  const heads = compare.table.locator('thead [data-column]');
  await heads.nth(0).dragTo(heads.nth(1));
  await expect.poll(() => queryOf(find.page)).toBe('ids=xiandaicheng,wuhaoyuan');
  expect(await compare.names()).toEqual(['现代城写字楼底商', '五号院写字楼']);
});

test.describe('a link with parts that cannot be compared', () => {
  test.use({ provoked: [/status of 404/] });

  test('drops them and names each with its reason', async ({ find }) => {
    const compare = new ComparePage(find.page);
    await compare.open('ids=wuhaoyuan,wuhaoyuan,xiandaicheng,no-such,wuhaoyuan~no-unit,五号院');
    const notice = find.page.getByRole('status').filter({ hasText: words.dropped.title });
    for (const [text, why] of [
      ['wuhaoyuan', words.dropped.reasons.repeated],
      ['五号院', words.dropped.reasons.notAnId],
      ['no-such', words.dropped.gone],
      ['wuhaoyuan~no-unit', words.dropped.gone],
    ] as const) {
      await expect(notice).toContainText(words.dropped.one(text, why));
    }
    expect(await compare.names()).toEqual(['五号院写字楼', '现代城写字楼底商']);
    await compare.differencesOnly.click();
    await expect.poll(() => queryOf(find.page)).toBe(`${two}&diff=1`);
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: words.dropped.dismiss }).click();
    await expect(notice).toBeHidden();
  });

  test('with nothing left says how to add, and adds right there', async ({ find }) => {
    await find.page.goto('/compare?ids=no-such');
    const compare = new ComparePage(find.page);
    await expect(find.page.getByText(words.tooFew.none)).toBeVisible();
    await compare.add('五号院', '五号院写字楼');
    await expect(find.page.getByText(words.tooFew.one)).toBeVisible();
    await compare.add('现代城', '现代城写字楼底商');
    await compare.loaded();
    expect(await compare.names()).toEqual(['五号院写字楼', '现代城写字楼底商']);
  });
});

test('only the differences: rows alike go, rows that are not known for all stay and say so', async ({
  find,
}) => {
  const compare = new ComparePage(find.page);
  await compare.open(two);
  await expect(compare.row('circleId')).toBeVisible();
  const before = await compare.table.locator('tr[data-row]').count();
  await compare.differencesOnly.click();
  await expect(compare.row('gfa')).toBeVisible();
  await expect(compare.row('vacancyRate')).toBeVisible();
  await expect(compare.row('rentableArea')).toBeHidden();
  await expect(compare.row('efficiency')).toContainText(words.undecided);
  expect(await compare.table.locator('tr[data-row]').count()).toBeLessThan(before);
});

test('a unit stands beside a building, under its own rent and rows', async ({ find }) => {
  const { page } = find;
  const list = await (await page.request.get('/api/v1/buildings?limit=20')).json();
  const files = await Promise.all(
    list.items.map(async ({ id }: { id: string }) =>
      (await page.request.get(`/api/v1/buildings/${id}`)).json(),
    ),
  );
  const file = files.find(({ storeys }) => storeys[0]?.units[0]);
  const [unit] = file.storeys[0].units;
  const compare = new ComparePage(page);
  await compare.open(`ids=${file.id}~${unit.id},wuhaoyuan`);
  expect(await compare.names()).toEqual([`${file.nameZh} ${words.unitOf(unit.label)}`, '五号院写字楼']);
  expect(await compare.cells('unitArea')).toEqual([
    zh.figures.number(unit.area),
    words.inapplicable.wholeBuilding,
  ]);
});

test('what the role may not see has no row', async ({ find }) => {
  const compare = new ComparePage(find.page);
  await compare.open(two);
  await expect(compare.row('taxPerSqm')).toBeVisible();
  await find.page.getByRole('combobox', { name: zh.shell.role }).selectOption({ label: zh.role.public });
  await expect(compare.row('taxPerSqm')).toBeHidden();
  await expect(compare.row('gfa')).toBeVisible();
});

test('as a radar: fixed scales, gaps where nothing is known, the same in a table, and kept as a picture', async ({
  find,
}) => {
  const { page } = find;
  await page.goto(`/compare?${two}&view=radar`);
  await expect(page.getByRole('img', { name: words.radar.label })).toBeVisible();
  const rent = page.getByRole('row', { name: new RegExp(`^${words.radar.axes.askingRent}`) });
  await expect(rent).toContainText(words.radar.gap);
  const height = page.getByRole('row', { name: new RegExp(`^${words.radar.axes.floorToFloorHeight}`) });
  await expect(height).toContainText('4.7–6.7');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words.radar.saveSvg }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^比选.*\.svg$/);
  await page.getByRole('radio', { name: words.views.table }).check({ force: true });
  await expect.poll(() => queryOf(page)).toBe(two);
});

test.describe('when one file does not come', () => {
  test.use({ provoked: [/status of 500/] });

  test('the others are compared, and it can be asked for again', async ({ find }) => {
    let isBroken = true;
    await find.page.route('**/api/v1/buildings/xiandaicheng', (route) =>
      isBroken ? route.fulfill({ status: 500, body: '' }) : route.continue(),
    );
    await find.page.goto(`/compare?${two}`);
    const compare = new ComparePage(find.page);
    await expect(compare.table.getByRole('alert')).toContainText(words.failed);
    expect(await compare.cells('gfa')).toEqual(['≥ 85,000', words.failed]);
    isBroken = false;
    await compare.table.getByRole('button', { name: words.retry }).click();
    await expect.poll(() => compare.cells('gfa')).toEqual(['≥ 85,000', '8,147']);
  });
});

test('prints on whole A4 sheets across, with heads on each, whatever the theme', async ({ find }) => {
  const { page } = find;
  const list = await (await page.request.get('/api/v1/buildings?limit=4')).json();
  const more = list.items.map(({ id }: { id: string }) => id).join();
  const compare = new ComparePage(page);
  await compare.open(`${two},${more}`);
  await page.getByRole('combobox', { name: zh.shell.theme }).selectOption({ label: zh.shell.themes.dark });
  const names = await compare.names();
  expect(names).toHaveLength(6);
  const labels = await compare.table
    .locator('tr[data-row] th')
    .evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ''));
  const { sheets, size } = await printed(page);
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([842, 595]);
  expect(sheets.filter(isBlank)).toEqual([]);
  expect(sheets.length).toBeLessThanOrEqual(3);
  const texts = sheets.map(unbroken);
  for (const [i, text] of texts.entries()) {
    for (const name of names) expect(text).toContain(unbroken(name));
    expect(text).toContain(`${i + 1}/${sheets.length}`);
  }
  const all = texts.join(' ');
  for (const label of labels) expect(all).toContain(unbroken(label));
  for (const text of ['≥85,000', '2026年10月31日', '/compare?ids=']) expect(all).toContain(text);
  expect(all).not.toContain(words.copyLink);
  // A row is not cut: its label and its cells stand on the same sheet.
  const withDeveloper = texts.filter((text) => text.includes(zh.records.fields.building.developer));
  expect(withDeveloper).toHaveLength(1);
  expect(withDeveloper[0]).toContain('天津市天泰置业发展有限公司');
});

/** Without the white space that a narrow column brings into a name, and with one form of each sign. */
function unbroken(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '');
}
