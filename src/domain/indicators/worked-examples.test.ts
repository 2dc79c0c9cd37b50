/** The 18, reckoned by hand for the district of `tests/four-houses.ts`: the arithmetic stands beside each figure. */
import { describe, expect, test } from 'vitest';
import { aLease } from '../../../tests/builders.ts';
import { aReport, fourHouses } from '../../../tests/four-houses.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { AnyIndicatorId, Level, PeriodKind } from './spec.ts';
import { indicatorTable } from './table.ts';

const givenHouses = fourHouses();

interface At {
  readonly level?: Level;
  readonly month?: string;
  readonly period?: PeriodKind;
  readonly of?: Portfolio;
}

/** One cell; of the district in September 2026 unless said otherwise. */
function figure(
  id: AnyIndicatorId,
  group = '120101',
  { level, month = '2026-09', period = 'month', of }: At = {},
) {
  const usual = group === '120101' ? 'district' : group.startsWith('c') ? 'circle' : 'building';
  const question = { level: level ?? usual, from: month, to: month, period };
  const table = indicatorTable(of ?? givenHouses, question);
  const name = table.periods[0] ?? '';
  const cell = table.cell(id, group, name);
  if (!cell) throw new Error(`no cell of ${id}, ${group}, ${name}`);
  return cell;
}

const october = { month: '2026-10' };
const august = { month: '2026-08' };

describe('space', () => {
  test('1 入驻率: occupied ÷ rentable', () => {
    // September: (8,000 + 3,500 + 600) ÷ (10,000 + 5,000 + 1,000) = 12,100 ÷ 16,000 = 0.75625
    expect(figure('occupancyRate')).toEqual({
      value: 0.75625,
      numerator: 12_100,
      denominator: 16_000,
      coverage: 1,
    });
    // August lacks the house: 11,600 ÷ 15,000; of 19,200 ㎡ delivered floor area 18,000 is known.
    expect(figure('occupancyRate', undefined, august)).toMatchObject({
      value: 11_600 / 15_000,
      coverage: 0.9375,
    });
    expect(figure('occupancyRate', 'c1').value).toBeCloseTo(11_500 / 15_000, 12);
    expect(figure('occupancyRate', 't1').value).toBe(0.8);
    // October is as the units are: (4,000 + 3,000 + 1,000 + 500 + 3,500 + 600) ÷ 16,000 = 12,600 ÷ 16,000
    expect(figure('occupancyRate', undefined, october).value).toBe(0.7875);
  });

  test('2 空置率: vacant ÷ rentable, of delivered buildings', () => {
    // (1,600 + 1,500 + 400) ÷ 16,000 = 3,500 ÷ 16,000; the mean of 0.16, 0.3 and 0.4 would be 0.287
    expect(figure('vacancyRate').value).toBe(0.21875);
    expect(figure('vacancyRate', 's1')).toEqual({
      value: null,
      numerator: null,
      denominator: null,
      coverage: null,
    });
  });

  test('3 可招商面积: all that is on offer', () => {
    // 2,100 + 1,500 + 400 = 4,000; of 22,200 ㎡ floor area the site's 3,000 is not known in the past
    expect(figure('availableArea')).toMatchObject({ value: 4_000, denominator: null });
    expect(figure('availableArea').coverage).toBeCloseTo(19_200 / 22_200, 12);
    // October: 1,500 + 500 + 1,500 + 400 + the site's 2,000 = 5,900
    expect(figure('availableArea', undefined, october)).toMatchObject({ value: 5_900, coverage: 1 });
    // 可供率: 5,900 ÷ (16,000 + 3,000 gross of the site)
    expect(figure('availabilityRate', undefined, october).value).toBeCloseTo(5_900 / 19_000, 12);
  });

  test('4 净去化面积: occupied − occupied before', () => {
    // (8,000 − 7,600) + (3,500 − 4,000) = 400 − 500 = −100; the house is not known before: 18,000 of 19,200 ㎡
    expect(figure('netAbsorption')).toEqual({
      value: -100,
      numerator: -100,
      denominator: null,
      coverage: 0.9375,
    });
    // October: t1 8,500 − 8,000, t2 3,500 − 3,500, h1 600 − 600
    expect(figure('netAbsorption', undefined, october).value).toBe(500);
    // The fourth quarter up to October against the end of September is the same.
    expect(figure('netAbsorption', undefined, { ...october, period: 'quarter' }).value).toBe(500);
  });

  test('4 净去化面积: what moves into a new building is absorbed, from its first month on record', () => {
    const buildings = givenHouses.buildings.map((building) => ({ ...building, completedOn: '2022-11' }));
    const months = [aReport(['t1', '2022-11', 600, 9_400, 9_400, 1, null])];
    const of = fourHouses({ buildings, months });
    expect(figure('netAbsorption', 't1', { month: '2022-11', of }).value).toBe(600);
  });

  test('5 平均报价租金: weighted by what is on offer with a rent', () => {
    // (1,500 × 100 + 500 × 120) + 400 × 90 + 2,000 × 80 = 210,000 + 36,000 + 160,000 = 406,000
    // over 2,000 + 400 + 2,000 = 4,400 ㎡ = 92.27; of 5,900 ㎡ on offer t2's 1,500 has no rent
    expect(figure('askingRent', undefined, october)).toEqual({
      value: 406_000 / 4_400,
      numerator: 406_000,
      denominator: 4_400,
      coverage: 4_400 / 5_900,
    });
    expect(figure('askingRent')).toMatchObject({ value: null, coverage: 0 });
  });
});

