import { expect, test } from 'vitest';
import { decodeSnapshot } from '#domain/engine/snapshot.ts';
import { anApi } from '../../tests/api.ts';
import { secretSteward, secretTenant, towerAndHouse } from '../../tests/tower-and-house.ts';

const paths = [
  '/api/v1/buildings',
  '/api/v1/buildings/tower',
  '/api/v1/buildings.csv',
  '/api/v1/buildings.csv?lang=en',
  '/api/v1/buildings.geojson',
  '/api/v1/buildings.arrow',
  '/api/v1/buildings.arrow?lang=en',
  '/api/v1/catalogue',
] as const;

const exports = ['csv', 'xlsx', 'geojson', 'arrow'].map((extension) => `/api/v1/buildings.${extension}`);
/** Packed, so that their tests read them in their own way. */
const workbooks = ['/api/v1/buildings/tower/file.xlsx', '/api/v1/compare.xlsx?ids=tower,tower~u1'] as const;

const taxWords = /tax|税|1234\.57|1234567/i;

test.each(paths)('%s tells the public neither tax nor tenants nor contacts', async (path) => {
  const text = await (await anApi(towerAndHouse).get(path, { persona: 'public' })).text();
  expect(text).toContain('云汉大厦');
  expect(text).not.toMatch(taxWords);
  expect(text).not.toMatch(/steward|"lease":[{n]|contractRent|87\.65|楼长|通讯录/i);
  for (const secret of [secretTenant, secretSteward]) expect(text).not.toContain(secret);
});

test.each(paths)('%s tells staff no tax', async (path) => {
  const text = await (await anApi(towerAndHouse).get(path, { persona: 'staff' })).text();
  expect(text).not.toMatch(taxWords);
});

test('staff see tenants and stewards, managers also tax', async () => {
  const api = anApi(towerAndHouse);
  const staff = await (await api.get('/api/v1/buildings/tower', { persona: 'staff' })).json();
  expect(staff).toMatchObject({
    steward: { name: secretSteward },
    storeys: [{ units: [{ lease: { enterprise: secretTenant, contractRent: 87.65 } }, { lease: null }] }],
  });
  expect(await (await api.get('/api/v1/buildings/tower', { persona: 'manager' })).json()).toMatchObject({
    taxPerSqm: 1234.57,
  });
});

test('the catalogue of staff has no tax column', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/catalogue', { persona: 'staff' });
  const decoded = decodeSnapshot(await response.arrayBuffer());
  if (!decoded.ok) throw new Error(decoded.reason);
  expect(decoded.snapshot.header.role).toBe('staff');
  expect(decoded.snapshot.columns.ranges.taxPerSqm).toBeUndefined();
  expect(decoded.snapshot.columns.ranges.gfa).toBeDefined();
});

test.each(['taxPerSqm=1000..', 'sort=-taxPerSqm', 'unknown=taxPerSqm'])(
  'a role that may not see tax cannot ask by %s, nor learn from the answer that others can',
  async (query) => {
    for (const path of ['/api/v1/buildings', ...exports]) {
      const response = await anApi(towerAndHouse).get(`${path}?${query}`, { persona: 'staff' });
      expect(response.status, path).toBe(400);
      const { errors } = (await response.json()) as { errors: { parameter: string; allowed: string }[] };
      expect(errors).toHaveLength(1);
      expect(errors[0]?.allowed).not.toMatch(/tax/i);
    }
  },
);

test('months tell the public neither tenants nor tax, staff no tax, managers all', async () => {
  const report = {
    buildingId: 'tower',
    month: '2026-09',
    occupiedArea: 600,
    vacantArea: 400,
    availableArea: 400,
    tenantCount: 7,
    totalTax: 123_456_700,
  };
  const api = anApi({ ...towerAndHouse, months: [report] });
  const fieldsFor = async (persona: string) => {
    const response = await api.get('/api/v1/buildings/tower/months', { persona });
    const { months } = (await response.json()) as { months: readonly object[] };
    const fields = new Set(months.flatMap((month) => Object.keys(month)));
    expect(months.at(-2)).toMatchObject({ month: '2026-09', occupiedArea: 600 });
    return ['tenantCount', 'totalTax'].filter((field) => fields.has(field));
  };
  expect(await fieldsFor('public')).toEqual([]);
  expect(await fieldsFor('staff')).toEqual(['tenantCount']);
  expect(await fieldsFor('manager')).toEqual(['tenantCount', 'totalTax']);
});

test('tenants and leases are for staff: nobody else learns even whether there is such a building', async () => {
  const api = anApi(towerAndHouse);
  for (const id of ['tower', 'nowhere']) {
    const response = await api.get(`/api/v1/buildings/${id}/tenancy`, { persona: 'public' });
    expect(response.status).toBe(403);
    expect(await response.text()).not.toMatch(/tower|near/);
  }
  const text = await (await api.get('/api/v1/buildings/tower/tenancy', { persona: 'staff' })).text();
  expect(text).toContain(secretTenant);
  expect(text).not.toMatch(taxWords);
});

test("two roles asking in turn never see each other's answers", async () => {
  const api = anApi(towerAndHouse);
  const path = '/api/v1/buildings/tower';
  const first = await (await api.get(path, { persona: 'public' })).text();
  await api.get(path, { persona: 'manager' });
  expect(await (await api.get(path, { persona: 'public' })).text()).toBe(first);
});

test("answers are marked as the viewer's own", async () => {
  for (const path of [...paths, ...exports, ...workbooks]) {
    const { headers } = await anApi(towerAndHouse).get(path);
    expect(headers.get('cache-control'), path).toContain('private');
    expect(headers.get('vary'), path).toContain('x-loulan-persona');
  }
});
