import { expect, test } from 'vitest';
import type { Cell, Merge } from './cell.ts';
import { headingsAmong, headingsAt, readHeadings } from './headings.ts';
import { likeliestEntity, proposeMapping, readMapping } from './mapping.ts';
import type { ImportEntity } from './targets/target.ts';

function sheet(rows: readonly (readonly Cell[])[], merges: readonly Merge[] = []) {
  return {
    rows: rows.map((cells, i) => ({ number: i + 1, cells })).filter(({ cells }) => cells.length > 0),
    merges,
  };
}

function headingsOf(
  rows: readonly (readonly Cell[])[],
  merges: readonly Merge[] = [],
  entity: ImportEntity | null = null,
) {
  const read = readHeadings(sheet(rows, merges), entity);
  if (!read.ok) throw new Error(read.reason);
  return read.headings;
}

const titled = [
  ['和平区商务楼宇情况统计表（2026年9月）'],
  ['填报单位：某物业公司', null, null, '单位：㎡'],
  [],
  ['序号', '楼宇名称', '坐落', '总建面(万㎡)', '租金（元/㎡/天）', '得房率(%)', '竣工时间'],
  [1, '五号院写字楼', '曲阜道', 8.5, 5.2, 75, '2026年3月'],
];

test('headings are found under titles and notes', () => {
  expect(headingsOf(titled).rows).toEqual([4]);
});

test('columns are proposed with the units of their headings', () => {
  const headings = headingsOf(titled);
  const { mapping, notes, lacking } = proposeMapping('building', headings);
  expect(mapping.columns).toEqual([
    { column: 1, target: 'nameZh', unit: null },
    { column: 2, target: 'address', unit: null },
    { column: 3, target: 'gfa', unit: 'tenThousandSqm' },
    { column: 4, target: 'statedAskingRent', unit: 'yuanPerSqmDay' },
    { column: 5, target: 'efficiency', unit: 'percent' },
    { column: 6, target: 'completedOn', unit: null },
  ]);
  expect(notes).toContainEqual({ column: 0, heading: '序号', reason: 'unknownHeading' });
  expect(lacking).toEqual(['carrierType', 'status']);
  expect(likeliestEntity(headings)).toBe('building');
});

test.each([
  ['建筑面积', 'gfa', null],
  ['建面(㎡)', 'gfa', 'sqm'],
  ['GFA (sqm)', 'gfa', 'sqm'],
  ['总建筑面积/万平方米', 'gfa', 'tenThousandSqm'],
  ['建筑面积（地上）', 'gfa', null],
  ['租金(元/天/平)', 'statedAskingRent', 'yuanPerSqmDay'],
  ['报价租金 元/㎡·月', 'statedAskingRent', 'yuanPerSqmMonth'],
  ['物业费（元/平米/月）', 'managementFee', 'yuanPerSqmMonth'],
  ['月租金（元）', 'statedAskingRent', null],
  ['层高（m）', 'floorToFloorHeight', 'm'],
  ['停车位（个）', 'parking', null],
  ['百度经度', 'position.lon', null],
  ['经度（WGS-84）', 'position.lon', null],
] as const)('%s is %s in %s', (heading, target, unit) => {
  const headings = headingsOf([['楼宇名称', '地址', heading]]);
  expect(proposeMapping('building', headings).mapping.columns[2]).toEqual({ column: 2, target, unit });
});

test('a rent whose period or area nobody names is pointed out', () => {
  const { notes } = proposeMapping('building', headingsOf([['楼宇名称', '租金']]));
  expect(notes).toContainEqual({ column: 1, heading: '租金', reason: 'unitUnknown' });
});

test('the heading of the coordinates says which datum they are in', () => {
  const datumOf = (heading: string) => proposeMapping('building', headingsOf([['楼宇名称', heading]]));
  expect(datumOf('经纬度（百度）').mapping.datum).toBe('bd09');
  expect(datumOf('高德坐标').mapping.datum).toBe('gcj02');
  expect(datumOf('坐标').notes).toContainEqual({ column: 1, heading: '坐标', reason: 'datumAssumed' });
});

