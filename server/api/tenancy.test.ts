import { expect, test } from 'vitest';
import { anApi } from '../../tests/api.ts';
import { aBuilding, aLease, anEnterprise, aPortfolio, aUnit } from '../../tests/builders.ts';

const month = (name: string, occupiedArea: number | null) => ({
  buildingId: 'b1',
  month: name,
  occupiedArea,
  vacantArea: null,
  availableArea: 40,
  tenantCount: 3,
  totalTax: 1_234_567,
});

const api = anApi(
  aPortfolio({
    buildings: [aBuilding(), aBuilding({ id: 'b2', nameZh: '乙座' })],
    units: [
      aUnit({ area: 100, status: 'leased' }),
      aUnit({ id: 'u2', label: '102', position: 2, area: 300, status: 'leased' }),
      // The same id elsewhere is another unit.
      aUnit({ buildingId: 'b2', area: 999, status: 'leased' }),
    ],
    leases: [
      aLease({ start: '2025-11-01', end: '2027-10-31', contractRent: 120 }),
      aLease({ id: 'l2', unitId: 'u2', start: '2024-11-01', end: '2029-10-31', enterpriseId: 'e2' }),
      aLease({ id: 'l0', start: '2020-01-01', end: '2025-10-31', enterpriseId: 'e2' }),
      aLease({ id: 'l9', unitId: 'gone' }),
    ],
    enterprises: [
      anEnterprise({ industry: 'J' }),
      anEnterprise({ id: 'e2', name: '示例二号公司', industry: 'I' }),
    ],
    months: [month('2025-09', 300), month('2026-08', null), month('2026-09', 400)],
  }),
);

const fixed = {
  ...{ buildingId: 'b1', month: '2026-09', correctedOn: '2026-10-12' },
  ...{ occupiedArea: 380, vacantArea: null, availableArea: null, tenantCount: null, totalTax: null },
};
const corrected = anApi(
  aPortfolio({
    months: [month('2026-09', 400)],
    monthCorrections: [
      { ...fixed, number: 1, reason: '漏计退租', correctedBy: '王晓梅' },
      { ...fixed, number: 2, occupiedArea: null, totalTax: 2_000_000, reason: '补报', correctedBy: '李经理' },
    ],
  }),
);

test('a corrected month has the corrected figure, and beside it the original, who, when and why', async () => {
  const seenBy = async (persona: string) => {
    const response = await corrected.get('/api/v1/buildings/b1/months?from=2026-09&to=2026-09', { persona });
    return (await response.json()).months[0];
  };
  const area = {
    ...{ figure: 'occupiedArea', reported: 400, corrected: 380, number: 1 },
    ...{ reason: '漏计退租', correctedOn: '2026-10-12', correctedBy: '王晓梅' },
  };
  expect(await seenBy('staff')).toMatchObject({ occupiedArea: 380, corrections: [area] });
  expect(await seenBy('manager')).toMatchObject({
    totalTax: 20_000,
    corrections: [
      area,
      { figure: 'totalTax', reported: 12_345.67, corrected: 20_000, correctedBy: '李经理' },
    ],
  });
  const open = await seenBy('public');
  expect(open).toMatchObject({ occupiedArea: 380 });
  expect(JSON.stringify(open)).not.toMatch(/corrections|漏计|王晓梅/);
});

const months = '/api/v1/buildings/b1/months';
const tenancy = '/api/v1/buildings/b1/tenancy';
const answerTo = async (path: string, persona = 'manager') => {
  const response = await api.get(path, { persona });
  return { status: response.status, body: await response.json() };
};

test('there are 36 months up to that of the data, and one without a report is empty, not left out', async () => {
  const { body } = await answerTo(months);
  expect(body).toMatchObject({ asOf: '2026-10-31', from: '2023-11', to: '2026-10' });
  expect(body.months).toHaveLength(36);
  expect(body.months.at(-1)).toEqual({
    month: '2026-10',
    isReported: false,
    occupiedArea: null,
    vacantArea: null,
    availableArea: null,
    tenantCount: null,
    totalTax: null,
  });
  // 1,234,567 分 are 12,345.67 元.
  expect(body.months.at(-2)).toMatchObject({ isReported: true, occupiedArea: 400, totalTax: 12_345.67 });
  expect(body.months.at(-3)).toMatchObject({ month: '2026-08', isReported: true, occupiedArea: null });
  expect(body.months.filter(({ isReported }: { isReported: boolean }) => isReported)).toHaveLength(3);
});

test('a span is given by either end or both, both ends in it', async () => {
  const spanOf = async (query: string) => {
    const { from, to, months: list } = (await answerTo(`${months}?${query}`)).body;
    return [from, to, list.length];
  };
  expect(await spanOf('from=2025-09&to=2025-09')).toEqual(['2025-09', '2025-09', 1]);
  expect(await spanOf('from=2026-01')).toEqual(['2026-01', '2026-10', 10]);
  expect(await spanOf('to=2025-12')).toEqual(['2023-01', '2025-12', 36]);
  expect(await spanOf('to=0001-01')).toEqual(['0000-01', '0001-01', 13]);
});

