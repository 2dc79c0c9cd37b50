import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { rowIds } from '#domain/compare/rows.ts';
import { parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import { exactly } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { bookFrom } from '../../../tests/formula-book.ts';
import { calculator } from '../../../tests/formulas.ts';
import { secretSteward, secretTenant, towerAndHouse } from '../../../tests/tower-and-house.ts';
import { unzippedText } from '../../../tests/zip-reader.ts';
import { compareWords } from './compare-words.ts';
import { headingsEn, headingsZh } from './headings.ts';

interface Asking {
  readonly portfolio?: Portfolio;
  readonly persona?: string;
}

async function bytesOf(query: string, { portfolio = towerAndHouse, persona = 'manager' }: Asking = {}) {
  const response = await anApi(portfolio).get(`/api/v1/compare.xlsx?${query}`, { persona });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function sheetsOf(query: string, asking: Asking = {}) {
  const { sheets } = await readXlsx(await bytesOf(query, asking), { readStyles: true });
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

/** Cells of a row of the comparison beside its name; formats with `formatOf`. */
async function rowsOf(query: string, asking: Asking = {}) {
  const sheet = (await sheetsOf(query, asking)).get('比选');
  if (!sheet) throw new Error('no sheet 比选');
  const place = (name: string) => sheet.rows.findIndex((row) => row[1] === name);
  return {
    heads: sheet.rows[0]?.slice(5),
    cells: (name: string) => sheet.rows[place(name)]?.slice(5),
    told: (name: string) => sheet.rows[place(name)]?.slice(2, 5),
    formatOf: (name: string, column: number) =>
      sheet.cells?.get(`${place(name)},${5 + column}`)?.style?.numFmt ?? null,
  };
}

test('each building or unit has a column, in the order of the link, and months of its own', async () => {
  const sheets = await sheetsOf('ids=house,tower~u2,tower');
  expect([...sheets.keys()]).toEqual(['比选', '入驻成本', '现金流 1', '现金流 2', '现金流 3', '说明']);
  const rows = await rowsOf('ids=house,tower~u2,tower');
  expect(rows.heads).toEqual(['棠阙小筑', '云汉大厦 101', '云汉大厦']);
  expect(rows.cells('编号')).toEqual(['house', 'tower~u2', 'tower']);
  expect(rows.cells('单元面积')).toEqual(['整栋，不适用', 400, '整栋，不适用']);
  expect(rows.cells('报价租金')).toEqual(['未提供', 95.5, 95.5]);
});

test('figures are numbers with unit, bound and difference; unknown is the word for it', async () => {
  const rows = await rowsOf('ids=tower,house,blank');
  expect(rows.cells('建筑面积')).toEqual([85_000, 900, '未提供']);
  expect(rows.formatOf('建筑面积', 0)).toBe('"≥ "#,##0');
  expect(rows.told('建筑面积')).toEqual(['㎡', '不同', null]);
  expect(rows.told('电梯')).toEqual([null, '均未提供', null]);
  expect(rows.cells('等级')?.[0]).toBe('甲级（宣称）');
  expect(rows.cells('层高')?.[0]).toBe('4.2–4.7');
});

test('the best of a row is marked, and stays a number', async () => {
  const buildings = [3.9, 3.1].map((value, place) =>
    aBuilding({ id: `b${place}`, nameZh: `${place} 号楼`, clearHeight: exactly(value) }),
  );
  const rows = await rowsOf('ids=b0,b1', { portfolio: aPortfolio({ buildings }) });
  expect(rows.cells('净高')).toEqual([3.9, 3.1]);
  expect([rows.formatOf('净高', 0), rows.formatOf('净高', 1)]).toEqual(['0.0#" ★"', '0.0#']);
  expect(rows.told('净高')?.[2]).toBe('高者优');
});

test('every row of a comparison has a name in both languages', () => {
  for (const [words, headings] of [
    [compareWords.zh, headingsZh],
    [compareWords.en, headingsEn],
  ] as const) {
    const names: Readonly<Record<string, unknown>> = { ...headings, ...words.rows };
    for (const id of rowIds) expect(typeof names[id], id).toBe('string');
  }
});

test("costs are the domain's for each column, and refer to the sheet where assumptions are changed", async () => {
  const portfolio = samplePortfolio();
  const query = 'area=1800&term=60&esc=0.05&free=3&fee=28&own=s0005,rent:5.2d';
  const ids = ['s0004', 's0005'];
  const api = anApi(portfolio);
  const totals = await Promise.all(
    ids.map(async (id) => {
      const file = (await (await api.get(`/api/v1/buildings/${id}`)).json()) as Parameters<
        typeof costSpaceOf
      >[0];
      return occupancyCost(costSpaceOf(file), parseAssumptions(query).assumptions).total?.value ?? 0;
    }),
  );
  expect(totals[0]).toBeGreaterThan(0);
  const rows = await rowsOf(`ids=${ids}&${query}`, { portfolio });
  expect(rows.cells('租期总成本')).toEqual(totals.map((fen) => fen / 100));
  const xml = unzippedText(await bytesOf(`ids=${ids}&${query}`, { portfolio }));
  expect(xml).toMatch(/<f>'入驻成本'!\$C\$\d+<\/f>/);
  expect(xml).toMatch(/<f>'入驻成本'!\$E\$\d+<\/f>/);
});

test('what a link types for a unit counts in the column of that unit', async () => {
  const rows = await rowsOf('ids=tower~u2,tower&area=500&fee=28&pay=100&own=tower~u2,rent:80');
  // (80 + 28) × 500 × 36 and (100 + 28) × 500 × 36
  expect(rows.cells('租期总成本')).toEqual([1_944_000, 2_304_000]);
});

test('every formula gives what is written beside it, and follows an input that is changed', async () => {
  const book = bookFrom(await bytesOf('ids=tower,tower~u2,house&area=500&fee=28&pay=120'));
  const calculate = calculator(book);
  let formulas = 0;
  for (const [sheet, cells] of book) {
    for (const [address, { value, formula }] of cells) {
      if (formula === undefined) continue;
      formulas++;
      const given = calculate(sheet, address);
      if (typeof value === 'number') expect(given, `${sheet}!${address}`).toBeCloseTo(value, 6);
      else expect(given ?? '', `${sheet}!${address}`).toBe(value);
    }
  }
  expect(formulas).toBeGreaterThan(3 * 361);
  const totalOf = (row: string) =>
    [...(book.get('比选') ?? [])].find(([, { value }]) => value === row)?.[0].slice(1);
  const total = `F${totalOf('租期总成本')}`;
  const area = [...(book.get('入驻成本') ?? [])].find(([, { value }]) => value === 500)?.[0] ?? '';
  book.get('入驻成本')?.set(area, { value: 1_000 });
  const before = Number(calculate('比选', total));
  expect(before).toBeGreaterThan(0);
  expect(calculator(book)('比选', total)).toBeCloseTo(before * 2, 2);
});

test('what is left out is named with the reason, and the rest is compared', async () => {
  const { heads } = await rowsOf('ids=tower,nowhere,tower,tower~u9,a%20b,house');
  expect(heads).toEqual(['云汉大厦', '棠阙小筑']);
  const rows = (await sheetsOf('ids=tower,nowhere,tower,tower~u9,a%20b,house')).get('说明')?.rows ?? [];
  const from = rows.findIndex(([name]) => name === '未列入');
  expect(rows.slice(from, from + 4).map(([, text]) => text)).toEqual([
    '“tower”：重复',
    '“a b”：不是楼宇或单元的编号',
    '“nowhere”：不存在，或您不能查看',
    '“tower~u9”：不存在，或您不能查看',
  ]);
});

test.each(['', 'ids=', 'ids=nowhere', 'ids=nowhere,tower~u9&term=12', 'ids=%00'])(
  'without anything to compare the parameter is named: %j',
  async (query) => {
    const response = await anApi(towerAndHouse).get(`/api/v1/compare.xlsx?${query}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: readonly { parameter: string }[] };
    expect(errors.map((error) => error.parameter)).toEqual(['ids']);
  },
);

test.each([
  ['ids=tower&esc=10', 'esc'],
  ['ids=tower&ids=house', 'ids'],
  ['ids=tower&diff=1', 'diff'],
])('nonsense is refused and named: %s', async (query, parameter) => {
  const response = await anApi(towerAndHouse).get(`/api/v1/compare.xlsx?${query}`);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: readonly { parameter: string }[] };
  expect(errors.map((error) => error.parameter)).toEqual([parameter]);
});

test.each(['=1+1', '@SUM(A1)', '-1', '＝1'])('no name is a formula: %j', async (nameZh) => {
  const building = aBuilding({ nameZh, address: nameZh, developer: nameZh, hvac: nameZh });
  const bytes = await bytesOf('ids=b1', { portfolio: aPortfolio({ buildings: [building] }) });
  const { sheets } = await readXlsx(bytes);
  const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((value) => typeof value === 'string');
  expect(texts.filter((text) => text === `'${nameZh}`).length).toBeGreaterThan(4);
  expect(texts.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
});

test('what a role may not see is in no part of the comparison', async () => {
  const textFor = async (persona: string) =>
    unzippedText(await bytesOf('ids=tower,tower~u1,house', { persona }));
  for (const persona of ['public', 'staff']) {
    const text = await textFor(persona);
    expect(text).toContain('云汉大厦');
    expect(text).not.toMatch(/税收|1234\.57|87\.65|通讯录/);
    for (const secret of [secretTenant, secretSteward]) expect(text).not.toContain(secret);
  }
  expect(await textFor('manager')).toContain('<v>1234.57</v>');
});