const grouped: readonly (readonly Cell[])[] = [
  ['楼宇名称', '面积（㎡）', null, '层高', null, '备注'],
  [null, '建筑', '可租', '最低', '最高', null],
  ['五号院', 8_500, 7_000, 4.2, 4.5, '无'],
];

test('a group heading joins the headings under it, with merges and without', () => {
  const merges: Merge[] = [
    { top: 1, bottom: 1, left: 1, right: 2 },
    { top: 1, bottom: 1, left: 3, right: 4 },
    { top: 1, bottom: 2, left: 0, right: 0 },
    { top: 1, bottom: 2, left: 5, right: 5 },
  ];
  for (const given of [[], merges]) {
    const headings = headingsOf(grouped, given);
    expect(headings.rows).toEqual([1, 2]);
    expect(headings.columns.map(({ heading }) => heading)).toEqual([
      '楼宇名称',
      '面积（㎡） 建筑',
      '面积（㎡） 可租',
      '层高 最低',
      '层高 最高',
      '备注',
    ]);
    expect(proposeMapping('building', headings).mapping.columns.map(({ target }) => target)).toEqual([
      'nameZh',
      'gfa',
      'rentableArea',
      'floorToFloorHeight.min',
      'floorToFloorHeight.max',
      'remarks',
    ]);
  }
});

test('rows are headings where a person says so, up to three of them, or none', () => {
  const rows: readonly (readonly Cell[])[] = [
    ['九月', null, null],
    ['甲', '面积', null],
    [null, '建筑', '可租'],
    [null, '㎡', '万㎡'],
    ['五号院', 8_500, 0.7],
  ];
  const at = (...numbers: readonly number[]) => headingsAt(sheet(rows), numbers);
  expect(at(2, 3, 4)?.columns.map(({ heading }) => heading)).toEqual([
    '甲',
    '面积 建筑 ㎡',
    '面积 可租 万㎡',
  ]);
  expect(at(3)?.columns.map(({ heading }) => heading)).toEqual(['', '建筑', '可租']);
  expect(at()).toMatchObject({ rows: [], fingerprint: '', columns: [{ letter: 'A', heading: '' }, {}, {}] });
  expect(at(1, 2, 3, 4)).toBeNull();
  expect(at(3, 2)).toBeNull();
  expect(at(9)).toBeNull();
});

test('headings that are known are found wherever they stand, the most trusted first', () => {
  const chosen = headingsAt(sheet(grouped), [2]);
  const detected = headingsOf(grouped);
  const nextMonth = sheet([['十月'], [], ...grouped]);
  const among = (...known: readonly string[]) => headingsAmong(nextMonth, known)?.rows;
  expect(among(chosen?.fingerprint ?? '', detected.fingerprint)).toEqual([4]);
  expect(among(detected.fingerprint, chosen?.fingerprint ?? '')).toEqual([3, 4]);
  expect(among('', '00000000000000')).toBeUndefined();
});

test('headings are shown as they stand and compared without regard to width', () => {
  const [full, half] = [
    ['楼宇名称', '建筑面积（㎡）'],
    ['楼宇名称', '建筑面积(m2)'],
  ].map((row) => headingsOf([row]));
  expect(full?.columns[1]?.heading).toBe('建筑面积（㎡）');
  expect(full?.fingerprint).toBe(half?.fingerprint);
});

test('a first row of words under the headings is not taken for headings', () => {
  const rows = [
    ['楼宇名称', '地址', '英文名', '备注'],
    ['五号院', '曲阜道', 'Courtyard Five', '新'],
  ];
  expect(headingsOf(rows).rows).toEqual([1]);
});

