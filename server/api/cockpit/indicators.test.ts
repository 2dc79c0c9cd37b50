import { expect, test } from 'vitest';
import { exactly } from '#domain/measure.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aPortfolio, aTaxRecord } from '../../../tests/builders.ts';

const report = (
  buildingId: string,
  month: string,
  occupiedArea: number | null,
  vacantArea: number | null,
) => ({
  buildingId,
  month,
  occupiedArea,
  vacantArea,
  availableArea: vacantArea,
  tenantCount: 4,
  totalTax: null,
});
const known = { gfa: exactly(1_000), rentableArea: exactly(1_000), circleId: 'xiaobailou' } as const;

const api = anApi(
  aPortfolio({
    buildings: [
      aBuilding(known),
      aBuilding({ ...known, id: 'b2', nameZh: '乙座', rentableArea: exactly(3_000), gfa: exactly(3_000) }),
      aBuilding({ ...known, id: 'b3', nameZh: '丙座', carrierType: 'retailPodium', circleId: null }),
    ],
    months: [
      report('b1', '2026-08', 700, 300),
      report('b1', '2026-09', 800, 200),
      report('b2', '2026-08', 1_500, 1_500),
      report('b2', '2026-09', 2_700, 300),
    ],
    taxRecords: [aTaxRecord({ totalTax: 5_000_000_000 })],
  }),
);

const answerTo = async (path: string, persona = 'manager') => {
  const response = await api.get(`/api/v1/${path}`, { persona });
  return { status: response.status, body: await response.json() };
};

test('a table has a row a group and a place a period; rates are ratios of sums', async () => {
  const { body } = await answerTo('indicators?level=circle&indicators=vacancyRate&from=2026-08&to=2026-09');
  expect(body).toMatchObject({
    level: 'circle',
    period: 'month',
    periods: ['2026-08', '2026-09'],
    matched: 3,
    of: 3,
  });
  // (300 + 1,500) ÷ 4,000, then (200 + 300) ÷ 4,000: not the mean of 30 % and 50 %.
  expect(body.groups[0]).toEqual({
    id: 'xiaobailou',
    buildings: 2,
    series: {
      vacancyRate: {
        values: [0.45, 0.125],
        numerators: [1_800, 500],
        denominators: [4_000, 4_000],
        coverages: [1, 1],
      },
    },
  });
});

test('without a word of what is wanted it is the district over 36 months, with all that the role sees', async () => {
  const ids = async (persona: string) => {
    const { body } = await answerTo('indicators', persona);
    expect(body).toMatchObject({ level: 'district', from: '2023-11', to: '2026-10' });
    expect(body.periods).toHaveLength(36);
    return Object.keys(body.groups[0].series);
  };
  const [staff, manager] = [await ids('staff'), await ids('manager')];
  expect(manager).toEqual(
    expect.arrayContaining(['occupancyRate', 'tenantCount', 'totalTax', 'keyBuildingTaxShare']),
  );
  expect(staff).toEqual(expect.arrayContaining(['occupancyRate', 'tenantCount', 'waltByArea']));
  expect(staff.filter((id) => /tax(?!payer)/i.test(id))).toEqual([]);
});

test('the filter of the search decides which buildings count, ids which groups are answered', async () => {
  const { body } = await answerTo(
    'indicators?level=building&type=office&ids=b2,b3&indicators=occupancyRate&from=2026-09&to=2026-09',
  );
  expect(body).toMatchObject({ matched: 2, of: 3 });
  expect(body.groups.map(({ id }: { id: string }) => id)).toEqual(['b2']);
  expect(body.groups[0].series.occupancyRate.values).toEqual([0.9]);
});

test('a quarter is told by its name', async () => {
  const { body } = await answerTo(
    'indicators?period=quarter&from=2026-07&to=2026-09&indicators=occupancyRate',
  );
  expect(body.periods).toEqual(['2026-Q3']);
  expect(body.groups[0].series.occupancyRate.values).toEqual([0.875]);
});