test('5 平均报价租金: units priced beyond what a building reports on offer raise the weight with them', () => {
  // t1 reports 1,600 on offer and prices 2,000; t2's 1,500 has no rent: 2,000 of 3,500
  const months = [aReport(['t1', '2026-10', 8_400, 1_600, 1_600, 3, null])];
  const cell = figure('askingRent', 'c1', { ...october, of: fourHouses({ months }) });
  expect(cell.coverage).toBeCloseTo(2_000 / 3_500, 12);
});

describe('terms, at the end of October', () => {
  test('6 净有效租金: rent over the terms ÷ (area × months)', () => {
    // l1: 4,000 ㎡, 36 months at 90, 3 of them free: 33 × 90 = 2,970 元/㎡
    // l2: 3,000 ㎡, 12 × 100 + 12 × 110 = 2,520 元/㎡ over 24 months
    // l3: nobody knows its rent-free months: out, 500 of 7,500 ㎡
    // (4,000 × 2,970 + 3,000 × 2,520) ÷ (4,000 × 36 + 3,000 × 24) = 19,440,000 ÷ 216,000 = 90
    expect(figure('netEffectiveRent', 't1', october)).toEqual({
      value: 90,
      numerator: 19_440_000,
      denominator: 216_000,
      coverage: 7_000 / 7_500,
    });
    // l4: 3,500 ㎡ × 36 × 60 = 7,560,000 over 126,000: (19.44 m + 7.56 m) ÷ 342,000 = 78.947
    expect(figure('netEffectiveRent', 'c1', october).value).toBeCloseTo(27_000_000 / 342_000, 9);
    // l5: 12 × 120 + 12 × 126 + 12 × 132.3 − 6 × 120 = 4,539.6 − 720 = 3,819.6; ÷ 36 = 106.1
    expect(figure('netEffectiveRent', 'h1', october).value).toBeCloseTo(106.1, 9);
    expect(() => figure('netEffectiveRent')).toThrow('netEffectiveRent is not defined of a district');
  });

  test('7 加权平均剩余租期: Σ (area × years) ÷ Σ area', () => {
    // l1 2 years, l2 181 ÷ 365, l3 1: (4,000 × 2 + 3,000 × 181 ÷ 365 + 500 × 1) ÷ 7,500
    const years = 4_000 * 2 + (3_000 * 181) / 365 + 500;
    expect(figure('waltByArea', 't1', october)).toMatchObject({ denominator: 7_500, coverage: 1 });
    expect(figure('waltByArea', 't1', october).value).toBeCloseTo(years / 7_500, 9);
    // By rent: 4,000 × 90 × 2 + 3,000 × 100 × 181 ÷ 365 + 500 × 80 × 1, ÷ (360,000 + 300,000 + 40,000)
    const rentYears = 720_000 + (300_000 * 181) / 365 + 40_000;
    expect(figure('waltByRent', 't1', october).value).toBeCloseTo(rentYears / 700_000, 9);
  });

  test('what is let and under no lease on file lowers the coverage, in the past by the report', () => {
    // Reported 9,500 less the owner's 1,000 is 8,500 let, of which leases are on file for 7,500.
    const months = [aReport(['t1', '2026-09', 9_500, 500, 500, 4, null])];
    const coverage = figure('waltByArea', 't1', { of: fourHouses({ months }) }).coverage;
    expect(coverage).toBeCloseTo(7_500 / 8_500, 12);
    // A building without units reports on the day of the data: 3,500 let, nothing on file.
    const bare = fourHouses({
      months: [aReport(['t2', '2026-10', 3_500, 1_500, 1_500, 2, null])],
      units: givenHouses.units.filter(({ buildingId }) => buildingId !== 't2'),
    });
    expect(figure('waltByArea', 't2', { ...october, of: bare })).toMatchObject({ value: null, coverage: 0 });
  });

  test('8 12个月内到期率: ending within twelve months ÷ under lease', () => {
    // l2 3,000 + l3 500, which ends on the very day, + l4 3,500 = 7,000 of 7,500 + 3,500 + 600 = 11,600
    expect(figure('expiring12mRate', undefined, october)).toMatchObject({
      numerator: 7_000,
      denominator: 11_600,
      coverage: 1,
    });
    expect(figure('expiring12mRate', undefined, october).value).toBeCloseTo(7_000 / 11_600, 12);
  });
});

