import { expect, test } from 'vitest';
import { exactly } from '#domain/measure.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aLease, aPortfolio, aTaxRecord, aUnit } from '../../../tests/builders.ts';
import { aPlan, aTarget } from '../../../tests/records.ts';

const months = ['2025-09', '2026-06', '2026-07', '2026-08', '2026-09'];
const reports = (buildingId: string, occupied: readonly number[], rentable: number) =>
  occupied.map((occupiedArea, at) => ({
    buildingId,
    month: months[at] ?? '',
    occupiedArea,
    vacantArea: rentable - occupiedArea,
    availableArea: rentable - occupiedArea,
    tenantCount: null,
    totalTax: null,
  }));
const ofArea = (area: number) => ({
  gfa: exactly(area),
  rentableArea: exactly(area),
  circleId: 'xiaobailou',
});

const portfolio = aPortfolio({
  asOf: '2026-09-30',
  buildings: [
    aBuilding(ofArea(1_000)),
    aBuilding({ ...ofArea(3_000), id: 'b2', nameZh: '乙座' }),
    aBuilding({ ...ofArea(2_000), id: 'b3', nameZh: '丙座', status: 'underConstruction' }),
  ],
  months: [
    ...reports('b1', [500, 600, 650, 700, 800], 1_000),
    ...reports('b2', [1_500, 1_800, 1_950, 2_100, 2_400], 3_000),
  ],
  units: [aUnit({ buildingId: 'b3' }), aUnit()],
  leases: [
    aLease({ buildingId: 'b3', start: '2026-05-01', end: '2026-04-30' }),
    aLease({ id: 'l2', start: '2024-05-01', end: '2026-04-30' }),
  ],
  taxRecords: [aTaxRecord({ month: '2026-09', totalTax: 777_00 })],
  renewalPlans: [
    { ...aPlan, id: 'p1', buildingId: 'b2', status: 'done', startOn: '2026-08-01' },
    { ...aPlan, id: 'p2', buildingId: 'b2', status: 'underWay', startOn: '2026-02-01', title: '改造' },
    { ...aPlan, id: 'p3', buildingId: 'b2', status: 'dropped', startOn: '2026-09-01' },
  ],
  targets: [
    { ...aTarget, id: 't1', indicator: 'occupancyRate', scope: null, targetValue: 0.9, dueMonth: '2026-12' },
    {
      ...aTarget,
      id: 't2',
      indicator: 'vacancyRate',
      scope: 'xiaobailou',
      targetValue: 0.25,
      dueMonth: '2026-12',
    },
    { ...aTarget, id: 't3', indicator: 'totalTax', scope: null, targetValue: 1_000, dueMonth: '2026-12' },
    {
      ...aTarget,
      id: 't4',
      indicator: 'buildingsOverBillion',
      scope: null,
      targetValue: 10,
      dueMonth: '2028-12',
    },
    { ...aTarget, id: 't5', indicator: 'taxTier', scope: 'xiaobailou', targetValue: 4, dueMonth: '2028-12' },
  ],
});
const api = anApi(portfolio);
const answerTo = async (path: string, persona = 'manager') => {
  const response = await api.get(`/api/v1/${path}`, { persona });
  return { status: response.status, body: await response.json() };
};

test('a figure is told with formula, parts, coverage, and the change to the period and to the year before', async () => {
  const { body } = await answerTo('indicators/occupancyRate/explain');
  expect(body).toMatchObject({
    nameZh: '入驻率',
    unit: 'ratio',
    level: 'district',
    period: '2026-09',
    until: '2026-09-30',
    value: 0.8,
    numerator: 3_200,
    denominator: 4_000,
    coverage: 1,
    before: { period: '2026-08', value: 0.7, change: 0.1 },
    yearBefore: { period: '2025-09', value: 0.5, change: 0.3 },
    withheld: null,
    isRounded: false,
  });
  expect(body.parts).toMatchObject([
    {
      buildingId: 'b1',
      nameZh: '甲座',
      numerator: 800,
      denominator: 1_000,
      value: 0.8,
      weight: 0.25,
      excludedBecause: null,
    },
    { buildingId: 'b2', numerator: 2_400, weight: 0.75 },
    { buildingId: 'b3', value: null, weight: null, excludedBecause: 'notDelivered' },
  ]);
});

