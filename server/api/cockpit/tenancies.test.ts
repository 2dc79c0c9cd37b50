import { expect, test } from 'vitest';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aLease, anEnterprise, aPortfolio, aUnit } from '../../../tests/builders.ts';

const api = anApi(
  aPortfolio({
    buildings: [aBuilding(), aBuilding({ id: 'b2', nameZh: '乙座', carrierType: 'retailPodium' })],
    units: [
      aUnit({ area: 100, status: 'leased' }),
      aUnit({ id: 'u2', label: '102', position: 2, area: 300, status: 'leased' }),
      aUnit({ buildingId: 'b2', area: 50, status: 'leased' }),
    ],
    leases: [
      aLease({ start: '2026-02-01', end: '2027-10-31' }),
      aLease({ id: 'l2', unitId: 'u2', start: '2024-11-01', end: '2027-01-31', enterpriseId: 'e2' }),
      aLease({ id: 'l3', buildingId: 'b2', start: '2026-09-15', end: '2028-10-31', enterpriseId: 'e3' }),
      aLease({ id: 'l4', buildingId: 'b2', start: '2025-01-01', end: '2026-09-14', enterpriseId: 'e4' }),
    ],
    enterprises: [
      anEnterprise({ industry: 'J' }),
      anEnterprise({ id: 'e2', name: '示例二号公司', industry: 'I' }),
      anEnterprise({ id: 'e3', name: '示例三号公司' }),
    ],
  }),
);

const answerTo = async (path: string, persona = 'staff') => {
  const response = await api.get(`/api/v1/${path}`, { persona });
  return { status: response.status, body: await response.json(), etag: response.headers.get('etag') ?? '' };
};

test('leases that end within twelve months are listed, the next first, and add up to the rate', async () => {
  const { body } = await answerTo('expiries');
  expect(body.next.map(({ leaseId, end }: { leaseId: string; end: string }) => [leaseId, end])).toEqual([
    ['l2', '2027-01-31'],
    ['l1', '2027-10-31'],
  ]);
  expect(body.next[0]).toMatchObject({
    nameZh: '甲座',
    unitLabel: '102',
    enterprise: '示例二号公司',
    area: 300,
  });
  expect(body.profile.within12Months).toMatchObject({ numerator: 400, denominator: 450 });
});

test('every question obeys the filter of the search', async () => {
  expect((await answerTo('expiries?type=retailPodium')).body.profile.leasedArea).toBe(50);
  expect((await answerTo('industries?type=office')).body.mix).toMatchObject({
    occupiedArea: 400,
    leadingIndustry: 'I',
  });
  expect((await answerTo('movements?type=office')).body.counts).toMatchObject({ in: 1, out: 0 });
});

test('movements are told by month with firm, building and area; by default those of twelve months', async () => {
  const { body } = await answerTo('movements');
  expect(body).toMatchObject({ from: '2025-11', to: '2026-10', counts: { in: 2, out: 1, within: 0 } });
  expect(body.items.map((item: object) => item)).toMatchObject([
    { kind: 'in', month: '2026-09', enterprise: '示例三号公司', industry: null, nameZh: '乙座', area: 50 },
    { kind: 'out', month: '2026-09', enterpriseId: 'e4', enterprise: null },
    { kind: 'in', month: '2026-02', enterprise: '示例一号公司', industry: 'J', nameZh: '甲座', area: 100 },
  ]);
});

test.each([
  ['movements?from=2026-13', 'from', 'notAMonth'],
  ['movements?from=2026-05&to=2026-04', 'from', 'lowAboveHigh'],
  ['movements?from=2000-01&to=2026-04', 'from', 'outOfRange'],
  ['movements?to=2026-04&to=2026-05', 'to', 'repeated'],
  ['movements?months=3', 'months', 'unknownParameter'],
  ['expiries?vacancy=2..', 'vacancy', 'outOfRange'],
  ['industries?taxPerSqm=100..', 'taxPerSqm', 'notForRole'],
])('%s is refused with what is wrong', async (path, parameter, reason) => {
  const { status, body } = await answerTo(path);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ parameter, reason }]);
});

test('what of a query only orders, pages or shows is taken and left alone', async () => {
  const { status, body } = await answerTo('expiries?sort=-gfa&page=3&sel=b1&at=39,117,12&cols=name');
  expect(status).toBe(200);
  expect(body).toEqual((await answerTo('expiries')).body);
});

test('an answer is sent once: whoever has it is told that nothing changed', async () => {
  const { etag } = await answerTo('industries');
  const again = await api.get('/api/v1/industries', { persona: 'staff', headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
});

test('none of it is for the public', async () => {
  for (const path of ['movements', 'expiries', 'industries'])
    expect((await answerTo(path, 'public')).status).toBe(403);
});
