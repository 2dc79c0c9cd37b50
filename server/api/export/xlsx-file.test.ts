import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { secretSteward, secretTenant, towerAndHouse } from '../../../tests/tower-and-house.ts';
import { unzip, unzippedText } from '../../../tests/zip-reader.ts';
import { dayNumber } from './typed-cells.ts';

async function bytesOf(query = '', { portfolio = towerAndHouse, persona = 'manager' } = {}) {
  const response = await anApi(portfolio).get(`/api/v1/buildings.xlsx${query}`, { persona });
  expect(response.status).toBe(200);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** The two sheets as another program reads them, styles included. */
async function sheetsOf(query = '', options: Parameters<typeof bytesOf>[1] = {}) {
  const { bytes } = await bytesOf(query, options);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [data, about] = sheets;
  if (!data || !about) throw new Error(`${sheets.length} sheets`);
  return { data, about };
}

function columnOf({ rows }: Sheet, heading: string): number {
  const column = rows[0]?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`no column ${heading}: ${rows[0]?.join(' | ')}`);
  return column;
}

/** Value and number format of a cell; rows count from 1, below the headings. */
function cellOf(sheet: Sheet, row: number, heading: string) {
  const column = columnOf(sheet, heading);
  const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt ?? null;
  return { value: sheet.rows[row]?.[column] ?? null, format };
}

function pairsOf({ rows }: Sheet): Record<string, CellValue | undefined> {
  return Object.fromEntries(rows.map(([label, value]) => [String(label), value]));
}

test('a workbook is named and typed as one', async () => {
  const { response } = await bytesOf();
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(response.headers.get('content-disposition')).toContain('loulan-120101-buildings-2026-10-31.xlsx');
});

test('figures are numbers with a format, units stand in the headings', async () => {
  const { data } = await sheetsOf('?sort=-gfa');
  expect(cellOf(data, 1, '建筑面积（㎡）')).toEqual({ value: 85_000, format: '"≥ "#,##0' });
  expect(cellOf(data, 1, '建筑面积·界').value).toBe('≥');
  expect(cellOf(data, 1, '标准层面积（㎡）')).toEqual({ value: 2_200, format: '#,##0' });
  expect(cellOf(data, 1, '标准层面积·界').value).toBeNull();
  expect(cellOf(data, 1, '空置率')).toEqual({ value: 0.4, format: '0.0#%' });
  expect(cellOf(data, 1, '得房率')).toEqual({ value: 0.75, format: '"≥ "0.0#%' });
  expect(cellOf(data, 1, '报价租金（元/㎡/月）')).toEqual({ value: 95.5, format: '#,##0.00' });
  expect(cellOf(data, 1, '目标产业').value).toBe('金融、总部');
});

test('a fraction of a square metre is shown, a whole number has no point', async () => {
  const gfa = { value: 812.35, bound: 'exact' } as const;
  const { data } = await sheetsOf('', { portfolio: aPortfolio({ buildings: [aBuilding({ gfa })] }) });
  expect(cellOf(data, 1, '建筑面积（㎡）')).toEqual({ value: 812.35, format: '#,##0.##' });
});

test('what is not known is the word for it, in columns of numbers too', async () => {
  const { data } = await sheetsOf('?sort=-gfa');
  for (const heading of ['建筑面积（㎡）', '空置率', '电梯', '竣工', '地址']) {
    expect(cellOf(data, 3, heading).value, heading).toBe('未提供');
  }
});

test('dates are dates: a day as a day, a month as a month, and before spreadsheets begin a text', async () => {
  const completed = ['2008-05-12', '2008-05', '1895-06', '1900-03-01'];
  const buildings = completed.map((completedOn, place) => aBuilding({ id: `b${place}`, completedOn }));
  const { data } = await sheetsOf('?sort=name', { portfolio: aPortfolio({ buildings }) });
  const cells = completed.map((_, place) => cellOf(data, place + 1, '竣工'));
  expect(cells[0]).toEqual({ value: new Date('2008-05-12'), format: 'yyyy-mm-dd' });
  expect(cells[1]).toEqual({ value: new Date('2008-05-01'), format: 'yyyy-mm' });
  expect(cells[2]?.value).toBe('1895-06');
  expect(cells[3]?.value).toEqual(new Date('1900-03-01'));
});

test.each([
  ['1900-03-01', 61],
  ['1900-02-28', null],
  ['2026-10-31', 46_326],
  ['2008', null],
  ['2026-02-30', null],
  ['2026-13', null],
])('the day number of %s is %j', (date, day) => {
  expect(dayNumber(date)).toBe(day);
});

test('the headings stay in sight and carry filters over all rows', async () => {
  const { data } = await sheetsOf();
  const last = data.columns?.length ?? 0;
  expect(data.freezePane).toEqual({ rows: 1, columns: 2 });
  expect(data.autoFilter?.range).toMatch(/^A1:[A-Z]{2}4$/);
  expect(last).toBe(data.rows[0]?.length);
  expect(data.columns?.every(({ width = 0 }) => width >= 7 && width <= 45)).toBe(true);
});

