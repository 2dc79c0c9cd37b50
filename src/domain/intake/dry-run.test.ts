import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBuilding, aFact, anEnterprise, aPortfolio, aUnit } from '../../../tests/builders.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { applyChanges } from '../records/change.ts';
import type { Cell } from './cell.ts';
import { changeKey, type DryRunOptions, dryRun, rowOutcomes } from './dry-run.ts';
import { factChanges } from './fact-changes.ts';
import { readHeadings } from './headings.ts';
import { type Mapping, proposeMapping } from './mapping.ts';
import { PackedRows } from './packed-rows.ts';
import type { ImportEntity } from './targets/target.ts';

type Rows = readonly (readonly Cell[])[];

/** Shifts that are as far from each other as the real ones. */
const shifts = { wgs84: 0, gcj02: 0.02, bd09: 0.05 } as const;

function run(
  entity: ImportEntity,
  rows: Rows,
  portfolio: Portfolio = aPortfolio(),
  more: Partial<DryRunOptions> & { readonly mapping?: Partial<Mapping> } = {},
) {
  const packed = new PackedRows();
  for (const [index, cells] of rows.entries()) packed.add(index + 1, cells);
  const read = readHeadings({ rows: packed, merges: [] }, entity);
  if (!read.ok) throw new Error(read.reason);
  const { mapping: changed, ...options } = more;
  const mapping = { ...proposeMapping(entity, read.headings).mapping, ...changed };
  let made = 0;
  return dryRun({
    portfolio,
    rows: packed,
    headings: read.headings,
    mapping,
    options: {
      newId: (kind) => `${kind}-${++made}`,
      toWgs84: (lon, lat, datum) => [lon - shifts[datum], lat],
      emptyClears: false,
      skipWrong: false,
      corrections: [],
      answers: new Map(),
      isDatumConfirmed: false,
      isSynthetic: false,
      mostProblems: 100,
      ...options,
    },
  });
}

const reasons = (result: ReturnType<typeof run>) =>
  result.problems.map(({ row, heading, reason }) => [row, heading, reason]);
const outcomes = (result: ReturnType<typeof run>) => [...result.outcomes].map((code) => rowOutcomes[code]);

const buildings: Rows = [
  ['楼宇名称', '地址', '类型', '建设状态', '建筑面积', '地上层数'],
  ['甲座', null, null, null, '9,000', 20],
  ['远洋大厦', '南京路1号', '写字楼', '已交付', '约2万', null],
];

test('a row changes the record that it names, and makes a new one where there is none', () => {
  const result = run('building', buildings);
  expect(outcomes(result)).toEqual(['changed', 'new']);
  expect(result.mayCommit).toBe(true);
  const [changed, made] = result.changes;
  expect(changed).toMatchObject({
    key: 'b1',
    after: { gfa: { value: 9_000 }, floors: { above: 20, below: null } },
  });
  expect(made).toMatchObject({
    before: null,
    after: {
      id: 'building-1',
      nameEn: null,
      aliases: [],
      gfa: { value: 20_000, bound: 'about' },
      synthetic: false,
    },
  });
  expect(made && result.rowOfChange.get(changeKey(made))).toBe(3);
});

test('what was imported once changes nothing the second time', () => {
  const portfolio = aPortfolio();
  const first = run('building', buildings, portfolio);
  const again = run('building', buildings, applyChanges(portfolio, first.changes));
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0, skipped: 0 });
  expect(again.changes).toEqual([]);
});

test('an absent column and an empty cell leave a value alone, a word for unknown takes it away', () => {
  const portfolio = aPortfolio({
    buildings: [aBuilding({ address: '旧址', lifts: 6, parking: 80, hvac: '中央空调' })],
  });
  const rows: Rows = [
    ['楼宇名称', '电梯', '车位'],
    ['甲座', null, '不详'],
  ];
  expect(run('building', rows, portfolio).changes[0]?.after).toMatchObject({
    address: '旧址',
    lifts: 6,
    parking: null,
    hvac: '中央空调',
  });
  expect(run('building', rows, portfolio, { emptyClears: true }).changes[0]?.after).toMatchObject({
    lifts: null,
    hvac: '中央空调',
  });
});

