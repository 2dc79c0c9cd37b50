import { expect, test } from 'vitest';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../tests/api.ts';
import { memoryStore } from './memory-store.ts';

/** The sample cut to some buildings, so that answers are short. */
function district(): Portfolio {
  const all = samplePortfolio();
  const buildings = all.buildings.slice(0, 25);
  const ids = new Set(buildings.map(({ id }) => id));
  const own = <T extends { readonly buildingId: string }>(list: readonly T[]) =>
    list.filter(({ buildingId }) => ids.has(buildingId));
  return {
    ...all,
    buildings,
    facts: own(all.facts),
    floors: own(all.floors),
    units: own(all.units),
    leases: own(all.leases),
    taxRecords: own(all.taxRecords),
    months: own(all.months),
  };
}

/** Other tenants, other contacts, other taxes; everything that the public sees is as it was. */
function otherSecrets(portfolio: Portfolio): Portfolio {
  return {
    ...portfolio,
    buildings: portfolio.buildings.map((building) => ({
      ...building,
      steward: building.steward ? null : { name: '别的管家', phone: '13800000000' },
    })),
    facts: portfolio.facts.filter(({ field }) => field !== 'steward'),
    leases: portfolio.leases.slice(7).map((lease) => ({ ...lease, contractRent: 1, end: '2031-12-31' })),
    enterprises: portfolio.enterprises.map((firm) => ({ ...firm, name: `别的${firm.id}`, industry: 'A' })),
    ...otherTaxes(portfolio),
    months: otherTaxes(portfolio).months.map((month) => ({ ...month, tenantCount: 999 })),
  };
}

function otherTaxes({ taxRecords, months }: Portfolio) {
  return {
    taxRecords: taxRecords.slice(5).map((record) => ({ ...record, totalTax: record.totalTax + 77_700 })),
    months: months.map((month) => ({ ...month, totalTax: 123_456_789 })),
  };
}

const paths = [
  'buildings?limit=500',
  'buildings?limit=500&sort=-taxPerSqm',
  'buildings?taxPerSqm=100..',
  'buildings?q=别的',
  'buildings?vacancy=0.1..&sort=-vacancy',
  'buildings?unknown=taxPerSqm',
  'buildings.csv?sort=taxPerSqm',
  'buildings.csv',
  'buildings.csv?lang=en&vacancy=0.2..',
  'buildings.geojson',
  'buildings.xlsx',
  'buildings.arrow',
  `compare.xlsx?ids=${district()
    .buildings.slice(0, 6)
    .map(({ id }) => id)}`,
  'catalogue',
  'district',
  'enterprises?q=别的',
  'audit',
  'removals',
  'indicators?level=building&from=2026-08',
  'indicators?level=type&type=office',
  'indicators/availableArea/explain',
  'watchlist?threshold=0.1',
  'tax-ladder',
  'targets',
  'findings',
  'movements',
  'expiries?type=office',
  'industries',
  ...district()
    .buildings.slice(0, 6)
    .flatMap(({ id }) => [
      `buildings/${id}`,
      `buildings/${id}/file.xlsx?term=60&lang=en`,
      `buildings/${id}/months`,
      `buildings/${id}/months?from=2026-01&to=2026-09`,
      `buildings/${id}/tenancy`,
      `buildings/${id}/records`,
      `records/buildings/${id}`,
      `records/buildings/${id}/history`,
      `records/months/${id}~2026-09`,
      `records/leases/${id}~x`,
    ]),
];

async function answersTo(persona: string, portfolio: Portfolio) {
  const api = anApi(portfolio, memoryStore(portfolio, { revision: 'same' }));
  return Promise.all(
    paths.map(async (path) => {
      const response = await api.get(`/api/v1/${path}`, { persona });
      const bytes = Buffer.from(await response.arrayBuffer()).toString('base64');
      return { path, status: response.status, headers: Object.fromEntries(response.headers), bytes };
    }),
  );
}

test('whatever tenants, contacts and taxes are, no answer to the public differs by a byte', async () => {
  const portfolio = district();
  expect(await answersTo('public', otherSecrets(portfolio))).toEqual(await answersTo('public', portfolio));
}, 60_000);

test('whatever taxes are, no answer to staff differs by a byte', async () => {
  const portfolio = district();
  const other = { ...portfolio, ...otherTaxes(portfolio) };
  expect(await answersTo('staff', other)).toEqual(await answersTo('staff', portfolio));
}, 60_000);

test('managers do see the difference', async () => {
  const portfolio = district();
  const other = { ...portfolio, ...otherTaxes(portfolio) };
  expect(await answersTo('manager', other)).not.toEqual(await answersTo('manager', portfolio));
}, 60_000);