describe('firms', () => {
  test('9 入驻企业数: distinct at each level', () => {
    // Reported 4 + 2 + 1; by the leases e1 is in both towers: 6 − 1 in the circle, 7 − 1 in the district
    expect(figure('tenantCount', 't1').value).toBe(4);
    expect(figure('tenantCount', 'c1').value).toBe(5);
    expect(figure('tenantCount')).toEqual({ value: 6, numerator: 6, denominator: null, coverage: 1 });
    // October, by leases alone: e1, e2, e3 and e4; e1 and e2 and e3 in the circle
    expect(figure('tenantCount', undefined, october).value).toBe(4);
    expect(figure('tenantCount', 'c1', october).value).toBe(3);
  });

  test('10 属地注册率 and 11 属地纳税率: firms here ÷ firms of which it is known', () => {
    // Registered: e1 and e4 (by name) of e1, e2, e4; e3 is not known
    expect(figure('localRegistrationRate', undefined, october)).toEqual({
      value: 2 / 3,
      numerator: 2,
      denominator: 3,
      coverage: 0.75,
    });
    expect(figure('localRegistrationRate', 't1', october)).toMatchObject({ value: 0.5, coverage: 2 / 3 });
    // Paying: e1 and e2 of e1, e2, e3; e4 is not known
    expect(figure('localTaxpayerRate', undefined, october)).toMatchObject({ numerator: 2, denominator: 3 });
    expect(figure('localTaxpayerRate', 'c1', october)).toMatchObject({ value: 2 / 3, coverage: 1 });
  });

  test('17 产业集聚度: the leading industry ÷ all that is known', () => {
    // J: 4,000 + 500 + 3,500 = 8,000; I: 3,000; of 12,600 ㎡ occupied the owner's 1,000 and e4's 600 are not known
    expect(figure('leadingIndustryShare', undefined, october)).toEqual({
      value: 8_000 / 11_000,
      numerator: 8_000,
      denominator: 11_000,
      coverage: 11_000 / 12_600,
      detail: 'J',
    });
    // HHI = (8 ÷ 11)² + (3 ÷ 11)² = 73 ÷ 121
    expect(figure('industryHhi', undefined, october).value).toBeCloseTo(73 / 121, 12);
  });

  test('18 企业净流入: moved in − moved out', () => {
    // In September e3 came to t1 and e4 to the house.
    expect(figure('netTenantInflow').value).toBe(2);
    expect(figure('netTenantInflow', 'c1').value).toBe(1);
    // e4 moves from the house into t2 in October: −1, +1, nothing in the district.
    const leases = givenHouses.leases.map((lease) =>
      lease.id === 'l5' ? { ...lease, end: '2026-10-15' } : lease,
    );
    const moved = aLease({
      id: 'l6',
      buildingId: 't2',
      unitId: 'b2',
      enterpriseId: 'e4',
      start: '2026-10-16',
    });
    const units = givenHouses.units.map((unit) =>
      unit.id === 'b2' ? { ...unit, status: 'leased' as const } : unit,
    );
    const of = fourHouses({ leases: [...leases, moved], units });
    expect(figure('netTenantInflow', 'h1', { ...october, of }).value).toBe(-1);
    expect(figure('netTenantInflow', 't2', { ...october, of }).value).toBe(1);
    expect(figure('netTenantInflow', '120101', { ...october, of }).value).toBe(0);
  });
});

