import { expect, test } from 'vitest';
import { fileLimits } from './limits.ts';
import { readTable } from './read-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(hasMark ? `\ufeff${text}` : text, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

/** 楼宇,面积 / 五号院,8500 in GB 18030. */
const gbBytes = new Uint8Array([
  0xc2, 0xa5, 0xd3, 0xee, 0x2c, 0xc3, 0xe6, 0xbb, 0xfd, 0x0d, 0x0a, 0xce, 0xe5, 0xba, 0xc5, 0xd4, 0xba, 0x2c,
  0x38, 0x35, 0x30, 0x30,
]);

async function rowsOf(bytes: Uint8Array, name = '报表.csv') {
  const read = await readTable(bytes, name);
  if (!read.ok) throw new Error(`${read.reason} ${read.row}`);
  return [...(read.sheets[0]?.rows ?? [])].map(({ number, cells }) => [number, ...cells]);
}

async function refusal(bytes: Uint8Array, name = '报表.csv', limits = {}) {
  const read = await readTable(bytes, name, { ...fileLimits, ...limits });
  if (read.ok) throw new Error('was read');
  return read;
}

const table = '楼宇,面积\r\n五号院,8500';
const rows = [
  [1, '楼宇', '面积'],
  [2, '五号院', '8500'],
];

test.each([
  ['UTF-8', utf8(table)],
  ['UTF-8 with a mark', utf8(`\ufeff${table}`)],
  ['UTF-16 LE', utf16(table, false, true)],
  ['UTF-16 BE', utf16(table, true, true)],
  ['GB 18030', gbBytes],
] as const)('a table in %s is read', async (_, bytes) => {
  expect(await rowsOf(bytes)).toEqual(rows);
});

test.each([false, true])('UTF-16 without a mark is told by its zeros', async (isBig) => {
  const text = `id,floor,area\n${Array.from({ length: 50 }, (_, i) => `u${i},3,120`).join('\n')}`;
  expect((await rowsOf(utf16(text, isBig, false)))[1]).toEqual([2, 'u0', '3', '120']);
});

test.each([',', ';', '\t', '|'])('the delimiter %j is found under a title', async (delimiter) => {
  const lines = [['统计表（一、二，三）'], ['楼宇', '面积', '备注'], ['甲座', '1', '好'], ['乙座', '2', '']];
  expect(await rowsOf(utf8(lines.map((line) => line.join(delimiter)).join('\n')))).toEqual([
    [1, '统计表（一、二，三）'],
    [2, '楼宇', '面积', '备注'],
    [3, '甲座', '1', '好'],
    [4, '乙座', '2'],
  ]);
});

test('a spreadsheet may say the delimiter in its first line', async () => {
  expect(await rowsOf(utf8('sep=;\r\na;b,c\r\n1;2'))).toEqual([
    [2, 'a', 'b,c'],
    [3, '1', '2'],
  ]);
});

test('quotes hold delimiters, quotes and line breaks; rows are counted as a spreadsheet does', async () => {
  expect(await rowsOf(utf8('楼宇,备注\n甲座,"第一行\n第二""行"",好"\n\n乙座,x'))).toEqual([
    [1, '楼宇', '备注'],
    [2, '甲座', '第一行\n第二"行",好'],
    [4, '乙座', 'x'],
  ]);
});

test('a quote broken at row 90,000 is told with its row', async () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => (i === 89_999 ? `楼${i},"未完` : `楼${i},"好"`));
  expect(await refusal(utf8(lines.join('\n')))).toMatchObject({ reason: 'brokenQuote', row: 90_000 });
});

test('UTF-8 with one broken byte is refused with its row, not read as something else', async () => {
  const bytes = utf8(`${'楼宇,面积\n'.repeat(40)}坏行,1\n${'楼宇,面积\n'.repeat(40)}`);
  bytes[bytes.indexOf(0xe5, utf8('楼宇,面积\n').length * 40) + 1] = 0x2c;
  expect(await refusal(bytes)).toMatchObject({ reason: 'encoding', row: 41 });
});