test.each([
  ['indicators?level=street', 'level', 'unknownValue'],
  ['indicators?level=circle&ids=xiaobailou,nowhere', 'ids', 'unknownValue'],
  ['indicators?ids=b1', 'ids', 'unknownValue'],
  ['indicators?indicators=vacancy', 'indicators', 'unknownValue'],
  ['indicators?level=circle&indicators=taxTier', 'indicators', 'unknownValue'],
  ['indicators?from=2026-10&to=2026-09', 'from', 'lowAboveHigh'],
  ['indicators?from=2000-01', 'from', 'outOfRange'],
  ['indicators?from=2026-9', 'from', 'notAMonth'],
  ['indicators?period=week', 'period', 'unknownValue'],
  ['indicators?level=circle&level=type', 'level', 'repeated'],
  ['indicators?vacancy=2..', 'vacancy', 'outOfRange'],
  ['indicators?colour=red', 'colour', 'unknownParameter'],
  ['watchlist?threshold=1.5', 'threshold', 'outOfRange'],
  ['watchlist?threshold=-0.1', 'threshold', 'notANumber'],
  ['watchlist?threshold=150%25', 'threshold', 'outOfRange'],
  ['watchlist?at=2026-13', 'at', 'notAMonth'],
  ['watchlist?at=2026-11', 'at', 'outOfRange'],
  ['tax-ladder?at=yesterday', 'at', 'notAMonth'],
  ['indicators/vacancyRate/explain?level=circle', 'group', 'unknownValue'],
  ['indicators/vacancyRate/explain?level=circle&group=nowhere', 'group', 'unknownValue'],
  ['indicators/taxTier/explain', 'level', 'unknownValue'],
  ['indicators/vacancyRate/explain?at=2027-01', 'at', 'outOfRange'],
])('%s is refused with what is wrong', async (path, parameter, reason) => {
  const { status, body } = await answerTo(path);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ parameter, reason }]);
});

test('an indicator that there is not is told with those that there are, and only with those that the role knows', async () => {
  const { status, body } = await answerTo('indicators/vacancy/explain', 'staff');
  expect(status).toBe(404);
  expect(body.detail).toContain('vacancyRate, availableArea');
  expect(body.detail).not.toContain('totalTax');
  const named = await answerTo('indicators?indicators=nothing', 'staff');
  expect(named.body.errors[0].allowed).toContain('vacancyRate');
  expect(named.body.errors[0].allowed).not.toContain('totalTax');
});

test('tax is for managers: as a column, as an explanation and as a ladder', async () => {
  expect((await answerTo('indicators?indicators=totalTax', 'staff')).body.errors).toMatchObject([
    { parameter: 'indicators', reason: 'notForRole' },
  ]);
  expect((await answerTo('indicators/totalTax/explain', 'staff')).status).toBe(403);
  expect((await answerTo('tax-ladder', 'staff')).status).toBe(403);
  expect((await answerTo('tax-ladder', 'public')).status).toBe(403);
});

test('the watch-list is strict: exactly on the line is off it, a building without a report is unknown', async () => {
  const { body } = await answerTo('watchlist?at=2026-09&threshold=10%25');
  expect(body).toMatchObject({ threshold: 0.1, caught: 1, unknown: 1, of: 3, vacantArea: 200 });
  expect(body.items).toEqual([
    {
      buildingId: 'b1',
      nameZh: '甲座',
      nameEn: null,
      circleId: 'xiaobailou',
      vacancyRate: 0.2,
      vacantArea: 200,
      since: '2026-08',
      monthsAbove: 2,
      plan: null,
    },
  ]);
  expect(body.districtVacancy).toMatchObject({ value: 0.125, numerator: 500, denominator: 4_000 });
  expect((await answerTo('watchlist?at=2026-09&threshold=0.2')).body.caught).toBe(0);
  expect((await answerTo('watchlist?at=2026-08')).body.items).toMatchObject([
    { buildingId: 'b2' },
    { buildingId: 'b1' },
  ]);
});

test('the public sees the watch-list without plans', async () => {
  const { body } = await answerTo('watchlist?at=2026-09', 'public');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).not.toHaveProperty('plan');
});

test('the ladder tells tax, tier and the gap to the next, and how many of the twelve months are on record', async () => {
  const { body } = await answerTo('tax-ladder?at=2026-09');
  expect(body).toMatchObject({ through: '2026-09', months: 12, unknown: 2 });
  expect(body.items).toMatchObject([
    { buildingId: 'b1', tax: 50_000_000, tier: 3, nextThreshold: 100_000_000, gap: 50_000_000, months: 1 },
  ]);
  expect(body.keyBuildingTaxShare).toMatchObject({ value: 0, numerator: 0, denominator: 50_000_000 });
});

test('who asks again with the tag is told that nothing changed, and each role has its own', async () => {
  const path = '/api/v1/indicators?indicators=vacancyRate';
  const etag = async (persona: string) => (await api.get(path, { persona })).headers.get('etag') ?? '';
  const [staff, manager] = [await etag('staff'), await etag('manager')];
  expect(staff).not.toBe(manager);
  const again = (tag: string) => api.get(path, { persona: 'staff', headers: { 'if-none-match': tag } });
  expect((await again(staff)).status).toBe(304);
  expect((await again(manager)).status).toBe(200);
});

test('a question for more figures than one answer holds is refused with how many it may be', async () => {
  const buildings = Array.from({ length: 2_000 }, (_, at) => aBuilding({ id: `b${at}` }));
  const many = anApi(aPortfolio({ buildings }));
  const response = await many.get('/api/v1/indicators?level=building&from=2007-01', { persona: 'manager' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ parameter: 'indicators', reason: 'tooMany' }] });
});