test('the second sheet says what the first one is', async () => {
  const { data, about } = await sheetsOf('?gfa=800..&sort=gfa');
  expect([data.name, about.name]).toEqual(['楼宇清单', '说明']);
  expect(pairsOf(about)).toMatchObject({
    楼宇清单: '天津市和平区',
    筛选: '建筑面积 ≥ 800 ㎡',
    排序: '按建筑面积从低到高',
    栋数: 2,
    截至: new Date('2026-10-31'),
    来源: '楼览 Loulan · 示例数据：除公开报道的楼宇外均为虚构',
    查询参数: 'gfa=800..&sort=gfa',
    未提供: expect.stringContaining('不是 0'),
    数值的界: expect.stringContaining('≥ ≤ 约'),
  });
});

test('a workbook speaks English when asked', async () => {
  const { data, about } = await sheetsOf('?lang=en&columnFree=1');
  expect([data.name, about.name]).toEqual(['Buildings', 'About']);
  expect(data.rows[0]).toContain('Asking rent (CNY/㎡/month)');
  expect(pairsOf(about)).toMatchObject({ Filter: 'Column-free', Buildings: 1 });
});

test("the rows are the API's, in its order, whatever page was asked for", async () => {
  const portfolio = samplePortfolio();
  const query = 'type=office,heritageHouse&vacancy=0.05..&sort=-vacancy';
  const { data } = await sheetsOf(`?${query}&limit=1&page=2`, { portfolio });
  const list = await anApi(portfolio).get(`/api/v1/buildings?${query}&limit=500`);
  const { items } = (await list.json()) as { items: { id: string; vacancyRate: number }[] };
  expect(items.length).toBeGreaterThan(20);
  const vacancy = columnOf(data, '空置率');
  expect(data.rows.slice(1).map((row) => [row[0], row[vacancy]])).toEqual(
    items.map(({ id, vacancyRate }) => [id, vacancyRate]),
  );
});

test.each(["=cmd|' /C calc'!A0", '@SUM(A1:A9)', '+1', '-1', '＝1+1', '\u0000=1+1', '=HYPERLINK("http://x")'])(
  'no text is a formula, here or once saved as CSV: %j',
  async (name) => {
    const building = aBuilding({ nameZh: name, aliases: [name], address: name, remarks: [name] });
    const { bytes } = await bytesOf('', { portfolio: aPortfolio({ buildings: [building] }) });
    expect(unzippedText(bytes)).not.toMatch(/<f[ >]/);
    const { sheets } = await readXlsx(bytes);
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string');
    expect(texts).toContain(`'${name.replace('\u0000', '')}`);
    expect(texts.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
  },
);

test('names that XML cannot hold are cleaned, and come back as they were written otherwise', async () => {
  const names = [
    '甲\u0000\u0008座',
    '乙\uD800座',
    '丙<&>"\'座',
    '丁_x0041_座',
    ' 戊\r\n座 ',
    '己\u{1F3E2}\uFFFE',
  ];
  const buildings = names.map((nameZh, place) => aBuilding({ id: `b${place}`, nameZh }));
  const { data } = await sheetsOf('', { portfolio: aPortfolio({ buildings }) });
  const read = Object.fromEntries(data.rows.slice(1).map((row) => [row[0], row[1]]));
  expect(read).toEqual({
    b0: '甲座',
    b1: '乙\uFFFD座',
    b2: '丙<&>"\'座',
    b3: '丁_x0041_座',
    b4: ' 戊\n座 ',
    b5: '己\u{1F3E2}',
  });
});

test('a column of what a role may not see is not there, nor any value of it in any part', async () => {
  const textFor = async (persona: string) => unzippedText((await bytesOf('', { persona })).bytes);
  const forPublic = await textFor('public');
  expect(forPublic).toContain('云汉大厦');
  expect(forPublic).not.toMatch(/tax|税|1234\.57|1234567|楼长|steward|87\.65|通讯录/i);
  for (const secret of [secretTenant, secretSteward]) expect(forPublic).not.toContain(secret);
  const forStaff = await textFor('staff');
  expect(forStaff).toContain(secretSteward);
  expect(forStaff).not.toMatch(/tax|税|1234\.57/i);
  expect(await textFor('manager')).toContain('<v>1234.57</v>');
});

test('an empty set is still a workbook', async () => {
  const { data, about } = await sheetsOf('', { portfolio: aPortfolio({ buildings: [] }) });
  expect(data.rows).toHaveLength(1);
  expect(pairsOf(about)['栋数']).toBe(0);
});

test('every part is named in the package, the types first', async () => {
  const files = unzip((await bytesOf()).bytes);
  const [types] = files;
  expect(types?.path).toBe('[Content_Types].xml');
  for (const { path } of files.filter(({ path }) => path.startsWith('xl/') && !path.endsWith('.rels'))) {
    expect(types?.content.toString()).toContain(`PartName="/${path}"`);
  }
});
