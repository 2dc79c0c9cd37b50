/** Records are edited by people, on a server of the journey's own. */
import { personaHeader } from '#contract/session.ts';
import { expect, test } from './own-server.ts';
import { RecordsDesk } from './records-desk.ts';
import { zh } from './words.ts';

interface Item {
  readonly id: string;
  readonly nameZh: string;
  readonly synthetic: boolean;
}

/** A made-up building with units on file. */
async function aBuilding(url: string): Promise<Item> {
  const list = (await (await fetch(`${url}/api/v1/buildings?limit=20&sort=-available`)).json()) as {
    readonly items: readonly Item[];
  };
  const found = list.items.find(({ synthetic }) => synthetic);
  if (!found) throw new Error('the sample has no made-up building');
  return found;
}

const readAs = async (url: string, path: string) =>
  (await fetch(`${url}/api/v1/${path}`, { headers: { [personaHeader]: 'manager' } })).json();

test('a new value is saved, and the list and the card behind show it', async ({ find, server }) => {
  const { id, nameZh } = await aBuilding(server.url);
  const desk = await RecordsDesk.open(find, id);
  await desk.input('nameZh').fill('海河新名大厦');
  await desk.input('gfa').fill('8.5万');
  await desk.save();
  await expect(desk.said(zh.editing.saved('2'))).toBeVisible();
  await desk.close();
  await expect(find.card.getByRole('heading')).toHaveText('海河新名大厦');
  await expect(find.card).toContainText('85,000');
  await expect(find.card.getByRole('button', { name: zh.card.edit })).toBeFocused();
  await find.search.fill('海河新名');
  await expect(find.row('海河新名大厦')).toBeVisible();
  await find.page.reload();
  await find.answered();
  await expect(find.card.getByRole('heading')).toHaveText('海河新名大厦');
  const again = await RecordsDesk.open(find, id);
  await again.tab('history');
  await expect(find.page.getByRole('listitem').filter({ hasText: '海河新名大厦' })).toContainText(nameZh);
});

test('a wrong value is told at its field and nothing is sent; unsaved text is asked about', async ({
  find,
  server,
}) => {
  const { id } = await aBuilding(server.url);
  await find.open();
  await find.rows.first().click();
  await find.card.getByRole('button', { name: zh.card.edit, exact: true }).click();
  const desk = new RecordsDesk(find.page);
  const before = await readAs(server.url, `records/buildings/${id}`);
  await desk.input('efficiency').fill('140');
  await desk.save();
  await expect(desk.row('efficiency').getByRole('alert')).toContainText(
    zh.editing.reasons.outOfRange('0–100 %'),
  );
  await expect(desk.input('efficiency')).toBeFocused();
  await find.page.keyboard.press('Escape');
  await desk.button(zh.editing.discard.keep).last().click();
  await expect(desk.input('efficiency')).toHaveValue('140');
  await find.page.goBack();
  await expect(desk.input('efficiency')).toHaveValue('140');
  await find.page.keyboard.press('Escape');
  await desk.button(zh.editing.discard.leave).click();
  await expect(desk.form).toBeHidden();
  expect(await readAs(server.url, `records/buildings/${id}`)).toEqual(before);
});

test('a known value can be set to unknown, and says so everywhere', async ({ find, server }) => {
  const { id } = await aBuilding(server.url);
  const desk = await RecordsDesk.open(find, id);
  await desk.button(zh.editing.setUnknown(zh.records.fields.building.gfa)).click();
  await desk.save();
  await expect(desk.said(zh.editing.saved('1'))).toBeVisible();
  expect((await readAs(server.url, `records/buildings/${id}`)).record.gfa).toBeNull();
});

test.describe('two people at once', () => {
  test.use({ provoked: [/412/] });

  test('whoever is second sees both values, chooses, and saves again', async ({ find, visitor, server }) => {
    const { id } = await aBuilding(server.url);
    const mine = await RecordsDesk.open(find, id);
    await mine.input('lifts').fill('31');
    await mine.input('parking').fill('77');
    const other = await visitor({ baseURL: server.url });
    const theirs = await RecordsDesk.open(other, id);
    await theirs.input('lifts').fill('29');
    await theirs.save();
    await expect(theirs.said(zh.editing.saved('1'))).toBeVisible();
    await mine.save();
    const choice = find.page.getByRole('radiogroup', {
      name: zh.editing.conflict.choose(zh.records.fields.building.lifts),
    });
    await expect(choice).toContainText('31');
    await expect(choice).toContainText('29');
    await mine.expectAccessible();
    await choice.getByRole('radio', { name: /31/ }).check({ force: true });
    await mine.button(zh.editing.conflict.apply).click();
    await expect(mine.input('parking')).toHaveValue('77');
    await mine.save();
    await expect(mine.said(zh.editing.saved('2'))).toBeVisible();
    const { record } = await readAs(server.url, `records/buildings/${id}`);
    expect(record).toMatchObject({ lifts: 31, parking: 77 });
  });
});