test('it is that of the group, the month and the buildings that were asked for', async () => {
  const { body } = await answerTo(
    'indicators/occupancyRate/explain?level=building&group=b2&at=2026-06&period=quarter',
  );
  expect(body).toMatchObject({
    period: '2026-Q2',
    value: 0.6,
    before: { period: '2026-Q1', value: null, change: null },
  });
  const filtered = await answerTo('indicators/occupancyRate/explain?q=甲座');
  expect(filtered.body).toMatchObject({ numerator: 800 });
  expect(filtered.body.parts).toHaveLength(1);
  const none = await answerTo('indicators/occupancyRate/explain?level=circle&group=xiaobailou&q=nothing');
  expect(none.body).toMatchObject({ value: null, coverage: null, parts: [] });
});

test('what cannot be right is listed with rule, record and fix, and beside the figures of its building', async () => {
  const { body } = await answerTo('findings');
  const rules = body.items.map(({ rule, entity, key }: Record<string, string>) => `${rule} ${entity} ${key}`);
  expect(rules).toContain('leaseEndsBeforeStart lease b3~l1');
  expect(rules).toContain('taxWithoutLease taxRecord b1~e1~2026-09');
  expect(body.total).toBe(rules.length);
  const one = body.items.find(({ rule }: { rule: string }) => rule === 'leaseEndsBeforeStart');
  expect(one.fix.zh).not.toBe('');
  const beside = await answerTo('indicators/totalTax/explain');
  expect(beside.body.findings.map(({ rule }: { rule: string }) => rule)).toContain('taxWithoutLease');
});

test('staff are told of no tax in findings, the public of no findings at all', async () => {
  const staff = await answerTo('findings', 'staff');
  expect(JSON.stringify(staff.body)).not.toMatch(/tax/i);
  expect((await answerTo('findings', 'public')).status).toBe(403);
  expect((await answerTo('indicators/occupancyRate/explain', 'public')).body.findings).toEqual([]);
});

test('a target stands with its actual value, what is missing, and a line with what it rests on', async () => {
  const { body } = await answerTo('targets');
  const byId = new Map(body.items.map((item: { id: string }) => [item.id, item]));
  // Four of the five reports lie within 24 months … all five: 0.5, then 0.6, 0.65, 0.7, 0.8.
  expect(byId.get('t1')).toMatchObject({
    span: 'month',
    actual: 0.8,
    actualMonth: '2026-09',
    coverage: 1,
    gap: 0.1,
  });
  expect(byId.get('t1')).toMatchObject({
    forecast: { basis: { from: '2025-09', to: '2026-09', points: 5 } },
  });
  // Vacancy 0.2 is below the 0.25 that were aimed at: fewer are better.
  expect(byId.get('t2')).toMatchObject({ actual: 0.2, gap: -0.05, forecast: { reaches: true } });
  // One month of tax is no year, and nothing is annualised.
  expect(byId.get('t3')).toMatchObject({ span: 'year', actual: null, gap: null, forecast: null });
  expect(byId.get('t5')).toMatchObject({ actual: null, forecast: null });
});

test('targets that speak of tax are for those who may see it', async () => {
  const { body } = await answerTo('targets', 'staff');
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['t1', 't2']);
  expect((await answerTo('targets', 'public')).status).toBe(403);
});

test('the watch-list names the plan that is still to be done, however many others there were', async () => {
  const { body } = await answerTo('watchlist?threshold=0.19');
  const entry = body.items.find(({ buildingId }: { buildingId: string }) => buildingId === 'b2');
  expect(entry.plan).toMatchObject({ id: 'p2', title: '改造', status: 'underWay' });
});
