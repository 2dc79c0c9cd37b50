import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, monthlyRentFromDaily } from '../measure.ts';
import { fieldTables } from '../records/fields.ts';
import type { Cell } from './cell.ts';
import { readCell } from './read-cell.ts';
import { type ImportEntity, importEntities, type UnitCode } from './targets/target.ts';
import { targetOf, targetsOf } from './targets/targets.ts';

const places = new Map([['小白楼', 'xiaobailou']]);

function read(entity: ImportEntity, id: string, cell: Cell, unit: UnitCode | null = null) {
  const target = targetOf(entity, id);
  if (!target) throw new Error(`no target ${id}`);
  const table = fieldTables[entity] as Readonly<Record<string, (typeof fieldTables.building)['gfa']>>;
  const field = target.field === null ? null : (table[target.field] ?? null);
  const answer = readCell(cell, { entity, target, field, unit, places });
  if (answer.kind === 'value') return answer.value;
  return answer.kind === 'wrong' ? answer.reason : answer.kind;
}

test.each([
  ['8.5万㎡', { value: 85_000, bound: 'exact' }],
  ['８．５万平方米', { value: 85_000, bound: 'exact' }],
  ['8.5 万平米', { value: 85_000, bound: 'exact' }],
  ['约2200', { value: 2_200, bound: 'about' }],
  ['2200左右', { value: 2_200, bound: 'about' }],
  ['超8.5万㎡', { value: 85_000, bound: 'atLeast' }],
  ['≥8.5万m²', { value: 85_000, bound: 'atLeast' }],
  ['不低于 1,200', { value: 1_200, bound: 'atLeast' }],
  ['2000以内', { value: 2_000, bound: 'atMost' }],
  ['不超过2000平', { value: 2_000, bound: 'atMost' }],
  ['3万', { value: 30_000, bound: 'exact' }],
  ['１，２００', { value: 1_200, bound: 'exact' }],
  ['1 200', { value: 1_200, bound: 'exact' }],
  ['8147', { value: 8_147, bound: 'exact' }],
  [8147, { value: 8_147, bound: 'exact' }],
  ['2 sqm', { value: 2, bound: 'exact' }],
] as const)('an area written %s is %j', (cell, value) => {
  expect(read('building', 'gfa', cell)).toEqual(value);
});

test.each([
  ['gfa', '八万', 'notANumber'],
  ['gfa', '12,34', 'notANumber'],
  ['gfa', '1.200,5', 'notANumber'],
  ['gfa', '约超8万', 'notANumber'],
  ['gfa', '85000元', 'wrongUnit'],
  ['gfa', '4000-6000', 'noSpanHere'],
  ['lifts', '约6部', 'noBoundHere'],
  ['lifts', 2.5, 'notWhole'],
  ['statedAskingRent', 5.2, 'unitUnknown'],
  ['statedAskingRent', '158元/月', 'unitUnknown'],
  ['gfa', { error: '#REF!' }, 'formulaWithoutValue'],
  ['columnFree', '或许', 'notYesOrNo'],
  ['grade', '特级甲等', 'unknownValue'],
  ['completedOn', '3/4/2026', 'ambiguousDate'],
  ['completedOn', 2026.1, 'ambiguousDate'],
  ['completedOn', '2010年', 'monthMissing'],
  ['completedOn', '2026-02-30', 'notADate'],
  ['efficiency', 1, 'ambiguousRatio'],
  ['id', 2 ** 53 + 2, 'digitsLost'],
  ['id', '9.112E+17', 'digitsLost'],
  ['nameZh', 'a\0b', 'badCharacters'],
  ['nameZh', 'a\ud800b', 'badCharacters'],
  ['position.lon', '东经', 'notAPoint'],
  ['floors.above', '夹层', 'notAFloor'],
] as const)('%s %j is refused: %s', (id, cell, reason) => {
  expect(read('building', id, cell)).toBe(reason);
});

test('rents become 元/㎡/month, by the unit of the cell before that of the heading', () => {
  const daily = exactly(Number(monthlyRentFromDaily(5.2).toPrecision(12)));
  for (const text of ['5.2元/天/平', '5.2元/㎡/天', '5.2 元/平米·天', '5.2元/平方米/日']) {
    expect(read('building', 'statedAskingRent', text)).toEqual(daily);
  }
  expect(read('building', 'statedAskingRent', 5.2, 'yuanPerSqmDay')).toEqual(daily);
  expect(read('building', 'statedAskingRent', '158元/㎡/月', 'yuanPerSqmDay')).toEqual(exactly(158));
  expect(read('building', 'statedAskingRent', '1,896元/㎡/年')).toEqual(exactly(158));
});

test('a share is read by its sign, by the unit of the heading, or by its range', () => {
  expect(read('building', 'efficiency', '≥75%')).toEqual({ value: 0.75, bound: 'atLeast' });
  expect(read('building', 'efficiency', 75)).toEqual(exactly(0.75));
  expect(read('building', 'efficiency', 0.75)).toEqual(exactly(0.75));
  expect(read('building', 'efficiency', 75, 'percent')).toEqual(exactly(0.75));
  expect(read('building', 'efficiency', 0.75, 'percent')).toBe('ambiguousRatio');
  expect(read('building', 'efficiency', 0.75, 'ratio')).toEqual(exactly(0.75));
});

