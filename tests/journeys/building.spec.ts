/** The file of one building: reached, read, completed, printed. */
import { readFile } from 'node:fs/promises';
import { personaHeader } from '#contract/session.ts';
import { costMessages } from '#format/messages/cost.ts';
import { stackingMessages } from '#format/messages/stacking.ts';
import { unzippedText } from '../zip-reader.ts';
import { BuildingFilePage, words } from './building-file.ts';
import { queryOf } from './journey.ts';
import { expect, test } from './own-server.ts';
import { isBlank, printed } from './printed.ts';
import { zh } from './words.ts';

const costs = costMessages.zh;
const plan = stackingMessages.zh;

test.use({ provoked: [/status of (404|412|422)/] });

test('from the card to the file and back', async ({ find }) => {
  await find.open('sel=wuhaoyuan');
  await find.card.getByRole('link', { name: zh.card.openFile }).click();
  const file = new BuildingFilePage(find.page);
  await expect(file.heading).toHaveText('五号院写字楼');
  await expect(find.page).toHaveURL(/\/buildings\/wuhaoyuan$/);
  await expect(find.page).toHaveTitle(/^五号院写字楼/);
  await expect(file.fact('建筑面积')).toHaveText('≥ 85,000 ㎡');
  await expect(file.fact('可租面积')).toHaveText(zh.figures.words.unknown);
  await find.page.goBack();
  await find.answered();
  await expect(find.card.getByRole('heading')).toHaveText('五号院写字楼');
  await expect(find.page).toHaveTitle(zh.shell.title);
});