test('each wrong cell is told with row, column, value, reason and fix, and its row is no change', () => {
  const result = run('building', [
    ['楼宇名称', '建筑面积', '电梯', '等级'],
    ['甲座', '很大', '约6部', '特级'],
  ]);
  expect(result.problems).toMatchObject([
    {
      row: 2,
      column: 1,
      heading: '建筑面积',
      field: 'gfa',
      value: '很大',
      reason: 'notANumber',
      fix: 'typeNumber',
    },
    { row: 2, column: 2, field: 'lifts', value: '约6部', reason: 'noBoundHere', fix: 'exactFigure' },
    { row: 2, column: 3, field: 'grade', reason: 'unknownValue', detail: 'premium | A | B | C' },
  ]);
  expect(result).toMatchObject({ changes: [], counts: { wrong: 1 }, mayCommit: false });
});

test('wrong rows may be left out, but only when the user says so', () => {
  const rows: Rows = [...buildings, ['远洋大厦二期', '滨江道', '写字楼', '已交付', '很大', null]];
  expect(run('building', rows).mayCommit).toBe(false);
  const skipping = run('building', rows, aPortfolio(), { skipWrong: true });
  expect(skipping.mayCommit).toBe(true);
  expect(skipping.changes).toHaveLength(2);
});

test('a correction stands for the cell', () => {
  const rows: Rows = [
    ['楼宇名称', '建筑面积'],
    ['甲座', '很大'],
  ];
  const result = run('building', rows, aPortfolio(), {
    corrections: [{ row: 2, column: 1, text: '1.2万㎡' }],
  });
  expect(result.changes[0]?.after).toMatchObject({ gfa: { value: 12_000 } });
});

test('a new building needs what can never be unknown; a constant may give it', () => {
  const rows: Rows = [
    ['楼宇名称', '建筑面积'],
    ['乙座大楼', 100],
  ];
  expect(reasons(run('building', rows))).toEqual([
    [2, '', 'missing'],
    [2, '', 'missing'],
  ]);
  const constants = [
    { target: 'carrierType', text: '写字楼' },
    { target: 'status', text: '已交付' },
  ];
  expect(run('building', rows, aPortfolio(), { mapping: { constants } }).counts.new).toBe(1);
});

test('a name that is only like one on file is asked about, and the answer decides', () => {
  const portfolio = aPortfolio({ buildings: [aBuilding({ nameZh: '五号院写字楼' })] });
  const rows: Rows = [
    ['楼宇名称', '类型', '状态', '建筑面积'],
    ['五号院', '写字楼', '已交付', 85_000],
  ];
  const asked = run('building', rows, portfolio);
  expect(asked.problems).toMatchObject([{ reason: 'nearName', near: [{ id: 'b1', name: '五号院写字楼' }] }]);
  const question = asked.problems[0]?.question ?? '';
  const same = run('building', rows, portfolio, { answers: new Map([[question, 'b1']]) });
  expect(same.changes).toMatchObject([{ key: 'b1', after: { nameZh: '五号院', gfa: { value: 85_000 } } }]);
  const other = run('building', rows, portfolio, { answers: new Map([[question, null]]) });
  expect(other.counts.new).toBe(1);
  const none = run('building', rows, portfolio, { answers: new Map([[question, 'gone']]) });
  expect(reasons(none)).toEqual([[2, '楼宇名称', 'noSuchAnswer']]);
});

test('towers that differ by their letter or number are not asked about', () => {
  const portfolio = aPortfolio({ buildings: [aBuilding({ nameZh: '国际大厦A座' })] });
  const rows: Rows = [
    ['楼宇名称', '类型', '状态'],
    ['国际大厦B座', '写字楼', '已交付'],
  ];
  expect(run('building', rows, portfolio).counts.new).toBe(1);
});

test('one name at another address is asked about', () => {
  const portfolio = aPortfolio({ buildings: [aBuilding({ address: '南京路1号' })] });
  const rows: Rows = [
    ['楼宇名称', '地址'],
    ['甲座', '南京路 １ 号'],
    ['甲 座', '马场道2号'],
  ];
  const result = run('building', rows, portfolio);
  expect(outcomes(result)).toEqual(['changed', 'wrong']);
  expect(reasons(result)).toEqual([[3, '楼宇名称', 'sameNameOtherAddress']]);
});

