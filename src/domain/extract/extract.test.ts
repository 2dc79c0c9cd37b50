import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildingFields } from './buildings.ts';
import { extract } from './extract.ts';
import { requirementFields } from './requirements.ts';
import { extractKinds, mostExtractText } from './terms.ts';

const today = '2026-11-25';
const read = (kind: (typeof extractKinds)[number], text: string) => extract(kind, text, { today });
const fieldsOf = (kind: (typeof extractKinds)[number], text: string) =>
  read(kind, text).items[0]?.fields ?? {};

/** Words and marks of such texts in any order, which meet more rules than any string does. */
const word = fc.constantFrom(
  ...'建筑面积|标准层|层高|净高|得房率|租金|物业费|位于|南京路|与|交口|8.5|万|㎡|平|元/㎡/天|至|-|~|，|。|\n|：|（|）|约|超|以上|A座|B座|大厦|中心|地上|地下|层|两千二|百分之|%|明年|3月|前|无柱|可分割|不|写字楼|由|有限公司|开发|１２|，５００|萬|<b>|</b>|<script>|&nbsp;|\u200b|m2|预算|60人|整层|地铁|500米|含物业|1.|①|GFA|sqm|per day|Tower|by 2027|Q3'.split(
    '|',
  ),
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
);

test.each(extractKinds)(
  'any string is read as %s: spans slice to their text, fields are known, twice the same',
  (kind) => {
    const known: readonly string[] = kind === 'building' ? buildingFields : requirementFields;
    fc.assert(
      fc.property(texts, (text) => {
        const { items, notes } = read(kind, text);
        for (const { fields } of items) {
          for (const [name, field] of Object.entries(fields)) {
            expect(known).toContain(name);
            expect(field.text).toBe(text.slice(...field.span));
            expect(field.span[0]).toBeLessThan(field.span[1]);
          }
        }
        expect(items.length > 0 || notes.length > 0).toBe(true);
        expect(read(kind, text)).toEqual({ items, notes });
      }),
      { numRuns: 400, seed: 32 },
    );
  },
);

test('figures that are read are finite and never negative', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...extractKinds), (text, kind) => {
      for (const { fields } of read(kind, text).items) {
        for (const { value } of Object.values(fields)) {
          if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }
    }),
    { numRuns: 300, seed: 32 },
  );
});

test.each([
  ['one clause without an end', '建'],
  ['figures only', '1,234.5'],
  ['Chinese figures only', '八万五千'],
  ['words of areas', '建筑面积'],
  ['figures with units', '4.2米8.5万㎡'],
  ['open tags', '<script>'],
  ['angle brackets', '<a<'],
  ['names', '和平中心大厦'],
  ['roads', '南京路与'],
  ['dates', '2026年3月'],
  ['spaces', ' \u3000'],
  ['firms', '由公司集团'],
  ['capitals', 'Aa Tower '],
  ['aliases', '又称甲'],
  ['a list', '1. 甲公司500平\n'],
  ['towers', 'A座8层，B座9层，'],
  ['wishes', '引进金融'],
])('the longest text of %s takes no longer than its length allows', (_, piece) => {
  const text = piece.repeat(Math.ceil(mostExtractText / piece.length)).slice(0, mostExtractText);
  for (const kind of extractKinds) {
    const start = performance.now();
    read(kind, text);
    // Catastrophic patterns take minutes; the limit leaves room for a slow machine.
    expect(performance.now() - start).toBeLessThan(6_000);
  }
});

test.each([
  ['预算8万每月', 80_000, 'yuanPerMonth'],
  ['预算每天4.5元', 4.5, 'yuanPerSqmDay'],
  ['租金4块5一平一天', 4.5, 'yuanPerSqmDay'],
  ['租金三元五角/㎡/天', 3.5, 'yuanPerSqmDay'],
  ['月租8k', 8_000, 'yuanPerMonth'],
  ['租金1,200元/㎡/年', 1_200, 'yuanPerSqmYear'],
  ['每平米每月一百零八元', 108, 'yuanPerSqmMonth'],
])('%s is %d %s', (text, value, unit) => {
  expect(fieldsOf('requirement', `要500平，${text}`)['budget']).toMatchObject({ value, unit });
});

