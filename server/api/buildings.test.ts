import { expect, test } from 'vitest';
import { buildingDetailSchema } from '#contract/building-detail.ts';
import { buildingListSchema } from '#contract/building-list.ts';
import { problemSchema } from '#contract/problem.ts';
import { exactly } from '#domain/measure.ts';
import { anApi, type TestApi } from '../../tests/api.ts';
import { aBuilding, aPortfolio } from '../../tests/builders.ts';
import { freshWriter } from '../../tests/records.ts';
import { towerAndHouse } from '../../tests/tower-and-house.ts';

async function listOf(path: string, api = anApi(towerAndHouse)) {
  const response = await api.get(path);
  expect(response.status).toBe(200);
  return buildingListSchema.parse(await response.json());
}

test('a list answers with total, totals, facets and items in the order asked for', async () => {
  const list = await listOf('/api/v1/buildings?sort=-gfa');
  expect(list).toMatchObject({ total: 3, page: 1, limit: 50, asOf: '2026-10-31', query: 'sort=-gfa' });
  expect(list.items.map((item) => item.id)).toEqual(['tower', 'house', 'blank']);
  expect(list.totals.vacancyRate).toMatchObject({ value: 0.4, numerator: 400, denominator: 1_000 });
  expect(list.facets.sets['type']?.counts).toMatchObject({ office: 2, heritageHouse: 1 });
});

test('a bound stays a bound and unknown stays null', async () => {
  const { items } = await listOf('/api/v1/buildings?sort=-gfa');
  const [tower, , blank] = items;
  expect(tower).toMatchObject({
    gfa: { value: 85_000, bound: 'atLeast' },
    position: { lon: 117.2101, lat: 39.1154, precisionM: 200 },
    floorToFloorHeight: { min: 4.2, max: 4.7 },
    availableArea: { value: 400, bound: 'exact' },
    maxContiguousArea: 400,
    vacancyRate: 0.4,
    occupancyRate: 0.6,
    askingRent: 95.5,
    availableFrom: '2027-03',
  });
  for (const field of [
    'gfa',
    'position',
    'vacancyRate',
    'askingRent',
    'columnFree',
    'metroDistanceM',
  ] as const) {
    expect(blank?.[field], field).toBeNull();
  }
});

test('an unknown value neither passes nor disappears unless it is asked in', async () => {
  expect((await listOf('/api/v1/buildings?plate=2000..2500')).total).toBe(1);
  const open = await listOf('/api/v1/buildings?plate=2000..2500&unknown=plate');
  expect(open.total).toBe(3);
  expect(open.filterInWords).toEqual({
    zh: '标准层面积 2,000–2,500 ㎡ (含未提供)',
    en: 'Floor plate 2,000–2,500 ㎡ (incl. not provided)',
  });
});

test('pages are windows of one order', async () => {
  const api = anApi(
    aPortfolio({
      buildings: Array.from({ length: 5 }, (_, i) => aBuilding({ id: `b${i}`, gfa: exactly(100 + i) })),
    }),
  );
  const whole = await listOf('/api/v1/buildings?sort=gfa', api);
  const second = await listOf('/api/v1/buildings?sort=gfa&limit=2&page=2', api);
  expect(second.total).toBe(5);
  expect(second.items).toEqual(whole.items.slice(2, 4));
  expect((await listOf('/api/v1/buildings?page=9', api)).items).toEqual([]);
});

test('whatever was asked before, an answer says the same to the letter as the first of a new server', async () => {
  const asked = anApi(towerAndHouse);
  const paths = ['', '?sort=-gfa', '?sort=gfa&limit=2', '?limit=2&page=2', '?q=none', '?type=office', ''];
  for (const persona of ['manager', 'public']) {
    for (const path of paths) {
      const text = async ({ get }: TestApi) => (await get(`/api/v1/buildings${path}`, { persona })).text();
      const [again, anew] = await Promise.all([text(asked), text(anApi(towerAndHouse))]);
      expect(again).toBe(anew);
      expect(JSON.stringify(JSON.parse(again))).toBe(again);
    }
  }
});

test('a question asked again is answered alike, and anew after a write', async () => {
  const { api, patch } = freshWriter('manager');
  const ask = async () => (await api.get('/api/v1/buildings?type=office', { persona: 'manager' })).json();
  const first = await ask();
  expect(await ask()).toEqual(first);
  await patch('buildings/b1', { parking: 77 });
  const after = await ask();
  expect(after.items[0]).toMatchObject({ id: 'b1', parking: 77 });
  expect(after.revision).not.toBe(first.revision);
  expect(first.items[0].parking).not.toBe(77);
});

test('what the page keeps in its URL beside the question is left alone', async () => {
  const list = await listOf('/api/v1/buildings?at=39.12,117.2,14&sel=tower&cols=gfa,rent');
  expect(list.total).toBe(3);
  expect(list.query).toBe('');
});

test('a building file has sources, storeys with units, blocks, and figures that open', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/buildings/tower');
  const detail = buildingDetailSchema.parse(await response.json());
  expect(detail.facts.map((fact) => fact.field)).toEqual(['gfa', 'steward']);
  expect(detail.storeys).toMatchObject([{ floor: 2, area: 1_000, units: [{ id: 'u1' }, { id: 'u2' }] }]);
  expect(detail.blocks).toEqual([{ floors: [2], unitIds: ['u2'], area: 400 }]);
  expect(detail.derived['vacancyRate']).toEqual({
    value: 0.4,
    formula: 'vacancy',
    inputs: { vacantArea: 400, rentableArea: 1_000 },
    coverage: null,
  });
  expect(detail.derived['askingRent']?.coverage).toBe(1);
  expect(detail.derived['taxPerSqm']).toMatchObject({
    value: 1234.57,
    inputs: { annualTax: 1_234_567, taxThrough: '2026-09', rentableArea: 1_000 },
  });
});

test('only the lease of the day is shown', async () => {
  const past = { ...towerAndHouse, asOf: '2024-01-01' };
  const detail = await (await anApi(past).get('/api/v1/buildings/tower')).json();
  expect(detail).toMatchObject({ storeys: [{ units: [{ lease: null }, { lease: null }] }] });
});

test('an unknown id answers 404 with what comes near', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/buildings/towr');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await response.json());
  expect(problem.detail).toBe('invalid building id: towr');
  expect(problem.near).toEqual([{ id: 'tower', nameZh: '云汉大厦' }]);
});

test('a name in place of an id finds its building among the near ones', async () => {
  const response = await anApi(towerAndHouse).get(`/api/v1/buildings/${encodeURIComponent('云汉大夏')}`);
  expect(problemSchema.parse(await response.json()).near?.[0]?.id).toBe('tower');
});