test('of two columns with one heading the second is not mapped, and that is said', () => {
  const headings = headingsOf([['楼宇名称', '建筑面积', '建筑面积', '建面']]);
  expect(headings.columns[2]?.sameAs).toBe(1);
  const { mapping, notes } = proposeMapping('building', headings);
  expect(mapping.columns.map(({ column }) => column)).toEqual([0, 1]);
  expect(notes.map(({ column, reason }) => [column, reason])).toEqual([
    [2, 'duplicateHeading'],
    [3, 'sameTarget'],
  ]);
});

test('300 columns are refused with the limit', () => {
  const row = Array.from({ length: 300 }, (_, i) => `列${i}`);
  expect(readHeadings(sheet([row]))).toEqual({
    ok: false,
    reason: 'tooManyColumns',
    columns: 300,
    most: 256,
  });
});

test('headings that are names of the language are headings like any other', () => {
  const headings = headingsOf([['__proto__', '楼宇名称', 'constructor', 'toString', '', 'hasOwnProperty']]);
  const { mapping, notes } = proposeMapping('building', headings);
  expect(mapping.columns).toEqual([{ column: 1, target: 'nameZh', unit: null }]);
  expect(notes.map(({ reason }) => reason)).toEqual([
    'unknownHeading',
    'unknownHeading',
    'unknownHeading',
    'noHeading',
    'unknownHeading',
  ]);
  expect(({} as Record<string, unknown>)['楼宇名称']).toBeUndefined();
});

test('an empty sheet and a sheet of figures have no headings', () => {
  expect(readHeadings(sheet([]))).toEqual({ ok: false, reason: 'empty' });
  expect(
    readHeadings(
      sheet([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toEqual({ ok: false, reason: 'noHeadings' });
});

test('the fingerprint is the same for the same headings, whatever their spelling and the rows', () => {
  const of = (row: readonly Cell[]) => headingsOf([row]).fingerprint;
  expect(of(['楼宇名称', '建面 (㎡)'])).toBe(of(['楼宇名称', '建面（㎡）']));
  expect(of(['楼宇名称', '建面'])).not.toBe(of(['建面', '楼宇名称']));
  expect(of(['楼宇名称', '建面'])).toMatch(/^[0-9a-f]{14}$/);
});

test.each([
  ['unit', ['楼宇', '楼层', '房号', '面积(㎡)', '租赁状态', '报价(元/㎡/天)', '可入驻时间']],
  ['lease', ['楼宇名称', '房号', '承租方', '起租日', '到期日', '合同租金(元/㎡/月)']],
  ['taxRecord', ['楼宇名称', '企业名称', '税款所属期', '全口径税收（万元）', '区级税收（万元）']],
  ['enterprise', ['企业名称', '统一社会信用代码', '所属行业', '注册地', '从业人数']],
  ['month', ['楼宇名称', '月份', '已租面积', '空置面积', '入驻企业数']],
  ['floor', ['楼宇名称', '楼层', '楼层面积']],
] as const)('a sheet of kind %s is known by its headings', (entity, row) => {
  const headings = headingsOf([row]);
  expect(likeliestEntity(headings)).toBe(entity);
  const { mapping, lacking } = proposeMapping(entity, headings);
  expect(mapping.columns).toHaveLength(row.length);
  expect(lacking).toEqual([]);
});

test('a mapping that was kept is read back, and anything else is none', () => {
  const { mapping } = proposeMapping('building', headingsOf(titled));
  expect(readMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  const [first] = mapping.columns;
  for (const broken of [
    null,
    [],
    { ...mapping, entity: 'fact' },
    { ...mapping, datum: 'mars' },
    { ...mapping, columns: [{ ...first, target: '__proto__' }] },
    { ...mapping, columns: [first, first] },
    { ...mapping, columns: [{ ...first, unit: 'yuan' }] },
    { ...mapping, columns: [{ ...first, column: -1 }] },
    { ...mapping, constants: [{ target: 'grade', text: 1 }] },
  ]) {
    expect(readMapping(broken)).toBeNull();
  }
});