test.each([
  ['八万五千平方米', 85_000, 'exact'],
  ['两千二平', 2_200, 'exact'],
  ['1.2万余㎡', 12_000, 'atLeast'],
  ['近8.5万方', 85_000, 'about'],
  ['超过 8.5 万 平方米', 85_000, 'atLeast'],
  ['１２，５００平方米左右', 12_500, 'about'],
  ['1.6公顷', 16_000, 'exact'],
  ['3亩', 2_000, 'exact'],
  ['不超过九千八百㎡', 9_800, 'atMost'],
  ['8万5千平', 85_000, 'exact'],
  ['at least 12,000 sqm', 12_000, 'atLeast'],
])('a gross floor area of %s is %d, %s', (text, value, bound) => {
  expect(fieldsOf('building', `海河大厦，总建筑面积${text}。地址：南京路8号`)['gfa']).toMatchObject({
    value,
    bound,
  });
});

test('storey height and clear height, gross and site area, share and points are never mixed', () => {
  const fields = fieldsOf(
    'building',
    '海河大厦占地面积9000㎡，层高4.2米，净高2.9米，公摊25%，得房率提高3个百分点，可租面积5万㎡，空置面积6000㎡。',
  );
  expect(fields['floorToFloorHeight']?.value).toEqual({ min: 4.2, max: 4.2 });
  expect(fields['clearHeight']?.value).toBe(2.9);
  expect(fields['rentableArea']?.value).toBe(50_000);
  expect(Object.keys(fields)).not.toContain('gfa');
  expect(Object.keys(fields)).not.toContain('efficiency');
  expect(Object.keys(fields)).not.toContain('availableArea');
});

test('what is there is believed before what is planned, and a plan is noted', () => {
  const { items, notes } = read('building', '海河大厦位于南京路8号，规划建筑面积12万㎡，现有建筑面积8万㎡。');
  expect(items[0]?.fields['gfa']?.value).toBe(80_000);
  expect(notes.map(({ code }) => code)).toContain('planned');
});

test('relative days are counted from the day that is given', () => {
  const start = (day: string) =>
    extract('requirement', '500平，明年3月前搬', { today: day }).items[0]?.fields['startBy']?.value;
  expect(start('2026-11-25')).toBe('2027-03');
  expect(start('2027-01-01')).toBe('2028-03');
});

test('a requirement that contradicts itself is read, and says so', () => {
  const codes = (text: string) => read('requirement', text).notes.map(({ code }) => code);
  expect(codes('不低于2000平，不超过1500平')).toContain('contradiction');
  expect(codes('500平，预算0元/月')).toContain('contradiction');
  expect(codes('500平，2024年10月前入驻')).toContain('past');
});

test('a text that comes back to its first building tells of two, not of three', () => {
  const { items } = read(
    'building',
    '津汇广场位于南京路与滨江道交口。另有乐宾大厦位于南京路128号，建筑面积3万平米，层高3.6米。津汇广场建筑面积15万平米。',
  );
  expect(items.map(({ fields }) => [fields['nameZh']?.value, fields['gfa']?.value])).toEqual([
    ['津汇广场', 150_000],
    ['乐宾大厦', 30_000],
  ]);
});

test('what is said of all towers is a fact of each', () => {
  const { items } = read('building', 'A座建筑面积5万㎡，B座建筑面积3万㎡，均为甲级写字楼，层高4米。');
  expect(
    items.map(({ fields }) => [fields['nameZh']?.value, fields['gfa']?.value, fields['grade']?.value]),
  ).toEqual([
    ['A座', 50_000, 'A'],
    ['B座', 30_000, 'A'],
  ]);
});

test('a heading without an answer says nothing', () => {
  const fields = fieldsOf(
    'building',
    '项目名称：海河大厦\n竣工时间：待定\n建筑面积：不详\n租金：面议\n层高：4米',
  );
  expect(Object.keys(fields)).toEqual(['nameZh', 'floorToFloorHeight']);
});

test('a table that was copied cell by cell is read', () => {
  const fields = fieldsOf('building', '海河大厦\n建筑面积\n8.5万㎡\n层高\n4.2米\n标准层面积\n2200㎡');
  expect([fields['gfa']?.value, fields['floorPlate']?.value]).toEqual([85_000, 2_200]);
});