test.each([
  ['from=2026-13', 'from', 'notAMonth', 'YYYY-MM'],
  ['to=2026-1', 'to', 'notAMonth', 'YYYY-MM'],
  ['from=2026-05&to=2026-04', 'from', 'lowAboveHigh', '≤ 2026-04'],
  ['from=2027-01', 'from', 'lowAboveHigh', '≤ 2026-10'],
  ['from=2000-01&to=2020-01', 'from', 'outOfRange', '≥ 2000-02'],
  ['to=2026-01&to=2026-02', 'to', 'repeated', 'YYYY-MM'],
  ['until=2026-01', 'until', 'unknownParameter', 'from, to'],
])('%s is refused with what is allowed', async (query, parameter, reason, allowed) => {
  const { status, body } = await answerTo(`${months}?${query}`);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ parameter, reason, allowed }]);
});

test('leases come latest first, with unit and tenant, also where the unit is gone', async () => {
  const { leases } = (await answerTo(tenancy, 'staff')).body;
  expect(leases.map(({ id }: { id: string }) => id)).toEqual(['l1', 'l9', 'l2', 'l0']);
  expect(leases[0]).toMatchObject({ unitLabel: '101', area: 100, enterprise: '示例一号公司', industry: 'J' });
  expect(leases[1]).toMatchObject({ unitId: 'gone', unitLabel: null, floor: null, area: null });
});

test('figures of terms, tenants and industries come with what they are made of', async () => {
  const { leaseTerm, expiry, tenantMix, industryMix } = (await answerTo(tenancy, 'staff')).body;
  // (100 ㎡ × 1 a + 300 ㎡ × 3 a) ÷ 400 ㎡; only the 100 ㎡ have a rent.
  expect(leaseTerm.byArea).toEqual({ value: 2.5, numerator: 1_000, denominator: 400, coverage: 1 });
  expect(leaseTerm.byRent).toMatchObject({ value: 1, coverage: 0.25 });
  expect(expiry.within12Months).toMatchObject({ value: 0.25, numerator: 100, denominator: 400 });
  expect(expiry.quarters[0].quarter).toBe('2026-Q4');
  expect(tenantMix.tenants.map(({ name, area }: { name: string; area: number }) => [name, area])).toEqual([
    ['示例二号公司', 300],
    ['示例一号公司', 100],
  ]);
  expect(industryMix).toMatchObject({ leadingIndustry: 'I', hhi: 0.625 });
});

test('a building of which nothing is known has empty lists and figures of null', async () => {
  const bare = anApi(aPortfolio());
  const body = await (await bare.get(tenancy, { persona: 'staff' })).json();
  expect(body).toMatchObject({
    leases: [],
    leaseTerm: { byArea: { value: null, coverage: null }, leasedArea: 0 },
    tenantMix: { tenants: [], coverage: null },
    industryMix: { leadingIndustry: null, hhi: null },
  });
});

test('a building that does not exist is 404 with what comes close', async () => {
  for (const end of ['months', 'tenancy', 'months?from=x']) {
    const { status, body } = await answerTo(`/api/v1/buildings/${encodeURIComponent('甲座楼')}/${end}`);
    expect(status, end).toBe(404);
    expect(body.near, end).toMatchObject([{ id: 'b1' }]);
  }
});

test('who has the answer already is told so', async () => {
  for (const path of [months, tenancy]) {
    const etag = (await api.get(path, { persona: 'staff' })).headers.get('etag') ?? '';
    const again = await api.get(path, { persona: 'staff', headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('cache-control')).toContain('private');
    // Another role has another answer, and so another tag.
    const other = await api.get(path, { persona: 'manager', headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
  }
});

test('of a head lease and its sublease the building file shows the one that the terms count', async () => {
  const portfolio = aPortfolio({
    units: [aUnit({ status: 'leased' })],
    leases: [
      aLease({ id: 'head', end: '2030-12-31' }),
      aLease({
        id: 'sub',
        start: '2026-01-01',
        end: '2026-12-31',
        leaseType: 'sublease',
        enterpriseId: 'e2',
      }),
    ],
    enterprises: [anEnterprise(), anEnterprise({ id: 'e2', name: '示例二号公司' })],
  });
  const sublet = anApi(portfolio);
  const detail = await (await sublet.get('/api/v1/buildings/b1', { persona: 'staff' })).json();
  expect(detail.storeys[0].units[0].lease).toMatchObject({ end: '2030-12-31' });
  const body = await (await sublet.get(tenancy, { persona: 'staff' })).json();
  expect(body.tenantMix.tenants).toMatchObject([{ name: '示例二号公司' }]);
});
