import { expect, test } from 'vitest';
import { clauses } from '../query/fields.ts';
import { defaultSort, emptyFilter, type Filter } from '../query/query.ts';
import { describeFilter, filterInWords, nameOfValue, sortInWords } from './describe.ts';
import { createFigures } from './figures.ts';

const zh = createFigures('zh');
const en = createFigures('en');
const names = (field: string, id: string) => `${field}:${id}`;

/** One filter for each clause, with how it reads in both languages. */
const cases: readonly (readonly [clause: string, part: Partial<Filter>, zh: string, en: string])[] = [
  ['q', { text: '五号院' }, '文字 “五号院”', 'Text “五号院”'],
  [
    'type',
    { sets: { type: ['office', 'heritageHouse'] } },
    '载体类型 写字楼、小洋楼',
    'Carrier type Office, Historic house',
  ],
  ['grade', { sets: { grade: ['premium', 'A'] } }, '等级 超甲级、甲级', 'Grade Premium, Grade A'],
  ['circle', { sets: { circle: ['x'] } }, '商圈 circle:x', 'Business circle circle:x'],
  ['subdistrict', { sets: { subdistrict: ['y'] } }, '街道 subdistrict:y', 'Subdistrict subdistrict:y'],
  ['tenure', { sets: { tenure: ['both'] } }, '租售方式 租售皆可', 'Lease or sale Lease or sale'],
  ['status', { sets: { status: ['toppedOut'] } }, '建设状态 封顶', 'Construction status Topped out'],
  [
    'industry',
    { sets: { industry: ['finance', 'trade'] } },
    '目标产业 金融、贸易',
    'Target industry Finance, Trade',
  ],
  [
    'green',
    { sets: { green: ['greenStar2'] } },
    '绿色认证 绿色建筑二星级',
    'Green certificate China Green 2★',
  ],
  [
    'available',
    { ranges: { available: { lo: 500, hi: null } } },
    '可招商面积 ≥ 500 ㎡',
    'Available area ≥ 500 ㎡',
  ],
  [
    'contiguous',
    { ranges: { contiguous: { lo: 1500, hi: 2500 } } },
    '最大连续面积 1,500–2,500 ㎡',
    'Largest contiguous area 1,500–2,500 ㎡',
  ],
  [
    'plate',
    { ranges: { plate: { lo: 2000, hi: 2500 } } },
    '标准层面积 2,000–2,500 ㎡',
    'Floor plate 2,000–2,500 ㎡',
  ],
  ['vacancy', { ranges: { vacancy: { lo: null, hi: 0.4 } } }, '空置率 ≤ 40%', 'Vacancy ≤ 40%'],
  [
    'rent',
    { ranges: { rent: { lo: null, hi: 136.5 } } },
    '报价租金 ≤ 136.5 元/㎡/月',
    'Asking rent ≤ 136.5 CNY/㎡/month',
  ],
  ['height', { ranges: { height: { lo: 4, hi: null } } }, '层高 ≥ 4 m', 'Floor-to-floor height ≥ 4 m'],
  ['clear', { ranges: { clear: { lo: 2.8, hi: null } } }, '净高 ≥ 2.8 m', 'Clear height ≥ 2.8 m'],
  ['efficiency', { ranges: { efficiency: { lo: 0.7, hi: null } } }, '得房率 ≥ 70%', 'Efficiency ≥ 70%'],
  [
    'gfa',
    { ranges: { gfa: { lo: null, hi: 85_000 } } },
    '建筑面积 ≤ 85,000 ㎡',
    'Gross floor area ≤ 85,000 ㎡',
  ],
  ['year', { ranges: { year: { lo: 2000, hi: 2010 } } }, '竣工年份 2000–2010 年', 'Completed 2000–2010'],
  [
    'taxPerSqm',
    { ranges: { taxPerSqm: { lo: 1000, hi: null } } },
    '单位面积税收 ≥ 1,000 元/㎡·年',
    'Tax per ㎡ ≥ 1,000 CNY/㎡·year',
  ],
  [
    'completeness',
    { ranges: { completeness: { lo: 0.5, hi: null } } },
    '档案完整度 ≥ 50%',
    'File completeness ≥ 50%',
  ],
  ['columnFree', { columnFree: true }, '无柱', 'Column-free'],
  ['metro', { metro: 500 }, '距地铁 500 m 以内', 'within 500 m of a metro station'],
  ['by', { by: '2026-03' }, '2026年3月底前可入驻', 'available by 2026-03'],
  ['bbox', { bbox: { west: 1, south: 2, east: 3, north: 4 } }, '矩形范围', 'Rectangle'],
  [
    'within',
    {
      within: [
        [1, 2],
        [3, 4],
        [5, 2],
      ],
    },
    '多边形范围',
    'Polygon',
  ],
  [
    'near',
    { near: { lon: 1, lat: 2, radiusM: 1500 } },
    '所选点 1.5 km 以内',
    'within 1.5 km of the chosen point',
  ],
];

test.each(cases)('%s is one phrase in both languages', (clause, part, inZh, inEn) => {
  const filter = { ...emptyFilter, ...part };
  expect(describeFilter(filter, zh, names)).toEqual([{ clause, text: inZh, includesUnknown: false }]);
  expect(describeFilter(filter, en, names)).toEqual([{ clause, text: inEn, includesUnknown: false }]);
});

test('every clause of the grammar has such a phrase', () => {
  expect(cases.map(([clause]) => clause).sort()).toEqual([...clauses].sort());
});

test('a filter is one sentence, with what it lets through unknown', () => {
  const filter: Filter = {
    ...emptyFilter,
    ranges: { vacancy: { lo: null, hi: 0.4 }, plate: { lo: 2000, hi: 2500 } },
    columnFree: true,
    unknown: ['vacancy', 'rent'],
  };
  expect(filterInWords(filter, zh, names)).toBe('标准层面积 2,000–2,500 ㎡；空置率 ≤ 40% (含未提供)；无柱');
  expect(filterInWords(filter, en, names)).toBe(
    'Floor plate 2,000–2,500 ㎡; Vacancy ≤ 40% (incl. not provided); Column-free',
  );
});

test('what excludes nothing is not said, and no filter at all is said', () => {
  const open: Filter = {
    ...emptyFilter,
    sets: { type: [] },
    ranges: { gfa: { lo: null, hi: null } },
    unknown: ['gfa'],
  };
  expect(filterInWords(open, zh, names)).toBe('全部楼宇，未筛选');
  expect(filterInWords(emptyFilter, en, names)).toBe('All buildings, no filter');
});

test('a value without a word stands for itself', () => {
  expect(nameOfValue('grade', 'S', zh, names)).toBe('S');
  expect(nameOfValue('grade', 'toString', zh, names)).toBe('toString');
});

test('the order is said with its field', () => {
  expect(sortInWords(defaultSort, zh)).toBe('按可招商面积从高到低');
  expect(sortInWords({ field: 'metro', descending: false }, en)).toBe(
    'sorted by Metro distance, lowest first',
  );
  expect(sortInWords({ field: 'name', descending: false }, zh)).toContain('楼名');
});