test('a record that stands twice in a sheet is told with its first row', () => {
  const result = run('building', [...buildings, ['远洋 大厦', '南京路1号', '写字楼', '已交付', 1, null]]);
  expect(result.problems).toMatchObject([{ row: 4, reason: 'duplicateKey', detail: '3' }]);
});

describe('coordinates', () => {
  const rows: Rows = [
    ['楼宇名称', '经度', '纬度'],
    ['甲座', 117.255, 39.12],
  ];

  test('a point that only another datum brings into the district is asked about', () => {
    const result = run('building', rows);
    expect(result.problems).toMatchObject([
      { column: 1, reason: 'otherDatum', detail: 'bd09', fix: 'chooseDatum' },
    ]);
    const chosen = run('building', rows, aPortfolio(), { mapping: { datum: 'bd09' } });
    expect(chosen.changes[0]?.after).toMatchObject({
      position: { lon: 117.205, lat: 39.12, precisionM: null },
    });
  });

  test('somebody may insist on the datum, but not on a point far away', () => {
    expect(run('building', rows, aPortfolio(), { isDatumConfirmed: true }).counts.changed).toBe(1);
    const far: Rows = [
      ['楼宇名称', '经纬度'],
      ['甲座', '121.47, 31.23'],
    ];
    expect(reasons(run('building', far, aPortfolio(), { isDatumConfirmed: true }))).toEqual([
      [2, '经纬度', 'outsideDistrict'],
    ]);
  });

  test('half a point is no point', () => {
    const half: Rows = [
      ['楼宇名称', '经度', '纬度'],
      ['甲座', 117.2, null],
    ];
    expect(reasons(run('building', half)).map(([, , reason]) => reason)).toEqual(['halfAPoint']);
  });
});

test('units find their building by name, and new ones stand behind those on their floor', () => {
  const portfolio = aPortfolio({
    units: [aUnit({ id: 'u1', floor: 3, label: '301', position: 4, status: 'vacant' })],
  });
  const result = run(
    'unit',
    [
      ['楼宇', '楼层', '房号', '面积', '状态', '租金(元/㎡/天)'],
      ['甲座', '3F', '301', 120.5, '已租', '面议'],
      ['甲座', '三层', '302', '约80', '空置', 5],
      ['甲座', 3, 303, 80, '空置', 5],
      ['某楼', 3, '304', 80, '空置', 5],
      ['合计', null, null, 280, null, null],
    ],
    portfolio,
  );
  expect(outcomes(result)).toEqual(['changed', 'wrong', 'new', 'wrong', 'skipped']);
  expect(reasons(result)).toEqual([
    [3, '面积', 'noBoundHere'],
    [5, '楼宇', 'unknownBuilding'],
  ]);
  expect(result.changes[0]).toMatchObject({ key: 'b1~u1', after: { status: 'leased', askingRent: null } });
  expect(result.changes[1]).toMatchObject({
    after: { buildingId: 'b1', floor: 3, label: '303', marketed: false },
  });
});

test('leases and taxes refer to what is on file, by name, label or code', () => {
  const firm = anEnterprise({ id: 'e1', name: '示例一号公司', uscc: null });
  const portfolio = aPortfolio({ units: [aUnit({ id: 'u1', label: '301', floor: 3 })], enterprises: [firm] });
  const leases = run(
    'lease',
    [
      ['楼宇', '房号', '承租方', '租期', '合同租金(元/㎡/月)'],
      ['甲座', '301', '示例一号公司', '2025.1.1-2027.12.31', 120],
      ['甲座', '999', '无名商社', '2025.1.1-2027.12.31', 120],
    ],
    portfolio,
  );
  expect(leases.changes).toMatchObject([
    { before: null, after: { unitId: 'u1', enterpriseId: 'e1', start: '2025-01-01', leaseType: 'direct' } },
  ]);
  expect(reasons(leases)).toEqual([
    [3, '房号', 'unknownUnit'],
    [3, '承租方', 'unknownEnterprise'],
  ]);
  const taxes = run(
    'taxRecord',
    [
      ['楼宇', '企业名称', '全口径税收(万元)'],
      ['甲座', '示例一号公司', 12.5],
    ],
    portfolio,
    { mapping: { constants: [{ target: 'month', text: '2026年9月' }] } },
  );
  expect(taxes.changes).toMatchObject([
    { key: 'b1~e1~2026-09', after: { totalTax: 12_500_000, districtTax: null } },
  ]);
});