test.describe('without a connection', () => {
  test.use({ provoked: [/Failed to load resource|ERR_/] });

  test('the text stays, and the second try writes once', async ({ find, server, context }) => {
    const { id } = await aBuilding(server.url);
    const desk = await RecordsDesk.open(find, id);
    await desk.input('lifts').fill('33');
    await context.setOffline(true);
    await desk.save();
    await expect(find.page.getByRole('alert')).toContainText(zh.editing.hindered.offline);
    await expect(desk.input('lifts')).toHaveValue('33');
    await context.setOffline(false);
    await desk.button(zh.editing.retry).click();
    await expect(desk.said(zh.editing.saved('1'))).toBeVisible();
    const { entries } = await readAs(server.url, `records/buildings/${id}/history`);
    expect(entries).toHaveLength(1);
  });
});

test.describe('units', () => {
  test.use({ provoked: [/422/] });

  test('one that is larger than its storey has room for is refused in words, and fits when it is smaller', async ({
    find,
    server,
  }) => {
    const { id } = await aBuilding(server.url);
    const { floor } = await readAs(server.url, `buildings/${id}/records`);
    const label: string = floor[0].record.label;
    const desk = await RecordsDesk.open(find, id);
    await desk.tab('space');
    await desk.button(new RegExp(`^${label}`)).click();
    await desk.button(zh.editing.add(zh.records.kind.unit)).click();
    await desk.input('label').fill('新单元');
    await desk.row('status').getByRole('combobox').selectOption('vacant');
    await desk.input('area').fill('99999');
    await desk.create();
    await expect(desk.row('area').getByRole('alert')).toContainText(/合计 [\d,.]+ ㎡.*楼层面积 [\d,.]+ ㎡/);
    await expect(desk.input('label')).toHaveValue('新单元');
    await desk.input('area').fill('0.5');
    await desk.create();
    await expect(desk.said(zh.editing.created(zh.records.kind.unit, '新单元'))).toBeVisible();
    const { unit } = await readAs(server.url, `buildings/${id}/records`);
    expect(unit.map((one: { record: { label: string } }) => one.record.label)).toContain('新单元');
  });

  test('a lease takes a firm that is made on the way', async ({ find, server }) => {
    const { id } = await aBuilding(server.url);
    const { floor, unit, lease } = await readAs(server.url, `buildings/${id}/records`);
    const let_ = new Set(lease.map((one: { record: { unitId: string } }) => one.record.unitId));
    const free = unit.find((one: { record: { id: string } }) => !let_.has(one.record.id)).record;
    const storey = floor.find((one: { record: { floor: number } }) => one.record.floor === free.floor).record;
    const desk = await RecordsDesk.open(find, id);
    await desk.tab('space');
    await desk.button(new RegExp(`^${storey.label}`)).click();
    await desk.button(`${free.label}：${zh.editing.add(zh.records.kind.lease)}`).click();
    await find.page.getByRole('combobox', { name: zh.editing.picker.search }).fill('全新示例公司');
    await find.page.getByRole('option', { name: zh.editing.picker.create('全新示例公司') }).click();
    await expect(desk.row('enterpriseId')).toContainText(zh.editing.picker.change);
    await desk.input('start').fill('2027/1/1');
    await desk.input('end').fill('2026-12-31');
    await desk.create();
    await expect(desk.row('end').getByRole('alert')).toContainText('2027-01-01');
    await desk.input('end').fill('2029-12-31');
    await desk.create();
    await expect(find.page.getByRole('button', { name: /全新示例公司/ })).toBeVisible();
  });
});

