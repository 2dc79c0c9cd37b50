/** The officer's story: from the whole district to three buildings, one of them in a colleague's browser. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { tableFromIPC } from '@uwdata/flechette';
import { readXlsx } from 'hucre/xlsx';
import { parseRecords } from '../csv-reader.ts';
import { type FindPage, mapPosition } from './find-page.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

/** Drags one end of a linear histogram slider to a value in small steps; `onTheWay` runs before the release. */
async function dragTo(
  find: FindPage,
  {
    field,
    end,
    value,
    onTheWay = async () => {},
  }: {
    readonly field: 'plate' | 'vacancy';
    readonly end: 'lo' | 'hi';
    readonly value: number;
    readonly onTheWay?: () => Promise<void>;
  },
): Promise<void> {
  const thumb = find.thumb(field, end);
  await thumb.scrollIntoViewIfNeeded();
  const from = await find.centreOf(thumb);
  const lo = await find.centreOf(find.thumb(field, 'lo'));
  const hi = await find.centreOf(find.thumb(field, 'hi'));
  const first = await numberOf(find.thumb(field, 'lo'), 'aria-valuenow');
  const last = await numberOf(find.thumb(field, 'hi'), 'aria-valuenow');
  const to = lo.x + ((hi.x - lo.x) * (value - first)) / (last - first);
  const { mouse } = find.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to) / 2, from.y, { steps: 12 });
  await onTheWay();
  await mouse.move(to, from.y, { steps: 12 });
  await mouse.up();
}

async function numberOf(locator: Locator, attribute: string): Promise<number> {
  return Number(await locator.getAttribute(attribute));
}

test('map, table, counters and histograms follow every pixel of a drag, the address its end', async ({
  find,
}) => {
  await find.open();
  await find.expectTotal(212);
  const before = { symbols: await find.symbols(), rows: await find.rowTexts() };
  await dragTo(find, {
    field: 'plate',
    end: 'lo',
    value: 2_000,
    onTheWay: async () => {
      await expect.poll(() => find.total()).toBeLessThan(212);
      await expect.poll(() => find.symbols()).not.toBe(before.symbols);
      await expect.poll(() => find.rowTexts()).not.toEqual(before.rows);
      await expect(find.grid).not.toHaveAttribute('aria-rowcount', '213');
      expect(queryOf(find.page)).toBe('');
    },
  });
  await expect.poll(() => queryOf(find.page)).toMatch(/^plate=(19|20)\d\d\.\.$/);
});

test('an officer narrows down, opens a building that the filter hides, and sends what they see', async ({
  context,
  find,
  visitor,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await find.open();
  await panMap(find, -150, 40);
  await expect.poll(() => queryOf(find.page)).toContain('at=');
  await settledMap(find);
  // The upper end first: the handles keep their order.
  await dragTo(find, { field: 'plate', end: 'hi', value: 2_500 });
  await expect.poll(() => queryOf(find.page)).toMatch(/plate=\.\.2[45]\d\d/);
  await find.end('plate', 'hi').fill('2500');
  await find.end('plate', 'lo').fill('2000');
  await find.end('plate', 'lo').press('Enter');
  await find.end('vacancy', 'hi').fill('40%');
  await find.end('vacancy', 'hi').press('Enter');
  await find.page.getByRole('switch', { name: zh.clause.columnFree }).click();
  const expected = await apiTotal(find, 'plate=2000..2500&vacancy=..0.4&columnFree=1');
  await find.expectTotal(expected);
  expect(expected).toBeLessThan(40);
  await expect(find.grid).toHaveAttribute('aria-rowcount', String(expected + 1));

  await find.search.pressSequentially('whydz');
  const suggestion = find.suggestion('五号院写字楼');
  await expect(suggestion.getByText(zh.filters.excludedBy(zh.clause.vacancy), { exact: true })).toBeVisible();
  await suggestion.click();
  await expect(find.card).toContainText('五号院写字楼');
  await readTheCard(find);
  await expect(find.search).toHaveValue('');
  await find.expectTotal(expected);

  await find.card.getByRole('button', { name: zh.card.copyLink }).click();
  await expect(find.card.getByRole('button', { name: zh.card.copied })).toBeVisible();
  const link = await find.page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe(new URL(find.page.url()).search);
  await sameView(find, await visitor(), link);
});

async function readTheCard(find: FindPage): Promise<void> {
  const facts = find.card.getByRole('list', { name: zh.card.list });
  await expect(facts.getByRole('button', { name: zh.card.facts.vacancy })).toContainText('未提供');
  await expect(facts.getByRole('button', { name: zh.card.facts.rent })).toContainText('未提供');
  const plate = facts.getByRole('button', { name: zh.card.facts.plate });
  await expect(plate).toContainText('2,200');
  await plate.click();
  const opened = find.page.getByRole('dialog', { name: zh.card.facts.plate });
  await expect(opened).toContainText('2025');
  await expect(opened).toContainText(zh.card.confidence);
  await find.page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(find.card).toBeVisible();
}

async function panMap(find: FindPage, right: number, down: number): Promise<void> {
  const { x, y } = await find.centreOf(find.map);
  const { mouse } = find.page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + right, y + down, { steps: 8 });
  await mouse.up();
}

