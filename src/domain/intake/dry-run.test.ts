import { describe, expect, test } from 'vitest';
import { aBuilding, aFact, aPortfolio } from '../../../tests/builders.ts';
import { outcomes, type Rows, reasons, run } from '../../../tests/dry-runs.ts';
import { applyChanges, changeKey } from '../records/change.ts';
import { factChanges } from '../records/fact-changes.ts';
import { rowsOfChanges } from './dry-run.ts';

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
  expect(made && rowsOfChanges(result).get(changeKey(made))).toBe(3);
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
    ...factChanges(portfolio, changes, {
      source: '九月报表',
      asOf: '2026-09-30',
      confidence: 'C',
      note: null,
    }),
  ];
  expect(facts.map(({ key, after }) => [key, after && 'source' in after ? after.source : null])).toEqual([
    ['b1~grade', null],
    ['b1~parking', '九月报表'],
    ['b1~power', '九月报表'],
  ]);
});

test('a unit whose floor cannot be read is refused for its floor alone', () => {
  const rows = [
    ['楼宇名称', '楼层', '单元', '面积（㎡）', '状态'],
    ['甲座', '零', '101', 20, '空置'],
  ];
  expect(reasons(run('unit', rows))).toEqual([[2, '楼层', 'notAFloor']]);
});