test('a code of another firm is refused, a code that a firm lacked is added', () => {
  const portfolio = aPortfolio({
    enterprises: [
      anEnterprise({ id: 'e1', name: '甲公司' }),
      anEnterprise({ id: 'e2', name: '乙公司', uscc: '91120101MA06XXXX1A' }),
    ],
  });
  const result = run(
    'enterprise',
    [
      ['企业编号', '企业名称', '统一社会信用代码', '行业'],
      ['e1', '甲公司', '91120101MA06XXXX1A', 'J'],
    ],
    portfolio,
  );
  expect(result.problems[0]).toMatchObject({ reason: 'usccOfAnother', detail: '乙公司' });
});

test('problems are kept up to a limit and counted beyond it', () => {
  const rows: Rows = [['楼宇名称', '建筑面积'], ...Array.from({ length: 30 }, (_, i) => [`楼宇${i}号`, 'x'])];
  const result = run('building', rows, aPortfolio(), { mostProblems: 10 });
  expect(result.problems).toHaveLength(10);
  expect(result.problemTotal).toBeGreaterThan(30);
  expect(result.counts.wrong).toBe(30);
});

test('a figure that an import sets has its source; one that it leaves keeps its own', () => {
  const portfolio = aPortfolio({
    buildings: [aBuilding({ lifts: 6, parking: 80, grade: 'A' })],
    facts: [aFact({ field: 'lifts' }), aFact({ field: 'parking' }), aFact({ field: 'grade' })],
  });
  const { changes } = run(
    'building',
    [
      ['楼宇名称', '电梯', '车位', '等级', '供电'],
      ['甲座', 6, 90, '不详', '双路'],
    ],
    portfolio,
  );
  const facts = [
    ...factChanges(portfolio, changes, { source: '九月报表', asOf: '2026-09-30', confidence: 'C' }),
  ];
  expect(facts.map(({ key, after }) => [key, after && 'source' in after ? after.source : null])).toEqual([
    ['b1~grade', null],
    ['b1~parking', '九月报表'],
    ['b1~power', '九月报表'],
  ]);
});

describe('beside a naive merge', () => {
  /** The rule in its plainest form: a value given replaces the value on file. */
  function naive(before: readonly (number | null)[], given: readonly (number | null | '不详')[]) {
    return before.map((value, i) => (given[i] === '不详' ? null : (given[i] ?? value)));
  }
  const known = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
  const cell = fc.oneof(known, fc.constant('不详' as const));

  test('any mixture of numbers, gaps and unknown words comes to the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(known, known, cell, cell), { minLength: 1, maxLength: 20 }), (cases) => {
        const list = cases.map(([lifts, parking], i) =>
          aBuilding({ id: `b${i}`, nameZh: `第${i}号楼`, lifts, parking }),
        );
        const portfolio = aPortfolio({ buildings: list });
        const rows: Rows = [
          ['楼宇名称', '电梯', '车位'],
          ...cases.map(([, , a, b], i) => [`第${i}号楼`, a, b]),
        ];
        const result = run('building', rows, portfolio);
        const after = applyChanges(portfolio, result.changes).buildings;
        const wanted = cases.map(([lifts, parking, a, b]) => naive([lifts, parking], [a, b]));
        expect(
          list
            .map(({ id }) => after.find((building) => building.id === id))
            .map((b) => [b?.lifts, b?.parking]),
        ).toEqual(wanted);
        const unchanged = wanted.filter(([a, b], i) => a === cases[i]?.[0] && b === cases[i]?.[1]).length;
        expect(result.counts.changed).toBe(cases.length - unchanged);
      }),
      { numRuns: 100 },
    );
  });

  test('no row of any cells makes it throw, and no change of it fails the table of fields', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.double(), known, fc.boolean());
    fc.assert(
      fc.property(fc.array(fc.array(anything, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const result = run('building', [buildings[0] ?? [], ...rows]);
        const total = Object.values(result.counts).reduce((a, b) => a + b, 0);
        expect(total).toBe(result.rows.length);
      }),
      { numRuns: 200 },
    );
  });
});
