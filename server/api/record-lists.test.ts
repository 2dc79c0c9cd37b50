import { expect, test } from 'vitest';
import { freshWriter } from '../../tests/records.ts';
import { aWriter } from '../../tests/writing.ts';

const json = async (response: Promise<Response>) => (await response).json();

test('the records of a building come by kind, each with the tag that a change needs', async () => {
  const { api, send } = freshWriter();
  const records = await json(api.get('/api/v1/buildings/b1/records', { persona: 'manager' }));
  const kinds = [
    'floor',
    'unit',
    'lease',
    'enterprise',
    'taxRecord',
    'month',
    'monthCorrection',
    'renewalPlan',
  ] as const;
  expect(kinds.map((kind) => records[kind].length)).toEqual([1, 2, 1, 1, 1, 2, 1, 1]);
  const [{ key, tag }] = records.unit;
  expect((await send('PATCH', `units/${key}`, { set: { label: '101A' } }, { 'if-match': tag })).status).toBe(
    200,
  );
});

test('staff get neither tax records nor the tax of a month; the public gets nothing', async () => {
  const { api } = freshWriter();
  const seen = await api.get('/api/v1/buildings/b1/records', { persona: 'staff' });
  const records = await seen.json();
  expect(records).not.toHaveProperty('taxRecord');
  expect(records.month).toMatchObject([{ record: { totalTax: null } }, { record: { totalTax: null } }]);
  for (const path of ['buildings/b1/records', 'enterprises?q=', 'removals']) {
    expect((await api.get(`/api/v1/${path}`, { persona: 'public' })).status, path).toBe(403);
  }
});

test('the records of a building that is not there are 404', async () => {
  const { api } = freshWriter();
  expect((await api.get('/api/v1/buildings/b9/records', { persona: 'staff' })).status).toBe(404);
});

test('enterprises are found by a part of name, code or id, whatever its width and case', async () => {
  const { api, send } = freshWriter();
  await send('POST', 'enterprises', { record: { id: 'e-ABC', name: '海河Bank（天津）有限公司' } });
  for (const q of ['bank', 'ＢＡＮＫ', '海河', 'e-abc', '(天津)']) {
    const found = await json(api.get(`/api/v1/enterprises?q=${encodeURIComponent(q)}`, { persona: 'staff' }));
    expect(found, q).toMatchObject({ total: 1, items: [{ key: 'e-ABC' }] });
  }
  expect(await json(api.get('/api/v1/enterprises?limit=1', { persona: 'staff' }))).toMatchObject({
    total: 2,
    items: [expect.anything()],
  });
  for (const query of ['limit=0', 'limit=101', 'limit=x', `q=${'甲'.repeat(101)}`]) {
    expect((await api.get(`/api/v1/enterprises?${query}`, { persona: 'staff' })).status, query).toBe(400);
  }
});

test('what was taken away is listed with what went along, until it is back', async () => {
  const { api, read, send } = freshWriter('manager');
  const removals = (query = '') => json(api.get(`/api/v1/removals${query}`, { persona: 'manager' }));
  expect(await removals()).toEqual({ entries: [], next: null });
  const unit = await read('units/b1~u1');
  await send('DELETE', 'units/b1~u1', undefined, { 'if-match': unit.tag });
  const { tag } = await read('buildings/b1');
  await send('DELETE', 'buildings/b1', undefined, { 'if-match': tag });
  const first = await removals('?limit=1');
  expect(first.entries).toMatchObject([
    { entity: 'building', key: 'b1', alongside: 8, by: { name: '示例用户' }, buildingName: null },
  ]);
  expect((await removals(`?before=${first.next}`)).entries).toMatchObject([
    { entity: 'unit', key: 'b1~u1', alongside: 1, name: '101' },
  ]);
  await send('POST', 'buildings/b1/restoration');
  expect((await removals()).entries).toMatchObject([{ entity: 'unit', buildingName: expect.any(String) }]);
  await send('POST', 'units/b1~u1/restoration');
  expect((await removals()).entries).toEqual([]);
});

test('staff do not learn of tax records that were taken away', async () => {
  const { api, send } = freshWriter();
  const manager = aWriter(api, 'manager');
  const records = await json(api.get('/api/v1/buildings/b1/records', { persona: 'manager' }));
  const [{ key, tag }] = records.taxRecord;
  await manager.send('DELETE', `tax-records/${key}`, undefined, { 'if-match': tag });
  expect((await json(api.get('/api/v1/removals', { persona: 'staff' }))).entries).toEqual([]);
  expect((await json(api.get('/api/v1/removals', { persona: 'manager' }))).entries).toHaveLength(1);
  expect((await send('POST', `tax-records/${key}/restoration`)).status).toBe(403);
});

test('the audit log can be narrowed to a kind, a way of writing and a person', async () => {
  const { api, patch, read, send } = freshWriter();
  await patch('buildings/b1', { lifts: 6 });
  const { tag } = await read('units/b1~u2');
  await send('DELETE', 'units/b1~u2', undefined, { 'if-match': tag });
  const audit = async (query: string) =>
    (await json(api.get(`/api/v1/audit?${query}`, { persona: 'manager' }))).entries.map(
      ({ entity }: { entity: string }) => entity,
    );
  expect(await audit('entity=building')).toEqual(['building']);
  expect(await audit('origin=delete')).toEqual(['unit']);
  expect(await audit(`by=${encodeURIComponent('示例用户')}`)).toHaveLength(3);
  expect(await audit(`by=${encodeURIComponent('别人')}`)).toEqual([]);
  for (const query of ['entity=tower', 'origin=magic']) {
    expect((await api.get(`/api/v1/audit?${query}`, { persona: 'manager' })).status).toBe(400);
  }
});
