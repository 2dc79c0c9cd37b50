import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, csvRecord, defuse } from '#domain/csv.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { parseRecords } from '../../../tests/csv-reader.ts';
import { towerAndHouse } from '../../../tests/tower-and-house.ts';

async function recordsOf(path: string, portfolio = towerAndHouse) {
  const response = await anApi(portfolio).get(path);
  expect(response.status).toBe(200);
  return { response, records: parseRecords(await readWithMark(response)) };
}

/** `text()` would swallow the byte order mark. */
async function readWithMark(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

test('a CSV says what it is before it starts', async () => {
  const { response, records } = await recordsOf('/api/v1/buildings.csv?gfa=800..&sort=gfa');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="loulan-120101-buildings-2026-10-31.csv"; ' +
      `filename*=UTF-8''${encodeURIComponent('楼览-天津市和平区-楼宇清单-2026-10-31.csv')}`,
  );
  expect(records.slice(0, 6)).toEqual([
    ['\uFEFF楼宇清单', '天津市和平区'],
    ['筛选', '建筑面积 ≥ 800 ㎡'],
    ['排序', '按建筑面积从低到高'],
    ['栋数', '2'],
    ['截至', '2026-10-31'],
    ['来源', '楼览 Loulan · 示例数据：除公开报道的楼宇外均为虚构'],
  ]);
});

test('a CSV holds exactly the filtered set, whatever page was asked for', async () => {
  const { records } = await recordsOf('/api/v1/buildings.csv?gfa=800..&sort=gfa&limit=1&page=2');
  expect(records.slice(7).map(([id]) => id)).toEqual(['house', 'tower']);
});

test('a bound has its own column, units stand in the heading, unknown is a word', async () => {
  const { records } = await recordsOf('/api/v1/buildings.csv?sort=-gfa');
  const [headings = [], tower = [], , blank = []] = records.slice(6);
  const cell = (record: readonly string[], heading: string) => record[headings.indexOf(heading)];
  expect(cell(tower, '建筑面积（㎡）')).toBe('85000');
  expect(cell(tower, '建筑面积·界')).toBe('≥');
  expect(cell(tower, '标准层面积·界')).toBe('');
  expect(cell(tower, '空置率（%）')).toBe('40');
  expect(cell(tower, '得房率（%）')).toBe('75');
  expect(cell(tower, '目标产业')).toBe('金融、总部');
  expect(cell(tower, '数据性质')).toBe('示例数据');
  expect(cell(blank, '建筑面积（㎡）')).toBe('未提供');
  expect(headings).toHaveLength(tower.length);
});

test('a CSV speaks English when asked', async () => {
  const { records } = await recordsOf('/api/v1/buildings.csv?lang=en&columnFree=1');
  expect(records[1]).toEqual(['Filter', 'Column-free']);
  expect(records[6]).toContain('Asking rent (CNY/㎡/month)');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '=HYPERLINK("http://x","y")'])(
  'a text that a spreadsheet would run is defused: %j',
  async (name) => {
    const { records } = await recordsOf(
      '/api/v1/buildings.csv',
      aPortfolio({ buildings: [aBuilding({ nameZh: name, aliases: [name], address: name })] }),
    );
    const cells = records[7] ?? [];
    expect(cells[1]).toBe(`'${name}`);
    expect(cells.filter((cell) => /^[=+@\t\r＝]/.test(cell))).toEqual([]);
  },
);

test('a negative number stays a number', () => {
  expect(csvCell(-1.5, '?')).toBe('-1.5');
  expect(csvCell('-1.5', '?')).toBe("'-1.5");
  expect(csvCell(Number.NaN, '?')).toBe('?');
});

test('whatever stands in the cells, a reader gets it back', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', ',', '\r\n', ' a ', '""', ''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => csvRecord(row, '?')).join('');
      expect(parseRecords(text)).toEqual(rows.map((row) => row.map(defuse)));
    }),
  );
});

test('a GeoJSON has the filter in words, and null for what has no place', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/buildings.geojson?gfa=800..&sort=-gfa');
  expect(response.headers.get('content-type')).toBe('application/geo+json');
  expect(await response.json()).toMatchObject({
    type: 'FeatureCollection',
    metadata: { filter: '建筑面积 ≥ 800 ㎡', query: 'gfa=800..&sort=-gfa', total: 2, synthetic: true },
    features: [
      {
        type: 'Feature',
        id: 'tower',
        geometry: { type: 'Point', coordinates: [117.2101, 39.1154] },
        properties: { nameZh: '云汉大厦', precisionM: 200, gfa: { value: 85_000, bound: 'atLeast' } },
      },
      { id: 'house', geometry: null, properties: { precisionM: null } },
    ],
  });
});

test('an empty set is still a file', async () => {
  const response = await anApi(aPortfolio({ buildings: [] })).get('/api/v1/buildings.geojson');
  expect(await response.json()).toMatchObject({ metadata: { total: 0 }, features: [] });
  const { records } = await recordsOf('/api/v1/buildings.csv', aPortfolio({ buildings: [] }));
  expect(records).toHaveLength(7);
});