test.describe('what is gone', () => {
  // The card of the building that has just gone asks for it once more.
  test.use({ provoked: [/404/] });

  test('a building is deleted with what it owns, and comes back from the message and from the list', async ({
    find,
    server,
  }) => {
    const { id, nameZh } = await aBuilding(server.url);
    const before = await readAs(server.url, `buildings/${id}/records`);
    const removeIt = async () => {
      const desk = await RecordsDesk.open(find, id);
      await desk.form.getByRole('button', { name: zh.editing.remove }).click();
      const dialog = find.page.getByRole('dialog', {
        name: zh.editing.removal.title(zh.records.kind.building, nameZh),
      });
      await expect(dialog).toContainText(
        zh.editing.removal.count(zh.figures.number(before.unit.length), zh.records.kind.unit),
      );
      await dialog.getByRole('button', { name: zh.editing.remove }).click();
      await find.expectTotal(211);
      return desk;
    };
    const desk = await removeIt();
    await desk.button(zh.editing.undo).click();
    await expect(desk.said(zh.editing.restored(zh.records.kind.building, nameZh))).toBeVisible();
    await find.expectTotal(212);
    await removeIt();
    await find.page.getByRole('link', { name: zh.shell.data }).click();
    await desk.button(zh.editing.data.restoreOne(nameZh)).click();
    await expect(desk.said(zh.editing.restored(zh.records.kind.building, nameZh))).toBeVisible();
    await expect(find.page.getByText(zh.editing.data.noRemovals)).toBeVisible();
    const after = await readAs(server.url, `buildings/${id}/records`);
    // A write brings the data up to today.
    const undated = { revision: '', asOf: '' };
    expect({ ...after, ...undated }).toEqual({ ...before, ...undated });
  });
});

test('a new building begins with what must be given, and goes on with its storeys', async ({ find }) => {
  await find.page.goto('/data');
  const desk = new RecordsDesk(find.page);
  await desk.button(zh.editing.data.newBuilding).click();
  await desk.create();
  await expect(desk.row('nameZh').getByRole('alert')).toContainText(zh.editing.reasons.missing);
  await desk.input('nameZh').fill('卫津新厦');
  await desk.row('carrierType').getByRole('combobox').selectOption('office');
  await desk.row('status').getByRole('combobox').selectOption('planned');
  await desk.create();
  await expect(desk.said(zh.editing.created(zh.records.kind.building, '卫津新厦'))).toBeVisible();
  await expect(find.page.getByText(zh.editing.space.noFloors)).toBeVisible();
});

test.describe('a point in another datum', () => {
  test.use({ provoked: [/422/] });

  test('is asked about, converted, and saved where it belongs', async ({ find, server }) => {
    const { id } = await aBuilding(server.url);
    const { bounds } = await readAs(server.url, 'district');
    // GCJ-02 lies some 600 m east of WGS-84 here.
    const lon = (bounds.east + 0.003).toFixed(4);
    const desk = await RecordsDesk.open(find, id);
    const parts = desk.row('position').getByRole('textbox');
    await parts.nth(0).fill(lon);
    await parts.nth(1).fill(((bounds.south + bounds.north) / 2).toFixed(4));
    await desk.save();
    await desk.button(zh.editing.datum.convert).click();
    await expect(parts.nth(0)).not.toHaveValue(lon);
    await desk.save();
    await expect(desk.said(zh.editing.saved('1'))).toBeVisible();
    const { record } = await readAs(server.url, `records/buildings/${id}`);
    expect(record.position.lon).toBeLessThan(bounds.east);
  });
});

test('the public has neither the button nor the page; staff have no audit log and no tax', async ({
  find,
  server,
}) => {
  const { id } = await aBuilding(server.url);
  const role = find.page.getByRole('combobox', { name: zh.shell.role });
  await find.open(`sel=${id}`);
  await role.selectOption('public');
  await expect(find.card.getByRole('button', { name: zh.card.edit })).toBeHidden();
  await expect(find.page.getByRole('link', { name: zh.shell.data })).toBeHidden();
  await role.selectOption('staff');
  await find.card.getByRole('button', { name: zh.card.edit }).click();
  await expect(find.page.getByRole('radio', { name: zh.editing.tabs.month })).toBeAttached();
  await expect(find.page.getByRole('radio', { name: zh.editing.tabs.taxRecord })).toHaveCount(0);
  await find.page.keyboard.press('Escape');
  await find.page.getByRole('link', { name: zh.shell.data }).click();
  await expect(find.page.getByRole('heading', { name: zh.editing.data.removals })).toBeVisible();
  await expect(find.page.getByRole('link', { name: zh.editing.data.audit })).toBeHidden();
});