/** Waits until the map has come to rest: the address is written then. */
async function settledMap(find: FindPage): Promise<void> {
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = `${queryOf(find.page)} ${await find.symbols()}`;
        return last === before;
      },
      { intervals: [300] },
    )
    .toBe(true);
}

async function sameView(mine: FindPage, theirs: FindPage, link: string): Promise<void> {
  await theirs.page.goto(link);
  await theirs.answered();
  await expect(theirs.card).toContainText('五号院写字楼');
  await expect.poll(() => theirs.figures()).toEqual(await mine.figures());
  await expect.poll(() => theirs.rowTexts()).toEqual(await mine.rowTexts());
  expect(await theirs.chipTexts()).toEqual(await mine.chipTexts());
  await sameMap(mine, theirs);
  expect(new URL(theirs.page.url()).search).toBe(new URL(link).search);
}

/** The same building lies under the same spot of both maps: same centre, same zoom. */
async function sameMap(mine: FindPage, theirs: FindPage): Promise<void> {
  const at = mapPosition(new URL(mine.page.url()).search);
  const { items } = await apiList(mine, 'plate=2000..2500&vacancy=..0.4&columnFree=1');
  const drawn = (await mine.rowTexts()).map((text) => text.split('\n')[0]);
  const free = await firstInSight(
    mine,
    at,
    items.filter(({ nameZh }) => drawn.includes(nameZh)),
  );
  for (const each of [mine, theirs]) {
    await each.page.mouse.move(free.spot.x, free.spot.y, { steps: 3 });
    await expect(each.row(free.name)).toHaveAttribute('data-hovered', 'true');
  }
}

async function firstInSight(find: FindPage, at: ReturnType<typeof mapPosition>, items: ApiList['items']) {
  for (const { nameZh: name, position } of items) {
    if (!position) continue;
    const spot = await find.pointAt(at, position);
    const isMap = await find.map.evaluate(
      (map, { x, y }) => map.contains(document.elementFromPoint(x, y)),
      spot,
    );
    if (isMap) return { name, spot };
  }
  throw new Error('no building of the answer lies in sight');
}

interface ApiList {
  readonly total: number;
  readonly items: readonly {
    readonly id: string;
    readonly nameZh: string;
    readonly position: { lat: number; lon: number } | null;
  }[];
}

async function apiList({ page }: FindPage, query: string): Promise<ApiList> {
  const response = await page.request.get(`/api/v1/buildings?${query}`, {
    headers: { 'x-loulan-persona': 'manager' },
  });
  expect(response.status()).toBe(200);
  return response.json();
}

async function apiTotal(find: FindPage, query: string): Promise<number> {
  return (await apiList(find, query)).total;
}

test('the exported file holds exactly the buildings that the API names for the same question', async ({
  find,
}) => {
  const query = 'type=office,heritageHouse&plate=..2500&vacancy=0.05..&unknown=plate&sort=name';
  await find.open(query);
  await find.page.getByRole('button', { name: zh.find.exportAs }).click();
  const waiting = find.page.waitForEvent('download');
  await find.page.getByRole('button', { name: zh.find.exportCsv }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const records = parseRecords(text.slice(1));
  const headings = records.findIndex(([first]) => first === '楼宇编号');
  const { total, items } = await apiList(find, `${query}&limit=500`);
  const rows = records.slice(headings + 1);
  expect(rows).toHaveLength(total);
  expect(rows.map(([id, name]) => [id, name])).toEqual(items.map(({ id, nameZh }) => [id, nameZh]));
  expect(records.slice(0, headings).flat().join(' ')).toContain('写字楼');
  await find.expectTotal(total);
});

for (const { text, extension, ids } of [
  { text: zh.find.exportXlsx, extension: 'xlsx', ids: idsInWorkbook },
  { text: zh.find.exportArrow, extension: 'arrow', ids: idsInArrow },
]) {
  test(`the exported ${extension} holds the same buildings in the same order`, async ({ find }) => {
    const query = 'type=office&vacancy=0.05..&sort=-vacancy';
    await find.open(query);
    await find.page.getByRole('button', { name: zh.find.exportAs }).click();
    const waiting = find.page.waitForEvent('download');
    await find.page.getByRole('button', { name: text }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^楼览-.*\\.${extension}$`));
    const { items } = await apiList(find, `${query}&limit=500`);
    expect(items.length).toBeGreaterThan(20);
    expect(await ids(await readFile(await download.path()))).toEqual(items.map(({ id }) => id));
  });
}

async function idsInWorkbook(bytes: Buffer): Promise<unknown[]> {
  const { sheets } = await readXlsx(bytes);
  return sheets[0]?.rows.slice(1).map(([id]) => id) ?? [];
}

async function idsInArrow(bytes: Buffer): Promise<unknown[]> {
  return Array.from(tableFromIPC(new Uint8Array(bytes)).getChild('id'));
}
