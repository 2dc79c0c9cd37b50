import { expect, test } from 'vitest';
import { findMatches } from '#contract/matches.ts';
import { decodeSnapshot } from '#domain/engine/snapshot.ts';
import { aPortfolio } from '../tests/builders.ts';
import { towerAndHouse } from '../tests/tower-and-house.ts';
import { createMockApi } from './mock-api.ts';
import { samplePortfolio } from './sample/portfolio.ts';
import { type Scenario, scenarioFrom, slowMs } from './scenarios.ts';

const origin = 'https://pages.example';

function asked(scenario: Scenario, path: string, basePath = '/demo/') {
  const waited: number[] = [];
  const wait = async (milliseconds: number) => waited.push(milliseconds);
  const mock = createMockApi({ portfolio: towerAndHouse, scenario: () => scenario, basePath, wait });
  return { answer: mock(new Request(origin + path)), waited };
}

const list = '/demo/api/v1/buildings';
const catalogue = '/demo/api/v1/catalogue';

test('under any subpath the page gets what the server would answer', async () => {
  expect(await (await asked('normal', `${list}?gfa=800..`).answer).json()).toMatchObject({ total: 2 });
  expect(await (await asked('normal', '/api/v1/buildings', '/').answer).json()).toMatchObject({ total: 3 });
});

test('a persona can be chosen wherever the page lies', async () => {
  const mock = createMockApi({ portfolio: aPortfolio(), scenario: () => 'normal', basePath: '/' });
  const headers = { 'x-loulan-persona': 'staff' };
  const me = await mock(new Request(`${origin}/api/v1/me`, { headers }));
  expect(await me.json()).toMatchObject({ role: 'staff' });
});

test('spaces are ranked without a server, too', async () => {
  const mock = createMockApi({ portfolio: samplePortfolio(), scenario: () => 'normal', basePath: '/demo/' });
  const answer = await mock(
    new Request(`${origin}/demo/api/v1/matches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requirement: { areaMin: 1500, areaMax: 2000 }, limit: 3 }),
    }),
  );
  const { ranked } = findMatches.response.schema.parse(await answer.json());
  expect(ranked).toHaveLength(3);
});

test('an endpoint that does not exist is a mistake of the page and throws', async () => {
  await expect(asked('normal', '/demo/api/v1/biuldings').answer).rejects.toThrow('no such endpoint: GET');
});

test('tenants and months of a building are answered to whoever may see them', async () => {
  const mock = createMockApi({ portfolio: towerAndHouse, scenario: () => 'normal', basePath: '/' });
  const askedAs = (role: string, end: string) => {
    const headers = { 'x-loulan-persona': role };
    return mock(new Request(`${origin}/api/v1/buildings/tower/${end}`, { headers }));
  };
  expect(await (await askedAs('staff', 'tenancy')).json()).toMatchObject({ leaseTerm: { units: 1 } });
  expect((await askedAs('public', 'tenancy')).status).toBe(403);
  expect((await askedAs('public', 'months')).status).toBe(200);
});

test('the cockpit is answered to whoever may see what it shows', async () => {
  const mock = createMockApi({ portfolio: towerAndHouse, scenario: () => 'normal', basePath: '/' });
  const askedAs = (role: string, path: string) =>
    mock(new Request(`${origin}/api/v1/${path}`, { headers: { 'x-loulan-persona': role } }));
  const table = await askedAs('public', 'indicators?level=building&indicators=vacancyRate');
  expect(await table.json()).toMatchObject({ level: 'building', of: 3 });
  expect((await askedAs('manager', 'tax-ladder')).status).toBe(200);
  expect((await askedAs('staff', 'tax-ladder')).status).toBe(403);
  expect((await askedAs('staff', 'movements')).status).toBe(200);
});

test('a building that does not exist is an answer', async () => {
  expect((await asked('normal', `${list}/gone`).answer).status).toBe(404);
});

test('failing, offline, empty and slow do what they say', async () => {
  expect((await asked('failing', list).answer).status).toBe(500);
  expect((await asked('offline', list).answer).type).toBe('error');
  expect(await (await asked('empty', list).answer).json()).toMatchObject({ total: 0, items: [] });
  const slow = asked('slow', list);
  expect((await slow.answer).status).toBe(200);
  expect(slow.waited).toEqual([slowMs]);
});

test.each([
  ['truncated', 'truncated'],
  ['otherVersion', 'otherVersion'],
] as const)('the catalogue of %s is refused by its reader', async (scenario, reason) => {
  const response = await asked(scenario, catalogue).answer;
  expect(decodeSnapshot(await response.arrayBuffer())).toEqual({ ok: false, reason });
  expect(await (await asked(scenario, list).answer).json()).toMatchObject({ total: 3 });
});

test('what is no scenario is the normal one', () => {
  expect(scenarioFrom('slow')).toBe('slow');
  expect(scenarioFrom('nonsense')).toBe('normal');
  expect(scenarioFrom(null)).toBe('normal');
});
