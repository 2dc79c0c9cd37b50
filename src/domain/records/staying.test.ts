import { describe, expect, test } from 'vitest';
import { aBuilding } from '../../../tests/builders.ts';
import { aCorrection, aPlan, aTarget, oneOfEach } from '../../../tests/records.ts';
import type { MonthCorrection } from '../model/month-correction.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { type Change, changeOf } from './change.ts';
import { removalOf } from './removal.ts';
import { ruleProblems } from './rules.ts';
import { nextCorrectionNumber } from './staying.ts';

const options = { toWgs84: (lon: number, lat: number) => [lon, lat] as const, isDatumConfirmed: false };
const portfolio: Portfolio = { ...oneOfEach, monthCorrections: [] };
const [september, november] = portfolio.months;
if (!september || !november) throw new Error('the district has no months');

function broken(changes: readonly Change[], before: Portfolio = portfolio) {
  return ruleProblems(before, changes, options).map(({ field, reason }) => [field, reason]);
}

describe('a reported month', () => {
  test('that is over stays: another figure is refused, and so is taking it away', () => {
    const written = changeOf('month', september, { ...september, occupiedArea: 990 });
    expect(ruleProblems(portfolio, [written], options)).toEqual([
      {
        entity: 'month',
        key: 'b1~2026-09',
        field: 'occupiedArea',
        value: '990',
        reason: 'reportedStays',
        allowed: 'monthCorrection',
      },
    ]);
    expect(broken([changeOf('month', september, { ...september, tenantCount: null })])).toEqual([
      ['tenantCount', 'reportedStays'],
    ]);
    expect(broken([changeOf('month', september, null)])).toEqual([['', 'reportedStays']]);
  });

  test('that is over may still be completed by what was not reported then', () => {
    expect(september.availableArea).toBeNull();
    expect(broken([changeOf('month', september, { ...september, availableArea: 40 })])).toEqual([]);
  });

  test('that runs, or is yet to come, is written like any record', () => {
    expect(broken([changeOf('month', november, { ...november, occupiedArea: 990 })])).toEqual([]);
    const october = { ...september, month: '2026-10' };
    const change = changeOf('month', october, { ...october, occupiedArea: 990 });
    expect(broken([change], { ...portfolio, months: [october] })).toEqual([]);
    expect(broken([change], { ...portfolio, months: [october], asOf: '2026-11-01' })).toEqual([
      ['occupiedArea', 'reportedStays'],
    ]);
  });

  test('goes along with its building, with its corrections', () => {
    expect(broken(removalOf(oneOfEach, 'building', 'b1'), oneOfEach)).toEqual([]);
    expect(removalOf(oneOfEach, 'building', 'b1').map(({ entity }) => entity)).toEqual(
      expect.arrayContaining(['month', 'monthCorrection', 'renewalPlan']),
    );
  });
});

describe('a correction', () => {
  const filed = (known: Partial<MonthCorrection>, before: Portfolio = portfolio) =>
    broken([changeOf('monthCorrection', null, { ...aCorrection, ...known })], before);

  test('puts a reported figure right and says why', () => {
    expect(filed({})).toEqual([]);
    expect(filed({ occupiedArea: 0 })).toEqual([]);
    expect(filed({ reason: null })).toEqual([['reason', 'reasonNeeded']]);
  });

  test('makes something different from what counts now', () => {
    expect(filed({ occupiedArea: null, vacantArea: null })).toEqual([['occupiedArea', 'correctsNothing']]);
    expect(filed({ occupiedArea: 1_000, vacantArea: null })).toEqual([['occupiedArea', 'correctsNothing']]);
    expect(filed({ number: 2 }, oneOfEach)).toEqual([['occupiedArea', 'correctsNothing']]);
    expect(filed({ number: 2, occupiedArea: 1_000 }, oneOfEach)).toEqual([]);
  });

  test('is of a month that was reported and is over', () => {
    expect(filed({ month: '2020-01' })).toEqual([['month', 'noSuchRecord']]);
    expect(filed({ month: '2026-11' })).toEqual([['month', 'monthStillOpen']]);
    expect(filed({ buildingId: 'b9' })[0]).toEqual(['buildingId', 'noSuchRecord']);
  });

  test('stays as it was filed; the next one gets the next number', () => {
    const [first] = oneOfEach.monthCorrections;
    if (!first) throw new Error('the district has no correction');
    const changed = changeOf('monthCorrection', first, { ...first, availableArea: 12 });
    expect(broken([changed], oneOfEach)).toEqual([['availableArea', 'correctionStays']]);
    expect(broken([changeOf('monthCorrection', first, null)], oneOfEach)).toEqual([['', 'correctionStays']]);
    expect(nextCorrectionNumber(oneOfEach, first)).toBe(2);
    expect(nextCorrectionNumber(oneOfEach, { buildingId: 'b1', month: '2026-08' })).toBe(1);
  });
});

test('a plan ends after it starts, and concerns no more than the building', () => {
  const plan = (known: object) => broken([changeOf('renewalPlan', aPlan, { ...aPlan, ...known })]);
  expect(plan({ dueOn: '2026-04-30', doneOn: '2026-04-30' })).toEqual([
    ['dueOn', 'endBeforeStart'],
    ['doneOn', 'endBeforeStart'],
  ]);
  const building = aBuilding({ gfa: { value: 200, bound: 'exact' } });
  const change = changeOf('renewalPlan', null, aPlan);
  expect(broken([change], { ...portfolio, buildings: [building] })).toEqual([['areaSqm', 'partAboveWhole']]);
  const large = aBuilding({ gfa: { value: 200, bound: 'atLeast' } });
  expect(broken([change], { ...portfolio, buildings: [large] })).toEqual([]);
  expect(broken([changeOf('renewalPlan', null, { ...aPlan, buildingId: 'b9' })])).toEqual([
    ['buildingId', 'noSuchRecord'],
  ]);
});

test('a target is of the district or of one of its circles, and due after it begins', () => {
  const target = (known: object) => broken([changeOf('target', null, { ...aTarget, ...known })]);
  expect(target({ scope: 'xiaobailou' })).toEqual([]);
  expect(target({ scope: 'elsewhere' })).toEqual([['scope', 'noSuchRecord']]);
  expect(target({ dueMonth: '2025-12' })).toEqual([['dueMonth', 'endBeforeStart']]);
});
