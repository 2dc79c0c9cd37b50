import { type Table, tableFromIPC } from '@uwdata/flechette';
import { expect, test } from 'vitest';
import { buildingSchema } from '#contract/building.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../../tests/api.ts';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { secretSteward, towerAndHouse } from '../../../tests/tower-and-house.ts';

async function tableOf(query = '', { portfolio = towerAndHouse, persona = 'manager' } = {}) {
  const response = await anApi(portfolio).get(`/api/v1/buildings.arrow${query}`, { persona });
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { response, bytes, table: tableFromIPC(bytes) };
}

function fieldNamed(table: Table, name: string) {
  return table.schema.fields.find((field) => field.name === name);
}

test('an Arrow file says what it is before it starts', async () => {
  const { response, bytes, table } = await tableOf('?gfa=800..&sort=-gfa');
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.file');
  expect(response.headers.get('content-disposition')).toContain('loulan-120101-buildings-2026-10-31.arrow');
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
  expect(new TextDecoder().decode(bytes.subarray(0, 6))).toBe('ARROW1');
  expect(Object.fromEntries(table.schema.metadata ?? [])).toMatchObject({
    filter: '建筑面积 ≥ 800 ㎡',
    query: 'gfa=800..&sort=-gfa',
    total: '2',
    asOf: '2026-10-31',
    synthetic: 'true',
  });
});

test('columns are typed, carry unit and title, and null is unknown', async () => {
  const { table } = await tableOf('?sort=-gfa');
  const [tower, house, blank] = table.toArray();
  expect(tower).toMatchObject({
    id: 'tower',
    aliases: ['云汉'],
    gfa: 85_000,
    gfaBound: 'atLeast',
    vacancyRate: 0.4,
    columnFree: true,
    targetIndustries: ['finance', 'headquarters'],
    lon: 117.2101,
    synthetic: true,
    taxPerSqm: 1234.57,
    steward: secretSteward,
  });
  expect(house).toMatchObject({ id: 'house', gfaBound: 'exact', lon: null });
  expect(blank).toMatchObject({ id: 'blank', gfa: null, gfaBound: null, columnFree: null, lifts: null });
  expect(blank?.['targetIndustries']).toBeNull();
  const gfa = fieldNamed(table, 'gfa');
  expect(Object.fromEntries(gfa?.metadata ?? [])).toEqual({ title: '建筑面积', unit: 'm2' });
  const english = fieldNamed((await tableOf('?lang=en')).table, 'gfa');
  expect(english?.metadata.get('title')).toBe('Gross floor area');
});

test("the rows are the API's, in its order, over many batches", async () => {
  const buildings = Array.from({ length: 2_500 }, (_, place) =>
    aBuilding({ id: `b${place}`, gfa: { value: (place * 7919) % 2_500, bound: 'exact' } }),
  );
  const { table } = await tableOf('?gfa=100..&sort=gfa', { portfolio: aPortfolio({ buildings }) });
  const gfa = table.getChild('gfa').toArray();
  expect(Array.from(gfa)).toEqual(Array.from({ length: 2_400 }, (_, place) => place + 100));
});

test('no field of a building is left out but the phone of its steward', async () => {
  const { table } = await tableOf();
  const split: Readonly<Record<string, readonly string[]>> = {
    position: ['lon', 'lat', 'precisionM'],
    floors: ['floorsAbove', 'floorsBelow'],
    floorToFloorHeight: ['heightMin', 'heightMax'],
  };
  const wanted = Object.keys(buildingSchema.shape).flatMap((field) => split[field] ?? [field]);
  expect(table.names).toEqual(expect.arrayContaining(wanted));
});

test('a column of what a role may not see is not there', async () => {
  const names = async (persona: string) => (await tableOf('', { persona })).table.names;
  expect(await names('public')).not.toContain('steward');
  expect(await names('public')).not.toContain('taxPerSqm');
  expect(await names('staff')).toContain('steward');
  expect(await names('staff')).not.toContain('taxPerSqm');
});

test('an empty set is still a file with all its columns', async () => {
  const { table } = await tableOf('', { portfolio: aPortfolio({ buildings: [] }) });
  expect(table.numRows).toBe(0);
  expect(table.names).toContain('gfaBound');
});

test('the sample comes out as the list has it', async () => {
  const { table } = await tableOf('?sort=name', { portfolio: samplePortfolio() });
  const list = await anApi(samplePortfolio()).get('/api/v1/buildings?sort=name&limit=500');
  const { items } = (await list.json()) as { items: { id: string; vacancyRate: number | null }[] };
  const rows = table.toArray().map(({ id, vacancyRate }) => ({ id, vacancyRate }));
  expect(rows).toEqual(items.map(({ id, vacancyRate }) => ({ id, vacancyRate })));
});
