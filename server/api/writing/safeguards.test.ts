import { expect, test } from 'vitest';
import { memoryStore } from '#server/api/memory-store.ts';
import { StoreTrouble } from '#server/api/store.ts';
import { anApi } from '../../../tests/api.ts';
import { freshWriter, oneOfEach } from '../../../tests/records.ts';
import { aWriter } from '../../../tests/writing.ts';

test('the history tells each field, who changed it and when', async () => {
  const { api, patch } = freshWriter();
  await patch('buildings/b1', { lifts: 6, parking: 3 });
  await patch('buildings/b1', { lifts: 7 });
  const response = await api.get('/api/v1/records/buildings/b1/history?limit=1', { persona: 'staff' });
  const history = await response.json();
  expect(history).toMatchObject({
    entries: [
      {
        at: '2026-11-02T08:30:00.000Z',
        by: { name: '示例用户', role: 'staff', address: null },
        fields: [{ field: 'lifts', before: 6, after: 7 }],
      },
    ],
  });
  const rest = await api.get(`/api/v1/records/buildings/b1/history?before=${history.next}`, {
    persona: 'staff',
  });
  expect((await rest.json()).entries).toMatchObject([{ fields: [{ field: 'lifts' }, { field: 'parking' }] }]);
});

test('the public can neither read nor write records', async () => {
  const { api, send } = freshWriter('public');
  for (const path of ['buildings/b1', 'leases/b1~l1', 'buildings/b1/history']) {
    expect((await api.get(`/api/v1/records/${path}`, { persona: 'public' })).status).toBe(403);
  }
  expect((await send('POST', 'floors', { record: {} })).status).toBe(403);
  expect((await send('DELETE', 'buildings/b1', undefined, { 'if-match': '*' })).status).toBe(403);
});

test('staff neither see nor set tax, and their tags and history do not tell it', async () => {
  const { api, read, patch, send } = freshWriter();
  const month = await read('months/b1~2026-11');
  expect(month.record['totalTax']).toBeNull();
  expect((await patch('months/b1~2026-11', { totalTax: 1 })).body['fields']).toMatchObject([
    { reason: 'notForRole' },
  ]);
  expect((await patch('months/b1~2026-11', { tenantCount: 13 })).status).toBe(200);
  expect((await send('POST', 'tax-records', { record: {} })).status).toBe(403);
  const manager = aWriter(api, 'manager');
  expect((await manager.read('months/b1~2026-11')).record).toMatchObject({
    totalTax: 123_456,
    tenantCount: 13,
  });
  const seen = await read('months/b1~2026-11');
  await manager.patch('months/b1~2026-11', { totalTax: 999_999 });
  expect((await read('months/b1~2026-11')).tag).toBe(seen.tag);
  const history = await (
    await api.get('/api/v1/records/months/b1~2026-11/history', { persona: 'staff' })
  ).text();
  expect(history).not.toMatch(/totalTax|999999|123456/);
  const conflict = await send(
    'PATCH',
    'months/b1~2026-11',
    { set: { tenantCount: 1 } },
    { 'if-match': '"old"' },
  );
  expect(conflict.status).toBe(412);
  expect(JSON.stringify(conflict.body)).not.toContain('999999');
});

test('a write that would turn the sample into real data is refused', async () => {
  const { patch, send, read } = freshWriter();
  expect((await patch('buildings/b1', { synthetic: false })).body['type']).toBe('/api/docs#sampleOnly');
  const made = await send('POST', 'enterprises', { record: { name: '真实公司', synthetic: false } });
  expect(made.status).toBe(201);
  expect((await read(`enterprises/${made.body['key']}`)).record['synthetic']).toBe(true);
});

test.each([
  ['not JSON', '{"set": {'],
  ['no object', '[]'],
  ['nothing to set', '{}'],
  ['something beside it', '{"set": {}, "force": true}'],
  ['a source without a day', '{"set": {}, "source": {"source": "x"}}'],
  ['a confirmation of nothing', '{"set": {}, "confirm": ["all"]}'],
])('a body that is %s is refused with 400', async (_, body) => {
  const { api, send } = freshWriter();
  expect((await send('PATCH', 'buildings/b1', body, { 'if-match': '*' })).status).toBe(400);
  expect(api.errors).toEqual([]);
});

test('headings of prototypes are fields that do not exist', async () => {
  const body = '{"set": {"__proto__": {"lifts": 3}, "constructor": 1}}';
  const { status, body: answer } = await freshWriter().send('PATCH', 'buildings/b1', body, {
    'if-match': '*',
  });
  expect(status).toBe(422);
  expect(answer['fields']).toMatchObject([{ field: '__proto__' }, { field: 'constructor' }]);
});

test('a full disk is told as such, and nothing is written', async () => {
  const store = memoryStore(oneOfEach);
  const commit = () => Promise.reject(new StoreTrouble('full', new Error('database or disk is full')));
  const api = anApi(oneOfEach, { ...store, commit });
  const { status, body } = await aWriter(api).patch('buildings/b1', { lifts: 6 });
  expect(status).toBe(507);
  expect(body['detail']).toContain('nothing was written');
  expect(api.errors).toHaveLength(1);
});

test('the audit log is for managers, and is read to its end page by page', async () => {
  const { api, patch } = freshWriter();
  for (const lifts of [1, 2, 3]) await patch('buildings/b1', { lifts, parking: lifts });
  expect((await api.get('/api/v1/audit', { persona: 'staff' })).status).toBe(403);
  const seen: unknown[] = [];
  let next: string | null = '';
  while (next !== null) {
    const query: string = next === '' ? 'limit=2' : `limit=2&before=${next}`;
    const page = await (await api.get(`/api/v1/audit?${query}`, { persona: 'manager' })).json();
    seen.push(...page.entries);
    next = page.next;
  }
  expect(seen).toHaveLength(5);
  for (const query of ['limit=0', 'limit=201', 'before=x', 'before=1']) {
    expect((await api.get(`/api/v1/audit?${query}`, { persona: 'manager' })).status).toBe(400);
  }
});