test('bytes that are text in no encoding are refused', async () => {
  expect((await refusal(new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0xff, 0x0a]))).reason).toBe('encoding');
  const picture = new Uint8Array(4_000).map((_, i) => (i % 3 === 0 ? 0 : (i * 7) % 251));
  expect((await refusal(picture)).reason).toBe('notText');
  expect((await refusal(new Uint8Array(0))).reason).toBe('emptyFile');
  expect((await refusal(utf8('%PDF-1.7 …'), 'a.csv')).reason).toBe('otherFormat');
});

test('a single NUL stays in its cell, to be told there', async () => {
  const text = `楼宇,备注\n${'甲座,好\n'.repeat(50)}乙\0座,x`;
  expect((await rowsOf(utf8(text))).at(-1)).toEqual([52, '乙\0座', 'x']);
});

test('five million empty lines are nothing', async () => {
  const bytes = new Uint8Array(5_000_000).fill(0x0a);
  bytes.set(utf8('a,b'), 0);
  expect(await rowsOf(bytes)).toEqual([[1, 'a', 'b']]);
});

test('300 columns and too many rows are refused with row and limit', async () => {
  const wide = Array.from({ length: 300 }, (_, i) => `c${i}`).join(',');
  expect(await refusal(utf8(`a,b\n${wide}`))).toMatchObject({
    reason: 'tooManyColumns',
    row: 2,
    found: 300,
    most: 256,
  });
  expect(await refusal(utf8('a\n1\n2\n3'), 'a.csv', { rows: 2 })).toMatchObject({
    reason: 'tooManyRows',
    row: 3,
  });
});

const feature = (geometry: unknown, properties: unknown, more = {}) => ({
  type: 'Feature',
  geometry,
  properties,
  ...more,
});
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const collection = (features: unknown[], more = {}) =>
  utf8(JSON.stringify({ type: 'FeatureCollection', features, ...more }));

test('GeoJSON points are a table of their properties', async () => {
  const bytes = collection([
    feature(point(117.2, 39.1), { 楼宇名称: '甲座', 电梯: 6 }, { id: 'b1' }),
    feature(null, { 楼宇名称: '乙座', 别名: ['一', '二'], 其他: { a: 1 } }),
  ]);
  expect(await rowsOf(bytes, '楼宇.geojson')).toEqual([
    [1, '经度（WGS-84）', '纬度（WGS-84）', 'id', '楼宇名称', '电梯', '别名', '其他'],
    [2, 117.2, 39.1, 'b1', '甲座', 6],
    [3, null, null, null, '乙座', null, '一、二', '{"a":1}'],
  ]);
});

test('a property called __proto__ is a column like any other', async () => {
  const bytes = utf8(
    '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"__proto__":"x","楼宇名称":"甲座"}}]}',
  );
  expect(await rowsOf(bytes, 'a.json')).toEqual([
    [1, '经度（WGS-84）', '纬度（WGS-84）', '__proto__', '楼宇名称'],
    [2, null, null, 'x', '甲座'],
  ]);
  expect(({} as Record<string, unknown>)['楼宇名称']).toBeUndefined();
});

test.each([
  [
    collection([feature({ type: 'Polygon', coordinates: [] }, {})]),
    { reason: 'notAPoint', row: 2, part: 'Polygon' },
  ],
  [
    collection([feature(point(1, 2), {})], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } }),
    { reason: 'otherCrs' },
  ],
  [utf8('{"type":"Point"}'), { reason: 'notGeoJson' }],
  [utf8('{"type":'), { reason: 'notGeoJson' }],
  [
    collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: ['a'] } }]),
    { reason: 'notGeoJson', row: 2 },
  ],
])('GeoJSON that is no table of points is refused (%#)', async (bytes, problem) => {
  expect(await refusal(bytes, 'a.geojson')).toMatchObject(problem);
});
