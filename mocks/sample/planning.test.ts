import { expect, test } from 'vitest';
import { effectiveMonths } from '#domain/history/effective-months.ts';
import { changeOf } from '#domain/records/change.ts';
import { ruleProblems } from '#domain/records/rules.ts';
import { isSampleOf } from '#domain/sample.ts';
import { spaceOf } from '#domain/space.ts';
import { generatePortfolio } from './generate.ts';
import { planningOf } from './planning.ts';
import { publishedIds, samplePortfolio } from './portfolio.ts';

const sample = samplePortfolio();
const { targets, renewalPlans, monthCorrections } = sample;

test('the same portfolio is given the same plans, targets and corrections', () => {
  const small = { buildings: 40, seed: 7 };
  expect(planningOf(generatePortfolio(small))).toEqual(planningOf(generatePortfolio(small)));
});

test('targets of articles say that they are goals of a report; the others say that they are made up', () => {
  const [published, madeUp] = [
    targets.filter((one) => !one.synthetic),
    targets.filter((one) => one.synthetic),
  ];
  expect(published.map(({ id }) => id)).toEqual(['target-billion', 'target-heritage']);
  for (const { source } of published) expect(source).toMatch(/^公开报道.*并非核算结果/);
  expect(madeUp.length).toBeGreaterThan(1);
  for (const { source } of madeUp) expect(source).toContain('虚构');
  expect(isSampleOf(sample, publishedIds)).toBe(true);
  expect(isSampleOf({ ...sample, targets: [{ ...targets[0], id: 'x' } as never] }, publishedIds)).toBe(false);
});

test('plans are for made-up buildings above the threshold, and what is done has rents before and after', () => {
  const unitsOf = Map.groupBy(sample.units, ({ buildingId }) => buildingId);
  for (const { buildingId } of renewalPlans) {
    const building = sample.buildings.find(({ id }) => id === buildingId);
    if (!building) throw new Error(`no building ${buildingId}`);
    expect(building.synthetic).toBe(true);
    expect(spaceOf(building, unitsOf.get(buildingId) ?? []).vacancyRate).toBeGreaterThan(0.15);
  }
  expect(new Set(renewalPlans.map(({ status }) => status)).size).toBe(5);
  const done = renewalPlans.filter(({ status }) => status === 'done');
  expect(done.length).toBeGreaterThan(1);
  for (const { rentBefore, rentAfter, doneOn } of done) {
    expect(rentBefore).toBeGreaterThan(0);
    expect(rentAfter).toBeGreaterThan(rentBefore ?? Number.POSITIVE_INFINITY);
    expect((doneOn ?? '9999') <= sample.asOf).toBe(true);
  }
});

test('two months of the past are corrected beside their reports, and all of it keeps the rules', () => {
  expect(monthCorrections).toHaveLength(2);
  expect(effectiveMonths(sample.months, monthCorrections).corrected.size).toBe(2);
  const made = [
    ...targets.map((one) => changeOf('target', null, one)),
    ...renewalPlans.map((one) => changeOf('renewalPlan', null, one)),
    ...monthCorrections.map((one) => changeOf('monthCorrection', null, one)),
  ];
  const options = { toWgs84: (lon: number, lat: number) => [lon, lat] as const, isDatumConfirmed: true };
  expect(ruleProblems(sample, made, options)).toEqual([]);
});