describe('tax', () => {
  test('12 全口径税收: of the period, never annualised', () => {
    // September: 9,000,000 + 600,000 + 30,000
    expect(figure('totalTax')).toEqual({
      value: 9_630_000,
      numerator: 9_630_000,
      denominator: null,
      coverage: 1,
    });
    // Third quarter: August's 95,400,000 and September; of 3 × 19,200 ㎡ known 2 × 18,000 + 1,200
    expect(figure('totalTax', undefined, { period: 'quarter' })).toMatchObject({
      value: 105_030_000,
      coverage: 37_200 / 57_600,
    });
    // 区级收入: 2,000,000 + 40,000 + 200,000 + 10,000; of 9,630,000 the share of 5,630,000 is known
    expect(figure('districtTax')).toMatchObject({ value: 2_250_000 });
    expect(figure('districtTax').coverage).toBeCloseTo(5_630_000 / 9_630_000, 12);
  });

  test('12 全口径税收: a tax of zero that was reported is known', () => {
    const months = [aReport(['t1', '2026-09', null, null, null, null, 0])];
    const of = fourHouses({ months, taxRecords: [] });
    expect(figure('totalTax', 't1', { of })).toMatchObject({ value: 0, coverage: 1 });
  });

  test('13 单位面积税收: twelve months ÷ rentable area', () => {
    // 105,030,000 ÷ 16,000 = 6,564.375; two, two and one of twelve months are known
    expect(figure('taxPerSqm')).toMatchObject({ value: 6_564.375, denominator: 16_000 });
    expect(figure('taxPerSqm').coverage).toBeCloseTo((2_000 + 1_000 + 100) / 19_200, 12);
    // The mean of the buildings' 10,400, 200 and 30 would be 3,543.3.
    const own = ['t1', 't2', 'h1'].map((id) => figure('taxPerSqm', id).value ?? Number.NaN);
    expect(own).toEqual([10_400, 200, 30]);
    expect(own.reduce((a, b) => a + b) / 3).not.toBeCloseTo(6_564.375, 0);
    // 105,030,000 ÷ 12,100 occupied
    expect(figure('taxPerOccupiedSqm').value).toBeCloseTo(105_030_000 / 12_100, 9);
  });

  test('14 人均税收: tax and heads of the same firms', () => {
    // e1 5,000,000 + 500,000 with 100 heads, once; e2 3,900,000 with 50; e3 has none, e4's are not known
    expect(figure('taxPerEmployee')).toEqual({
      value: 9_400_000 / 150,
      numerator: 9_400_000,
      denominator: 150,
      coverage: 9_400_000 / 9_530_000,
    });
    expect(figure('taxPerEmployee', 't2').value).toBe(5_000);
    expect(figure('taxPerEmployee', 'h1')).toMatchObject({ value: null, coverage: 0 });
  });

  test('15 税收等级: of twelve months; 亿元楼 in a group', () => {
    // t1 95,000,000 + 9,000,000 = 104,000,000 ≥ 1亿; t2 1,000,000; August alone is 5000万 and more
    expect(figure('taxTier', 't1')).toMatchObject({ value: 4, numerator: 104_000_000, coverage: 2 / 12 });
    expect(figure('taxTier', 't2').value).toBe(0);
    expect(figure('taxTier', 't1', august).value).toBe(3);
    expect(figure('hundredMillionBuildings', 'c1').value).toBe(1);
    expect(figure('hundredMillionBuildings', undefined, august).value).toBe(0);
  });

  test('16 重点楼宇税收贡献占比: tax of 亿元楼 ÷ all', () => {
    // t1 has become one in September: 9,000,000 ÷ 9,630,000
    expect(figure('keyBuildingTaxShare')).toMatchObject({ numerator: 9_000_000, denominator: 9_630_000 });
    expect(figure('keyBuildingTaxShare', undefined, august).value).toBe(0);
  });
});
