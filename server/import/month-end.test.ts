import gcoord from 'gcoord';
import { expect, test } from 'vitest';
import { type DryRunOptions, dryRun } from '#domain/intake/dry-run.ts';
import { readHeadings } from '#domain/intake/headings.ts';
import { type Mapping, proposeMapping } from '#domain/intake/mapping.ts';
import { headingOf } from '#domain/intake/targets/label.ts';
import { toWgs84 } from '#server/text/datum.ts';
import { aBuilding, aPortfolio } from '../../tests/builders.ts';
import { workbookOf } from '../../tests/zips.ts';
import { readTable } from './read-table.ts';
import { templateTargets } from './template.ts';
import { writeWorkbook } from './workbook-writer.ts';

const portfolio = aPortfolio({ buildings: [aBuilding({ id: 'b1', nameZh: '五号院写字楼' })] });
let made = 0;
const options: DryRunOptions = {
  newId: (entity) => `${entity}-${++made}`,
  toWgs84,
  emptyClears: false,
  skipWrong: false,
  corrections: [],
  answers: new Map(),
  isDatumConfirmed: false,
  isSynthetic: false,
  mostProblems: 100,
};

async function imported(bytes: Uint8Array, name: string, change: Partial<Mapping> = {}) {
  const table = await readTable(bytes, name);
  if (!table.ok) throw new Error(table.reason);
  const [sheet] = table.sheets;
  const read = sheet ? readHeadings(sheet, 'building') : null;
  if (!sheet || !read?.ok) throw new Error('no headings');
  const mapping = { ...proposeMapping('building', read.headings).mapping, ...change };
  return dryRun({ portfolio, rows: sheet.rows, headings: read.headings, mapping, options });
}

/** "楼宇名称,总建面(万㎡),得房率(%)" with a title over it, 五号院写字楼, 8.5, 75, as a spreadsheet in China saves it. */
const gb = Buffer.from(
  'be c5 d4 c2 b1 a8 b1 ed 2c 2c 0a c2 a5 d3 ee c3 fb b3 c6 2c d7 dc bd a8 c3 e6 28 cd f2 a9 4f 29 2c b5 c3 b7 bf c2 ca 28 25 29 0a ce e5 ba c5 d4 ba d0 b4 d7 d6 c2 a5 2c 38 2e 35 2c 37 35 0a'.replaceAll(
    ' ',
    '',
  ),
  'hex',
);

test('a CSV in GB 18030 with a title and units in its headings', async () => {
  const bytes = new Uint8Array(gb);
  const text = new TextDecoder('gb18030').decode(bytes);
  expect(text).toContain('总建面(万');
  const run = await imported(bytes, '九月.csv');
  expect(run.problems).toEqual([]);
  expect(run.changes).toMatchObject([
    { key: 'b1', after: { gfa: { value: 85_000 }, efficiency: { value: 0.75 } } },
  ]);
});

test('a workbook with two heading rows, merged cells and coordinates of Baidu', async () => {
  const [lon, lat] = gcoord.transform([117.2, 39.115], gcoord.WGS84, gcoord.BD09) as [number, number];
  const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (cell: string, value: number) => `<c r="${cell}"><v>${value}</v></c>`;
  const sheet = [
    '<sheetData>',
    `<row r="1">${text('A1', '楼宇名称')}${text('B1', '面积（万㎡）')}${text('D1', '百度坐标')}</row>`,
    `<row r="2">${text('B2', '建筑')}${text('C2', '可租')}${text('D2', '经度')}${text('E2', '纬度')}</row>`,
    `<row r="3">${text('A3', '五号院写字楼')}${number('B3', 8.5)}${text('C3', '约6万㎡')}${number('D3', lon)}${number('E3', lat)}</row>`,
    '</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
  ].join('');
  const run = await imported(workbookOf({ sheets: [sheet] }), '楼宇.xlsx');
  expect(run.problems).toEqual([]);
  const [change] = run.changes;
  expect(change?.after).toMatchObject({
    gfa: { value: 85_000, bound: 'exact' },
    rentableArea: { value: 60_000, bound: 'about' },
  });
  const position = change?.entity === 'building' ? change.after?.position : null;
  expect(position?.lon).toBeCloseTo(117.2, 4);
  expect(position?.lat).toBeCloseTo(39.115, 4);
});

test('points of Baidu given as WGS-84 are asked about once they leave the district', async () => {
  const { bounds } = portfolio.district;
  const [lon, lat] = gcoord.transform([bounds.east - 0.001, 39.115], gcoord.WGS84, gcoord.BD09) as [
    number,
    number,
  ];
  const bytes = new TextEncoder().encode(`楼宇名称,经度,纬度\n五号院写字楼,${lon},${lat}`);
  const asked = await imported(bytes, 'a.csv');
  expect(asked.problems.map(({ reason, detail }) => [reason, detail])).toEqual([['otherDatum', 'bd09']]);
  const answered = await imported(bytes, 'a.csv', { datum: 'bd09' });
  expect(answered.counts).toMatchObject({ changed: 1, wrong: 0 });
});

test('a template that was filled in makes a building with all that it says', async () => {
  const targets = templateTargets('building');
  const said: Readonly<Record<string, string | number>> = {
    nameZh: '现代城写字楼底商',
    carrierType: '底商',
    status: '封顶',
    gfa: 8_147,
    statedAskingRent: '5.2元/㎡/天',
    floorToFloorHeight: '4.7-6.7',
    'floors.above': 3,
    targetIndustries: '轻奢、设计师品牌',
    'steward.name': '某某',
    remarks: '首店优先',
  };
  const bytes = await writeWorkbook([
    {
      name: '填写',
      rows: [targets.map((target) => headingOf(target, 'zh')), targets.map(({ id }) => said[id] ?? null)],
      headingRows: [0],
    },
  ]);
  const run = await imported(bytes, '模板.xlsx');
  expect(run.problems).toEqual([]);
  expect(run.changes).toMatchObject([
    {
      before: null,
      after: {
        carrierType: 'retailPodium',
        status: 'toppedOut',
        gfa: { value: 8_147, bound: 'exact' },
        floorToFloorHeight: { min: 4.7, max: 6.7 },
        floors: { above: 3, below: null },
        targetIndustries: ['luxury', 'designerBrands'],
        steward: { name: '某某', phone: null },
        remarks: ['首店优先'],
        grade: null,
        synthetic: false,
      },
    },
  ]);
});