test('money becomes 分, whatever counts 万 and 亿', () => {
  expect(read('taxRecord', 'totalTax', 1_200, 'tenThousandYuan')).toBe(1_200_000_000);
  expect(read('taxRecord', 'totalTax', 1_200)).toBe('unitUnknown');
  expect(read('taxRecord', 'totalTax', '1.2亿')).toBe(12_000_000_000);
  expect(read('taxRecord', 'totalTax', '1.2亿元')).toBe(12_000_000_000);
  expect(read('taxRecord', 'totalTax', '1.2亿', 'tenThousandYuan')).toBe(12_000_000_000);
  expect(read('taxRecord', 'totalTax', '-35.07', 'yuan')).toBe(-3_507);
});

test('a span of heights keeps both ends', () => {
  expect(read('building', 'floorToFloorHeight', '4.7-6.7米')).toEqual({ min: 4.7, max: 6.7 });
  expect(read('building', 'floorToFloorHeight', '4.7米~6.7米')).toEqual({ min: 4.7, max: 6.7 });
  expect(read('building', 'floorToFloorHeight', 4.2)).toEqual({ min: 4.2, max: 4.2 });
  expect(read('building', 'floorToFloorHeight', '4200mm')).toEqual({ min: 4.2, max: 4.2 });
});

test.each(['面议', '待定', '-', '——', '/', '无', '暂无', 'N/A', '未提供', '？'])(
  '%s says that nobody knows, which is not the same as an empty cell',
  (text) => {
    expect(read('building', 'gfa', text)).toBe('unknown');
    expect(read('building', 'lifts', text)).toBe('unknown');
    expect(read('building', 'gfa', '  ')).toBe('blank');
    expect(read('building', 'gfa', null)).toBe('blank');
  },
);

test('where a field has a word for none, 无 is that word', () => {
  expect(read('building', 'greenCertificate', '无')).toBe('none');
  expect(read('building', 'columnFree', '无')).toBe(false);
  expect(read('building', 'targetIndustries', '不限')).toEqual([]);
});

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026-03-01 00:00:00', '2026-03-01'],
  ['2026年3月', '2026-03'],
  ['2026.03', '2026-03'],
  ['2026/03', '2026-03'],
  [202_603, '2026-03'],
  [46_082, '2026-03-01'],
  [{ date: '2026-03-01' }, '2026-03-01'],
] as const)('the day %j is %s', (cell, date) => {
  expect(read('building', 'completedOn', cell)).toBe(date);
});

test('a day is not made up where only a month is known', () => {
  expect(read('lease', 'start', '2026年3月')).toBe('dayMissing');
  expect(read('month', 'month', '2026-03-15')).toBe('2026-03');
  expect(read('lease', 'term', '2024.1.1-2026.12.31')).toEqual({ start: '2024-01-01', end: '2026-12-31' });
  expect(read('lease', 'term', '2024年1月1日至2026年12月31日')).toEqual({
    start: '2024-01-01',
    end: '2026-12-31',
  });
});

test.each([
  ['3F', 3],
  ['三层', 3],
  ['十二层', 12],
  ['B1', -1],
  ['负一层', -1],
  ['地下2层', -2],
  [-1, -1],
  [0, 'notAFloor'],
  ['夹层', 'notAFloor'],
] as const)('the storey %j is %j', (cell, storey) => {
  expect(read('unit', 'floor', cell)).toBe(storey);
});

test('storeys of a building in one cell', () => {
  expect(read('building', 'floors', '地上30层/地下3层')).toEqual({ above: 30, below: 3 });
  expect(read('building', 'floors', '30F/-3F')).toEqual({ above: 30, below: 3 });
  expect(read('building', 'floors', 30)).toEqual({ above: 30, below: null });
  expect(read('building', 'floors.below', '地下3层')).toBe(3);
});

test('choices are known by the words of the product and by those of the trade', () => {
  expect(read('building', 'carrierType', '商业裙房')).toBe('retailPodium');
  expect(read('building', 'carrierType', '小洋楼')).toBe('heritageHouse');
  expect(read('building', 'carrierType', 'Office')).toBe('office');
  expect(read('building', 'grade', 'A+')).not.toBe('A');
  expect(read('unit', 'status', '自用')).toBe('ownerOccupied');
  expect(read('unit', 'status', '已租')).toBe('leased');
  expect(read('building', 'targetIndustries', '金融、总部')).toEqual(['finance', 'headquarters']);
  expect(read('building', 'circleId', '小白楼')).toBe('xiaobailou');
  expect(read('enterprise', 'industry', '金融业')).toBe('J');
});

describe('whatever stands in a cell', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[约≥超]?[-0-9０-９.,，万亿元㎡平/天月%年日层BF~]{0,14}(左右|以上|以内)?$/),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ error: fc.string() }),
  );

  test('reading it never throws, and a value is never NaN', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(...importEntities), (cell, entity) => {
        for (const { id } of targetsOf[entity]) {
          const value = read(entity, id, cell);
          expect(value).not.toBe(undefined);
          if (typeof value === 'number') expect(value).not.toBeNaN();
        }
      }),
      { numRuns: 400 },
    );
  });

  test('an area comes back from every way of writing it', () => {
    const writings: readonly ((value: number) => string)[] = [
      (value) => String(value),
      (value) => value.toLocaleString('en', { maximumFractionDigits: 2 }),
      (value) => `${value}㎡`,
      (value) => `${value} 平方米`,
      (value) => `${value / 10_000}万㎡`,
      (value) => String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.constantFrom(...writings),
        (hundredths, write) => {
          const area = hundredths / 100;
          const value = read('building', 'gfa', write(area)) as { value: number };
          expect(value.value).toBeCloseTo(area, 6);
        },
      ),
    );
  });
});
