import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import { exactly } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../../tests/api.ts';
import {
  aBuilding,
  aFact,
  aFloor,
  aLease,
  anEnterprise,
  aPortfolio,
  aUnit,
} from '../../../tests/builders.ts';
import { secretSteward, secretTenant, towerAndHouse } from '../../../tests/tower-and-house.ts';
import { unzip, unzippedText } from '../../../tests/zip-reader.ts';

interface Asking {
  readonly portfolio?: Portfolio;
  readonly persona?: string;
}

async function bytesOf(path: string, { portfolio = towerAndHouse, persona = 'manager' }: Asking = {}) {
  const response = await anApi(portfolio).get(`/api/v1/buildings/${path}`, { persona });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Rows of each sheet as another program reads them. */
async function sheetsOf(path: string, asking: Asking = {}) {
  const { sheets } = await readXlsx(await bytesOf(path, asking), { readStyles: true });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

/** Value, unit and bound of each fact by its name. */
async function factsOf(path: string, asking: Asking = {}) {
  const rows = (await sheetsOf(path, asking)).get('楼宇信息')?.rows ?? [];
  return new Map(rows.map(([, name, ...rest]) => [String(name), rest]));
}

test('a building file has a sheet each for facts, units, costs, months and what they are', async () => {
  const sheets = await sheetsOf('tower/file.xlsx');
  expect([...sheets.keys()]).toEqual(['楼宇信息', '楼层与单元', '入驻成本', '现金流', '说明']);
  expect([...(await sheetsOf('tower/file.xlsx?lang=en')).keys()]).toEqual([
    'Facts',
    'Floors and units',
    'Cost of occupancy',
    'Cash flow',
    'About',
  ]);
});

test('only the first sheet is open: two open at once would be edited at once', async () => {
  const views = unzip(await bytesOf('tower/file.xlsx')).filter(({ path }) => path.includes('worksheets/'));
  const open = views.map(({ content }) => content.toString().includes('tabSelected="1"'));
  expect(open).toEqual([true, false, false, false, false]);
});

test('facts are typed, with unit, bound and source; unknown is the word for it', async () => {
  const facts = await factsOf('tower/file.xlsx');
  expect(facts.get('建筑面积')?.slice(0, 7)).toEqual([
    85_000,
    '㎡',
    '≥',
    '登记',
    '业主资料',
    new Date('2026-06-01'),
    'B',
  ]);
  expect(facts.get('空置率')?.slice(0, 4)).toEqual([0.4, null, null, '推算']);
  expect(facts.get('层高上限')?.slice(0, 2)).toEqual([4.7, 'm']);
  for (const name of ['电梯', '竣工', '物业费', '别名']) {
    const [value] = (await factsOf('blank/file.xlsx')).get(name) ?? [];
    expect(value, name).toBe('未提供');
  }
});

test('a rate that there cannot be says why', async () => {
  const building = aBuilding({ status: 'toppedOut', tenure: 'sale', targetIndustries: [] });
  const facts = await factsOf('b1/file.xlsx', { portfolio: aPortfolio({ buildings: [building] }) });
  expect(facts.get('空置率')?.[0]).toBe('未交付，无此率');
  expect(facts.get('报价租金')?.[0]).toBe('仅售，无租金');
  expect(facts.get('目标产业')?.[0]).toBe('不限');
});

test('the newest source stands in its columns, older ones in the note', async () => {
  const portfolio = aPortfolio({
    buildings: [aBuilding({ gfa: exactly(900) })],
    facts: [
      aFact({ source: '旧资料', asOf: '2020-01-01', confidence: 'C' }),
      aFact({ source: '新资料', asOf: '2026-01-01', confidence: 'A', note: '见图纸' }),
    ],
  });
  const fact = (await factsOf('b1/file.xlsx', { portfolio })).get('建筑面积');
  expect(fact?.slice(4)).toEqual([
    '新资料',
    new Date('2026-01-01'),
    'A',
    '见图纸 另有来源：旧资料（2020-01-01，C）',
  ]);
});

test('units stand floor by floor with numbers and dates; a let unit without a lease on file is not known', async () => {
  const portfolio = aPortfolio({
    buildings: [aBuilding()],
    floors: [aFloor({ floor: 3, label: '3F', area: 500 })],
    units: [
      aUnit({ id: 'u1', label: '101', area: 120.5, askingRent: 95, availableFrom: '2027-03-01' }),
      aUnit({ id: 'u2', label: '102', position: 2, status: 'leased' }),
      aUnit({ id: 'u3', label: '103', position: 3, status: 'leased' }),
    ],
    leases: [aLease({ unitId: 'u2', escalation: 0.03, contractRent: 88 })],
    enterprises: [anEnterprise({ industry: 'J' })],
  });
  const rows = (await sheetsOf('b1/file.xlsx', { portfolio })).get('楼层与单元')?.rows ?? [];
  const column = (heading: string) => rows.map((row) => row[rows[0]?.indexOf(heading) ?? -1]).slice(1);
  expect(column('单元')).toEqual(['101', '102', '103', '未提供']);
  expect(column('楼层')).toEqual([1, 1, 1, 3]);
  expect(column('单元面积（㎡）')).toEqual([120.5, 100, 100, null]);
  expect(column('可入驻')[0]).toEqual(new Date('2027-03-01'));
  expect(column('租户')).toEqual([null, '示例一号公司', '未提供', null]);
  expect(column('行业')[1]).toBe('金融业');
  expect([column('每年递增')[1], column('成交租金（元/㎡/月）')[1]]).toEqual([0.03, 88]);
});

test('costs are counted under the assumptions of the query, as the page counts them', async () => {
  const portfolio = samplePortfolio();
  const query = 'area=1800&term=60&pay=5.2d&esc=0.05&free=3&fee=28&park=10x800&fit=1500&subm=20x24';
  const detail = await anApi(portfolio).get('/api/v1/buildings/s0004');
  const file = (await detail.json()) as Parameters<typeof costSpaceOf>[0];
  const cost = occupancyCost(costSpaceOf(file), parseAssumptions(query).assumptions);
  const sheet = (await sheetsOf(`s0004/file.xlsx?${query}`, { portfolio })).get('入驻成本');
  const figure = (name: string) => sheet?.rows.findLast(([label]) => label === name)?.[2];
  expect(cost.total?.value).toBeGreaterThan(0);
  expect(figure('租期总成本')).toBe((cost.total?.value ?? 0) / 100);
  expect(figure('净有效租金')).toBe(cost.netEffectiveRent?.value);
  expect(figure('每使用㎡每月成本')).toBe(cost.perUsable?.value);
});

test('what may be typed into the inputs is held to the ranges of the form', async () => {
  const xml = unzippedText(await bytesOf('tower/file.xlsx'));
  expect(xml).toContain(
    '<dataValidation type="whole" operator="between" allowBlank="1" showErrorMessage="1" error="可填 1 至 360" sqref="C5"><formula1>1</formula1><formula2>360</formula2></dataValidation>',
  );
  expect(xml).toContain('<formula1>&quot;建筑面积,使用面积&quot;</formula1>');
});

test('the last sheet says as of when, from where, as seen by whom, and under which assumptions', async () => {
  const rows = (await sheetsOf('tower/file.xlsx?term=60&esc=5%25')).get('说明')?.rows ?? [];
  const notes = Object.fromEntries(rows.map(([name, value]) => [String(name), value]));
  expect(notes).toMatchObject({
    一楼一档: '云汉大厦',
    截至: new Date('2026-10-31'),
    可见范围: '管理者',
    测算条件: 'term=60&esc=0.05',
    未提供: expect.stringContaining('不是 0'),
    成本怎么算: expect.stringContaining('每月租金 ='),
  });
});

test.each(["=cmd|' /C calc'!A0", '@SUM(A1:A9)', '+1', '-1', '＝1+1', '=HYPERLINK("http://x")'])(
  'no text of a file is a formula: %j',
  async (text) => {
    const portfolio = aPortfolio({
      buildings: [
        aBuilding({ nameZh: text, address: text, remarks: [text], steward: { name: text, phone: null } }),
      ],
      facts: [aFact({ field: 'address', source: text, note: text })],
      floors: [aFloor({ label: text })],
      units: [aUnit({ label: text, status: 'leased' })],
      leases: [aLease()],
      enterprises: [anEnterprise({ name: text })],
    });
    const bytes = await bytesOf('b1/file.xlsx', { portfolio });
    const formulas = [...unzippedText(bytes).matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula);
    expect(formulas.length).toBeGreaterThan(1_000);
    expect(formulas.filter((formula) => /cmd|SUM\(A1|HYPERLINK/.test(formula ?? ''))).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string');
    expect(texts.filter((value) => value === `'${text}`).length).toBeGreaterThan(5);
    expect(texts.filter((value) => /^[=+\-@\t\r\n＝＋－＠]/.test(value))).toEqual([]);
  },
);

test('what a role may not see is in no part of the file', async () => {
  const textFor = async (persona: string) => unzippedText(await bytesOf('tower/file.xlsx', { persona }));
  const forPublic = await textFor('public');
  expect(forPublic).toContain('云汉大厦');
  expect(forPublic).not.toMatch(/税收|1234\.57|楼长|87\.65|通讯录|租户|成交/);
  for (const secret of [secretTenant, secretSteward]) expect(forPublic).not.toContain(secret);
  const forStaff = await textFor('staff');
  for (const secret of [secretTenant, secretSteward, '<v>87.65</v>']) expect(forStaff).toContain(secret);
  expect(forStaff).not.toMatch(/税收|1234\.57/);
  expect(await textFor('manager')).toContain('<v>1234.57</v>');
});

test('an unknown id is answered with near names', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/buildings/towr/file.xlsx');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({
    detail: 'invalid building id: towr',
    near: [{ id: 'tower' }],
  });
});

test.each([
  ['esc=10', 'esc'],
  ['area=-5', 'area'],
  ['term=12&free=13', 'free'],
  ['term=12&term=13', 'term'],
  ['lang=de', 'lang'],
  ['lang=en&lang=zh', 'lang'],
  ['gfa=1..2', 'gfa'],
])('nonsense is refused and named: %s', async (query, parameter) => {
  const response = await anApi(towerAndHouse).get(`/api/v1/buildings/tower/file.xlsx?${query}`);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: readonly { parameter: string }[] };
  expect(errors.map((error) => error.parameter)).toEqual([parameter]);
});

test('every building of the sample has a file', async () => {
  const portfolio = samplePortfolio();
  const api = anApi(portfolio);
  for (const { id } of portfolio.buildings.slice(0, 12)) {
    const response = await api.get(`/api/v1/buildings/${id}/file.xlsx`, { persona: 'staff' });
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(sheets, id).toHaveLength(5);
  }
});