test('the file goes out as a workbook, under the assumptions of the address', async ({ find }) => {
  const file = new BuildingFilePage(find.page);
  await file.open('wuhaoyuan?term=60&fee=28');
  const waiting = find.page.waitForEvent('download');
  await find.page.getByRole('button', { name: words.workbook.save, exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^楼览-五号院写字楼-.*\.xlsx$/);
  const text = unzippedText(await readFile(await download.path()));
  expect(text).toContain('term=60&amp;fee=28');
  expect(text).toContain('<f>IF(60&lt;=');
});

test('how the plan is looked at stands in the address, and back and forward follow', async ({ find }) => {
  const file = new BuildingFilePage(find.page);
  await file.open('s0001?plan=colour&form=tree&term=60');
  const { page } = find;
  const space = page.getByRole('region', { name: words.section.stacking, exact: true });
  const radio = (name: string) => space.getByRole('radio', { name, exact: true });
  await expect(radio(plan.colourings.status)).toBeChecked();
  await expect(radio(plan.asPlan)).toBeChecked();
  await radio(plan.colourings.rent).check();
  await expect(page).toHaveURL(/\/buildings\/s0001\?plan=rent&term=60$/);
  await radio(plan.asTable).check();
  await expect(page).toHaveURL(/\?plan=rent&form=table&term=60$/);
  await page.goBack();
  await expect(radio(plan.asPlan)).toBeChecked();
  await page.goBack();
  await expect(radio(plan.colourings.status)).toBeChecked();
  await page.goForward();
  await expect(radio(plan.colourings.rent)).toBeChecked();
  await page.reload();
  await expect(radio(plan.colourings.rent)).toBeChecked();
  await radio(plan.colourings.status).check();
  await expect(page).toHaveURL(/\/buildings\/s0001\?term=60$/);
});

test('a figure opens to its source', async ({ find }) => {
  const file = new BuildingFilePage(find.page);
  await file.open('wuhaoyuan');
  await file.fact('建筑面积').click();
  const dialog = find.page.getByRole('dialog', { name: '建筑面积' });
  await expect(dialog).toContainText('公开报道');
  await find.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(file.fact('建筑面积')).toBeFocused();
});

test('an id that is mistyped is answered with names that come near', async ({ find }) => {
  await find.page.goto('/buildings/wuhaoyan');
  await expect(find.page.getByRole('heading', { name: words.unknownTitle('wuhaoyan') })).toBeVisible();
  await find.page.getByRole('link', { name: '五号院写字楼' }).click();
  await expect(new BuildingFilePage(find.page).heading).toHaveText('五号院写字楼');
});

test.describe('in the hands of staff', () => {
  test('a field is changed where it stands, and the change taken back', async ({ find, server }) => {
    const file = new BuildingFilePage(find.page);
    await find.page.goto(`${server.url}/buildings/wuhaoyuan`);
    await file.edit('managementFee');
    await expect(file.input('managementFee')).toBeFocused();
    await file.input('managementFee').fill('约1元/㎡/天');
    await file.save();
    await expect(file.said(zh.editing.savedField('物业费'))).toBeVisible();
    await expect(file.fact('物业费')).toHaveText('约 30.4167 元/㎡/月');
    await file.said(zh.editing.savedField('物业费')).getByRole('button', { name: zh.editing.undo }).click();
    await expect(file.said(zh.editing.undone)).toBeVisible();
    await expect(file.fact('物业费')).toHaveText(zh.figures.words.unknown);
    await file.edit('managementFee');
    await find.page.getByRole('button', { name: zh.editing.history.ofField('物业费') }).click();
    await expect(
      find.page.getByRole('listitem').filter({ hasText: '约 30.4167 元/㎡/月' }).first(),
    ).toBeVisible();
  });

  test('what is typed and not saved outlives a step to another page', async ({ find, server }) => {
    const file = new BuildingFilePage(find.page);
    await find.page.goto(`${server.url}/buildings/wuhaoyuan`);
    await file.edit('lifts');
    await file.input('lifts').fill('12');
    await find.page.getByRole('link', { name: zh.shell.find }).click();
    await expect(file.said(zh.editing.draftKept('电梯（部）'))).toBeVisible();
    await find.page.goBack();
    await expect(file.input('lifts')).toHaveValue('12');
    await file.save();
    await expect(file.fact('电梯（部）')).toHaveText('12');
  });

  test('undo brings the source back with the value', async ({ find, server }) => {
    const file = new BuildingFilePage(find.page);
    await find.page.goto(`${server.url}/buildings/wuhaoyuan`);
    await file.edit('floorPlate');
    await file.input('floorPlate').fill('2300');
    await file.save();
    await expect(file.fact('标准层面积')).toHaveText('2,300 ㎡');
    await file
      .said(zh.editing.savedField('标准层面积'))
      .getByRole('button', { name: zh.editing.undo })
      .click();
    await expect(file.fact('标准层面积')).toHaveText('2,200 ㎡');
    await file.fact('标准层面积').click();
    await expect(find.page.getByRole('dialog', { name: '标准层面积' })).toContainText('公开报道');
  });

  test('a nonsense value is refused at the field with what is allowed', async ({ find, server }) => {
    const file = new BuildingFilePage(find.page);
    await find.page.goto(`${server.url}/buildings/wuhaoyuan`);
    await file.edit('efficiency');
    await file.input('efficiency').fill('140%');
    await file.save();
    await expect(find.page.getByRole('alert')).toContainText(zh.editing.reasons.outOfRange('0–100 %'));
    await expect(file.input('efficiency')).toBeFocused();
  });

  test('a colleague who changed the same field is not overwritten', async ({ find, server }) => {
    const file = new BuildingFilePage(find.page);
    await find.page.goto(`${server.url}/buildings/wuhaoyuan`);
    await file.edit('lifts');
    await file.input('lifts').fill('8');
    await find.page.route('**/api/v1/events', (route) => route.abort());
    const path = `${server.url}/api/v1/records/buildings/wuhaoyuan`;
    const staff = { [personaHeader]: 'staff' };
    const { tag } = await (await fetch(path, { headers: staff })).json();
    const written = await fetch(path, {
      method: 'PATCH',
      headers: { ...staff, 'content-type': 'application/json', 'if-match': tag },
      body: JSON.stringify({ set: { lifts: 6 } }),
    });
    expect(written.status).toBe(200);
    await file.save();
    await find.page.getByRole('radio', { name: `${zh.editing.conflict.theirs} 6` }).check({ force: true });
    await find.page.getByRole('button', { name: zh.editing.conflict.apply }).click();
    await expect(file.input('lifts')).toHaveValue('6');
  });
});

test('the file prints on whole A4 sheets whose Chinese can be searched', async ({ find }) => {
  const file = new BuildingFilePage(find.page);
  await file.open('wuhaoyuan');
  const { sheets, size } = await printed(find.page);
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([595, 842]);
  expect(sheets.filter(isBlank)).toEqual([]);
  expect(sheets.length).toBeLessThanOrEqual(6);
  const all = sheets.join(' ');
  for (const text of ['五号院写字楼', '建筑面积', '85,000', '天津市天泰置业发展有限公司', '2026年10月31日']) {
    expect(all).toContain(text);
  }
  expect(all).not.toContain(words.print);
  // A line is not cut: its label and its value stand on the same sheet.
  const withDeveloper = sheets.filter((sheet) => sheet.includes('开发商'));
  expect(withDeveloper).toHaveLength(1);
  expect(withDeveloper[0]).toContain('天津市天泰置业发展有限公司');
});

test('a unit that is chosen in the plan is chosen in the table, and goes into a comparison', async ({
  find,
}) => {
  const { page } = find;
  const file = new BuildingFilePage(page);
  await file.open('s0118');
  const plan = page.getByRole('grid', { name: /汐序大厦/ }).first();
  await plan.getByRole('gridcell', { name: /3902/ }).click();
  await expect(page.getByText(/^已选 3902/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('button', { name: /3902/, pressed: true })).toBeVisible();
  await page.getByRole('link', { name: words.unit.compare }).click();
  await expect(page).toHaveURL(/\/compare\?ids=s0118~/);
  await expect(page.getByText(/3902/).first()).toBeVisible();
});

test('costs follow what is assumed, and the address keeps it', async ({ find }) => {
  const { page } = find;
  await new BuildingFilePage(page).open('s0118');
  const panel = page.getByRole('region', { name: costs.title });
  const term = panel.getByRole('textbox', { name: costs.fields.termMonths, exact: true });
  const before = await panel.getByRole('region', { name: costs.results }).innerText();
  await term.fill('60');
  await term.press('Enter');
  await expect.poll(() => queryOf(page)).toMatch(/term=60$/);
  expect(await panel.getByRole('region', { name: costs.results }).innerText()).not.toBe(before);
  await page.reload();
  await expect(term).toHaveValue('60');
});
