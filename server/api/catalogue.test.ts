import { expect, test } from 'vitest';
import { Engine } from '#domain/engine/engine.ts';
import { decodeSnapshot } from '#domain/engine/snapshot.ts';
import { defaultSort, emptyFilter } from '#domain/query/query.ts';
import { anApi } from '../../tests/api.ts';
import { aPortfolio } from '../../tests/builders.ts';
import { towerAndHouse } from '../../tests/tower-and-house.ts';
import { matchesTag } from './etag.ts';

const path = '/api/v1/catalogue';

test("the page's engine answers from the catalogue what the API answers", async () => {
  const api = anApi(towerAndHouse);
  const decoded = decodeSnapshot(await (await api.get(path)).arrayBuffer());
  if (!decoded.ok) throw new Error(decoded.reason);
  const { header, columns } = decoded.snapshot;
  expect(header).toMatchObject({ role: 'manager', isSample: true, asOf: '2026-10-31' });
  expect(header.district).toEqual(towerAndHouse.district);
  const view = { offset: 0, limit: 50, viewport: null, charts: false };
  const answer = new Engine(columns).answer({ ...emptyFilter, columnFree: true, sort: defaultSort }, view);
  const list = await (await api.get('/api/v1/buildings?columnFree=1')).json();
  expect(list).toMatchObject({ total: answer.total, totals: answer.totals, facets: answer.facets });
});

test('a page that has the catalogue already gets 304 and no bytes', async () => {
  const api = anApi(towerAndHouse);
  const first = await api.get(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[\w-]+-manager-\d+"$/);
  const again = await api.get(path, { headers: { 'if-none-match': `"other", ${etag}` } });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  expect(again.headers.get('vary')).toContain('x-loulan-persona');
  expect((await again.arrayBuffer()).byteLength).toBe(0);
});

test('the tag of one role does not answer for another, nor of one revision for the next', async () => {
  const tagOf = async (api: ReturnType<typeof anApi>, persona: string) =>
    (await api.get(path, { persona })).headers.get('etag');
  const api = anApi(towerAndHouse);
  const tags = [await tagOf(api, 'public'), await tagOf(api, 'staff'), await tagOf(api, 'manager')];
  tags.push(await tagOf(anApi(aPortfolio()), 'manager'));
  expect(new Set(tags).size).toBe(4);
  const headers = { 'if-none-match': tags[2] ?? '' };
  expect((await api.get(path, { persona: 'public', headers })).status).toBe(200);
});

test('tags are compared weakly', () => {
  expect(matchesTag('"a"', 'W/"a"')).toBe(true);
  expect(matchesTag('W/"b", W/"a"', 'W/"a"')).toBe(true);
  expect(matchesTag('*', 'W/"a"')).toBe(true);
  expect(matchesTag('"ab"', 'W/"a"')).toBe(false);
  expect(matchesTag(undefined, 'W/"a"')).toBe(false);
});
