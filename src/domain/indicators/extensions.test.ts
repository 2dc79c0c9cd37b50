/** The extensions, reckoned by hand for the district of `tests/four-houses.ts`. */
import { expect, test } from 'vitest';
import { aDonePlan, aReport, fourHouses } from '../../../tests/four-houses.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { AnyIndicatorId, Level } from './spec.ts';
import { indicatorTable } from './table.ts';

function figure(id: AnyIndicatorId, month: string, of: Portfolio = fourHouses(), level: Level = 'district') {
  const table = indicatorTable(of, { level, from: month, to: month, period: 'month' });
  return table.cell(id, table.groups[0]?.id ?? '', month);
}

test('小洋楼盘活率 is the occupancy of historic houses', () => {
  // 600 ÷ 1,000; in August the house did not report
  expect(figure('heritageActivationRate', '2026-09')).toMatchObject({ value: 0.6, coverage: 1 });
  expect(figure('heritageActivationRate', '2026-08')).toMatchObject({ value: null, coverage: 0 });
});

test('改造租金溢价 is after ÷ before − 1, weighted by area, of what is done by then', () => {
  const renewalPlans = [
    aDonePlan(),
    aDonePlan({ id: 'p2', buildingId: 'h1', areaSqm: 500, rentBefore: 100, rentAfter: 110 }),
    aDonePlan({ id: 'p3', rentBefore: null }),
    aDonePlan({ id: 'p4', status: 'underWay' }),
    aDonePlan({ id: 'p5', doneOn: '2026-10-01' }),
  ];
  const of = fourHouses({ renewalPlans });
  // (100 × 1,000 + 110 × 500) ÷ (80 × 1,000 + 100 × 500) − 1 = 155,000 ÷ 130,000 − 1; two of three plans
  expect(figure('retrofitRentPremium', '2026-09', of)?.value).toBeCloseTo(155_000 / 130_000 - 1, 12);
  expect(figure('retrofitRentPremium', '2026-09', of)?.coverage).toBeCloseTo(2 / 3, 12);
  expect(figure('retrofitRentPremium', '2026-04', of)).toMatchObject({ value: null, coverage: null });
});

test('改造租金溢价: a plan done on the last day is in; one that lacks area or a rent is out and lowers the coverage', () => {
  const known = aDonePlan({ doneOn: '2026-09-30' });
  for (const lacking of [{ areaSqm: null }, { rentAfter: null }, { rentBefore: null }, { rentBefore: 0 }]) {
    const renewalPlans = [known, aDonePlan({ id: 'p2', ...lacking })];
    expect(figure('retrofitRentPremium', '2026-09', fourHouses({ renewalPlans }))).toEqual({
      value: 0.25,
      numerator: 100_000,
      denominator: 80_000,
      coverage: 0.5,
    });
  }
});

test('税收前五楼宇占比 picks the five that paid most in twelve months', () => {
  const [tower] = fourHouses().buildings;
  const buildings = [1, 2, 3, 4, 5, 6].flatMap((id) => (tower ? [{ ...tower, id: `t${id}` }] : []));
  const months = [40, 10, 5, 20, 1, 24].map((yuan, at) =>
    aReport([`t${at + 1}`, '2026-09', null, null, null, null, yuan]),
  );
  const of = fourHouses({ buildings, months, taxRecords: [], leases: [] });
  // (40 + 24 + 20 + 10 + 5) ÷ 100
  expect(figure('topFiveTaxShare', '2026-09', of)).toMatchObject({ value: 0.99, denominator: 100 });
});

test('去化周期 is available ÷ the mean absorption of twelve months, and there is none without absorption', () => {
  const months = [
    aReport(['t1', '2025-09', 6_800, 2_800, 2_800, 3, null]),
    aReport(['t1', '2026-09', 8_000, 1_600, 2_100, 4, null]),
    aReport(['t2', '2026-09', 3_500, 1_500, 1_500, 2, null]),
  ];
  // t1 alone is known a year ago: 2,100 ÷ (1,200 ÷ 12) = 21 months
  expect(figure('monthsOfSupply', '2026-09', fourHouses({ months }))).toMatchObject({
    value: 21,
    coverage: 12_000 / 19_200,
  });
  const emptying = months.map((month) =>
    month.month === '2025-09' ? { ...month, occupiedArea: 8_000, vacantArea: 1_600 } : month,
  );
  expect(figure('monthsOfSupply', '2026-09', fourHouses({ months: emptying }))).toMatchObject({
    value: null,
    denominator: 0,
  });
});

test('长期空置占比 counts from the end of the last lease, or from completion', () => {
  const given = fourHouses();
  const [lease] = given.leases;
  if (!lease) throw new Error('the houses have leases');
  const leases = [
    ...given.leases,
    // Vacant for a year to the day, and for a day less.
    { ...lease, id: 'x1', unitId: 'a4', start: '2024-01-01', end: '2025-10-31' },
    { ...lease, id: 'x2', buildingId: 't2', unitId: 'b2', start: '2024-01-01', end: '2025-11-01' },
  ];
  // a4 1,500 of 1,500 + b2 1,500; of h2's 400 nobody knows since when
  expect(figure('longVacancyShare', '2026-10', fourHouses({ leases }))).toEqual({
    value: 0.5,
    numerator: 1_500,
    denominator: 3_000,
    coverage: 3_000 / 3_400,
  });
  const dated = given.buildings.map((building) => ({ ...building, completedOn: '1925-06' }));
  expect(figure('longVacancyShare', '2026-10', fourHouses({ leases, buildings: dated }))?.value).toBeCloseTo(
    1_900 / 3_400,
    12,
  );
  expect(figure('longVacancyShare', '2026-09', fourHouses({ leases }))).toMatchObject({
    value: null,
    coverage: 0,
  });
});
